public import Preferences
import Scenarios

/// Settings and what belongs to them, over the screen that stands.
extension Session {
  /// Whether settings can be opened: not from within an attempt that goes on.
  public var offersSettings: Bool {
    guard question == nil else { return false }
    switch screen {
    case .library, .debrief, .demonstration, .replay: return true
    case .practice:
      return demonstration.map(\.isPaused) ?? (underWay?.isPaused == true && !isExam)
    case .patient, .preparation: return false
    case .settings, .lifeSize, .trainees, .about, .history: return screen != .settings
    }
  }

  public mutating func openSettings(at moment: Int) {
    guard offersSettings else { return }
    if let place = under.lastIndex(of: .settings) {
      // They stand already, under what was opened from them.
      under.removeSubrange(place...)
      screen = .settings
      return
    }
    open(.settings, at: moment)
  }

  public mutating func openAbout(at moment: Int) {
    guard offersSettings || screen == .settings else { return }
    open(.about, at: moment)
  }

  public mutating func openLifeSize(at moment: Int) {
    guard screen == .settings, question == nil else { return }
    open(.lifeSize, at: moment)
  }

  public mutating func openTrainees(at moment: Int) {
    guard offersSettings || screen == .settings else { return }
    lookUpTrainees()
    open(.trainees, at: moment)
  }

  mutating func open(_ panel: Screen, at moment: Int) {
    guard screen != panel, !under.contains(panel) else { return }
    cancelOpening()
    if screen == .demonstration || screen == .replay { pause(at: moment) }
    if under.isEmpty { undoable = [] }
    under.append(screen)
    screen = panel
  }

  /// Back to the screen under the one that stands.
  mutating func closePanel() {
    guard let below = under.popLast() else {
      screen = .library
      return
    }
    screen = below
  }

  // MARK: Changing

  /// Changes one thing at once.
  public mutating func change(_ change: SettingChange) {
    var changed = settings
    changed.take(change)
    guard changed != settings else { return }
    // A slider that moves on is one change, not many.
    if !isSameSlider(change) { undoable.append(settings) }
    lastChange = change
    settings = changed
  }

  private func isSameSlider(_ change: SettingChange) -> Bool {
    switch (change, lastChange) {
    case (.volume, .volume): !undoable.isEmpty
    case (.lifeSize(let new, _), .lifeSize(let old, _)):
      !undoable.isEmpty && new != nil && old != nil
    default: false
    }
  }

  /// Whether there is a change to take back.
  public var canUndoChange: Bool { !undoable.isEmpty }

  /// Takes back the last change; where the window stands and what was chosen last stay.
  public mutating func undoChange() {
    guard var earlier = undoable.popLast() else { return }
    earlier.trainee = settings.trainee
    earlier.window = settings.window
    earlier.lastCase = settings.lastCase
    earlier.plate = settings.plate
    earlier.caseFilter = settings.caseFilter
    earlier.isFirstStartOver = settings.isFirstStartOver
    settings = earlier
    lastChange = nil
  }

  // MARK: Where one was

  public mutating func remember(window: WindowPlace) { settings.window = window }
  public mutating func remember(plate: Settings.Plate) { settings.plate = plate }
  public mutating func remember(filter: Settings.CaseFilter) { settings.caseFilter = filter }
  public mutating func rememberFirstStart() { settings.isFirstStartOver = true }

  mutating func noteLastCase() {
    if let id = selectedCase?.scenario.id { settings.lastCase = id }
  }

  /// Index of a case by its id; nil when the library does not hold it.
  func place(ofCase id: String) -> Int? { cases.firstIndex { $0.scenario.id == id } }
}
