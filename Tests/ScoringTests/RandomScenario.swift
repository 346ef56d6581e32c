import BackAtlas
import Geometry
import Scenarios

@testable import Scoring

/// A case as an instructor might write it, made by chance: any technique, band and hand, areas in
/// spasm near the way, but nothing that no hand could do.
struct RandomScenario {
  private var numbers: RepeatableNumbers
  private let back: Back

  static func make(seed: UInt64) -> Scenario {
    var maker = RandomScenario(seed: seed)
    return maker.scenario(seed)
  }

  private init(seed: UInt64) {
    numbers = RepeatableNumbers(seed: seed &* 0x9E37_79B9)
    let sex: Sex = numbers.next() % 2 == 0 ? .male : .female
    back = Back(sex: sex, stature: 1500 + Int(numbers.next() % 500))
  }

  // MARK: Chance

  private mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * numbers.share()
  }
  private mutating func whole(_ low: Int, _ high: Int) -> Int {
    low + Int(numbers.next() % UInt64(high - low + 1))
  }
  /// True once in so many times.
  private mutating func once(in count: UInt64) -> Bool { numbers.next() % count == 0 }
  private mutating func any<Value>(_ values: [Value]) -> Value {
    values[Int(numbers.next() % UInt64(values.count))]
  }

  // MARK: The case

  private mutating func scenario(_ seed: UInt64) -> Scenario {
    let count = whole(1, 3)
    var phases: [Phase] = []
    for index in 0..<count { phases.append(phase("phase-\(index)")) }
    var patient = Cases.patient()
    patient.back = back
    var scenario = Scenario(
      id: "random-\(seed)", title: "Random \(seed)", patient: patient, decision: .proceed,
      phases: phases)
    for index in 0..<whole(0, 3) {
      let area = spasm("area-\(index)")
      var tried = scenario
      tried.spasm.append(area)
      if isFeasible(tried) { scenario = tried }
    }
    return scenario
  }

  private mutating func phase(_ id: String) -> Phase {
    let technique = any([
      Technique.stroking, .stroking, .combCircles, .combCircles, .pointPress, .honeyLift,
    ])
    var phase: Phase
    switch technique {
    case .stroking: phase = stroking(id)
    case .combCircles: phase = circles(id)
    case .pointPress: phase = presses(id)
    case .honeyLift: phase = lifts(id)
    }
    if once(in: 3) {
      let low = between(0.02, 0.3)
      let high = low + between(0.05, 0.3)
      phase.pressure = Band(full: low...high, none: low / 2...min(1, high + 0.3))
    }
    return phase
  }

  private mutating func corridor() -> Limit {
    let full = between(2, 8)
    return Limit(full: full, none: full + between(6, 25))
  }

  private mutating func speed() -> Band? {
    guard once(in: 3) else { return nil }
    let low = between(10, 60)
    let high = low + (once(in: 4) ? between(4, 15) : between(15, 120))
    return Band(full: low...high, none: low * 0.4...high * 1.6)
  }

  /// Minutes around those that calm work takes, in seconds.
  private mutating func minutes(_ seconds: Double) -> Band? {
    guard once(in: 2) else { return nil }
    let low = seconds / 60 * between(0.3, 2)
    let high = max(low * 1.4, seconds / 60 * between(1.15, 3))
    return Band(full: low...high, none: low / 3...high * 2)
  }

  /// Guides beside the spine, at most one on each of four lanes, at least `nearest` mm from the
  /// midline.
  private mutating func guides(
    nearest: Double, lengths: ClosedRange<Double>, _ curve: CurveKind
  ) -> [Guide] {
    let lanes = [-(nearest + 55), -nearest, nearest, nearest + 55]
    let first = whole(0, 3)
    let top = Double(back.level(.t4))
    let bottom = Double(back.level(.s2))
    return (0..<whole(1, 4)).map { index in
      let x = lanes[(first + index) % 4]
      if once(in: 6) { return bow("guide-\(index)", x: x, from: top, through: bottom) }
      let length = min(between(lengths.lowerBound, lengths.upperBound), bottom - top)
      let start = between(top, bottom - length)
      if once(in: 8) { return outward("guide-\(index)", x: x, y: start) }
      let corners = whole(0, 3)
      var path: [Position] = []
      for corner in 0...corners + 1 {
        // Only ever away from the midline.
        let aside = length > 80 ? between(0, 14) * (x < 0 ? -1 : 1) : 0
        path.append(
          Cases.position(x + aside, start + length * Double(corner) / Double(corners + 1)))
      }
      if once(in: 4) { path.reverse() }
      return Guide(id: "guide-\(index)", path: path)
    }
  }

  /// Three quarters of a circle, which ends not far from where it begins.
  private mutating func bow(_ id: String, x: Double, from top: Double, through bottom: Double)
    -> Guide
  {
    let radius = between(20, 40)
    let y = between(top + radius, bottom - radius)
    let aside = x < 0 ? -radius : radius
    return Guide(
      id: id,
      path: (0...9).map { corner in
        let angle = corner * 16 / 3
        return Cases.position(
          x + aside - aside * Ellipse.cosine(angle), y + radius * Ellipse.sine(angle))
      })
  }

  /// A way straight outward.
  private mutating func outward(_ id: String, x: Double, y: Double) -> Guide {
    Guide(
      id: id,
      path: [Cases.position(x, y), Cases.position(x + between(40, 90) * (x < 0 ? -1 : 1), y)])
  }

  private func length(_ guides: [Guide], _ curve: CurveKind) -> Double {
    guides.reduce(0) { $0 + $1.line(curve).length }
  }

  private mutating func stroking(_ id: String) -> Phase {
    let hand = any([Hand.palm, .palm, .palm, .fingertips, .thumb, .knuckles])
    let isAcross = once(in: 3)
    let curve = any([CurveKind.smooth, .smooth, .straight])
    let nearest = firmReach(hand, isAcross) + between(hand.isFirm ? 14 : 36, 60)
    let guides = guides(nearest: nearest, lengths: 40...400, curve)
    let strokes = once(in: 6) ? whole(12, 50) : whole(1, 12)
    let speed = speed()
    let pace = speed.map { ($0.fullLow + $0.fullHigh) / 2 } ?? 60
    return Phase(
      id: id,
      task: .stroking(
        StrokingTask(guides: guides, curve: curve, strokes: strokes, corridor: corridor())),
      hand: hand, rowAcross: isAcross,
      minutes: minutes(length(guides, curve) * Double(strokes) / pace), speed: speed)
  }

  /// How far beside its middle a firm hand reaches the spine.
  private func firmReach(_ hand: Hand, _ isAcross: Bool) -> Double {
    guard hand.isFirm else { return 0 }
    return hand.discRadius + (hand == .knuckles && isAcross ? 33 : 0)
  }

  private mutating func circles(_ id: String) -> Phase {
    let hand = any([Hand.knuckles, .knuckles, .palm, .fingertips])
    let isAcross = once(in: 3)
    let low = between(20, 50)
    let high = low + between(8, 40)
    let step = between(0, 0.4)
    let advance =
      once(in: 2)
      ? Band(full: 0.2...0.6, none: 0...1.2)
      : Band(full: step...step + between(0.15, 0.4), none: 0...1.2)
    let nearest = firmReach(hand, isAcross) + high / 2 + between(14, 40)
    let guides = guides(nearest: nearest, lengths: 20...220, .smooth)
    let loops = whole(1, 20)
    let speed = speed()
    let pace = speed.map { ($0.fullLow + $0.fullHigh) / 2 } ?? 60
    let turns =
      Double(guides.count * (loops + 1)) + length(guides, .smooth) / (low * advance.fullHigh)
    return Phase(
      id: id,
      task: .combCircles(
        CombCirclesTask(
          guides: guides, loops: loops, diameter: Band(full: low...high, none: low / 3...high * 2),
          advance: advance, turn: any(Turn.allCases), corridor: corridor())),
      hand: hand, rowAcross: isAcross, minutes: minutes(turns * low * 3.6 / pace), speed: speed)
  }

  private mutating func presses(_ id: String) -> Phase {
    let hand = any([Hand.thumb, .thumb, .fingertips])
    let full = between(3, 10)
    let points = (0..<whole(1, 8)).map { index in
      PressPoint(
        id: "point-\(index)",
        at: back.place(
          any(Landmark.allCases.filter { back.level($0) >= back.level(.t4) }),
          x: any([-1.0, 1]) * (14 + hand.discRadius + between(0, 60)),
          further: Double(index) * 3),
        hold: between(1, 6))
    }
    let seconds = points.reduce(0) { $0 + $1.hold + 0.3 }
    return Phase(
      id: id,
      task: .pointPress(
        PointPressTask(points: points, radius: Limit(full: full, none: full + between(5, 15)))),
      hand: hand, minutes: minutes(seconds))
  }

  private mutating func lifts(_ id: String) -> Phase {
    let centre = back.place(any([.t10, .l1, .l3]), x: any([-1.0, 1]) * between(60, 90))
    let (across, along) = (between(15, 45), between(15, 90))
    let x = centre.point.x
    let y = centre.point.y
    let area =
      once(in: 2)
      ? Outline.ellipse(at: centre, radiusX: across, radiusY: along)
      : Outline.polygon(
        [(-1.0, -1.0), (1, -0.8), (0.7, 1), (-0.9, 0.8)].map {
          Cases.position(x + across * $0.0, y + along * $0.1)
        })
    let lifts = whole(1, 40)
    return Phase(
      id: id, task: .honeyLift(HoneyLiftTask(area: area, lifts: lifts)),
      hand: any([Hand.palm, .palm, .fingertips]), minutes: minutes(Double(max(lifts, 6)) * 0.8))
  }

  private mutating func spasm(_ id: String) -> SpasmArea {
    SpasmArea(
      id: id,
      outline: .ellipse(
        at: back.place(any([.t12, .l2, .l3, .l4, .l5]), x: between(-120, 120)),
        radiusX: between(5, 25), radiusY: between(5, 30)),
      contact: any([.none, .light]), maxPressure: between(0.05, 0.3))
  }
}
