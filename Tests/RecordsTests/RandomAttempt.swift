import Attempts
import Geometry
import Scenarios

/// A repeatable source of numbers (SplitMix64).
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A random attempt in the one order of events: two hands that overlap, pauses, equal times.
struct RandomAttempt {
  var header: Header
  var scenario: [UInt8]
  var events: [Event]

  init(seed: UInt64, contacts: Int = 12, points: Int = 30) {
    var random = Generator(state: seed)
    let pressure = PressureSource.allCases.randomElement(using: &random) ?? .none
    // Only a drill is of one step.
    let mode = Mode.allCases.randomElement(using: &random) ?? .exam
    header = Header(
      mode: mode,
      origin: Bool.random(using: &random) ? .live : .demonstration,
      device: Device(
        kind: DeviceKind.allCases.randomElement(using: &random) ?? .pen, pressure: pressure),
      ruleSet: Int.random(in: 1...9, using: &random), program: "1.2.3 <\"&'>\té",
      start: "2025-05-14T09:30:00Z",
      trainee: Bool.random(using: &random) ? "t-7k3qvm2x" : nil,
      shown: Aid.allCases.filter { _ in Bool.random(using: &random) },
      scope: mode == .drill ? .phase("comb", timed: Bool.random(using: &random)) : .whole)
    scenario = (0..<Int.random(in: 0...300, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    var sortable: [(time: Int, contact: Int, order: Int, event: Event)] = []
    var start = Int.random(in: 0...3_000_000, using: &random)
    for contact in 1...max(1, contacts) {
      var time = start
      var samples: [Sample] = []
      for _ in 0..<Int.random(in: 1...points, using: &random) {
        samples.append(
          Sample(
            time: time,
            position: Position(
              x: Int.random(in: -200_000...200_000, using: &random),
              y: Int.random(in: -200_000...200_000, using: &random)),
            pressure: pressure == .none || Int.random(in: 0...9, using: &random) == 0
              ? nil : Int.random(in: 0...1000, using: &random)))
        time += [0, 1, 4_000, 8_333, 50_000, 2_000_000].randomElement(using: &random) ?? 1
      }
      let scale = [1, 200_000, 350_123, 1_000_000, 1_000_000_000].randomElement(using: &random)
      let landing = Landing(
        contact: contact, hand: Int.random(in: 0...1, using: &random),
        nanometresPerPixel: scale ?? 1, sample: samples[0])
      sortable.append((samples[0].time, contact, 0, .land(landing)))
      for (order, sample) in samples.enumerated().dropFirst().dropLast() {
        sortable.append((sample.time, contact, order, .move(contact: contact, sample)))
      }
      let last = samples[samples.count - 1]
      sortable.append((last.time, contact, samples.count, .lift(contact: contact, last)))
      // The next lands before, at, or after the end of this one, never before it landed.
      start =
        [landing.sample.time, time, time + 700_000, (start + time) / 2]
        .randomElement(using: &random) ?? time
    }
    let acts: [Act] =
      [
        .ask(.nerves), .reason(.acute), .decision(.proceed), .prepare(.before(.hands)),
        .prepare(.product(.none)), .phase("warm-up"), .phase("comb"), .pause, .resume,
        .show([.guide, .pacer]), .show([]), .end,
      ]
    for order in 0..<Int.random(in: 0...20, using: &random) {
      guard let act = acts.randomElement(using: &random) else { continue }
      let time =
        Bool.random(using: &random)
        ? Int.random(in: 0...start, using: &random)
        : sortable.randomElement(using: &random)?.time ?? 0
      sortable.append((time, 0, order, .act(act, time: time)))
    }
    sortable.sort { ($0.time, $0.contact, $0.order) < ($1.time, $1.contact, $1.order) }
    events = sortable.map(\.event)
  }
}
