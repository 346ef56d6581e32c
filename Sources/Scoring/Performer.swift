import Attempts
import Geometry
import Scenarios

/// Makes the events of a demonstration, in order.
struct Performer {
  let scenario: Scenario
  let options: Demonstration.Options
  private(set) var events: [Event] = []
  /// Microseconds of the attempt's clock.
  private(set) var time = 0
  private var contacts = 0
  /// Whether more was to be done than a record can hold; nothing is added from then on.
  private(set) var isTooLong = false
  private var numbers: RepeatableNumbers

  /// Samples that a demonstration may have: hours of them, and no more memory than that.
  private static let mostSamples = 4_000_000
  /// Nanometres a pixel of the demonstration's own input.
  private static let scale = 200_000
  /// Between one contact and the next, in microseconds: short enough to be no break.
  static let pause = 900_000

  init(_ scenario: Scenario, _ options: Demonstration.Options) {
    self.scenario = scenario
    self.options = options
    numbers = RepeatableNumbers(seed: options.seed)
  }

  func has(_ fault: DemonstrationFault) -> Bool { options.faults.contains(fault) }

  /// How far from the expert, 0 to 1.
  var clumsiness: Double { 1 - options.skill }

  /// Between -1 and 1.
  mutating func offset() -> Double { numbers.offset() }
  /// From 0 up to 1.
  mutating func share() -> Double { numbers.share() }
  mutating func seed() -> UInt64 { numbers.next() }

  mutating func perform() {
    for group in FlagGroup.allCases { act(.ask(group), after: 1_500_000) }
    let decision = has(.acuteAnyway) ? Decision.proceed : scenario.decision
    if decision != .proceed {
      for reason in scenario.patient.standingReasons { act(.reason(reason), after: 800_000) }
    }
    act(.decision(decision), after: 2_000_000)
    if decision == .proceed {
      prepare()
      for index in phaseOrder {
        act(.phase(scenario.phases[index].id), after: 1_000_000)
        if !has(.nothing) { perform(scenario.phases[index], isLast: index == phaseOrder.last) }
      }
    }
    act(.end, after: 1_000_000)
  }

  /// The phases that are worked, as they are worked.
  private var phaseOrder: [Int] {
    var order = Array(scenario.phases.indices)
    if has(.wrongOrder), order.count >= 2 { order.swapAt(0, 1) }
    if has(.skipWarmUp) { order.removeAll { $0 == 0 } }
    if has(.skipClosing) { order.removeAll { $0 == scenario.phases.count - 1 } }
    return order
  }

  private mutating func prepare() {
    let asked = scenario.preparation
    for item in asked.before where !(has(.noConsent) && item == .consent) {
      act(.prepare(.before(item)), after: 1_000_000)
    }
    act(.prepare(.position(asked.position)), after: 800_000)
    act(.prepare(.arms(asked.arms ?? .alongBody)), after: 800_000)
    act(.prepare(.cushion(asked.cushion ?? .under)), after: 800_000)
    act(.prepare(.product(product)), after: 800_000)
  }

  /// One that is accepted and that the patient bears; the latter if there is none of both.
  private var product: Product {
    let allergies = scenario.patient.allergies
    let borne = Product.allCases.filter { product in
      product.allergen.map { !allergies.contains($0) } ?? true
    }
    let accepted = scenario.preparation.product
    if has(.allergic) {
      let unbearable = Product.allCases.filter { !borne.contains($0) }
      if let product = accepted.first(where: unbearable.contains) ?? unbearable.first {
        return product
      }
    }
    return accepted.first(where: borne.contains) ?? .neutralOil
  }

  private mutating func perform(_ phase: Phase, isLast: Bool) {
    let isOnce = has(.oneMinute) || (has(.shortClosing) && isLast)
    switch phase.task {
    case .stroking(let task): stroke(task, phase, isOnce: isOnce)
    case .combCircles(let task): circle(task, phase, isOnce: isOnce)
    case .pointPress(let task): press(task, phase, isOnce: isOnce)
    case .honeyLift(let task): lift(task, phase, isOnce: isOnce)
    }
    intrude(phase)
  }

  // MARK: Events

  mutating func act(_ act: Act, after pause: Int) {
    time += pause
    events.append(.act(act, time: time))
  }

  mutating func wait(_ microseconds: Int = Performer.pause) { time += microseconds }

  /// One contact of a hand, or of several fingers at once that go the same way.
  mutating func contact(_ legs: [PerformerLeg], fingers: Int = 1) {
    let unsteadiness = PerformerUnsteadiness(clumsiness: clumsiness, numbers: &numbers)
    let seconds = legs.reduce(0) { $0 + $1.seconds }
    let room = Double(Performer.mostSamples - events.count) / Double(fingers)
    guard !isTooLong, contacts + fingers <= Bounds.contacts, seconds.isFinite,
      seconds * Double(options.rate) <= room,
      Double(time) + seconds * 1_000_000 <= Double(Bounds.time - 3_600_000_000)
    else {
      isTooLong = true
      return
    }
    var motion = PerformerMotion(legs, unsteadiness)
    let start = time
    let first = contacts + 1
    contacts += fingers
    var index = 0
    // A clumsy hand can take several times as long as was reckoned; the bounds hold for it too.
    var isLast = false
    while !isLast, events.count <= Performer.mostSamples {
      var elapsed = index * 1_000_000 / options.rate
      let state = motion.state(at: elapsed)
      if let end = motion.end, end <= elapsed {
        elapsed = end
        isLast = true
      }
      let shake = tremor(at: elapsed)
      for finger in 0..<fingers {
        let beside = Point(Double(finger) * (finger % 2 == 0 ? 1 : -1), 0)
        let sample = sample(start + elapsed, state.place + shake + beside, state.pressure)
        let contact = first + finger
        if index == 0 {
          events.append(
            .land(
              Landing(
                contact: contact, hand: finger, nanometresPerPixel: Performer.scale,
                sample: sample)))
        } else if isLast {
          events.append(.lift(contact: contact, sample))
        } else {
          events.append(.move(contact: contact, sample))
        }
      }
      time = start + elapsed
      index += 1
    }
    if events.count > Performer.mostSamples { isTooLong = true }
  }

  private func sample(_ time: Int, _ place: Point, _ pressure: Double) -> Sample {
    let edge = Double(Bounds.coordinate) / 100
    return Sample(
      time: time,
      position: Position(
        millimetres: min(max(place.x, -edge), edge), min(max(place.y, -edge), edge)),
      pressure: Int(nearest: min(max(pressure, 0), 1) * 1000))
  }
}
