/// The one wave everything heard is made of.
enum Wave {
  /// The sine of so many turns, to 1e-9: seven terms of its series after folding into a quarter
  /// turn. The C library's sine differs from machine to machine.
  static func sine(_ turns: Double) -> Double {
    var turn = turns - turns.rounded()
    if turn > 0.25 {
      turn = 0.5 - turn
    } else if turn < -0.25 {
      turn = -0.5 - turn
    }
    let x = turn * 2 * Double.pi
    let square = x * x
    var sum = 1 - square / 156
    sum = 1 - square / 110 * sum
    sum = 1 - square / 72 * sum
    sum = 1 - square / 42 * sum
    sum = 1 - square / 20 * sum
    sum = 1 - square / 6 * sum
    return x * sum
  }
}

/// A loudness that goes to where it is wanted in a straight line, so that nothing clicks.
struct Ramp: Sendable {
  private(set) var value = 0.0
  var target = 0.0
  private let step: Double

  /// - Parameters:
  ///   - seconds: how long it takes from 0 to 1.
  ///   - rate: samples a second.
  init(seconds: Double, rate: Double) { step = 1 / (seconds * rate) }

  mutating func next() -> Double {
    if value < target {
      value = min(target, value + step)
    } else if value > target {
      value = max(target, value - step)
    }
    return value
  }

  /// Is at once where it is wanted; right only while nothing is heard.
  mutating func jump() { value = target }

  /// Whether nothing is heard now nor wanted to be.
  var isSilent: Bool { value == 0 && target == 0 }
}
