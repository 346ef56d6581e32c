import Foundation
import Geometry
import Scenarios
import Scoring
import Testing

/// Vibration and tapping, anywhere and over the kidneys.
@Suite struct AlarmEdgeTables {
  /// A hand that goes to and fro along a straight way, evenly.
  struct Shaking {
    /// Length of each way in mm, its duration in ticks of 5 ms, and how many there are.
    var width: Double
    var ticks: Int
    var ways: Int
    /// Unit direction.
    var direction = Point(1, 0)

    /// How far along the way the hand is at each tick, a rest at the end included, as it is stored.
    var places: [Double] {
      (0...ways * ticks + 100).map { tick in
        let way = min(tick, ways * ticks)
        let share = Double(way % ticks) / Double(ticks)
        return (width * ((way / ticks) % 2 == 0 ? share : 1 - share) * 100).rounded() / 100
      }
    }

    /// The shaking part of the movement: its mean over 8 ms less that over 50 ms, as the rules say.
    var shake: [Double] {
      var (quick, slow) = (0.0, 0.0)
      return places.dropFirst().reduce(into: [0.0]) { values, place in
        quick += 5.0 / (5 + 8) * (place - quick)
        slow += 5.0 / (5 + 50) * (place - slow)
        values.append(quick - slow)
      }
    }

    /// Where the shaking turns, the beginning included: ticks and values. For swings well over the
    /// hysteresis.
    var turns: [(tick: Int, value: Double)] {
      let shake = shake
      return [(0, 0)]
        + (1..<shake.count - 1).compactMap { tick in
          let (before, after) = (shake[tick] - shake[tick - 1], shake[tick + 1] - shake[tick])
          return before * after < 0 ? (tick, shake[tick]) : nil
        }
    }

    /// From turn to turn once the movement is steady.
    var swing: Double {
      let turns = turns.dropLast()
      return abs(turns[turns.count - 1].value - turns[turns.count - 2].value)
    }

    /// As wide as gives this swing.
    static func swinging(_ swing: Double, ticks: Int, direction: Point = Point(1, 0)) -> Shaking {
      var shaking = Shaking(width: 100, ticks: ticks, ways: 40, direction: direction)
      shaking.width = 100 * swing / shaking.swing
      return shaking
    }

    func score(scale: Int = 200_000, at start: Point = Point(150, 60)) -> Result {
      var ways = Ways()
      ways.scale = scale
      let places = places
      ways.contact(seconds: Double(places.count - 1) / 200) { seconds in
        let way = places[Int((seconds * 200).rounded())]
        return Point(start.x + direction.x * way, start.y + direction.y * way)
      }
      return Edge.score(Edge.scenario(.stroking(StrokingTask(guides: [line]))), ways)
    }

    private var line: Guide {
      Guide(id: "line", path: [Cases.position(-150, 100), Cases.position(-150, 400)])
    }
  }

  private func vibrates(_ result: Result) -> Bool { result.phases[0].vibrations != 0 }

  // The edge of 6 mm, half a percent to both sides: so near that the two means' times show.
  @Test(arguments: [4, 6, 10, 20, 30], [(5.97, false), (6.03, true)])
  func aSwingTurnsOverOneAndAHalfPixels(ticks: Int, row: (swing: Double, turns: Bool)) {
    let shaking = Shaking.swinging(row.swing, ticks: ticks)
    #expect(vibrates(shaking.score(scale: 4_000_000)) == row.turns)
  }

  @Test(arguments: [(200_000, 0.48, false), (200_000, 0.52, true), (320_000, 0.52, true)])
  func aSwingTurnsOverHalfAMillimetre(scale: Int, swing: Double, turns: Bool) {
    #expect(vibrates(Shaking.swinging(swing, ticks: 10).score(scale: scale)) == turns)
  }

  // Along the axes only one of four signals swings over 6 mm, and so along the diagonals.
  @Test(arguments: [
    Point(1, 0), Point(0, 1), Point(0.5.squareRoot(), 0.5.squareRoot()),
    Point(0.5.squareRoot(), -0.5.squareRoot()),
  ])
  func vibrationIsFoundInFourDirections(direction: Point) {
    let shaking = Shaking.swinging(6.06, ticks: 10, direction: direction)
    #expect(vibrates(shaking.score(scale: 4_000_000)))
    let less = Shaking.swinging(5.94, ticks: 10, direction: direction)
    #expect(!vibrates(less.score(scale: 4_000_000)))
  }

  // 20 to 150 ms a swing.
  @Test(arguments: [(3, false), (4, true), (30, true), (31, false)])
  func swingsHaveADuration(ticks: Int, isVibration: Bool) {
    #expect(vibrates(Shaking.swinging(3, ticks: ticks).score()) == isVibration)
  }

  // Up to 12 mm. Along an axis the diagonals' signals swing by the root of a half of it.
  @Test(arguments: [(16.85, true), (17.1, false)])
  func widerSwingsAreNoVibration(swing: Double, isVibration: Bool) {
    #expect(vibrates(Shaking.swinging(swing, ticks: 20).score()) == isVibration)
  }

