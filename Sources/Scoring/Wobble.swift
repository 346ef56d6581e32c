/// Small quick wandering of a hand beside its guide: the difference of a quick and a slow mean of
/// its deviation.
struct Wobble: Sendable {
  /// What a new value weighs in each mean.
  private let quickShare: Double
  private let slowShare: Double
  private var quick = 0.0
  private var slow = 0.0
  private var isRunning = false
  /// Length newly covered since the last value, in nanometres, and by which stroke.
  private var length = 0
  private var stroke = -1

  init(_ rules: RuleSet) {
    let tick = Double(rules.wobbleTick)
    quickShare = tick / (tick + Double(rules.wobbleFast))
    slowShare = tick / (tick + Double(rules.wobbleSlow))
  }

  /// Begins anew: the hand was off its guide.
  mutating func restart() {
    isRunning = false
    length = 0
  }

  mutating func covered(_ units: Int, stroke serial: Int) {
    if serial != stroke { length = 0 }
    stroke = serial
    length += units
  }

  /// Takes the deviation in mm on the wobble's own grid; returns the square of the wobble and the
  /// length it stands for.
  mutating func take(_ deviation: Double, stroke serial: Int) -> (square: Double, length: Int) {
    if isRunning {
      quick += quickShare * (deviation - quick)
      slow += slowShare * (deviation - slow)
    } else {
      quick = deviation
      slow = deviation
      isRunning = true
    }
    let gap = quick - slow
    defer { length = 0 }
    return (gap * gap, serial == stroke ? length : 0)
  }
}
