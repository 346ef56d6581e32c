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
  /// Samples that a demonstration may have: hours of them, and no more memory than that.
  private static let mostSamples = 4_000_000
  private var numbers: RepeatableNumbers
  /// Nanometres a pixel of the demonstration's own input.
  private static let scale = 200_000

  init(_ scenario: Scenario, _ options: Demonstration.Options) {
    self.scenario = scenario
    self.options = options
    numbers = RepeatableNumbers(seed: options.seed)
  }

  func has(_ fault: DemonstrationFault) -> Bool { options.faults.contains(fault) }

  /// How far from the expert, 0 to 1.
  var clumsiness: Double { 1 - options.skill }

  mutating func offset() -> Double { numbers.offset() }
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
      for index in scenario.phases.indices {
        act(.phase(scenario.phases[index].id), after: 1_000_000)
        if !has(.nothing) { perform(phase: index) }
      }
    }
    act(.end, after: 1_000_000)
  }

  private mutating func prepare() {
    let asked = scenario.preparation
    for item in asked.before { act(.prepare(.before(item)), after: 1_000_000) }
    act(.prepare(.position(asked.position)), after: 800_000)
    act(.prepare(.arms(asked.arms ?? .alongBody)), after: 800_000)
    act(.prepare(.cushion(asked.cushion ?? .under)), after: 800_000)
    let allergies = scenario.patient.allergies
    let product =
      asked.product.first { $0.allergen.map { !allergies.contains($0) } ?? true }
      ?? asked.product.first ?? .neutralOil
    act(.prepare(.product(product)), after: 800_000)
  }

  private mutating func perform(phase index: Int) {
    switch scenario.phases[index].task {
    case .stroking(let task): stroke(task, scenario.phases[index])
    case .combCircles(let task): circle(task, scenario.phases[index])
    case .pointPress(let task): press(task, scenario.phases[index])
    case .honeyLift(let task): lift(task, scenario.phases[index])
    }
  }

  // MARK: Events

  mutating func act(_ act: Act, after pause: Int) {
    time += pause
    events.append(.act(act, time: time))
  }

  mutating func wait(_ microseconds: Int) { time += microseconds }

  /// One contact of some seconds; `place` gives millimetres and share of pressure at
  /// seconds since landing.
  mutating func contact(
    seconds: Double, _ place: (_ seconds: Double) -> (point: Point, pressure: Double)
  ) {
    guard seconds * 1_000_000 <= Double(Bounds.time) else {
      isTooLong = true
      return
    }
    let duration = Int((seconds * 1_000_000).rounded())
    let samples = duration / 1_000_000 * options.rate
    guard !isTooLong, contacts < Bounds.contacts,
      time + duration <= Bounds.time - 3_600_000_000,
      events.count + samples <= Performer.mostSamples
    else {
      isTooLong = true
      return
    }
    contacts += 1
    let number = contacts
    let start = time
    func sample(_ elapsed: Int) -> Sample {
      let (point, pressure) = place(Double(elapsed) / 1_000_000)
      let edge = Double(Bounds.coordinate) / 100
      return Sample(
        time: start + elapsed,
        position: Position(
          millimetres: min(max(point.x, -edge), edge), min(max(point.y, -edge), edge)),
        pressure: Int((min(max(pressure, 0), 1) * 1000).rounded(.toNearestOrAwayFromZero)))
    }
    events.append(
      .land(
        Landing(
          contact: number, hand: 0, nanometresPerPixel: Performer.scale, sample: sample(0))))
    var index = 1
    while index * 1_000_000 / options.rate < duration {
      events.append(.move(contact: number, sample(index * 1_000_000 / options.rate)))
      index += 1
    }
    events.append(.lift(contact: number, sample(duration)))
    time = start + duration
  }

  // MARK: Choices

  /// Light enough for the phase and for every area that the hand may brush.
  func pressure(_ phase: Phase) -> Double {
    let middle = (phase.pressure.fullLow + phase.pressure.fullHigh) / 2
    let limit = scenario.spasm.map(\.maxPressure).min() ?? 1
    return max(phase.pressure.fullLow, min(middle, limit * 0.8))
  }

  /// Calm, and well inside the band.
  func speed(_ phase: Phase) -> Double {
    guard let band = phase.speed else { return 60 }
    let width = band.fullHigh - band.fullLow
    // A hand that stands still comes nowhere, whatever the case asks.
    return max(0.1, min(max(60, band.fullLow + width * 0.3), band.fullHigh - width * 0.2))
  }
}
