import Attempts
import Foundation
import Geometry
import Preferences
import ScenarioFiles
import Scenarios
import Scenes
import Scoring
import Sessions
import Synchronization
import Testing

@testable import TrainerWindow

/// The debrief by keys and pointer, and its report as a file.
@Suite struct DebriefTests {
  /// A trainer without a display in the debrief of a hasty attempt.
  @MainActor private static func trainer(
    in home: URL, reports: ReportWriter? = nil, isReducedMotion: Bool = false
  ) throws -> Trainer {
    let folders = UserFolders(environment: ["EFFLEURAGE_HOME": home.path], home: home.path)
    let library = ScenarioLibrary(user: folders, shipped: .ofThisProgram())
    var settings = Settings()
    settings.language = "en"
    settings.motion = isReducedMotion ? .reduced : .full
    var session = Session(
      cases: [CaseFile(try library.find("lifting-easing-left"))],
      setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folders.records), settings: settings)
    session.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
    session.choose(.proceed)
    session.confirmDecision(at: 1_000_000)
    session.startMassage(at: 2_000_000)
    // Much too fast down the side, three times.
    let mouse = Device(kind: .mouse, pressure: .set)
    for stroke in 0..<3 {
      let start = 3_000_000 + stroke * 2_000_000
      session.land(
        hand: 0, device: mouse, at: start, Point(-52, 200), millimetresPerPixel: 0.7)
      for step in 1...100 {
        session.move(
          hand: 0, at: start + step * 8_000, Point(-52, 200 + Double(step) * 3))
      }
      session.lift(hand: 0, at: start + 810_000, Point(-52, 500))
    }
    session.endAttempt(at: 12_000_000)
    return try Trainer.offscreen(session, Trainer.View(), reports: reports)
  }

  private static func inHome(_ body: @MainActor (URL) throws -> Void) async throws {
    let home = FileManager.default.temporaryDirectory.appending(
      path: "effleurage-debrief-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    try await body(home)
  }

  @MainActor private static func press(_ key: Key, _ trainer: Trainer) {
    trainer.press(key, [], at: Trainer.startMoment)
    _ = trainer.picture(Trainer.View())
  }

  @MainActor private static func debrief(_ trainer: Trainer) throws -> DebriefScreen {
    try #require(trainer.debrief)
  }

  @Test func keysLeadFromDeductionToDeduction() async {
    await #expect(processExitsWith: .success) {
      try await DebriefTests.inHome { home in
        let trainer = try DebriefTests.trainer(in: home)
        defer { trainer.close() }
        var screen = try DebriefTests.debrief(trainer)
        #expect(trainer.session.screen == .debrief && screen.selected == nil)
        var seen: [Int?] = []
        for _ in screen.model.marks {
          DebriefTests.press(.right, trainer)
          screen = try DebriefTests.debrief(trainer)
          seen.append(screen.selected)
          #expect(screen.choice.time == screen.selected.flatMap { screen.model.marks[$0].moment })
        }
        #expect(Set(seen) == Set(screen.model.marks.indices))
        // Those with a moment come first, in its order.
        let moments = seen.compactMap { $0 }.compactMap { screen.model.marks[$0].moment }
        #expect(moments == moments.sorted() && !moments.isEmpty)
        DebriefTests.press(.right, trainer)
        #expect(trainer.debriefChoice.deduction == seen.last)
        DebriefTests.press(.left, trainer)
        #expect(trainer.debriefChoice.deduction == seen[seen.count - 2])
        // Settings open over it and lead back to what was chosen; another attempt begins anew.
        let choice = trainer.debriefChoice
        DebriefTests.press(.character(","), trainer)
        #expect(trainer.session.screen == .settings)
        DebriefTests.press(.escape, trainer)
        #expect(trainer.session.screen == .debrief && trainer.debriefChoice == choice)
        DebriefTests.press(.escape, trainer)
        #expect(trainer.session.screen == .library && trainer.debriefChoice == DebriefChoice())
      }
    }
  }

  @Test func tabReachesEveryMarkAndEnterShowsIt() async {
    await #expect(processExitsWith: .success) {
      try await DebriefTests.inHome { home in
        let trainer = try DebriefTests.trainer(in: home)
        defer { trainer.close() }
        _ = trainer.picture(Trainer.View())
        let all = trainer.targets.filter(\.isEnabled).map(\.command)
        var reached: [Command] = []
        for _ in all {
          DebriefTests.press(.tab, trainer)
          if let command = trainer.focus.command { reached.append(command) }
        }
        #expect(reached == all)
        let screen = try DebriefTests.debrief(trainer)
        let marked = try #require(screen.model.marks.firstIndex { $0.moment != nil })
        for command in [
          Command.selectMark(marked), .selectPlace(marked), .selectDeduction(marked),
        ] {
          trainer.debriefChoice = DebriefChoice()
          trainer.focus.set(command)
          DebriefTests.press(.enter, trainer)
          #expect(trainer.debriefChoice.deduction == marked, "\(command)")
          #expect(trainer.debriefChoice.time == screen.model.marks[marked].moment)
        }
        trainer.debriefChoice = DebriefChoice()
        trainer.focus.set(.selectAdvice(0))
        DebriefTests.press(.enter, trainer)
        #expect(trainer.debriefChoice.deduction == screen.deduction(ofAdvice: 0))
        // On a slider the arrows lead from moment to moment.
        trainer.debriefChoice = screen.moving(to: 4)
        trainer.focus.set(.debriefMoment)
        DebriefTests.press(.right, trainer)
        #expect(trainer.debriefChoice.time == 5)
        trainer.focus.set(.debriefTimeline)
        DebriefTests.press(.left, trainer)
        #expect(trainer.debriefChoice.time == 0)
      }
    }
  }

  @Test func thePlayedTimeIsThatOfTheClock() async {
    await #expect(processExitsWith: .success) {
      try await DebriefTests.inHome { home in
        for isReducedMotion in [false, true] {
          let trainer = try DebriefTests.trainer(in: home, isReducedMotion: isReducedMotion)
          trainer.debriefChoice = try DebriefTests.debrief(trainer).moving(to: 3)
          let start = 50_000_000
          trainer.press(.space, [], at: start)
          #expect(trainer.debriefChoice.isPlaying && trainer.debriefChoice.time == 3)
          // Nothing is drawn for what cannot be seen.
          trainer.playDebrief(to: start + 20_000)
          #expect(trainer.debriefChoice.time == 3)
          trainer.playDebrief(to: start + 500_000)
          #expect(trainer.debriefChoice.time == (isReducedMotion ? 3 : 3.5))
          trainer.playDebrief(to: start + 1_000_000)
          #expect(trainer.debriefChoice.time == 4)
          // It stands while a question does.
          trainer.session.showHelp(at: start + 1_000_000)
          trainer.playDebrief(to: start + 9_000_000)
          trainer.session.cancel(at: start + 9_000_000)
          trainer.playDebrief(to: start + 10_000_000)
          #expect(trainer.debriefChoice.time == 5)
          trainer.press(.space, [], at: start + 10_000_000)
          #expect(!trainer.debriefChoice.isPlaying)
          trainer.playDebrief(to: start + 20_000_000)
          #expect(trainer.debriefChoice.time == 5)
          trainer.press(.space, [], at: start)
          trainer.playDebrief(to: start + 1_000_000_000)
          #expect(!trainer.debriefChoice.isPlaying)
          let duration = try DebriefTests.debrief(trainer).model.duration
          #expect(trainer.debriefChoice.time == duration)
          trainer.close()
        }
      }
    }
  }

  private struct Refusal: Error, CustomStringConvertible {
    var description: String { "the disk is full" }
  }

  @Test func aReportIsWrittenBesideAndItsPathTold() async {
    await #expect(processExitsWith: .success) {
      try await DebriefTests.inHome { home in
        let paths = Mutex<[String]>([])
        let trainer = try DebriefTests.trainer(
          in: home,
          reports: ReportWriter(kind: "txt") { attempt, path in
            paths.withLock { $0.append(path) }
            try Data("\(attempt.result.score)".utf8).write(to: URL(filePath: path))
          })
        defer { trainer.close() }
        DebriefTests.press(.character("x"), trainer)
        trainer.export?.wait(within: 60)
        trainer.takeExport()
        let path = home.path + "/reports/20260514-093000-lifting-easing-left.txt"
        #expect(paths.withLock { $0 } == [path])
        #expect(trainer.session.notice?.text.contains(path) == true)
        #expect(trainer.session.notice?.kind == .information && trainer.export == nil)
        #expect(FileManager.default.fileExists(atPath: path))
      }
    }
  }

  @Test func aReportThatFailsIsTold() async {
    await #expect(processExitsWith: .success) {
      try await DebriefTests.inHome { home in
        let trainer = try DebriefTests.trainer(
          in: home, reports: ReportWriter(kind: "txt") { _, _ in throw Refusal() })
        defer { trainer.close() }
        DebriefTests.press(.character("x"), trainer)
        trainer.export?.wait(within: 60)
        trainer.takeExport()
        #expect(trainer.session.notice?.kind == .error)
        #expect(trainer.session.notice?.text.contains("the disk is full") == true)
      }
    }
  }

  @Test func whereThereIsNoThreadTheReportIsWrittenAtOnce() async {
    await #expect(processExitsWith: .success) {
      try await DebriefTests.inHome { home in
        let trainer = try DebriefTests.trainer(in: home)
        defer { trainer.close() }
        let attempt = try #require(trainer.session.finished)
        let path = home.path + "/report.txt"
        let writer = ReportWriter(kind: "txt") { _, path in
          try Data("whole".utf8).write(to: URL(filePath: path))
        }
        let export = ReportExport(attempt, to: path, by: writer, beside: { _ in false })
        guard case .written = export.result else {
          Issue.record("nothing was written")
          return
        }
        #expect(FileManager.default.fileExists(atPath: path))
      }
    }
  }

  @Test func whereNothingCanWriteItThereIsNoReport() async {
    await #expect(processExitsWith: .success) {
      try await DebriefTests.inHome { home in
        let trainer = try DebriefTests.trainer(in: home)
        defer { trainer.close() }
        _ = trainer.picture(Trainer.View())
        #expect(trainer.targets.first { $0.command == .export }?.isEnabled == false)
        DebriefTests.press(.character("x"), trainer)
        #expect(trainer.export == nil && trainer.session.notice == nil)
      }
    }
  }

  @Test func helpNamesItsKeys() {
    let keys = KeyMap.help(on: .debrief, isExam: false).flatMap(\.keys)
    for key in ["←", "→", "↑", "↓", "Space", "X", "R", "N", "S"] {
      #expect(keys.contains(key), "\(key)")
    }
    #expect(Set(keys).count == keys.count)
  }
}
