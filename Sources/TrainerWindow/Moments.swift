import CSDL2
import Synchronization

/// The clock of the window: microseconds that never go back.
enum Moments {
  /// Microseconds of the machine's sleep that count, although its clock stood still.
  private static let slept = Atomic(0)

  /// Lets the machine's sleep count from now on.
  static func count(_ sleep: Int) { slept.add(max(0, sleep), ordering: .relaxed) }

  static var now: Int { microseconds(SDL_GetPerformanceCounter()) }

  static func microseconds(_ counter: UInt64) -> Int {
    let frequency = max(SDL_GetPerformanceFrequency(), 1)
    // Whole seconds apart, so that no product leaves 64 bits.
    return Int(counter / frequency * 1_000_000 + counter % frequency * 1_000_000 / frequency)
      + slept.load(ordering: .relaxed)
  }
}
