/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers for the same seed everywhere.
struct RepeatableNumbers: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A share from 0 up to 1.
  mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// Between -1 and 1.
  mutating func offset() -> Double { share() * 2 - 1 }
}

/// A calm wandering between -1 and 1: random knots joined by smooth steps.
struct Wander: Sendable {
  private var knots: [Double] = []
  private var numbers: RepeatableNumbers
  /// Seconds between knots.
  private let interval: Double

  init(seed: UInt64, interval: Double) {
    numbers = RepeatableNumbers(seed: seed)
    self.interval = interval
  }

  mutating func value(at seconds: Double) -> Double {
    let position = max(0, seconds / interval)
    let index = Int(position)
    while knots.count < index + 2 { knots.append(numbers.offset()) }
    let u = position - Double(index)
    let smooth = u * u * (3 - 2 * u)
    return knots[index] + (knots[index + 1] - knots[index]) * smooth
  }
}
