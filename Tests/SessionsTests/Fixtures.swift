import Attempts
import BackAtlas
import Foundation
import Geometry
import History
import ScenarioFiles
import Scenarios
import Scoring
import Sessions

/// A case with two phases of straight strokes, made in code.
func smallScenario(id: String = "small-case", decision: Decision = .proceed) -> Scenario {
  let back = Back(sex: .male, stature: 1755)
  func phase(_ id: String) -> Phase {
    Phase(
      id: id, title: id == "warm-up" ? "Warm up" : "Closing",
      task: .stroking(
        StrokingTask(
          guides: [
            Guide(
              id: "left",
              path: [Position(millimetres: -52, 200), Position(millimetres: -52, 400)])
          ], curve: .straight, strokes: 2)))
  }
  return Scenario(
    id: id, title: "A small case",
    patient: Patient(
      age: 46, back: back, cause: .heavyLifting, period: decision == .proceed ? .easing : .acute,
      diagnosis: Diagnosis(by: "neurologist", text: "easing")),
    decision: decision,
    spasm: [
      SpasmArea(
        id: "left-l4",
        outline: .ellipse(at: Position(millimetres: -28, 430), radiusX: 10, radiusY: 20))
    ],
    phases: [phase("warm-up"), phase("closing")])
}

func caseFile(_ scenario: Scenario = smallScenario()) -> CaseFile {
  CaseFile(scenario: scenario, source: ScenarioSource(bytes: Array("effleurage: 1\n".utf8)))
}

/// Keeps an attempt of ``smallScenario(id:decision:)`` with a verdict of one's own.
func keepAttempt(
  _ verdict: Scoring.Result.Verdict, start: String, mode: Mode = .practice,
  trainee: String? = nil, in history: HistoryStore
) throws {
  let scenario = smallScenario()
  let header = Header(
    mode: mode, device: Device(kind: .mouse, pressure: .set), program: "effleurage test",
    start: start, trainee: trainee,
    scope: mode == .drill ? .phase("warm-up", timed: true) : .whole)
  let events = [Event.act(.decision(.proceed), time: 1), .act(.end, time: 2)]
  var scorer = Scorer(scenario: scenario, header: header)
  for event in events { scorer.add(event) }
  var result = scorer.result()
  result.verdict = verdict
  _ = try history.save(
    events, count: events.count,
    of: NewAttempt(
      header: header, scenario: Array("effleurage: 1\n".utf8), caseID: scenario.id,
      title: scenario.title, result: result))
}

/// A folder of its own, in a folder of its own, that is removed with the value.
final class TemporaryFolder {
  let path: String
  private let outer: String

  init() throws {
    outer = FileManager.default.temporaryDirectory.path + "/effleurage-" + UUID().uuidString
    path = outer + "/inner"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: outer) }

  /// Paths of the journals in it.
  func journals(in folder: String = "") throws -> [String] {
    try names(in: folder).filter { $0.hasSuffix(".attempt") }.map { path + "/" + folder + "/" + $0 }
  }

  /// Names of everything in it, hidden files too.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }
}

extension Session {
  static func fresh(
    _ scenarios: [Scenario] = [smallScenario(), smallScenario(id: "second-case")],
    store: AttemptStore = AttemptStore(folder: "/dev/null/records")
  ) -> Session {
    Session(
      cases: scenarios.map { caseFile($0) }, setting: Setting(program: "effleurage test"),
      store: store)
  }

  /// From the library to the first phase, one act a second.
  mutating func goToPractice(_ mode: Mode = .practice, at moment: Int = 0) {
    begin(mode, start: "2026-05-14T09:30:00Z", at: moment)
    choose(.proceed)
    confirmDecision(at: moment + 1_000_000)
    startMassage(at: moment + 2_000_000)
  }

  /// A straight stroke along the guide, a report every 8 ms.
  mutating func stroke(from moment: Int, seconds: Int = 1, millimetresPerPixel: Double = 1.35) {
    let mouse = Device(kind: .mouse, pressure: .set)
    land(
      hand: 0, device: mouse, at: moment, Point(-52, 200),
      millimetresPerPixel: millimetresPerPixel)
    let reports = 125 * seconds
    for step in 1..<reports {
      move(
        hand: 0, at: moment + step * 8_000,
        Point(-52, 200 + Double(step) * 200 / Double(reports)))
    }
    lift(hand: 0, at: moment + seconds * 1_000_000, Point(-52, 400))
  }
}
