import Attempts
import Handover
import Records
import Scenarios
import Testing

@testable import Scoring

/// One figure that decides yes or no, and what is expected on both sides of it.
///
/// The table is written by hand from the rules: `expected` says for an offset in the smallest unit
/// that a record can keep what the judgement is. An edge whose own value (offset 0) is judged as
/// what lies below it is closed above ("up to and with"), and the other way round.
struct StorageEdge: Sendable, CustomTestStringConvertible {
  var name: String
  var expected: [(offset: Int, is: Bool)]
  var scenario: Scenario
  var device = Device(kind: .pen, pressure: .measured)
  /// The contacts of an attempt that is `offset` units beyond the figure.
  var tracks: @Sendable (_ offset: Int) -> [UnitTrack]
  /// Reads the judgement off an attempt that has come to its end.
  var judge: @Sendable (Scorer) -> Bool

  var testDescription: String { name }

  /// Up to the figure and with it: 40 ms is a stroke, 40.001 ms is not.
  static let upTo = [(offset: -1, is: true), (0, true), (1, false)]
  /// From the figure on, and with it.
  static let from = [(offset: -1, is: false), (0, true), (1, true)]
  /// Only beyond the figure.
  static let beyond = [(offset: -1, is: false), (0, false), (1, true)]
  /// Only before the figure.
  static let before = [(offset: -1, is: true), (0, false), (1, false)]
  /// Of a figure that no whole number of units meets: the nearest on either side.
  static let between = [(offset: 0, is: false), (1, true)]

  /// A drill of the only phase, so that nothing but the hands is asked.
  var header: Header {
    Header(
      mode: .drill, device: device, program: "test",
      scope: .phase(scenario.phases[0].id, timed: true))
  }

  func scorer(_ events: [Event]) -> Scorer {
    var scorer = Scorer(scenario: scenario, header: header)
    for event in events { scorer.add(event) }
    return scorer
  }
}

/// Both sides of every figure that decides: judged live, and again after writing and reading.
@Suite struct StorageEdgeTests {
  @Test(
    arguments: [
      TimeEdges.all, StrokeEdges.all, SpeedEdges.all, AreaEdges.all, PressureEdges.all,
      LoopEdges.all, TapEdges.all, PressEdges.all,
    ].flatMap { $0 })
  func everyEdgeIsJudgedTheSameLiveAndReadBack(edge: StorageEdge) throws {
    for (offset, expected) in edge.expected {
      let events = edge.tracks(offset).events
      let live = edge.scorer(events)
      #expect(edge.judge(live) == expected, "\(edge.name), \(offset) units beyond")
      let bytes = try RecordWriter.document(of: events, header: edge.header, scenario: [])
      let (head, read) = try RecordReader().read(.bytes(bytes))
      #expect(read == events, "\(edge.name), \(offset) units beyond")
      var again = Scorer(scenario: edge.scenario, header: head.header)
      for event in read { again.add(event) }
      #expect(edge.judge(again) == expected, "\(edge.name), read back, \(offset) units beyond")
      #expect(
        ResultJSON.line(again.result(), record: "-", scenarioSHA256: "")
          == ResultJSON.line(live.result(), record: "-", scenarioSHA256: ""))
    }
  }
}

/// The cases of the tables: one guide, one point, one area, far from anything else.
enum EdgeCases {
  /// In hundredths of a millimetre: 300 mm toward the feet at x = -60 mm.
  static let top = 10_000
  static let line = -6_000

  static func strokes(_ strokes: Int = 1, hand: Hand = .palm, spasm: [SpasmArea] = []) -> Scenario {
    Cases.straight(strokes: strokes, spasm: spasm, hand: hand)
  }

  /// A square of 40 mm in spasm, beside the guide; its left edge is at x = 60 mm.
  static func spasm(_ contact: AllowedContact = .light, hand: Hand = .fingertips) -> Scenario {
    strokes(
      hand: hand,
      spasm: [
        SpasmArea(
          id: "area",
          outline: .polygon([
            Cases.position(60, 200), Cases.position(100, 200), Cases.position(100, 240),
            Cases.position(60, 240),
          ]), contact: contact, maxPressure: 0.15)
      ])
  }

  private static func one(_ task: PhaseTask, hand: Hand? = nil) -> Scenario {
    Scenario(
      id: "one", title: "One", patient: Cases.patient(), decision: .proceed,
      phases: [Phase(id: "one", task: task, hand: hand)])
  }

  /// Circles of 1 to 40 mm along the same line.
  static func circles(
    diameter: Band = Band(full: 1...100, none: 0...160), turn: Turn = .either
  ) -> Scenario {
    one(
      .combCircles(
        CombCirclesTask(
          guides: [Guide(id: "lane", path: [Cases.position(-60, 100), Cases.position(-60, 400)])],
          curve: .straight, loops: 8, diameter: diameter, turn: turn)), hand: .fingertips)
  }

  /// One point at (-60, 250) mm to hold for 3 s.
  static func point() -> Scenario {
    one(.pointPress(PointPressTask(points: [PressPoint(id: "a", at: Cases.position(-60, 250))])))
  }

  /// One square of 120 mm to lift.
  static func lifts() -> Scenario {
    one(
      .honeyLift(
        HoneyLiftTask(
          area: .polygon([
            Cases.position(-140, 200), Cases.position(-20, 200), Cases.position(-20, 320),
            Cases.position(-140, 320),
          ]), lifts: 1)))
  }
}

extension Scorer {
  /// The only phase of the case.
  var phase: PhaseResult { result().phases[0] }
  var guide: GuideResult { phase.guides[0] }
}
