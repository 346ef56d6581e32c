import Geometry
import Testing

@Suite struct PolylineTests {
  private func line(_ points: [(Double, Double)]) -> Polyline {
    Polyline(points.map { Position(millimetres: $0.0, $0.1).fine })
  }

  @Test(
    arguments: [
      // Toward the feet: left of travel is the patient's right.
      ([(0, 0), (0, 300)], (6, 100), 100.0, 6.0),
      ([(0, 0), (0, 300)], (-6, 100), 100, -6),
      // Toward the head it is the other way round.
      ([(0, 300), (0, 0)], (6, 100), 200, -6),
      // Toward the patient's right: left of travel is toward the head.
      ([(0, 0), (300, 0)], (50, -4), 50, 4),
      // Beyond the ends.
      ([(0, 0), (0, 300)], (3, -4), 0, 5),
      ([(0, 0), (0, 300)], (-3, 304), 300, -5),
      // On the line.
      ([(0, 0), (0, 300)], (0, 20), 20, 0),
    ] as [([(Double, Double)], (Double, Double), Double, Double)])
  func aPlaceMeetsTheLine(
    points: [(Double, Double)], place: (Double, Double), arc: Double, deviation: Double
  ) {
    let match = line(points).nearest(to: Position(millimetres: place.0, place.1).fine)
    #expect(match == Polyline.Match(arc: arc, deviation: deviation))
  }

  @Test func theEarlierPointWinsATie() {
    let there = line([(0, 0), (0, 100), (20, 100), (20, 0)])
    #expect(there.nearest(to: Position(millimetres: 10, 50).fine).arc == 50)
  }

  @Test func aSearchKeepsToItsRange() {
    let there = line([(0, 0), (0, 100), (20, 100), (20, 0)])
    let place = Position(millimetres: 2, 50).fine
    #expect(there.nearest(to: place, from: 120, through: 220).arc == 170)
    #expect(there.nearest(to: place, from: 60, through: 90).arc == 60)
    #expect(there.nearest(to: place, from: -40, through: 20).arc == 20)
    #expect(there.nearest(to: place, from: 400, through: 500).arc == there.length)
  }

  @Test func matchesAgreeWithTryingEveryPoint() {
    var numbers = Numbers(seed: 17)
    for round in 0..<200 {
      let points = (0..<5).map { _ in (numbers.range(-100, 100), numbers.range(-100, 100)) }
      let there = line(points)
      let place = Position(millimetres: numbers.range(-120, 120), numbers.range(-120, 120)).fine
      let match = there.nearest(to: place)
      var least = Double.infinity
      for step in 0...4000 {
        let point = there.place(at: there.length * Double(step) / 4000)
        least = min(least, point.distance(to: place))
      }
      #expect(match.distance <= least + 1e-6, "seed 17, round \(round)")
      #expect(match.distance >= least - there.length / 4000, "seed 17, round \(round)")
      #expect(abs(there.place(at: match.arc).distance(to: place) - match.distance) < 1e-5)
    }
  }

  @Test func cuttingKeepsEndsAndLength() {
    let curve = Polyline(
      CatmullRom.open(through: [
        Position(x: 0, y: 0), Position(x: 3000, y: 9000), Position(x: -2000, y: 20_000),
      ]))
    let cut = curve.resampled(step: 2)
    #expect(cut.vertices.count == Int((curve.length / 2).rounded()) + 1)
    #expect(cut.vertices.first == curve.vertices.first)
    #expect(cut.vertices.last == curve.vertices.last)
    #expect(abs(cut.length - curve.length) < 0.05)
    let steps = zip(cut.vertices, cut.vertices.dropFirst()).map { $0.distance(to: $1) }
    #expect((steps.max() ?? 0) - (steps.min() ?? 0) < 0.02)
  }

  @Test func aCurvePassesThroughItsPoints() {
    let controls = [
      Position(x: 0, y: 0), Position(x: 5000, y: 4000), Position(x: 5000, y: 12_000),
      Position(x: -3000, y: 13_000),
    ]
    let curve = CatmullRom.open(through: controls)
    #expect(curve.count == 3 * CatmullRom.stepsPerSegment + 1)
    for (index, control) in controls.enumerated() {
      #expect(curve[index * CatmullRom.stepsPerSegment] == control.fine)
    }
  }

  @Test func twoPointsGiveTheStraightLine() {
    let curve = CatmullRom.open(through: [Position(x: 100, y: 200), Position(x: 100, y: 30_200)])
    #expect(curve.allSatisfy { $0.x == 1_000_000 })
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.y < $1.y })
  }

  @Test func movingACurveByHundredthsMovesEveryPointExactly() {
    let controls = [
      Position(x: 17, y: 5), Position(x: 4321, y: 9876), Position(x: -555, y: 15_003),
    ]
    let moved = controls.map { Position(x: $0.x - 7_919, y: $0.y + 104_729) }
    for (a, b) in zip(CatmullRom.open(through: controls), CatmullRom.open(through: moved)) {
      #expect(b.x - a.x == -7_919 * 10_000 && b.y - a.y == 104_729 * 10_000)
    }
  }
}

/// Repeatable numbers for property tests (SplitMix64).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func share() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
  }

  mutating func range(_ low: Double, _ high: Double) -> Double { low + (high - low) * share() }
}
