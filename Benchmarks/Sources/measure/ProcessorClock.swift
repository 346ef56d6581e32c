import Foundation

/// Time that the processor worked for this process, whatever else the machine did meanwhile.
struct ProcessorClock {
  static var nanoseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Nanoseconds that some work takes.
  static func measure(_ body: () throws -> Void) rethrows -> Int {
    let before = nanoseconds
    try body()
    return nanoseconds - before
  }
}
