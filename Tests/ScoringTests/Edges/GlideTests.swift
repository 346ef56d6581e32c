import BackAtlas
import Geometry
import Scenarios
import Testing

@testable import Scoring

/// An area that is watched by what is known of the clearance tells the same as one that is measured
/// at every step.
@Suite struct GlideTests {
  private func area(_ numbers: inout RepeatableNumbers, _ round: Int) -> WatchedArea {
    let kind: AreaRule.Kind = [.spasm, .spine, .kidney][round % 3]
    let outline =
      round % 2 == 0
      ? Polygon(
        Ellipse.corners(
          centre: Position(x: 0, y: 0), radiusX: 5 + 20 * numbers.share(),
          radiusY: 5 + 20 * numbers.share()))
      : Polygon(
        rectangleFrom: Position(millimetres: -20, -60), to: Position(millimetres: 12, 60))
    return WatchedArea(
      id: "area", outline: outline,
      rule: AreaRule(
        kind: kind, margin: kind == .spasm ? 15 * numbers.share() : 0,
        contact: round % 4 == 0 ? .none : .light, maxPressure: 300))
  }

  @Test(arguments: [7, 37, 79] as [UInt64])
  func whatIsNotMeasuredIsWhatMeasuringWouldFind(seed: UInt64) {
    var numbers = RepeatableNumbers(seed: seed)
    let rules = SharedRules(.one)
    var measured = 0
    var glided = 0
    var calmed = 0
    for round in 0..<120 {
      let area = area(&numbers, round)
      let hand = Hand.allCases[Int(numbers.share() * Double(Hand.allCases.count))]
      let shape = HandShape(hand, rowAcross: round % 5 == 0)
      let isHeld = round % 7 == 0
      var quick = Watched()
      var plain = Watched()
      var calm = CalmlyWatched()
      var from = SettledSample(time: 0, place: FinePoint(x: 0, y: -70_000_000), pressure: nil)
      var pace = 1.0
      for _ in 0..<400 {
        // Mostly small steps to and fro about the edges, sometimes a leap or none at all.
        if numbers.share() < 0.05 { pace = [0, 0.2, 1, 3, 40][Int(numbers.share() * 5)] }
        let pull = Double(from.place.y) / 100_000_000
        let to = SettledSample(
          time: from.time + 8_000,
          place: FinePoint(
            x: from.place.x
              + FinePoint.units(pace * (numbers.offset() + (from.place.x > 0 ? -0.1 : 0.1))),
            y: from.place.y + FinePoint.units(pace * (numbers.offset() - pull))),
          pressure: round % 6 == 0 ? nil : Int(numbers.share() * 700_000))
        let step = SweptStep(
          from: from, to: to, isLost: numbers.share() < 0.02, isHeld: isHeld,
          isFirm: shape.isFirm)
        plain.contact.measure(
          step, to: shape.clearance(at: to.place, of: area.outline, hint: nil), nil, area, shape, 0,
          rules,
          &plain.tally)
        if quick.contact.glide(step, over: area.rule, rules: rules, tally: &quick.tally) {
          glided += 1
        } else {
          measured += 1
          quick.contact.take(
            step, over: area, shape: shape, phase: 0, rules: rules, tally: &quick.tally)
        }
        #expect(quick.isLike == plain.isLike, "seed \(seed), round \(round), at \(to.time)")
        if calm.take(step, area, shape, rules) { calmed += 1 }
        #expect(calm.settled.isLike == plain.isLike, "seed \(seed), round \(round), at \(to.time)")
        if isHeld { #expect(quick.contact.visitDepth == plain.contact.visitDepth) }
        from = to
      }
      quick.contact.leave(rules, 0, &quick.tally)
      plain.contact.leave(rules, 0, &plain.tally)
      #expect(quick.isLike == plain.isLike, "seed \(seed), round \(round), after it left")
    }
    // All ways were gone.
    #expect(glided > 1_000 && measured > 1_000 && calmed > 1_000)
  }

  /// The bounds are wider than the way by more than rounding, and hold only from the same place on.
  @Test func clearancesAreKnownWithinTheWay() throws {
    let (a, b) = (FinePoint(x: 0, y: 0), FinePoint(x: 3_000_000, y: 4_000_000))
    let known = KnownClearance(at: a, distances: [50, 60, 70, 80], facing: nil, 10)
    #expect(known.bounds(from: b, to: a) == nil)
    let (away, bounds) = try #require(known.bounds(from: a, to: b))
    #expect(away == 5)
    var moved = known
    moved.move(to: b, away: away)
    #expect(bounds.least < 5 && bounds.least > 4.99)
    #expect(bounds.atEnd > 15 && bounds.atEnd < 15.01)
    // Back where it was measured it is known again, however long the way was.
    let (_, back) = try #require(moved.bounds(from: b, to: a))
    #expect(back.least < 5 && back.atEnd < 10.01)
    let there = KnownClearance(at: b, distances: [48, 59, 71, 82], facing: nil, 8)
    let between = try #require(known.bounds(from: a, to: there, way: 5, nil))
    #expect(between.least < 6.5 && between.least > 6.49)
    #expect(between.atEnd > 8 && between.atEnd < 8.01)
    // Facing one side all the way, it falls evenly.
    let facing = KnownEnds(
      start: [50, 60, 70, 80], end: [48, 59, 71, 82], isFacingOneSide: true)
    let even = try #require(known.bounds(from: a, to: there, way: 5, facing))
    #expect(even.least < 8 && even.least > 7.99)
    #expect(
      known.ends(from: a, to: there).map { [$0.start, $0.end] }
        == [[50, 60, 70, 80], [48, 59, 71, 82]])
    #expect(moved.ends(from: b, to: there) == nil)
    // From 10 mm away it takes 8 to come as near as 2, and 5 to go as far as 15.
    #expect(known.freedom(above: 2, below: 100) > 7.99 && known.freedom(above: 2, below: 100) < 8)
    #expect(known.freedom(above: 2, below: 15) > 4.99 && known.freedom(above: 2, below: 15) < 5)
    #expect(moved.freedom(above: 2, below: 100) < 3)
  }

