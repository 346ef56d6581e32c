import Attempts
import Foundation
import History
import Preferences
import Scenarios
import Sessions
import Testing

@Suite struct SessionSettingsTests {
  @Test func settingsOpenOverTheLibraryAndCloseAgain() {
    var session = Session.fresh()
    session.openSettings(at: 0)
    #expect(session.screen == .settings)
    session.openAbout(at: 0)
    #expect(session.screen == .about)
    session.openSettings(at: 0)
    #expect(session.screen == .settings)
    session.back(at: 0)
    #expect(session.screen == .library)
  }

  @Test func anAttemptUnderWayHasNoSettingsUnlessItIsPaused() {
    var session = Session.fresh()
    session.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
    session.openSettings(at: 0)
    #expect(session.screen == .patient)
    session.back(at: 0)
    session.goToPractice()
    session.openSettings(at: 3_000_000)
    #expect(session.screen == .practice)
    session.pause(at: 3_000_000)
    session.openSettings(at: 3_000_000)
    #expect(session.screen == .settings)
    // Time passes, but not on the attempt's clock.
    let before = session.underWay?.time(at: 3_000_000)
    session.advance(to: 9_000_000)
    #expect(session.underWay?.time(at: 9_000_000) == before)
    session.back(at: 9_000_000)
    #expect(session.screen == .practice)
    #expect(session.underWay?.isPaused == true)
  }

  @Test func anExamHasNone() {
    var session = Session.fresh()
    session.goToPractice(.exam)
    session.pause(at: 3_000_000)
    session.openSettings(at: 3_000_000)
    #expect(session.screen == .practice)
  }

  @Test func changesAreTakenBackOneByOne() {
    var session = Session.fresh()
    session.openSettings(at: 0)
    session.change(.theme(.dark))
    session.change(.textSize(.double))
    // Nothing changes, so there is nothing to take back.
    session.change(.textSize(.double))
    // A slider is one change, however far it is drawn.
    for volume in [55, 50, 45] { session.change(.volume(volume)) }
    session.remember(filter: .passed)
    session.undoChange()
    #expect(session.settings.sounds.volume == SoundChoices.usualVolume)
    session.undoChange()
    #expect(session.settings.textSize == .usual)
    #expect(session.settings.theme == .dark)
    session.undoChange()
    #expect(!session.canUndoChange)
    #expect(session.settings.theme == .desktop)
    #expect(session.settings.caseFilter == .passed)
  }

  @Test func theLastCaseIsChosenAgain() {
    var session = Session.fresh()
    session.select(1)
    var settings = session.settings
    #expect(settings.lastCase == "second-case")
    func again(_ settings: Settings) -> Int {
      Session(
        cases: session.cases, setting: .init(program: "test"), store: session.store,
        settings: settings
      ).selected
    }
    #expect(again(settings) == 1)
    settings.lastCase = "gone"
    #expect(again(settings) == 0)
  }

  @Test func theLibraryIsTakenAnewAndTheChoiceStays() throws {
    var session = Session.fresh()
    session.select(1)
    var contents = LibraryContents(cases: session.cases)
    contents.cases.insert(caseFile(smallScenario(id: "a-new-case")), at: 0)
    session.take(contents)
    #expect(session.cases.count == 3)
    #expect(session.selectedCase?.scenario.id == "second-case")
    contents.cases.removeAll { $0.scenario.id == "second-case" }
    contents.broken = [BrokenCase(file: "mine.yaml", error: "line 3")]
    session.take(contents)
    #expect(session.selected == 2)
    #expect(session.selectedCase == nil)
    session.take(LibraryContents(cases: []))
    #expect(session.selected == 0)
  }
}

@Suite struct TraineeTests {
  private func session(_ folder: TemporaryFolder) -> Session {
    let store = AttemptStore(folder: folder.path + "/records")
    return Session(
      cases: [caseFile()], setting: .init(program: "test"), store: store,
      traineeList: Trainees(history: store.history))
  }

