import Foundation
import Testing

@testable import Geometry

/// Searches that pass over what is far away find the same, to the last bit, as trying everything.
@Suite struct NearestTests {
  /// The nearest point of a line by trying every step of the range.
  private func plainNearest(
    _ line: Polyline, to place: FinePoint, from: Double, through: Double
  ) -> Polyline.Match {
    let from = min(max(from, 0), line.length)
    let through = min(max(through, from), line.length)
    var best = Polyline.Match(arc: from, deviation: 0)
    var bestSquare = Double.infinity
    var index = line.arcs.indices.dropLast().last { line.arcs[$0] <= from } ?? 0
    while index < line.vertices.count - 1, line.arcs[index] <= through {
      let start = line.arcs[index]
      let span = line.arcs[index + 1] - start
      let way = line.vertices[index + 1].offset(from: line.vertices[index])
      let offset = place.offset(from: line.vertices[index])
      let square = way.x * way.x + way.y * way.y
      var share = (offset.x * way.x + offset.y * way.y) / square
      share = min(max(share, max(0, (from - start) / span)), min(1, (through - start) / span))
      let gapX = offset.x - way.x * share
      let gapY = offset.y - way.y * share
      if gapX * gapX + gapY * gapY < bestSquare {
        bestSquare = gapX * gapX + gapY * gapY
        let side = offset.x * way.y - offset.y * way.x
        best = Polyline.Match(
          arc: start + span * share,
          deviation: side < 0 ? -bestSquare.squareRoot() : bestSquare.squareRoot())
      }
      index += 1
    }
    return best
  }

  /// Walks with steps of one length or of many, some of which come back over themselves.
  private func line(_ numbers: inout Numbers, _ round: Int) -> Polyline {
    var x = numbers.range(-200, 200)
    var y = numbers.range(-200, 200)
    var heading = Int(numbers.range(0, 64))
    var vertices: [FinePoint] = []
    for _ in 0..<2 + Int(numbers.range(0, 150)) {
      vertices.append(Position(millimetres: x, y).fine)
      let step = round % 3 == 0 ? numbers.range(0.02, 20) : 2
      if round % 4 > 0 { heading += Int(numbers.range(-6, 7)) }
      x += Ellipse.cosine(heading) * step
      y += Ellipse.sine(heading) * step
    }
    var distinct = [vertices[0]]
    for vertex in vertices where vertex != distinct[distinct.count - 1] { distinct.append(vertex) }
    return Polyline(distinct)
  }