  /// Beside a square a hand may go along its side as far as that reaches, and nowhere else.
  @Test func aStripLiesAlongASide() throws {
    func place(_ x: Double, _ y: Double) -> FinePoint {
      FinePoint(x: FinePoint.units(x), y: FinePoint.units(y))
    }
    let square = Polygon([place(0, 0), place(100, 0), place(100, 100), place(0, 100)])
    let palm = HandShape(.palm, rowAcross: false)
    let bounds = CalmBounds(above: 1, below: 5)
    func strip(_ x: Double, _ shift: Double = 0) -> CalmStrip? {
      CalmStrip(
        at: place(x - shift, 50), shift: place(shift, 0), of: square, shape: palm, bounds: bounds)
    }
    let right = 100 + palm.radius
    #expect(strip(right + 1.2) == nil && strip(right + 4.8) == nil)
    #expect(strip(right + 1.3) != nil && strip(right + 4.7) != nil)
    for shift in [0.0, 0.3, -7] {
      let strip = try #require(strip(right + 3, shift))
      // Whether its place is one of them, by x from the side and y.
      let places: [(Double, Double, Bool)] = [
        (3, 50, true), (3, 0.001, true), (3, 99.999, true), (3, 0, false), (3, 100, false),
        (3, -20, false), (1.002, 50, true), (1, 50, false), (4.998, 20, true), (5, 20, false),
        (-30, 50, false), (-200, 50, false),
      ]
      for (x, y, holds) in places {
        #expect(strip.holds(place(right + x - shift, y)) == holds, "\(x), \(y), \(shift)")
      }
    }
    // Inside, up to the diagonals.
    let deep = CalmBounds(above: -palm.radius - 40, below: -palm.radius - 10)
    let inside = try #require(
      CalmStrip(at: place(75, 50), shift: place(0, 0), of: square, shape: palm, bounds: deep))
    #expect(inside.holds(place(75, 26)) && inside.holds(place(75, 74)))
    #expect(!inside.holds(place(75, 24)) && !inside.holds(place(75, 76)))
    #expect(!inside.holds(place(91, 50)) && inside.holds(place(89, 50)))
    // A row of fingertips has no one middle.
    let row = HandShape(.knuckles, rowAcross: true)
    #expect(
      row.offsets.count > 1
        && CalmStrip(
          at: place(right + 3, 50), shift: place(0, 0), of: square, shape: row, bounds: bounds)
          == nil
    )
  }
}

private struct Watched {
  var contact = AreaContact()
  var tally = AreaTally()

  var isLike: [Double] {
    [
      contact.isInside ? 1 : 0, contact.isStepInside ? 1 : 0, Double(contact.nearness.rawValue),
      Double(contact.entry), Double(contact.visitTime), Double(tally.contact),
      Double(tally.entries), tally.depth, Double(tally.peakPressure ?? -1),
      Double(tally.pressed), Double(tally.signals.count), Double(tally.signals.last ?? -1),
      Double(tally.wentOn ?? -1), Double(tally.loss.total), Double(tally.loss.spans.total),
    ]
  }
}

/// A contact watched as a fold does: added up as long as nothing can change.
private struct CalmlyWatched {
  private var watched = Watched()
  private var stretch = CalmStretch()

  /// What it comes to with what was only added up.
  var settled: Watched {
    var settled = watched
    settled.contact.pass(stretch, &settled.tally)
    return settled
  }

  /// True when the step was only added up.
  mutating func take(
    _ step: SweptStep, _ area: WatchedArea, _ shape: HandShape, _ rules: SharedRules
  ) -> Bool {
    if stretch.take(step.from, step.to, isLost: step.duration == 0) { return true }
    watched = settled
    stretch.end()
    if !watched.contact.glide(step, over: area.rule, rules: rules, tally: &watched.tally) {
      watched.contact.take(
        step, over: area, shape: shape, phase: 0, rules: rules, tally: &watched.tally)
    }
    let limit = watched.contact.isInside ? area.rule.limit(isFirm: shape.isFirm) : .max
    let bounds = watched.contact.calmBounds(
      over: area.rule, isHeld: step.isHeld, leaveClearance: rules.rules.leaveClearance,
      tally: watched.tally)
    guard let limit, let bounds else { return false }
    stretch.begin(at: step.to.place)
    let freedom = watched.contact.freedom(bounds)
    if stretch.bind(
      to: bounds, freedom: freedom, of: area.outline, shape: shape, shift: FinePoint(x: 0, y: 0))
    {
      stretch.bind(pressure: limit)
    } else {
      stretch.end()
    }
    return false
  }
}