  /// Six good swings in a row are an alarm from the first turn to the last; each further one
  /// prolongs it, and a second of it is a critical fault.
  @Test(arguments: 1...26)
  func sixSwingsAreAnAlarm(ways: Int) {
    let shaking = Shaking(width: 8, ticks: 10, ways: ways)
    let turns = shaking.turns
    let swings = turns.count - 1
    let alarm = swings >= 6 ? (turns[swings].tick - turns[0].tick) * 5 : 0
    let result = shaking.score()
    #expect(result.phases[0].vibration?.units == alarm)
    #expect(result.critical == (alarm >= 1000 ? ["technique.vibration"] : []))
  }

  /// The same over a kidney, where half a second is enough, and every tick within the alarm is
  /// against the rule.
  @Test(arguments: 8...16)
  func halfASecondOverAKidneyIsCritical(ways: Int) throws {
    let shaking = Shaking(width: 8, ticks: 10, ways: ways)
    let turns = shaking.turns
    let alarm = (turns[turns.count - 1].tick - turns[0].tick) * 5
    let result = shaking.score(at: Point(60, 350))
    let kidney = try #require(result.areas.first { $0.id == "kidney-right" })
    #expect(kidney.pressed.units == alarm)
    #expect(result.critical == (alarm >= 500 ? ["spasm.kidney"] : []))
  }

  /// After half a second of rest the first swing is too long: the alarm begins where it ends, and
  /// that moment is not yet in it.
  @Test func anAlarmBeginsBehindItsFirstTurn() throws {
    let shaking = Shaking(width: 8, ticks: 10, ways: 14)
    let turns = shaking.turns.dropFirst()
    var ways = Ways()
    ways.contact(seconds: 1.7) { seconds in
      let tick = Int((seconds * 200).rounded()) - 100
      return Point(60 + (tick < 0 ? 0 : shaking.places[tick]), 350)
    }
    let result = Edge.score(Edge.scenario(Cases.straight().phases[0].task), ways)
    let kidney = try #require(result.areas.first { $0.id == "kidney-right" })
    let alarm = ((turns.last?.tick ?? 0) - (turns.first?.tick ?? 0)) * 5
    #expect(result.phases[0].vibration?.units == alarm)
    #expect(kidney.pressed.units == alarm)
  }

  /// Circles at 5 a second: those of 15 mm or more are work, however quick. A circle of 40 ticks
  /// has the area of one 0.2 % narrower.
  @Test(arguments: [(14.95, true), (15.1, false)])
  func loopsOfAWorkingSizeAreNoVibration(diameter: Double, isVibration: Bool) {
    var ways = Ways()
    ways.contact(seconds: 4) { seconds in
      let angle = seconds * 10 * Double.pi
      return Point(150 + diameter / 2 * cos(angle), 60 + diameter / 2 * sin(angle))
    }
    let result = Edge.score(Cases.straight(), ways)
    #expect(vibrates(result) == isVibration)
  }

  // MARK: Tapping

  struct Taps: Sendable {
    var count = 3
    var duration = 250_000
    var extent = 8.0
    var pause = 800_000
    var distance = 60.0
    var place = (x: 150.0, y: 60.0)

    func score() -> Result {
      var ways = Ways()
      for tap in 0..<count {
        let (x, y) = (place.x, place.y + Double(tap % 2) * distance)
        ways.contact([(0, x, y), (100_000, x + extent, y), (duration, x, y)])
        ways.time += pause
      }
      return Edge.score(Edge.scenario(Cases.straight().phases[0].task), ways)
    }
  }

  @Test(arguments: [
    (Taps(), 3), (Taps(count: 2), 0), (Taps(duration: 250_001), 0), (Taps(extent: 8.01), 0),
    (Taps(pause: 800_001), 0), (Taps(distance: 60.01), 0), (Taps(count: 5), 5),
  ])
  func threeShortContactsInARowAreTapping(taps: Taps, expected: Int) {
    #expect(taps.score().phases[0].taps == expected)
  }

  @Test(arguments: [(5, [String]()), (6, ["technique.tapping"])])
  func sixTapsAreCritical(count: Int, critical: [String]) {
    #expect(Taps(count: count).score().critical == critical)
  }

  // Every other tap is 90 mm to the side of the kidney's middle, and so beside it.
  @Test(arguments: [(3, [String]()), (4, []), (5, ["spasm.kidney"])])
  func threeTapsOverAKidneyAreCritical(count: Int, critical: [String]) {
    var ways = Ways()
    for tap in 0..<count {
      ways.rest(tap % 2 == 0 ? 60 : 115, 350, for: 100_000)
      ways.time += 300_000
    }
    let result = Edge.score(Edge.scenario(Cases.straight().phases[0].task), ways)
    #expect(result.phases[0].taps == count)
    #expect(result.critical == critical)
  }
}
