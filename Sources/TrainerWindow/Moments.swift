import CSDL2

/// The clock of the window: microseconds that never go back.
enum Moments {
  static var now: Int { microseconds(SDL_GetPerformanceCounter()) }

  static func microseconds(_ counter: UInt64) -> Int {
    let frequency = max(SDL_GetPerformanceFrequency(), 1)
    // Whole seconds apart, so that no product leaves 64 bits.
    return Int(counter / frequency * 1_000_000 + counter % frequency * 1_000_000 / frequency)
  }
}
