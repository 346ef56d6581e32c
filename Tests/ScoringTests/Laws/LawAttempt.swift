import Attempts
import Foundation
import Geometry
import Scenarios

@testable import Scoring

/// An attempt by chance at a case by chance: strokes and circles well and badly, presses, lifts,
/// tapping, trembling, second and third hands, gaps, pauses, equal times, every source of pressure.
///
/// The same seed gives the same attempt. It is a few seconds long, so that laws can be tried on
/// many.
struct LawAttempt: Sendable {
  let seed: UInt64
  let scenario: Scenario
  let header: Header
  private(set) var events: [Event] = []
  private var numbers: RepeatableNumbers
  private var draft = Draft()
  /// Microseconds of the attempt's clock.
  private var time = 0

  /// - Parameter given: the case; nil: one by chance too.
  init(seed: UInt64, at given: Scenario? = nil) {
    self.seed = seed
    numbers = RepeatableNumbers(seed: seed &* 77_003)
    var scenario = given ?? RandomScenario.make(seed: seed)
    if given == nil, numbers.next() % 4 == 0 {
      scenario.patient.prescription.allow = [.vibration]
    }
    self.scenario = scenario
    let pressure = PressureSource.allCases[Int(numbers.next() % 3)]
    let phase = scenario.phases[Int(numbers.next() % UInt64(scenario.phases.count))]
    let isDrill = numbers.next() % 3 == 0
    header = Header(
      mode: isDrill ? .drill : .practice, device: Device(kind: .pen, pressure: pressure),
      program: "test", scope: isDrill ? .phase(phase.id, timed: true) : .whole)
    if isDrill {
      work(phase)
    } else {
      prepare()
      for phase in scenario.phases {
        act(.phase(phase.id))
        work(phase)
      }
    }
    if numbers.next() % 8 != 0 { act(.end) }
    events = draft.events
  }

  // MARK: Chance