  @Test func namesOfEveryScriptAreKept() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    let names = ["Anna Kovač", "משה לוי", "王小明", "Ольга"]
    for name in names {
      let isThere = session.addTrainee("  \(name)\n")
      #expect(isThere)
    }
    #expect(Set(session.trainees.map(\.name)) == Set(names))
    #expect(session.trainee?.name == "Ольга")
    #expect(session.settings.trainee == session.trainee?.id)
    // The same name is the same person.
    session.addTrainee("王小明")
    #expect(session.trainees.count == 4)
    #expect(session.trainee?.name == "王小明")
    let isNamed = session.addTrainee("   ")
    #expect(!isNamed)
  }

  @Test func aNewNameKeepsTheId() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    session.addTrainee("Anna")
    session.addTrainee("Boris")
    let id = try #require(session.trainee?.id)
    let isRenamed = session.rename(trainee: id, to: "Boris B.")
    #expect(isRenamed)
    #expect(session.trainee == Sessions.Trainee(id: id, name: "Boris B."))
    // Nobody takes another's name.
    let isTaken = session.rename(trainee: id, to: "Anna")
    #expect(!isTaken)
    #expect(session.notice != nil)
    #expect(session.trainees.map(\.name) == ["Anna", "Boris B."])
  }

  @Test func anAttemptBelongsToWhoBeganIt() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    session.addTrainee("Anna")
    let anna = session.trainee
    session.goToPractice()
    session.choose(trainee: nil)
    #expect(session.trainee == anna)
    #expect(session.notice != nil)
  }

  @Test func choosingLooksUpWhatThatPersonDid() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    session.addTrainee("Anna")
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.endAttempt(at: 5_000_000)
    session.toLibrary()
    #expect(session.past.attempts == 1)
    #expect(session.past.averageScore != nil)
    session.addTrainee("Boris")
    #expect(session.past.attempts == 0)
    session.choose(trainee: session.trainees.first { $0.name == "Anna" }?.id)
    #expect(session.past.attempts == 1)
  }

  // MARK: Deleting

  /// Anna with an attempt and Boris with another; Boris practises.
  private func two(_ folder: TemporaryFolder) throws -> (Session, anna: String, boris: String) {
    var session = session(folder)
    var ids: [String] = []
    for (name, start) in [("Anna", "2026-05-14T09:30:00Z"), ("Boris", "2026-05-15T09:30:00Z")] {
      session.addTrainee(name)
      session.begin(.practice, start: start, at: 0)
      session.choose(.proceed)
      session.confirmDecision(at: 1_000_000)
      session.startMassage(at: 2_000_000)
      session.stroke(from: 3_000_000)
      session.endAttempt(at: 5_000_000)
      session.toLibrary()
      ids.append(try #require(session.trainee?.id))
    }
    session.openTrainees(at: 0)
    return (session, ids[0], ids[1])
  }

  private func holds(_ id: String, _ folder: TemporaryFolder) throws -> Bool {
    let records = folder.path + "/records"
    return try FileManager.default.contentsOfDirectory(atPath: records).contains {
      try String(contentsOfFile: records + "/" + $0, encoding: .utf8).contains(id)
    }
  }

  @Test func aTraineeGoesWithEverythingOnceThatIsConfirmed() throws {
    let folder = try TemporaryFolder()
    var (session, anna, boris) = try two(folder)
    session.askToDelete(trainee: boris)
    let name = Sessions.Trainee(id: boris, name: "Boris")
    #expect(session.question == .deleteTrainee(name, attempts: 1))
    // Neither yes nor no deletes.
    session.confirm(at: 0)
    #expect(session.question == nil && session.trainees.count == 2)
    session.askToDelete(trainee: boris)
    session.cancel(at: 0)
    #expect(session.question == nil && session.trainees.count == 2)
    session.deleteTrainee()
    #expect(session.trainees.count == 2)
    #expect(try holds(boris, folder))
    session.askToDelete(trainee: boris)
    session.deleteTrainee()
    #expect(session.question == nil && session.screen == .trainees)
    #expect(session.trainees.map(\.id) == [anna])
    // Nobody is named afterwards.
    #expect(session.trainee == nil && session.setting.trainee == nil)
    #expect(session.settings.trainee == nil && session.past.attempts == 0)
    #expect(session.notice?.kind == .information)
    #expect(session.notice?.text.contains("Boris") == true)
    #expect(try !holds(boris, folder) && holds(anna, folder))
    #expect(try session.store.history.attempts().map(\.trainee) == [anna])
  }

  @Test func whoPractisesStaysWhenAnotherGoes() throws {
    let folder = try TemporaryFolder()
    var (session, anna, boris) = try two(folder)
    session.askToDelete(trainee: anna)
    session.deleteTrainee()
    #expect(session.setting.trainee == boris && session.settings.trainee == boris)
    #expect(session.past.attempts == 1)
  }

  @Test func nobodyIsDeletedDuringAnAttemptOrItsDebrief() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    session.addTrainee("Anna")
    let anna = try #require(session.trainee?.id)
    session.askToDelete(trainee: anna)
    // Not from the library either.
    #expect(session.question == nil)
    session.goToPractice()
    session.pause(at: 3_000_000)
    session.openTrainees(at: 3_000_000)
    session.askToDelete(trainee: anna)
    #expect(session.screen == .trainees && session.question == nil)
    #expect(session.notice?.kind == .warning && !session.canDeleteTrainees)
    session.back(at: 4_000_000)
    session.endAttempt(at: 5_000_000)
    session.openTrainees(at: 5_000_000)
    session.askToDelete(trainee: anna)
    #expect(session.question == nil && session.trainees.count == 1)
  }

  @Test func whatCannotBeDeletedIsTold() throws {
    let folder = try TemporaryFolder()
    var (session, anna, _) = try two(folder)
    session.askToDelete(trainee: anna)
    let question = session.question
    let history = folder.path + "/history.sqlite"
    session.store.history.close()
    for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: history + end) {
      try FileManager.default.removeItem(atPath: history + end)
    }
    try Data("no history".utf8).write(to: URL(fileURLWithPath: history))
    #expect(question != nil)
    session.deleteTrainee()
    #expect(session.notice?.kind == .error && session.question == nil)
    #expect(try holds(anna, folder))
  }

  /// Somebody who was deleted by another program practises no more.
  @Test func whoIsDeletedElsewhereIsNamedNoMore() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    session.addTrainee("Anna")
    let id = try #require(session.trainee?.id)
    session.lookUpTrainees()
    #expect(session.trainee?.id == id && session.settings.trainee == id)
    let other = AttemptStore(folder: folder.path + "/records")
    _ = try other.history.delete(trainee: id)
    // An attempt keeps its trainee; afterwards nobody is named.
    session.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
    session.lookUpTrainees()
    #expect(session.setting.trainee == id)
    session.back(at: 1)
    session.lookUpTrainees()
    #expect(session.trainee == nil && session.setting.trainee == nil)
    #expect(session.settings.trainee == nil)
  }

  @Test func aListThatCannotBeReadIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try Data("no list".utf8).write(to: URL(fileURLWithPath: folder.path + "/history.sqlite"))
    var session = session(folder)
    let isAdded = session.addTrainee("Anna")
    #expect(!isAdded)
    #expect(session.notice?.kind == .error)
    #expect(
      try String(contentsOfFile: folder.path + "/history.sqlite", encoding: .utf8) == "no list")
  }
}
