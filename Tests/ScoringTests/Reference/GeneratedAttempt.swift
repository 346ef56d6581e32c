import Attempts
import Foundation
import Geometry
import Scenarios

@testable import Scoring

/// Attempts at random that do whatever a hand, a device or a trainee can do.
struct GeneratedAttempt {
  private struct Contact {
    var samples: [Sample]
    var pixel: Int
  }

  /// A case and an attempt at it, the same ones for a seed everywhere.
  static func make(seed: UInt64) -> (Scenario, GeneratedAttempt) {
    var numbers = RepeatableNumbers(seed: seed)
    let scenario = GeneratedScenario.make(&numbers)
    return (scenario, GeneratedAttempt(scenario, seed, &numbers))
  }

  let seed: UInt64
  let header: Header
  private(set) var events: [Event] = []
  private var contacts: [Contact] = []
  private var acts: [(act: Act, time: Int)] = []

  private init(_ scenario: Scenario, _ seed: UInt64, _ numbers: inout RepeatableNumbers) {
    self.seed = seed
    let pressure = numbers.pick([PressureSource.measured, .measured, .set, .none])
    var scope = Scope.whole
    if numbers.chance(0.3) { scope = .phase(numbers.pick(scenario.phases).id, timed: true) }
    let mode: Mode = scope == .whole ? numbers.pick([.practice, .exam]) : .drill
    header = Header(
      mode: mode, origin: scope == .whole || numbers.chance(0.3) ? .live : .foreign,
      device: Device(kind: .pen, pressure: pressure), program: "test", scope: scope)
    var time = numbers.whole(0...3_000_000)
    if scope == .whole {
      prepare(scenario, &time, &numbers)
      for phase in order(scenario, &numbers) {
        acts.append((.phase(scenario.phases[phase].id), time))
        time += numbers.whole(0...1_500_000)
        work(scenario.phases[phase], &time, &numbers)
      }
      if numbers.chance(0.9) { acts.append((.end, time + numbers.whole(0...500_000))) }
    } else if case .phase(let id, _) = scope, let index = scenario.phaseIndex(id) {
      work(scenario.phases[index], &time, &numbers)
    }
    arrange()
  }

  // MARK: Acts

  private mutating func prepare(
    _ scenario: Scenario, _ time: inout Int, _ numbers: inout RepeatableNumbers
  ) {
    func choice<Value>(_ values: [Value]) -> Value? {
      numbers.chance(0.85) ? numbers.pick(values) : nil
    }
    var list: [Act] = FlagGroup.allCases.filter { _ in numbers.chance(0.8) }.map(Act.ask)
    if numbers.chance(0.1) { list.append(.reason(numbers.pick(Reason.all))) }
    if scenario.decision != .proceed, numbers.chance(0.7) {
      list += scenario.patient.standingReasons.map(Act.reason)
    }
    if numbers.chance(0.03) {
      acts = []
    } else {
      list.append(
        .decision(numbers.chance(0.94) ? .proceed : numbers.pick(Decision.allCases)))
    }
    list += BeforeItem.allCases.filter { _ in numbers.chance(0.8) }
      .map { .prepare(.before($0)) }
    if let value = choice(PatientPosition.allCases) { list.append(.prepare(.position(value))) }
    if let value = choice(Arms.allCases) { list.append(.prepare(.arms(value))) }
    if let value = choice(Cushion.allCases) { list.append(.prepare(.cushion(value))) }
    if let value = choice(Product.allCases) { list.append(.prepare(.product(value))) }
    for act in list {
      acts.append((act, time))
      time += numbers.whole(0...1_000_000)
    }
  }

  /// Phases as asked, or in another order, twice, or left out.
  private func order(_ scenario: Scenario, _ numbers: inout RepeatableNumbers) -> [Int] {
    var order = Array(scenario.phases.indices)
    if numbers.chance(0.25) {
      order = (0..<numbers.whole(1...4)).map { _ in numbers.pick(order) }
    }
    return order
  }

  // MARK: Hands

  private mutating func work(
    _ phase: Phase, _ time: inout Int, _ numbers: inout RepeatableNumbers
  ) {
    let until = time + numbers.whole(1_000_000...6_000_000)
    while time < until {
      if numbers.chance(0.1) {
        tap(phase, &time, &numbers)
        continue
      }
      let start = time
      time = contact(GeneratedMotion.make(phase, &numbers), at: start, &numbers)
      // Other hands while this one works.
      if numbers.chance(0.3) {
        for _ in 0..<numbers.whole(1...3) {
          let other = start + numbers.whole(0...max(1, time - start))
          let end = contact(GeneratedMotion.make(phase, &numbers), at: other, &numbers)
          if numbers.chance(0.5) { time = max(time, end) }
        }
      }
      if numbers.chance(0.03) {
        // A pause, perhaps while a hand is down.
        let at = numbers.chance(0.5) ? time : start + numbers.whole(0...max(1, time - start))
        acts.append((.pause, at))
        acts.append((.resume, at + numbers.whole(0...300_000)))
      }
      let gaps = [50_000...1_500_000, 0...50_000, 1_900_000...2_100_000, 1_500_000...4_000_000]
      time += numbers.whole(gaps[numbers.weighted([6, 2, 1, 1])])
    }
  }