  private mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * numbers.share()
  }

  /// True once in so many times.
  private mutating func once(in count: UInt64) -> Bool { numbers.next() % count == 0 }

  private mutating func any<Value>(_ values: [Value]) -> Value {
    values[Int(numbers.next() % UInt64(values.count))]
  }

  // MARK: Acts

  private mutating func act(_ act: Act) {
    time += Int(between(0, 900_000))
    draft.add(act, at: time)
  }

  private mutating func prepare() {
    for group in FlagGroup.allCases where !once(in: 6) { act(.ask(group)) }
    act(.decision(once(in: 20) ? .refer : .proceed))
    for item in BeforeItem.allCases where !once(in: 6) { act(.prepare(.before(item))) }
    act(.prepare(.position(any(PatientPosition.allCases))))
    act(.prepare(.arms(any(Arms.allCases))))
    act(.prepare(.product(any(Product.allCases))))
  }

  // MARK: Hands

  private mutating func work(_ phase: Phase) {
    for _ in 0..<2 {
      switch numbers.next() % 8 {
      case 0: tap(phase)
      case 1:
        let start = time
        hand(phase)
        // Another hand or two while the first works.
        for _ in 0..<any([1, 1, 2]) {
          let end = time
          time = start + Int(between(0, Double(end - start)))
          hand(phase)
          time = max(time, end)
        }
      default: hand(phase)
      }
      if once(in: 12) {
        act(.pause)
        act(.resume)
      }
      time += Int(any([between(0, 100_000), between(100_000, 2_500_000), 2_000_000]))
    }
  }

  private mutating func tap(_ phase: Phase) {
    let place = anywhere(phase)
    for _ in 0..<any([2, 3, 5, 7]) {
      contact(seconds: between(0.02, 0.26)) { _ in place }
      time += Int(between(0, 900_000))
    }
  }

  private mutating func anywhere(_ phase: Phase) -> Point {
    switch phase.task {
    case .stroking, .combCircles:
      let (guides, curve) = phase.task.guides
      let line = any(guides).line(curve)
      return line.place(at: between(0, line.length)).point + Point(between(-8, 8), 0)
    case .pointPress(let task): return any(task.points).at.point + Point(between(-22, 22), 0)
    case .honeyLift(let task):
      let (low, high) = (task.area.polygon.lowerBound.point, task.area.polygon.upperBound.point)
      return Point(between(low.x, high.x), between(low.y, high.y))
    }
  }

  /// One contact of a few seconds, good or bad.
  private mutating func hand(_ phase: Phase) {
    let (guides, curve) = phase.task.guides
    guard !guides.isEmpty else {
      let place = anywhere(phase)
      let way = Point(between(-14, 14), between(-14, 14))
      let seconds = any([between(0.1, 1), between(1, 3.2)])
      contact(seconds: seconds) { place + way * ($0 / seconds) }
      return
    }
    let line = any(guides).line(curve)
    let (amplitude, hertz, from) = (between(0, 6), between(3, 12), between(0, 3))
    let shakes = once(in: 4)
    let shake = Point.direction(between(0, 180)) * amplitude
    func shaken(_ place: Point, _ time: Double) -> Point {
      guard shakes, time > from, time < from + 1.6 else { return place }
      return place + shake * sin(2 * Double.pi * hertz * time)
    }
    if case .combCircles = phase.task, !once(in: 4) {
      let (diameter, period) = (between(8, 90), between(0.4, 2))
      let start = between(0, line.length / 2)
      let advance = between(0, 0.7) * diameter / period
      let turns = once(in: 2) ? 1.0 : -1
      contact(seconds: any([2, 4, 6])) { time in
        let centre = line.place(at: start + advance * time).point
        return shaken(
          centre + Point.onCircle(turns: turns * time / period) * (diameter / 2), time)
      }
      return
    }
    let (speed, aside, sway) = (between(15, 260), between(-14, 14), between(0, 9))
    let (first, slow) = (between(0, line.length * 0.3), between(0.2, 3))
    let (turnsBack, isReversed, haste) = (once(in: 2), once(in: 5), between(0, 30))
    let seconds = min(5, (line.length - first) / speed * (turnsBack ? 1.7 : 1.05))
    contact(seconds: max(0.05, seconds)) { time in
      var arc = first + speed * time + haste * (1 - cos(5 * time))
      if turnsBack, arc > line.length { arc = 2 * line.length - arc }
      if isReversed { arc = line.length - arc }
      let way = line.direction(at: min(max(arc, 0), line.length))
      let beside = aside + sway * sin(2 * Double.pi * slow * time)
      return shaken(line.place(at: arc).point + Point(way.y, -way.x) * beside, time)
    }
  }

  // MARK: Samples

  private mutating func contact(seconds: Double, _ place: (Double) -> Point) {
    let pixel = any([10_000, 200_000, 770_000, 1_350_000])
    let grid = once(in: 2) ? Double(pixel) / 1_000_000 : 0.01
    let rate = any([60.0, 90, 125, 240])
    let isUneven = once(in: 2)
    let gap = once(in: 6) ? between(0, seconds) : .infinity
    let (level, swing) = (between(0, 0.6), between(0, 0.25))
    let hasPressure = header.device.pressure != .none
    var samples: [Sample] = []
    var elapsed = 0.0
    while elapsed < seconds {
      samples.append(sample(elapsed, place, grid, hasPressure ? level + swing * elapsed : nil))
      if once(in: 20) {
        // Seen twice at one time, at first somewhere else.
        var before = samples[samples.count - 1]
        before.position.x += Int(between(-900, 900))
        samples.insert(before, at: samples.count - 1)
      }
      elapsed += (isUneven ? between(0.5, 1.5) : 1) / rate
      if elapsed > gap, elapsed < gap + 0.2 { elapsed += 0.15 }
    }
    samples.append(sample(seconds, place, grid, hasPressure ? level + swing * seconds : nil))
    draft.add(samples, nanometresPerPixel: pixel)
    time = samples[samples.count - 1].time
  }

  private func sample(
    _ elapsed: Double, _ place: (Double) -> Point, _ grid: Double, _ pressure: Double?
  ) -> Sample {
    let point = place(elapsed)
    return Sample(
      time: time + Int((elapsed * 1_000_000).rounded()),
      position: Position(
        millimetres: (point.x / grid).rounded() * grid, (point.y / grid).rounded() * grid),
      pressure: pressure.map { Int((min(max($0, 0), 1) * 1000).rounded()) })
  }
}
