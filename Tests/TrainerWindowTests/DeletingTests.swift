import Foundation
import Preferences
import ScenarioFiles
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

/// Deleting a trainee in the window: it takes a key that nobody presses by accident.
@Suite struct DeletingTests {
  @Test func onlyItsOwnKeyDeletes() async {
    await #expect(processExitsWith: .success) { try await DeletingTests.deleteOne() }
  }

  @MainActor private static func deleteOne() throws {
    let home = FileManager.default.temporaryDirectory.appending(
      path: "effleurage-deleting-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    let folders = UserFolders(environment: ["EFFLEURAGE_HOME": home.path], home: home.path)
    let library = ScenarioLibrary(user: folders, shipped: .ofThisProgram())
    var settings = Settings()
    settings.language = "en"
    let store = AttemptStore(folder: folders.records)
    var session = Session(
      cases: [CaseFile(try library.find("lifting-easing-left"))],
      setting: Session.Setting(program: "effleurage test"), store: store, settings: settings,
      traineeList: Trainees(history: store.history))
    session.addTrainee("Anna")
    session.addTrainee("Boris")
    let trainer = try Trainer.offscreen(session, Trainer.View())
    defer { trainer.close() }
    func lines() -> [String] {
      trainer.picture(Trainer.View()).text?.lines(notNow: "-", chosen: "+") ?? []
    }
    func press(_ key: Key) {
      trainer.press(key, [], at: Trainer.startMoment)
      _ = trainer.picture(Trainer.View())
    }
    press(.character("n"))
    #expect(trainer.session.screen == .trainees)
    for name in ["Anna", "Boris"] {
      #expect(lines().contains { $0.hasPrefix("[Delete \(name)]") })
    }
    // Of the one who practises.
    press(.character("x"))
    guard case .deleteTrainee(let asked, attempts: 0) = trainer.session.question else {
      Issue.record("\(String(describing: trainer.session.question))")
      return
    }
    #expect(asked.name == "Boris")
    #expect(lines().contains("Delete Boris?"))
    #expect(lines().contains { $0.contains("This cannot be undone.") })
    press(.enter)
    press(.space)
    #expect(trainer.session.question != nil && trainer.session.trainees.count == 2)
    press(.escape)
    #expect(trainer.session.question == nil && trainer.session.trainees.count == 2)
    // A way with the focus is meant.
    press(.character("x"))
    press(.tab)
    #expect(trainer.focus.command == .cancel)
    press(.enter)
    #expect(trainer.session.question == nil && trainer.session.trainees.count == 2)
    press(.character("x"))
    press(.character("x"))
    #expect(trainer.session.trainees.map(\.name) == ["Anna"] && trainer.session.trainee == nil)
    #expect(trainer.session.notice?.text == "Boris was deleted.")
    // Nobody practises, so the key means nobody; the button means its own row.
    press(.character("x"))
    #expect(trainer.session.question == nil)
    let anna = trainer.session.trainees[0].id
    trainer.perform(.deleteTrainee(anna), at: Trainer.startMoment)
    trainer.perform(.confirmDeletion, at: Trainer.startMoment)
    #expect(trainer.session.trainees.isEmpty)
  }

  @Test func helpNamesTheKey() {
    let keys = KeyMap.help(on: .trainees, isExam: false).flatMap(\.keys)
    #expect(keys.contains("X") && Set(keys).count == keys.count)
  }
}
