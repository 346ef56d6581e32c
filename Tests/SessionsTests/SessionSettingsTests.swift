import Attempts
import Foundation
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
    #expect(session.trainee == Trainee(id: id, name: "Boris B."))
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
