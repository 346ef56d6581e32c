import Attempts
import Catalogue
import Drawing
import Foundation
import Preferences
import ScenarioFiles
import Scenarios
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

/// The language changes in the settings. One language holds for a whole process, so each test has
/// its own.
@Suite struct LanguageChangeTests {
  /// A trainer without a display, at a patient's chart, where nothing moves by itself.
  @MainActor private static func trainer(_ language: String, in home: URL) throws -> Trainer {
    let folders = UserFolders(environment: ["EFFLEURAGE_HOME": home.path], home: home.path)
    let library = ScenarioLibrary(user: folders, shipped: .ofThisProgram())
    var settings = Settings()
    settings.language = language
    let moment = Trainer.startMoment
    var session = Session(
      cases: [CaseFile(try library.find("lifting-easing-left"))],
      setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folders.records), settings: settings)
    session.begin(.practice, start: "2026-05-14T09:30:00Z", at: moment)
    return try Trainer.offscreen(session, Trainer.View())
  }

  /// The screen as bytes of a picture, and its words.
  @MainActor private static func shown(_ trainer: Trainer, in home: URL) throws -> (Data, [String])
  {
    let (canvas, text) = trainer.picture(Trainer.View())
    let file = home.appending(path: "screen.png")
    try canvas.writePNG(to: file.path)
    let lines = text?.lines(notNow: "-", chosen: "+") ?? []
    return (try Data(contentsOf: file), lines)
  }

  @Test func everythingChangesAtOnceAndBackWithUndo() async {
    await #expect(processExitsWith: .success) {
      try await MainActor.run {
        let home = FileManager.default.temporaryDirectory
          .appending(path: "effleurage-language-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        let trainer = try LanguageChangeTests.trainer("en", in: home)
        // Drawn before the change, so that pictures and words are there to be kept wrongly.
        let english = try LanguageChangeTests.shown(trainer, in: home)
        trainer.perform(.change(.language("ru")), at: Trainer.startMoment)
        let russian = try LanguageChangeTests.shown(trainer, in: home)
        #expect(english.1.contains { $0.contains("Where it hurts") }, "English first")
        #expect(russian.1.contains { $0.contains("Где болит") }, "Russian then")
        #expect(Texts.current.code == "ru")
        let fresh = try LanguageChangeTests.trainer("ru", in: home)
        let expected = try LanguageChangeTests.shown(fresh, in: home)
        #expect(russian.1 == expected.1, "words")
        #expect(russian.0 == expected.0, "picture")
        trainer.perform(.undoChange, at: Trainer.startMoment)
        let again = try LanguageChangeTests.shown(trainer, in: home)
        #expect(again.1 == english.1, "words again")
        #expect(again.0 == english.0, "picture again")
        fresh.close()
        trainer.close()
      }
    }
  }
}
