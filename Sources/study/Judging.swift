import Attempts
import BackAtlas
import Geometry
import Scenarios
import Scoring

/// What a trace is held against: one phase, judged like a foreign record by the one engine.
struct StudyCase: Sendable {
  let scenario: Scenario

  private static let phase = "trace"
  /// Wide enough to refuse nothing: the study looks at measures, not at points.
  private static let anySpeed = Band(full: 20...100, none: 0...2000)

  private init(_ task: PhaseTask) {
    scenario = Scenario(
      id: "study", title: "Study",
      patient: Patient(
        age: 46, back: Back(sex: .male, stature: 1755), cause: .heavyLifting, period: .easing,
        diagnosis: Diagnosis(by: "neurologist", text: "L5 root, easing")),
      decision: .proceed,
      phases: [Phase(id: Self.phase, task: task, hand: .fingertips, speed: Self.anySpeed)])
  }

  /// One stroke along a line. The corridor holds everything that may be meant for it.
  static func stroke(along line: [Point]) -> StudyCase {
    StudyCase(
      .stroking(
        StrokingTask(
          guides: [Guide(id: "line", path: positions(line))], curve: .straight, strokes: 1,
          corridor: Limit(full: 4, none: 60))))
  }

  /// Circles wherever they are, about a lane of 40 mm through this place.
  static func circles(about middle: Point) -> StudyCase {
    StudyCase(
      .combCircles(
        CombCirclesTask(
          guides: [
            Guide(id: "lane", path: positions([middle - Point(20, 0), middle + Point(20, 0)]))
          ], curve: .straight, loops: 1, diameter: Band(full: 40...100, none: 2...400),
          corridor: Limit(full: 6, none: 1000))))
  }

  func judge(_ trace: Trace) -> Judged {
    var scorer = Scorer(
      scenario: scenario,
      header: Header(
        origin: .foreign,
        device: Device(kind: .foreign, pressure: trace.hasPressure ? .measured : .none),
        program: "study", scope: .phase(Self.phase, timed: true)),
      judgesBorderline: false)
    for event in trace.events { scorer.add(event) }
    return Judged(scorer.result())
  }

  func judge(_ traces: [Trace]) -> [Judged] { Concurrent.map(traces) { judge($0) } }

  /// A trace as circles: what is looked at are loops, alarms, speed and pressure.
  static func judgeCircles(_ trace: Trace) -> Judged { circles(about: trace.middle).judge(trace) }

  static func judgeCircles(_ traces: [Trace]) -> [Judged] {
    Concurrent.map(traces) { judgeCircles($0) }
  }

  /// Without neighbours that are equal once rounded.
  private static func positions(_ line: [Point]) -> [Position] {
    var positions: [Position] = []
    for point in line {
      let position = Position(millimetres: point.x, point.y)
      if position != positions.last { positions.append(position) }
    }
    return positions
  }
}

/// What the engine made of a trace.
struct Judged: Sendable {
  let result: Result

  init(_ result: Result) { self.result = result }

  var phase: PhaseResult? { result.phases.first }
  var guide: GuideResult? { phase?.guides.first }
  /// Alarms of vibration.
  var vibrations: Int { phase?.vibrations ?? 0 }
  var vibrationSeconds: Double { phase?.vibration?.value ?? 0 }
  /// Contacts in alarms of tapping.
  var taps: Int { phase?.taps ?? 0 }
  var loops: Int { guide?.loops ?? 0 }
  var isVibrationCritical: Bool { result.critical.contains("technique.vibration") }
  var isTappingCritical: Bool { result.critical.contains("technique.tapping") }

  /// When vibration was found, in seconds.
  var vibrationSpans: [Span] {
    result.deductions.first { $0.code == "technique.vibration" }?.spans ?? []
  }
}
