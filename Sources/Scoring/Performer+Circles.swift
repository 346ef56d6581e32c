import Geometry
import Scenarios

/// Circles whose centre moves along guides.
extension Performer {
  mutating func circle(_ task: CombCirclesTask, _ phase: Phase, isOnce: Bool) {
    let ground = PerformerGround(scenario, phase)
    // Eight fingers make eight circles at once.
    let asked = isOnce ? 1 : has(.eightFingers) ? (task.loops + 7) / 8 : task.loops
    let lanes = task.guides.compactMap { guide in
      let lane = CircleLane(
        guide.line(task.curve), loops: asked, task, on: ground,
        covers: !isOnce && !has(.eightFingers))
      return has(.oneSpot) ? lane?.onTheSpot : lane
    }
    guard !lanes.isEmpty else { return }
    let length = lanes.reduce(0) { $0 + $1.length }
    let passes = lanes.reduce(0) { $0 + $1.passes }
    let speed = pace(length, losing: Performer.ramp * Double(passes), phase)
    let seconds = length / speed + Performer.ramp * Double(passes)
    let rounds = isOnce ? 1 : rounds(of: seconds, atLeast: 1, phase)
    let ramp = ramp(speed, contacts: passes * rounds, seconds: seconds / Double(passes), phase)
    for _ in 0..<rounds {
      for lane in lanes {
        for pass in 0..<lane.passes {
          let route = ground.lightened(lane.route(of: pass, unsteadiness: circleUnsteadiness()))
          let leg = PerformerLeg(
            route: route, speed: speed, ramp: ramp, pressure: pressure(phase), isStraying: true)
          contact([leg], fingers: has(.eightFingers) ? 8 : 1)
          wait()
        }
      }
    }
  }

  private mutating func circleUnsteadiness() -> CircleUnsteadiness {
    let grown = clumsiness * clumsiness.squareRoot()
    return CircleUnsteadiness(
      size: grown * 0.7, advance: grown * 0.8,
      aside: PerformerUnsteadiness.straying(clumsiness) * 0.8,
      sizes: Wander(seed: seed(), interval: 1), advances: Wander(seed: seed(), interval: 1),
      asides: Wander(seed: seed(), interval: 1.5))
  }

  /// A place on the unit circle after some turns, clockwise as seen, from the fixed sines.
  static func circle(_ turns: Double) -> (cosine: Double, sine: Double) {
    let share = (turns - turns.rounded(.down)) * 64
    let index = Int(share)
    let rest = share - Double(index)
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * rest }
    return (
      mix(Ellipse.cosine(index), Ellipse.cosine(index + 1)),
      mix(Ellipse.sine(index), Ellipse.sine(index + 1))
    )
  }
}

/// How circles come out otherwise than meant, turn by turn.
struct CircleUnsteadiness {
  /// By what share they are too large or too small, and too near or too far.
  var size: Double
  var advance: Double
  /// How far their centres lie beside the guide, in mm.
  var aside: Double
  var sizes: Wander
  var advances: Wander
  var asides: Wander
}

/// How the circles lie along one guide.
struct CircleLane {
  /// Of the circles' centres.
  private var centres: PerformerRoute
  /// In mm.
  private let diameter: Double
  private let isCounterclockwise: Bool
  /// Circles of one pass from one end of the guide to the other, and how often it is done.
  private var turns: Int
  var passes: Int
  /// From one circle's centre to the next, in mm.
  private var advance: Double
  /// Arc of the first circle's centre, in mm.
  private var first: Double

  /// The last circle closes only a little after a whole turn.
  private static let surplus = 0.3

  /// Where the asked diameter leaves room the circles are chosen so that the hand keeps off what it
  /// must; one more than asked is made, because the first or the last may fall short.
  ///
  /// Nil where the hand may be nowhere along the guide.
  init?(
    _ line: Polyline, loops: Int, _ task: CombCirclesTask, on ground: PerformerGround, covers: Bool
  ) {
    isCounterclockwise = task.turn == .counterclockwise
    let (low, high) = (task.diameter.fullLow, task.diameter.fullHigh)
    let usual = low + (high - low) * 0.3
    let wanted = usual <= 80 ? usual : max(low + (high - low) * 0.1, min(60, usual))
    var best: (cost: Double, diameter: Double, detour: PerformerDetour)?
    for share in [1.0, 0.75, 0.5, 0.3] {
      let diameter = max(2, low + (wanted - low) * share)
      let detour = ground.detour(line, corridor: task.corridor, reach: diameter / 2)
      let cost = detour.trouble + max(0, detour.aside - task.corridor.full) * 0.2
      if cost < best?.cost ?? .infinity { best = (cost, diameter, detour) }
      if cost == 0 { break }
    }
    guard let best, let part = best.detour.parts.max(by: { $0.length < $1.length }) else {
      return nil
    }
    diameter = best.diameter
    centres = part
    let length = centres.length
    // Shares of the diameter by which a centre may move on, well inside what is asked.
    let spare = (task.advance.fullHigh - task.advance.fullLow) * 0.15
    let least = (task.advance.fullLow + spare) * diameter
    let most = max(task.advance.fullHigh - spare, 0.02) * diameter
    // The lane is covered within half a diameter of each centre.
    let needed = covers ? max(0, length - 0.8 * diameter) : 0
    let wantedTurns = covers ? loops + 1 : loops
    let fewest = 1 + Int(min(10_000, (needed / most).rounded(.up)))
    let room = least > 0 ? 1 + Int(min(10_000, length / least)) : 10_000
    let limit = max(fewest, room)
    passes = max(1, (wantedTurns + limit - 1) / limit)
    turns = max(fewest, (wantedTurns + passes - 1) / passes)
    let gaps = Double(max(1, turns - 1))
    let lower = max(least, needed / gaps)
    let upper = max(lower, min(most, length / gaps))
    advance = turns > 1 ? min(max(length / Double(turns), lower), upper) : 0
    first = max(0, (length - advance * Double(turns - 1)) / 2)
  }

  /// All circles on one place.
  var onTheSpot: CircleLane {
    var lane = self
    lane.turns *= lane.passes
    lane.passes = 1
    lane.advance = 0
    lane.first = centres.length / 2
    return lane
  }

  /// About the way of all passes, in mm.
  var length: Double {
    Double(passes) * (Double(turns) + CircleLane.surplus) * diameter * Double.pi
  }

  /// The way of one pass; every other leads back.
  func route(of pass: Int, unsteadiness: CircleUnsteadiness) -> PerformerRoute {
    var unsteadiness = unsteadiness
    var places: [Point] = []
    let last = Int((Double(turns) + CircleLane.surplus) * 64)
    for step in 0...last {
      let turn = Double(step) / 64
      let size = 1 + unsteadiness.size * unsteadiness.sizes.value(at: turn)
      // Between turns as far as meant on average: now nearer, now farther.
      let strayed = turn + unsteadiness.advance * unsteadiness.advances.value(at: turn)
      var arc = first + advance * (strayed - 0.5)
      if pass % 2 == 1 { arc = centres.length - arc }
      let (cosine, sine) = Performer.circle(isCounterclockwise ? 1 - turn : turn)
      let along = centres.direction(at: arc)
      let left =
        Point(along.y, -along.x) * (unsteadiness.aside * unsteadiness.asides.value(at: turn))
      places.append(centres.place(at: arc) + left + Point(cosine, sine) * (diameter / 2 * size))
    }
    return PerformerRoute(places)
  }
}
