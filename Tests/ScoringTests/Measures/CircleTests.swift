import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// Circles of 60 mm at 30 a minute: counted, measured and turned right, however they are seen.
@Suite struct CircleTests {
  private static let diameter = 60.0

  private func scenario(_ turn: Turn) -> Scenario {
    var scenario = EdgeCases.circles(
      diameter: Band(full: 40...100, none: 20...160), turn: turn)
    // Long enough for twelve circles at the greatest advance.
    scenario.phases[0].task = .combCircles(
      CombCirclesTask(
        guides: [Guide(id: "lane", path: [Cases.position(-60, 100), Cases.position(-60, 560)])],
        curve: .straight, loops: 8, turn: turn))
    return scenario
  }

  /// So many circles down the lane, each further by a share of the diameter.
  private func circles(
    _ count: Int, advance: Double, clockwise: Bool, from phase: Double, _ sight: Sight
  ) -> [Event] {
    var motion = Motion(sight)
    motion.contact(seconds: 2 * Double(count), pressure: 200) { time in
      let turns = time / 2
      let centre = Point(-60, 120 + turns * advance * Self.diameter)
      let place = Point.onCircle(turns: (clockwise ? turns : -turns) + phase)
      return centre + place * (Self.diameter / 2)
    }
    return motion.events
  }

  private static let drill = Header(
    mode: .drill, device: Device(kind: .pen, pressure: .measured), program: "test",
    scope: .phase("one", timed: true))

  private static let advances: [Double] = {
    #if DEBUG
      [0.4]
    #else
      [0.2, 0.4, 0.6]
    #endif
  }()

  // A contact's first circle is seen from its first change of direction on, with at most a seventh
  // more: beginning just before that change it reads up to a fifth too small. So the mean is one of
  // a lane's circles, not of two or three. Pixels of 1.35 mm are two thirds of the counter's step:
  // directions are coarse then, and a circle may seem to begin or end 7 % of a turn off.
  @Test(arguments: Sight.usual, advances)
  func circlesAreCountedAndMeasured(sight: Sight, advance: Double) throws {
    let count = 12
    for (clockwise, phase) in [(true, 0.0), (false, 0.3), (true, 0.62)] {
      let events = circles(
        count, advance: advance, clockwise: clockwise, from: phase, sight)
      let turn = clockwise ? Turn.clockwise : .counterclockwise
      let result = Cases.score(scenario(turn), events, header: Self.drill)
      let lane = result.phases[0].guides[0]
      let loops = try #require(lane.loops)
      #expect(loops == count || loops == count - 1, "\(loops) of \(count)")
      let diameter = try #require(lane.meanDiameter).value
      let tolerance = sight.pixel ?? 0 > 1 ? 0.04 : 0.02
      #expect(abs(diameter - Self.diameter) <= tolerance * Self.diameter, "\(diameter) mm")
      let mean = try #require(lane.meanAdvance).value
      #expect(abs(mean - advance) <= 0.03, "\(mean) of a diameter")
      #expect(!result.deductions.contains { $0.code == "technique.turn" })
      #expect(result.phases[0].vibrations == 0)
      let wrong = Cases.score(
        scenario(clockwise ? .counterclockwise : .clockwise), events, header: Self.drill)
      #expect(wrong.deductions.contains { $0.code == "technique.turn" })
    }
  }

  @Test func aHandThatOnlyGoesAlongHasNoLoops() {
    var motion = Motion(Sight(rate: 125))
    motion.contact(seconds: 5) { Point(-60, 100 + 60 * $0) }
    motion.wait(0.5)
    // Half a turn there and half a turn back is none.
    motion.contact(seconds: 4) { time in
      let turns = time < 2 ? time / 4 : 1 - time / 4
      return Point(-60, 200) + Point.onCircle(turns: turns) * 30
    }
    let phase = Cases.score(scenario(.either), motion.events, header: Self.drill).phases[0]
    #expect(phase.guides[0].loops == 0)
    #expect(phase.contacts == 2)
  }
}
