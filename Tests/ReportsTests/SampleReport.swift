import Attempts
import BackAtlas
import Catalogue
import Drawing
import Foundation
import Geometry
import Patients
import Reports
import Scenarios
import Scoring

/// The report of a small attempt with faults, and what tests do with documents.
enum SampleReport {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let fonts: Bool = {
    do { try FontBook.use(folder: root.appendingPathComponent("Resources/fonts").path) } catch {
      return false
    }
    return true
  }()

  static let sha256 = String(repeating: "ab12", count: 16)

  /// What a text of somebody's own may hold.
  static let hostile = "</script><b>&\"' ‮שלום‬ 王小明"

  static func scenario(title: String, step: String = "Warm up") -> Scenario {
    let back = Back(sex: .male, stature: 1780)
    func guides(_ x: Double) -> [Guide] {
      [
        Guide(id: "left", path: [back.place(.t12, x: -x), back.place(.s2, x: -x)]),
        Guide(id: "right", path: [back.place(.t12, x: x), back.place(.s2, x: x)]),
      ]
    }
    return Scenario(
      id: "plain", title: title,
      patient: Scenarios.Patient(age: 40, back: back, cause: .heavyLifting, period: .easing),
      decision: .proceed,
      phases: [
        Phase(
          id: "warm-up", title: step, task: .stroking(StrokingTask(guides: guides(52), strokes: 2))),
        Phase(
          id: "closing", title: "Closing",
          task: .stroking(StrokingTask(guides: guides(60), strokes: 1))),
      ])
  }

  /// Strokes down both guides of both steps, every other one too fast.
  static func events(_ scenario: Scenario) -> [Event] {
    var intake = Intake()
    var events = [intake.act(.decision(.proceed), at: 1_000_000)]
    var time = 2_000_000
    for phase in scenario.phases {
      events.append(intake.act(.phase(phase.id), at: time))
      time += 500_000
      let (guides, curve) = phase.task.guides
      for (round, guide) in (guides + guides).enumerated() {
        let line = guide.line(curve)
        let speed = round % 2 == 0 ? 70.0 : 260
        let steps = Int(line.length / speed * 60)
        for step in 0...steps {
          let at = line.place(at: line.length * Double(step) / Double(steps)).point
          let place = Point(at.x + (round % 2 == 0 ? 3 : 15), at.y)
          time += 16_667
          let event =
            step == 0
            ? intake.land(hand: 0, at: time, place, pressure: 0.2, millimetresPerPixel: 0.7)
            : intake.move(hand: 0, at: time, place, pressure: 0.2)
          if let event { events.append(event) }
        }
        events += intake.liftAll(at: time + 10_000)
        time += 400_000
      }
    }
    events.append(intake.act(.end, at: time + 1_000_000))
    return events
  }

  static func report(
    title: String = "A plain case", record: String = "attempt.inkml", step: String = "Warm up",
    header: Header = Header(
      device: Device(kind: .mouse, pressure: .set), program: "test",
      start: "2026-05-14T10:30:00Z", trainee: "t-7k3qvm2x")
  ) -> AttemptReport {
    _ = fonts
    let scenario = scenario(title: title, step: step)
    let events = events(scenario)
    var scorer = Scorer(scenario: scenario, header: header)
    var patient = Patients.Patient(scenario: scenario, header: header)
    for event in events {
      scorer.add(event)
      patient.add(event)
    }
    return AttemptReport(
      record: record, scenario: scenario, scenarioSHA256: sha256, result: scorer.result(),
      events: events, effect: patient.effect, started: header.start)
  }

  /// Strokes for some minutes, a place every 60th of a second, under the result of a short attempt.
  static func long(minutes: Double) -> AttemptReport {
    _ = fonts
    let scenario = scenario(title: "A long one")
    var intake = Intake()
    var events = [
      intake.act(.decision(.proceed), at: 1_000_000), intake.act(.phase("warm-up"), at: 2_000_000),
    ]
    var time = 2_500_000
    while Double(time) < minutes * 60_000_000 {
      for step in 0...300 {
        let place = Point(-52 + Double(step % 7), 200 + Double(step))
        time += 16_667
        let event =
          step == 0
          ? intake.land(hand: 0, at: time, place, pressure: 0.2, millimetresPerPixel: 0.7)
          : intake.move(hand: 0, at: time, place, pressure: 0.2)
        if let event { events.append(event) }
      }
      events += intake.liftAll(at: time + 10_000)
      time += 300_000
    }
    events.append(intake.act(.end, at: time))
    var result = report().result
    result.duration = .seconds(time)
    return AttemptReport(
      record: "long.inkml", scenario: scenario, scenarioSHA256: sha256, result: result,
      events: events, effect: nil)
  }

  static func html(_ report: AttemptReport) throws -> String {
    String(decoding: try report.bytes(.html), as: UTF8.self)
  }
}

/// A folder of a test's own that goes with it.
final class ReportFolder: Sendable {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("effleurage-report-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

/// Programs of the system that look at documents.
enum Tool {
  static func path(_ name: String) -> String? {
    ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// What a program prints, errors too, and its exit code.
  static func run(_ program: String, _ arguments: [String]) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// A font of the system that has a letter.
  static func hasFont(for letter: Character) -> Bool {
    guard let list = path("fc-list"), let scalar = letter.unicodeScalars.first else { return false }
    let found = try? run(list, [":charset=" + String(scalar.value, radix: 16), "file"])
    return found.map { !$0.text.isEmpty } ?? false
  }
}