  private mutating func tap(
    _ phase: Phase, _ time: inout Int, _ numbers: inout RepeatableNumbers
  ) {
    var place = GeneratedMotion.make(phase, &numbers).end
    for _ in 0..<numbers.whole(1...9) {
      var motion = GeneratedMotion(at: place)
      motion.rest(numbers.chance(0.9) ? numbers.number(0.002...0.2) : numbers.number(0.2...0.4))
      if numbers.chance(0.3) {
        motion.go(to: place + Point(numbers.number(-8...8), 0), speed: 200)
      }
      let end = contact(motion, at: time, &numbers)
      time = end + numbers.whole(0...(numbers.chance(0.9) ? 500_000 : 1_200_000))
      place = place + Point(numbers.number(-30...30), numbers.number(-30...30))
    }
  }

  /// Samples a motion and says when it ended.
  private mutating func contact(
    _ motion: GeneratedMotion, at start: Int, _ numbers: inout RepeatableNumbers
  ) -> Int {
    let seconds = min(motion.seconds, 12)
    let rate = numbers.chance(0.8) ? numbers.pick([60, 125, 125, 240]) : numbers.number(60...1000)
    let pixel = numbers.pick([10_000, 200_000, 200_000, 770_000, 1_350_000])
    let grid = numbers.chance(0.5) ? Double(pixel) / 1_000_000 : 0.01
    let isJittered = numbers.chance(0.4)
    let lostAt = numbers.chance(0.15) ? numbers.number(0...seconds) : .infinity
    let lostTo = lostAt + numbers.number(0.05...(numbers.chance(0.7) ? 0.3 : 2))
    let repeats = numbers.chance(0.2)
    let level = numbers.number(0...0.7)
    let hasPressure = header.device.pressure != .none && numbers.chance(0.95)
    let pressureHertz = header.device.pressure == .measured ? numbers.number(0.1...3) : 0
    var samples: [Sample] = []
    func add(_ elapsed: Double) {
      let place = motion.place(at: elapsed)
      var pressure: Int?
      if hasPressure {
        let wave = level + 0.2 * sin(2 * Double.pi * pressureHertz * elapsed)
        pressure = Int((min(max(wave, 0), 1) * 1000).rounded())
      }
      samples.append(
        Sample(
          time: start + Int((elapsed * 1_000_000).rounded()),
          position: Position(
            millimetres: (place.x / grid).rounded() * grid, (place.y / grid).rounded() * grid),
          pressure: pressure))
    }
    var index = 0
    while Double(index) / rate < seconds {
      var elapsed = Double(index) / rate
      if isJittered, index > 0 { elapsed += numbers.number(-0.4...0.4) / rate }
      index += 1
      if elapsed >= lostAt && elapsed < lostTo { continue }
      add(min(elapsed, seconds))
      if repeats, numbers.chance(0.1) {
        samples.append(samples[samples.count - 1])
        // What comes at the landing's own time is a matter of its own.
        if numbers.chance(0.3), samples.count > 2 {
          samples[samples.count - 2].position.x += numbers.whole(-3000...3000)
        }
      }
    }
    add(seconds)
    contacts.append(Contact(samples: samples, pixel: pixel))
    return samples[samples.count - 1].time
  }

  // MARK: Order

  /// Puts everything into the one order of events.
  private mutating func arrange() {
    let order = contacts.indices.sorted {
      (contacts[$0].samples[0].time, $0) < (contacts[$1].samples[0].time, $1)
    }
    var entries: [(time: Int, contact: Int, place: Int, event: Event)] = []
    for (place, item) in acts.enumerated() {
      entries.append((item.time, 0, place, .act(item.act, time: item.time)))
    }
    for (index, contact) in order.map({ contacts[$0] }).enumerated() {
      let number = index + 1
      for (place, sample) in contact.samples.enumerated() {
        let event: Event =
          place == 0
          ? .land(
            Landing(
              contact: number, hand: number, nanometresPerPixel: contact.pixel, sample: sample))
          : place == contact.samples.count - 1
            ? .lift(contact: number, sample) : .move(contact: number, sample)
        entries.append((sample.time, number, place, event))
      }
    }
    entries.sort { ($0.time, $0.contact, $0.place) < ($1.time, $1.contact, $1.place) }
    events = entries.map(\.event)
  }
}
