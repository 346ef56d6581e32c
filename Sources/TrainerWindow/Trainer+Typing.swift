import Geometry
import Preferences
import Scenarios
import Scenes
import Sessions

/// Writing in fields, and finding cases by it.
extension Trainer {
  // MARK: Fields

  /// Begins to write in a field.
  func enter(_ field: Typing.Field) {
    if field == .newName, typing.field != .newName { typing.name = TextLine() }
    if field == .newName, !session.canChangeTrainee { return }
    typing.field = field
    focus.clear()
    let area = targets.first { $0.command == fieldCommand(field) }?.area
    outside { surface.takeText(true, at: area) }
    pacer.isStale = true
  }

  private func fieldCommand(_ field: Typing.Field) -> Command {
    switch field {
    case .search: .find
    case .newName: .nameField
    case .rename: .renameField
    }
  }

  func beginRenaming(_ id: String) {
    guard let trainee = session.trainees.first(where: { $0.id == id }) else { return }
    typing.name = TextLine(trainee.name)
    enter(.rename(id))
  }

  /// Ends the writing; what a search says stays, what a name says does not.
  ///
  /// - Parameter command: the control that was pressed: pressing within a field does not leave it.
  func leaveField(unless command: Command? = nil) {
    guard let field = typing.field else { return }
    switch (field, command) {
    case (.search, .find), (.newName, .nameField), (.newName, .addTrainee),
      (.rename, .renameField), (.rename, .saveName):
      return
    default: break
    }
    typing.line.composition = ""
    if field != .search { typing.name = TextLine() }
    typing.field = nil
    outside { surface.takeText(false) }
    pacer.isStale = true
  }

  /// Letters that were typed.
  func type(_ letters: String) {
    guard typing.field != nil else { return }
    typing.line.insert(letters)
    noteSearch()
    pacer.isStale = true
  }

  func compose(_ letters: String) {
    guard typing.field != nil else { return }
    typing.line.composition = letters
    pacer.isStale = true
  }

  /// Whether a key was for the field that is written in.
  func edit(_ key: Key, _ modifiers: Modifiers, at moment: Int) -> Bool {
    guard typing.field != nil, session.question == nil else { return false }
    switch typing.edit(key, modifiers) {
    case .edited: noteSearch()
    case .paste: if let text = outside({ surface.pasted }) { type(text) }
    case .submit: submit(at: moment)
    case .leave:
      if typing.field == .search { typing.search.clear() }
      noteSearch()
      leaveField()
    case .passed:
      // Arrows go on choosing among the cases that are found.
      if typing.field != .search || key == .tab { leaveField() }
      return false
    }
    pacer.isStale = true
    return true
  }

  /// Does what a field was written in for.
  func submit(at moment: Int) {
    switch typing.field {
    case .search: leaveField()
    case .newName:
      if session.addTrainee(typing.name.text) { leaveField() }
    case .rename(let id):
      if session.rename(trainee: id, to: typing.name.text) { leaveField() }
    case nil: break
    }
  }

  /// Whether Escape first took the search away.
  func leaveSearch() -> Bool {
    guard session.screen == .library, session.question == nil, !typing.search.isEmpty else {
      return false
    }
    typing.search.clear()
    noteSearch()
    leaveField()
    return true
  }

  // MARK: Cases

  /// Indices of the cases that the library lists, as the session counts them.
  var listedCases: [Int] { listing.listed(session, search: typing.search.text) }

  /// Whether the chosen case is one of those listed, so that nothing unseen is begun.
  var isCaseShown: Bool { session.screen != .library || listedCases.contains(session.selected) }

  /// Chooses a case by its place in the list.
  func select(caseAt place: Int) {
    let listed = listedCases
    if listed.indices.contains(place) { session.select(listed[place]) }
  }

  func choose(_ filter: Settings.CaseFilter) {
    session.remember(filter: filter)
    noteSearch()
  }

  private func noteSearch() {
    guard session.screen == .library else { return }
    chooseListed()
    scrolling.reset()
    revealsCase = true
  }

  /// Chooses the first case that is listed, when the chosen one is not.
  func chooseListed() {
    let listed = listedCases
    if !listed.contains(session.selected), let first = listed.first { session.select(first) }
  }

  func libraryCase(_ index: Int) -> LibraryCase {
    guard session.cases.indices.contains(index) else {
      let broken = session.broken[index - session.cases.count]
      return LibraryCase(.broken(file: broken.file, error: broken.error))
    }
    let scenario = session.cases[index].scenario
    return LibraryCase(
      .scenario(scenario),
      record: session.past[scenario.id].map {
        CaseRecord(
          bestScore: $0.bestScore ?? 0, hasPassed: $0.hasPassed, attempts: $0.attempts,
          hiddenAids: session.hiddenAids(of: scenario))
      },
      course: session.history.courses.first { $0.caseID == scenario.id }.map {
        CourseModel($0, today: Trainer.today)
      })
  }

  var libraryHeader: LibraryHeader {
    let ids = session.cases.map(\.scenario.id)
    return LibraryHeader(
      trainee: session.trainee?.name, filter: session.settings.caseFilter,
      search: typing.search, isSearching: typing.field == .search,
      work: WorkSoFar(
        cases: ids.map { id in
          session.past[id].map { $0.hasPassed ? .passed : .tried } ?? .new
        }, attempts: session.past.attempts, averageScore: session.past.averageScore))
  }
}
