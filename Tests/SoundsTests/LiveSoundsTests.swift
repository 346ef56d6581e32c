import BackAtlas
import Geometry
import Scenarios
import Testing

@testable import Scoring
@testable import Sounds

/// What is to be heard of what hands do.
@Suite struct LiveSoundsTests {
  static let band = Band(full: 20...100, none: 10...200)

  private static func guide(_ id: String, length: Double) -> Guide {
    Guide(
      id: id,
      path: [Position(millimetres: -52, 200), Position(millimetres: -52, 200 + length)])
  }

  static let strokes = Phase(
    id: "strokes",
    task: .stroking(
      StrokingTask(
        guides: [guide("short", length: 120), guide("long", length: 300)], curve: .straight)))
  static let circles = Phase(
    id: "circles",
    task: .combCircles(
      CombCirclesTask(
        guides: [guide("lane", length: 200)], curve: .straight,
        diameter: Band(full: 34...46, none: 15...90))))
  static let points = Phase(
    id: "points",
    task: .pointPress(
      PointPressTask(points: [PressPoint(id: "one", at: Position(millimetres: 60, 300))])))
  static let lifts = Phase(
    id: "lifts",
    task: .honeyLift(
      HoneyLiftTask(area: .ellipse(at: Position(millimetres: 0, 300), radiusX: 90, radiusY: 60))))

  static let scenario = Scenario(
    id: "heard", title: "A case that is heard",
    patient: Patient(
      age: 46, back: Back(sex: .male, stature: 1755), cause: .heavyLifting, period: .easing,
      diagnosis: Diagnosis(by: "neurologist", text: "easing")),
    decision: .proceed,
    spasm: [
      area("light", .light), area("untouched", .none),
    ],
    phases: [strokes, circles, points, lifts])

  private static func area(_ id: String, _ contact: AllowedContact) -> SpasmArea {
    SpasmArea(
      id: id, outline: .ellipse(at: Position(millimetres: -28, 430), radiusX: 10, radiusY: 20),
      contact: contact, maxPressure: 0.15)
  }

  private func hand(
    speed: Double? = 60, guide: Int? = nil, pressure: Double? = nil, isReturning: Bool = false,
    area: AreaNearness = .clear, areaID: String? = nil
  ) -> HandReading {
    HandReading(
      contact: 1, place: Position(x: 0, y: 0), pressure: pressure, speed: speed, guide: guide,
      arc: nil, deviation: nil, isOff: false, isReturning: isReturning, isBackward: false,
      area: area, areaID: areaID)
  }

  private func state(
    _ phase: Int?, _ hands: [HandReading] = [], guide: Int? = nil, isInPain: Bool = false
  ) -> SoundState {
    var live = LiveSounds()
    var reading = LiveReading(phase: phase)
    reading.hands = hands
    return live.state(of: Self.scenario, reading, guide: guide, isInPain: isInPain)
  }

  @Test func aStrokeIsABeatThereAndBack() throws {
    // 300 mm at 60 mm/s, and back at 110: 5 and 2.73 s.
    let beat = try #require(state(0, guide: 1).beat)
    let whole = 5 + 300.0 / 110
    #expect(abs(beat.tempo - 60 / whole) < 1e-9)
    #expect(try abs(#require(beat.turn) - 5 / whole) < 1e-9)
    // The hand's guide comes before the one that is to be worked on, and that before the first.
    #expect(state(0, [hand(guide: 0)], guide: 1).beat == state(0, guide: 0).beat)
    #expect(state(0, guide: nil).beat == state(0, guide: 0).beat)
    let short = try #require(state(0).beat)
    #expect(abs(short.tempo / beat.tempo - 300.0 / 120) < 1e-9)
  }

  @Test func aCircleIsABeat() throws {
    // 40 mm across at 60 mm/s.
    let beat = try #require(state(1).beat)
    #expect(abs(beat.tempo - 60 * 60 / (Double.pi * 40)) < 1e-9)
    #expect(beat.turn == nil)
  }

  @Test func aPressCountsSecondsAndALiftTakesTwo() {
    #expect(state(2).beat == Beat(tempo: 60))
    #expect(state(3).beat == Beat(tempo: 30))
  }

  @Test func outsideEveryPhaseNothingIsHeard() {
    #expect(state(nil) == .silent)
    #expect(state(9) == .silent)
    #expect(state(-1) == .silent)
  }

  /// What is kept of a phase is not taken for another's.
  @Test func theTempoFollowsThePhase() {
    var live = LiveSounds()
    for phase in [0, 1, 0, 3, 2, 1] {
      let heard = live.state(
        of: Self.scenario, LiveReading(phase: phase), guide: 1, isInPain: false)
      #expect(heard.beat == state(phase, guide: 1).beat)
    }
  }

  @Test func speedIsThatOfTheFirstHand() {
    #expect(state(0, [hand(speed: 70), hand(speed: 300)]).speed == HandSpeed(70, of: Self.band))
    #expect(state(0).speed == nil)
    #expect(state(0, [hand(speed: nil)]).speed == nil)
    // Where no speed is asked none is heard.
    #expect(state(2, [hand()]).speed == nil)
    // On a return the upper edges are doubled.
    let back = state(0, [hand(speed: 150, isReturning: true)]).speed
    #expect(back == HandSpeed(150, of: Self.band.upperEdgesDoubled))
  }

  static let nearnesses:
    [(phase: Int, pressure: Double?, area: AreaNearness, id: String, heard: SpasmNearness)] = [
      (0, 0.1, .clear, "light", .none),
      // A palm that may lie there as lightly as it does.
      (0, 0.15, .margin, "light", .none), (0, 0.15, .touching, "light", .none),
      (0, nil, .touching, "light", .none),
      (0, 0.16, .margin, "light", .margin), (0, 0.1, .margin, "untouched", .margin),
      (0, nil, .margin, "untouched", .margin),
      // Knuckles are firm however light they are.
      (1, 0.1, .margin, "light", .margin), (1, nil, .touching, "light", .margin),
      (0, 0.3, .breakingRule, "light", .pressing), (0, 0.3, .breakingRule, "spine", .pressing),
      (1, 0.6, .pain, "light", .pain),
    ]

  @Test(arguments: nearnesses)
  func theWarningKnowsWhatIsAllowed(
    phase: Int, pressure: Double?, area: AreaNearness, id: String, heard: SpasmNearness
  ) {
    let one = hand(pressure: pressure, area: area, areaID: id)
    #expect(state(phase, [one]).nearness == heard)
    // The worst of all hands counts.
    #expect(state(phase, [hand(), one]).nearness == heard)
  }

  /// The patient is in pain for longer than the touch that hurt, and by the same rule.
  @Test func painIsHeardThoughTheHandIsGone() {
    #expect(state(0, isInPain: true).nearness == .pain)
    #expect(state(0, [hand(area: .breakingRule)], isInPain: true).nearness == .pain)
    #expect(state(0, [hand(area: .breakingRule)]).nearness == .pressing)
    #expect(state(0, [hand(area: .pain)]).nearness == .pain)
    // Outside a step nobody works.
    #expect(state(nil, isInPain: true) == .silent)
  }
}
