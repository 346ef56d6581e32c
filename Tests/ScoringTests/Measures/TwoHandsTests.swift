import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// Two hands at a time are judged, each on its own guide; a third is not.
@Suite struct TwoHandsTests {
  private static let guides = [
    Guide(id: "left", path: [Cases.position(-60, 100), Cases.position(-60, 400)]),
    Guide(id: "right", path: [Cases.position(60, 100), Cases.position(60, 400)]),
  ]

  private var scenario: Scenario { Cases.straight(guides: Self.guides) }

  /// A contact down the back at x, 60 mm/s, with a number and a beginning of its own.
  private func stroke(x: Double, number: Int, at start: Int = 0, seconds: Double = 5) -> [Event] {
    var strokes = Strokes()
    strokes.time = start
    strokes.contact(seconds: seconds, rate: 125) { Point(x, 100 + 300 / seconds * $0) }
    return strokes.events.map { event in
      switch event {
      case .land(var landing):
        landing.contact = number
        landing.hand = number - 1
        return .land(landing)
      case .move(_, let sample): return .move(contact: number, sample)
      case .lift(_, let sample): return .lift(contact: number, sample)
      case .act: return event
      }
    }
  }

  /// In the one order: by time, then by contact.
  private func together(_ contacts: [Event]...) -> [Event] {
    contacts.flatMap { $0 }.enumerated().sorted {
      ($0.element.time, $0.element.contact ?? 0, $0.offset) < (
        $1.element.time, $1.element.contact ?? 0, $1.offset
      )
    }.map(\.element)
  }

  @Test func eachHandIsJudgedOnItsOwnGuide() {
    let left = stroke(x: -62, number: 1)
    let right = stroke(x: 65, number: 2, at: 400_000)
    let both = Cases.score(scenario, together(left, right)).phases[0]
    #expect(both.guides[0] == Cases.score(scenario, left).phases[0].guides[0])
    #expect(both.guides[1] == Cases.score(scenario, right).phases[0].guides[1])
    #expect(both.guides.map(\.strokes) == [1, 1])
    #expect(both.contacts == 2)
    #expect(both.breaks == 0)
    // Time with any hand counts once.
    #expect(both.contact.value == 5.4)
  }

  @Test func aSecondHandOnOneGuideIsNotJudgedForPathAndSpeed() {
    let first = stroke(x: -60, number: 1)
    // Beside the guide and too fast, while the first is there.
    let second = stroke(x: -72, number: 2, at: 1_000_000, seconds: 1)
    let both = Cases.score(scenario, together(first, second))
    let alone = Cases.score(scenario, first)
    #expect(both.phases[0].guides == alone.phases[0].guides)
    #expect(both.phases[0].speedTooFast?.units == 0)
    #expect(both.score == alone.score)
    #expect(both.phases[0].contacts == 2)
  }

  @Test func aSecondHandOnOneGuideIsJudgedForAreas() {
    var scenario = scenario
    scenario.spasm = [
      SpasmArea(
        id: "area", outline: .ellipse(at: Cases.position(-75, 250), radiusX: 5, radiusY: 5),
        contact: .none)
    ]
    scenario.phases[0].hand = .thumb
    let first = stroke(x: -55, number: 1)
    let second = stroke(x: -72, number: 2, at: 1_000_000)
    #expect(Cases.score(scenario, first).areas[0].entries == 0)
    #expect(Cases.score(scenario, together(first, second)).areas[0].entries == 1)
  }

  @Test func aThirdHandIsNotJudged() {
    let left = stroke(x: -62, number: 1)
    let right = stroke(x: 65, number: 2, at: 400_000)
    // Across the spine, where a firm hand would break its rule, and off every guide.
    let third = stroke(x: 0, number: 3, at: 500_000, seconds: 2)
    var scenario = scenario
    scenario.phases[0].hand = .thumb
    let two = Cases.score(scenario, together(left, right))
    #expect(Cases.score(scenario, together(left, right, third)) == two)
    // Decided on landing: it stays unjudged when another hand has left meanwhile.
    let late = stroke(x: 0, number: 3, at: 4_900_000)
    var long = Cases.score(scenario, together(left, right, late))
    long.duration = two.duration
    #expect(long == two)
    // A hand that lands when only one is left is the second again.
    let after = stroke(x: 0, number: 3, at: 5_100_000, seconds: 2)
    #expect(Cases.score(scenario, together(left, right, after)).phases[0].contacts == 3)
  }

  @Test func twoHandsThatShakeAreTwoAlarms() {
    var events: [[Event]] = []
    for (number, x) in [(1, -60.0), (2, 60)] {
      var strokes = Strokes()
      strokes.contact(seconds: 1, rate: 125) {
        Point(x + 4 * Point.onCircle(turns: 8 * $0).x, 150)
      }
      events.append(
        strokes.events.map { event in
          switch event {
          case .land(var landing):
            landing.contact = number
            return .land(landing)
          case .move(_, let sample): return .move(contact: number, sample)
          case .lift(_, let sample): return .lift(contact: number, sample)
          case .act: return event
          }
        })
    }
    let result = Cases.score(scenario, together(events[0], events[1]))
    #expect(result.phases[0].vibrations == 2)
    // Each for itself is under a second, both together are more.
    #expect(result.critical == ["technique.vibration"])
    #expect(Cases.score(scenario, events[0]).critical == [])
  }
}
