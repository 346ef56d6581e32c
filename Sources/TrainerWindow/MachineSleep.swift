import Foundation

/// Notices that the machine slept: the clock that counts sleep has run ahead of the one that does
/// not.
struct MachineSleep {
  /// Microseconds; less is the clocks' own unevenness, or the time between two readings.
  static let least = 1_000_000

  /// Microseconds that the machine has slept since it was started; nil when it cannot be told now.
  var total: () -> Int? = MachineSleep.ofThisMachine
  private var known: Int?

  /// How long the machine slept since the last call, in microseconds; 0 when it did not.
  mutating func sinceLastLook() -> Int {
    guard let total = total() else { return 0 }
    defer { known = total }
    guard let known, total - known >= MachineSleep.least else { return 0 }
    return total - known
  }

  static func ofThisMachine() -> Int? {
    #if canImport(Darwin)
      let (awake, all) = (CLOCK_UPTIME_RAW, CLOCK_MONOTONIC_RAW)
    #else
      let (awake, all) = (CLOCK_MONOTONIC, CLOCK_BOOTTIME)
    #endif
    let before = microseconds(awake)
    let counted = microseconds(all)
    // A program that was stopped between the readings learns nothing from them.
    guard microseconds(awake) - before < 100_000 else { return nil }
    return counted - before
  }

  private static func microseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000
  }
}
