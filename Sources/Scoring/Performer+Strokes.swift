import Geometry
import Scenarios

/// Strokes along guides, right and wrong.
extension Performer {
  /// A hand that leaves a stroke this near to its beginning, in mm, and is soon back there would
  /// take the same stroke up again.
  private static let takeUpReach = 32.0

  mutating func stroke(_ task: StrokingTask, _ phase: Phase, isOnce: Bool) {
    let ground = PerformerGround(scenario, phase)
    // One way a guide, in parts where something lies across it that no hand may touch.
    let routes = task.guides.flatMap { guide in
      let line = guide.line(task.curve)
      return ground.detour(line, corridor: task.corridor).parts.map {
        ground.lightened(Performer.begun($0, on: line))
      }
    }
    guard !routes.isEmpty else { return }
    let asked = isOnce ? 1 : task.strokes
    let isRound = returns(routes, calm(phase), asked)
    var length = 0.0
    var count = 0
    for (route, isRound) in zip(routes, isRound) {
      length += route.length * (isRound ? 2 : 1)
      count += isRound ? 2 : 1
    }
    let speed = pace(
      length * Double(asked), losing: Performer.ramp * Double(asked * count), phase)
    let round = length / speed + Performer.ramp * Double(count)
    let rounds = isOnce ? 1 : rounds(of: round, atLeast: asked, phase)
    let ramp = ramp(speed, contacts: rounds * count, seconds: round / Double(count), phase)
    let hand = StrokeHand(phase: phase, speed: speed, ramp: ramp, pressure: pressure(phase))
    if has(.eightFingers) {
      for route in routes {
        for sweep in 0..<(rounds + 7) / 8 {
          contact([hand.leg(route)], fingers: min(8, rounds - 8 * sweep))
          wait()
        }
      }
      return
    }
    for (route, isRound) in zip(routes, isRound) where isRound {
      var legs = [hand.leg(route)]
      for _ in 1..<rounds { legs += [hand.leg(route.reversed), hand.leg(route)] }
      contact(legs)
      wait()
    }
    for _ in 0..<rounds {
      for (route, isRound) in zip(routes, isRound) where !isRound {
        contact(stroke(route, hand))
        wait()
      }
    }
  }

  /// Which ways are gone to and fro in one contact: those that end so near to where they begin that
  /// a hand back there too soon would take the same stroke up again.
  private func returns(_ routes: [PerformerRoute], _ speed: Double, _ strokes: Int) -> [Bool] {
    let pause = Double(Performer.pause) / 1_000_000
    let round = routes.reduce(0) { $0 + $1.length / speed + pause }
    return routes.map { route in
      let absence = round - route.length / speed
      return strokes > 1 && !isSpoilt && absence < 3.2
        && route.start.distance(to: route.end) < Performer.takeUpReach
    }
  }

  /// Whether a fault makes another movement of each stroke.
  private var isSpoilt: Bool {
    options.faults.contains {
      [.slaps, .slapDawdle, .slapReturn, .returnScribble, .scrub, .backward, .oneSpot].contains($0)
    }
  }

  /// A way from where a landing hand is taken to be at the beginning of its guide and not at its
  /// end, where both lie side by side.
  private static func begun(_ route: PerformerRoute, on line: Polyline) -> PerformerRoute {
    for index in 0..<8 {
      let arc = Double(index)
      let place = route.place(at: arc)
      let fine = FinePoint(x: FinePoint.units(place.x), y: FinePoint.units(place.y))
      if line.nearest(to: fine).arc < max(8, line.length / 2) {
        return index == 0 ? route : route.part(from: arc, through: route.length)
      }
    }
    return route
  }

  /// What a hand does along one guide, from landing to lift.
  private mutating func stroke(_ whole: PerformerRoute, _ hand: StrokeHand) -> [PerformerLeg] {
    let route =
      has(.oneSpot) ? whole.part(from: 0, through: whole.length * 0.25) : whole
    if has(.slaps) { return [hand.slap(route, seconds: 0.39)] }
    if has(.slapDawdle) {
      let slap = hand.slap(route, seconds: 0.34)
      return [slap, dawdle(after: slap, hand)]
    }
    if has(.slapReturn) {
      return [hand.slap(route, seconds: 0.39), hand.leg(route.reversed)]
    }
    if has(.returnScribble) {
      // Out of bounds only on the way back: the stroke itself is right.
      let middle = playground(
        near: route.place(at: route.length / 2), PerformerGround(scenario, hand.phase))
      let scribble = scribble(
        from: route.end, to: route.start, around: middle, length: route.length * 3)
      return [hand.leg(route), hand.leg(scribble)]
    }
    if has(.scrub) { return [hand.leg(scrub(route), speed: 2 * 24 * 5)] }
    if has(.backward) { return [hand.leg(route.reversed)] }
    return [hand.leg(route)]
  }

  /// To and fro over 24 mm, creeping forward by 4 mm each time: along the guide or across it, as
  /// chance has it.
  private mutating func scrub(_ route: PerformerRoute) -> PerformerRoute {
    let isAcross = offset() < 0
    let strokes = max(2, Int(route.length / 4))
    var places = [route.start]
    for stroke in 0...strokes {
      let arc = route.length * Double(stroke) / Double(strokes)
      if isAcross {
        let along = route.direction(at: arc)
        let left = Point(along.y, -along.x) * 12
        places += [route.place(at: arc) + left, route.place(at: arc + 2) - left]
      } else {
        places += [route.place(at: arc + 12), route.place(at: arc - 12)]
      }
    }
    return PerformerRoute(places)
  }

  /// Slow circles where a slap ended, for so long that the contact is calm on average.
  private func dawdle(after slap: PerformerLeg, _ hand: StrokeHand) -> PerformerLeg {
    let slow = min(hand.speed * 0.6, (hand.phase.speed?.fullLow ?? 20) * 1.4)
    let mean = hand.speed * 0.9
    let seconds = min(20, max(2, (slap.route.length - mean * 0.34) / max(1, mean - slow)))
    let diameter = 24.0
    let turns = max(1, Int(slow * seconds / (diameter * Double.pi)))
    var places: [Point] = []
    for step in 0...(turns * 64) {
      let (cosine, sine) = Performer.circle(Double(step) / 64)
      places.append(slap.route.end + Point(cosine - 1, sine) * (diameter / 2))
    }
    return PerformerLeg(route: PerformerRoute(places), speed: slow, pressure: hand.pressure)
  }
}

/// How the hand makes the strokes of a phase.
struct StrokeHand {
  var phase: Phase
  /// In mm/s.
  var speed: Double
  /// In seconds.
  var ramp: Double
  var pressure: Double

  func leg(_ route: PerformerRoute, speed: Double? = nil) -> PerformerLeg {
    PerformerLeg(
      route: route, speed: speed ?? self.speed, ramp: speed == nil ? ramp : 0, pressure: pressure)
  }

  /// The whole way at one blow.
  func slap(_ route: PerformerRoute, seconds: Double) -> PerformerLeg {
    let ramp = 0.02
    return PerformerLeg(
      route: route, speed: max(1, route.length / (seconds - ramp)), ramp: ramp,
      pressure: pressure)
  }
}