  @Test(arguments: [3, 29, 71] as [UInt64])
  func aLineIsSearchedAsIfEveryStepWereTried(seed: UInt64) {
    var numbers = Numbers(seed: seed)
    for round in 0..<400 {
      let line = line(&numbers, round)
      for _ in 0..<20 {
        let at = line.place(at: numbers.range(0, line.length)).point
        let beside = numbers.share() < 0.3 ? 300 : 8.0
        let place = Position(
          millimetres: at.x + numbers.range(-beside, beside),
          at.y + numbers.range(-beside, beside)
        ).fine
        let from = numbers.range(-40, line.length + 10)
        let through = from + numbers.range(-5, 90)
        #expect(
          line.nearest(to: place, from: from, through: through)
            == plainNearest(line, to: place, from: from, through: through),
          "seed \(seed), round \(round)")
        let whole = plainNearest(line, to: place, from: 0, through: line.length)
        #expect(line.nearest(to: place) == whole, "seed \(seed), round \(round)")
        for limit in [whole.distance, whole.distance.nextDown, whole.distance * 2, 10] {
          #expect(
            line.nearest(to: place, within: limit) == (whole.distance <= limit ? whole : nil),
            "seed \(seed), round \(round), within \(limit)")
        }
      }
    }
  }

  /// Guides as cases have them: curves through a few points, gentle and sharp, cut evenly, straight
  /// ones, and polylines with corners, where nothing nearby is certain.
  private func guide(_ numbers: inout Numbers, _ round: Int) -> Polyline {
    if round % 3 == 2 { return curl(&numbers, round / 3) }
    if round % 12 == 1 { return hairpin(&numbers) }
    let bend = [0.0, 3, 20, 60][round % 4]
    var y = numbers.range(0, 50)
    let path = (0..<2 + round % 4).map { _ in
      y += numbers.range(20, 120)
      return Position(millimetres: numbers.range(-bend, bend), y)
    }
    // One long step is cut by the range wherever the hand is.
    if round % 5 == 3 { return Polyline(path.map(\.fine)) }
    return round % 5 == 4
      ? Polyline(path.map(\.fine)).resampled(step: 2)
      : Polyline(CatmullRom.open(through: path)).resampled(step: 2)
  }

  /// Long steps, and short ones back beside them.
  private func hairpin(_ numbers: inout Numbers) -> Polyline {
    let long = numbers.range(60, 160)
    let aside = numbers.range(1.5, 8)
    let short = numbers.range(0.8, 3)
    let back = (0..<50).map { (aside, long - Double($0) * short) }
    let path = [(0.0, 0.0), (0.0, long)] + back
    return Polyline(path.map { Position(millimetres: $0.0, $0.1).fine })
  }

  /// A long step that ends within the range begins before it, and counts.
  @Test func aLongStepBesideShortOnesIsSeen() {
    let back = (0..<60).map { (2.0, 150 - 1.2 * Double($0)) }
    let line = Polyline(
      ([(0.0, 0.0), (0.0, 150.0)] + back).map { Position(millimetres: $0.0, $0.1).fine })
    for index in 2..<40 {
      let y = 150 - 1.2 * Double(index - 2) - 0.6
      for x in [0.05, 0.9, 1.1, 1.9] {
        let place = Position(millimetres: x, y).fine
        let arc = (line.arcs[index] + line.arcs[index + 1]) / 2
        for reach in [30.0, 40] {
          var step = index
          #expect(
            line.nearest(to: place, around: arc, within: reach, step: &step)
              == plainNearest(line, to: place, from: arc - reach, through: arc + reach),
            "step \(index), \(x) mm, within \(reach)")
        }
      }
    }
  }

  /// Lines that turn all the time: spirals of turns near and far from one another, and waves, some with a
  /// corner; as written, and cut evenly.
  private func curl(_ numbers: inout Numbers, _ round: Int) -> Polyline {
    let pitch = numbers.range(0.5, 6)
    let wide = numbers.range(3, 40)
    let count = 20 + Int(numbers.range(0, 400))
    let path = (0..<count).map { index -> FinePoint in
      let turn = Double(index) * (round % 4 < 2 ? 0.06 : 0.12)
      let place =
        round % 2 == 0
        ? Point(pitch * (turn + 1) * cos(turn), pitch * (turn + 1) * sin(turn))
        : Point(wide * sin(turn), 0.8 * wide * turn * 0.3)
      return Position(millimetres: place.x, place.y + (index > count / 2 && round % 5 == 4 ? 9 : 0))
        .fine
    }
    let line = Polyline(path)
    return round % 3 == 0 ? line : line.resampled(step: 2)
  }

  /// Where a line as a whole bends too much to be certain of anything, single steps of it may be.
  @Test func aSpiralIsCertainStepByStep() {
    let spiral = Polyline(
      (0..<800).map { index in
        let turn = Double(index) * 0.03
        return Position(millimetres: 4.3 * turn * cos(turn), 4.3 * turn * sin(turn) + turn).fine
      }
    ).resampled(step: 2)
    #expect(spiral.certainties.count == spiral.steps.count)
    // Outside it bends less, and more is certain.
    let inner = spiral.certainties[20].reach
    let outer = spiral.certainties[spiral.steps.count * 3 / 4].reach
    #expect(inner > 0.3 && inner < outer && outer > 4 && outer < 40)
    // A straight line is certain as a whole, and a square nowhere near its corners.
    #expect(Polyline([FinePoint(x: 0, y: 0), FinePoint(x: 9, y: 9)]).certainties.count == 1)
    let square = [(0, 0), (40, 0), (40, 40), (0, 40)].map {
      Position(millimetres: Double($0.0), Double($0.1)).fine
    }
    let outline = Polyline(square).resampled(step: 2)
    #expect(outline.certainties[20].reach == 0 && outline.certainties[10].reach > 0)
    // A file may ask for kilometres.
    func winding(_ steps: Int) -> Polyline {
      Polyline(
        (0...steps).map { index in
          let turn = Double(index) * 0.02
          return Position(millimetres: 100 * sin(turn), 0.5 * Double(index)).fine
        })
    }
    #expect(winding(Polyline.mostSteps).certainties.count == Polyline.mostSteps)
    #expect(winding(Polyline.mostSteps + 1).certainties.isEmpty)
  }

  @Test(arguments: [7, 37, 79] as [UInt64])
  func aFollowedHandIsFoundAsIfEveryStepOfTheRangeWereTried(seed: UInt64) {
    var numbers = Numbers(seed: seed)
    for round in 0..<300 {
      let line = guide(&numbers, round)
      var arc = numbers.range(0, line.length)
      var step = 0
      for turn in 0..<40 {
        // On a vertex, about one, near the line and as far as a corridor is wide.
        let vertex = line.vertices[Int(numbers.range(0, Double(line.vertices.count)))].point
        let leap = turn % 7 == 6 ? numbers.range(-60, 60) : 0
        let at = turn % 4 == 0 ? vertex : line.place(at: arc + leap).point
        let beside = [0.0, 0.5, 8, 40][turn / 4 % 4]
        let place = Position(
          millimetres: at.x + numbers.range(-beside, beside),
          at.y + numbers.range(-beside, beside)
        ).fine
        // Whatever is said of the step, the same is found.
        if turn % 5 == 3 { step = Int(numbers.range(-3, Double(line.vertices.count + 3))) }
        let reach = turn % 3 == 0 ? 40.0 : 30
        let match = line.nearest(to: place, around: arc, within: reach, step: &step)
        #expect(
          match == plainNearest(line, to: place, from: arc - reach, through: arc + reach),
          "seed \(seed), round \(round), turn \(turn)")
        // Mostly a little on, sometimes by a leap.
        let way = turn % 9 == 8 ? numbers.range(-90, 90) : numbers.range(-3, 6)
        arc = min(max(match.arc + way, 0), line.length)
      }
    }
  }

  /// From a vertex to a place of exactly the same distance from two steps.
  @Test func theEarlierOfTwoEquallyNearStepsIsTaken() {
    let line = Polyline(
      [(0.0, 0.0), (0, 40), (30, 40), (30, 0)].map { Position(millimetres: $0.0, $0.1).fine })
    for y in [1.0, 10, 25] {
      let place = Position(millimetres: 15, y).fine
      #expect(line.nearest(to: place).arc == y)
      #expect(line.nearest(to: place, within: 15)?.arc == y)
      #expect(line.nearest(to: place, within: 15.0.nextDown) == nil)
    }
  }

  private func plainContains(_ outline: Polygon, _ place: FinePoint) -> Bool {
    var inside = false
    var previous = outline.corners[outline.corners.count - 1]
    for corner in outline.corners {
      if (corner.y > place.y) != (previous.y > place.y) {
        let edge = previous.offset(from: corner)
        let toPlace = place.offset(from: corner)
        let crossing = toPlace.x * edge.y - toPlace.y * edge.x
        if (crossing < 0) == (edge.y > 0) && crossing != 0 { inside.toggle() }
      }
      previous = corner
    }
    return inside
  }

  private func plainSquare(_ place: FinePoint, _ a: FinePoint, _ b: FinePoint) -> Double {
    let way = b.offset(from: a)
    let offset = place.offset(from: a)
    let square = way.x * way.x + way.y * way.y
    let share = square > 0 ? min(max((offset.x * way.x + offset.y * way.y) / square, 0), 1) : 0
    let gap = offset - way * share
    return gap.x * gap.x + gap.y * gap.y
  }

  private func plainSignedDistance(_ outline: Polygon, _ place: FinePoint) -> Double {
    var square = Double.infinity
    var previous = outline.corners[outline.corners.count - 1]
    for corner in outline.corners {
      square = min(square, plainSquare(place, previous, corner))
      previous = corner
    }
    return plainContains(outline, place) ? -square.squareRoot() : square.squareRoot()
  }

  private func outline(_ numbers: inout Numbers, _ round: Int) -> Polygon {
    switch round % 3 {
    case 0:
      let radius = numbers.range(4, 40)
      return Polygon(
        Ellipse.corners(
          centre: Position(millimetres: numbers.range(-20, 20), numbers.range(-20, 20)),
          radiusX: radius, radiusY: numbers.range(4, 40)))
    case 1:
      return Polygon(
        rectangleFrom: Position(millimetres: numbers.range(-40, -1), numbers.range(-40, -1)),
        to: Position(millimetres: numbers.range(1, 40), numbers.range(1, 40)))
    default:
      // Corners anywhere: most such outlines cross themselves.
      return Polygon(
        (0..<3 + Int(numbers.range(0, 30))).map { _ in
          Position(millimetres: numbers.range(-30, 30), numbers.range(-30, 30)).fine
        })
    }
  }

  @Test(arguments: [5, 31, 73] as [UInt64])
  func distancesFromOutlinesAreAsIfEveryEdgeWereMeasured(seed: UInt64) {
    var numbers = Numbers(seed: seed)
    for round in 0..<400 {
      let outline = outline(&numbers, round)
      for turn in 0..<20 {
        var place = Position(
          millimetres: numbers.range(-90, 90), numbers.range(-90, 90)
        ).fine
        // On the box's sides and beside them by a nanometre, and on corners.
        if turn < 3 { place.x = outline.upperBound.x + turn - 1 }
        if turn > 2 && turn < 6 { place.y = outline.lowerBound.y + turn - 4 }
        if turn == 6 { place = outline.corners[outline.corners.count / 2] }
        let distance = plainSignedDistance(outline, place)
        #expect(outline.signedDistance(to: place) == distance, "seed \(seed), round \(round)")
        #expect(outline.contains(place) == plainContains(outline, place))
        // What a place nearby faced helps, and never misleads.
        let near = FinePoint(x: place.x + 400_000, y: place.y - 300_000)
        if let facing = outline.facing(place, hint: outline.facing(near, hint: nil)) {
          #expect(outline.signedDistance(to: place, facing: facing) == distance)
        }
        if let facing = outline.facing(near, hint: nil) {
          let line = outline.lineDistance(to: place, facing: facing)
          #expect(
            outline.isFaced(facing, from: place, above: line - 1, below: line + 1)
              == (outline.facing(place, hint: facing) == facing))
          #expect(!outline.isFaced(facing, from: place, above: line, below: line + 1))
          #expect(!outline.isFaced(facing, from: place, above: line - 1, below: line))
        }
        let end = FinePoint(
          x: place.x + FinePoint.units(numbers.range(-30, 30)),
          y: place.y + FinePoint.units(numbers.range(-30, 30)))
        let way = outline.deepestSignedDistance(from: place, to: end)
        #expect(
          way
            == outline.deepestSignedDistance(
              from: place, at: distance, to: end, at: plainSignedDistance(outline, end)))
        guard way > 0 else { continue }
        // Outside it is the least of both ends and of every corner, exactly.
        var square = min(distance, plainSignedDistance(outline, end))
        square *= square
        for corner in outline.corners { square = min(square, plainSquare(corner, place, end)) }
        #expect(way == square.squareRoot(), "seed \(seed), round \(round)")
      }
    }
  }
}
