/// When the next frame is due: 60 a second while something moves, none otherwise.
struct FramePacer {
  /// Microseconds from frame to frame.
  static let period = 16_667

  private(set) var due = 0
  /// Whether the picture no longer shows what is.
  var isStale = true

  /// How long the pump may wait, in whole milliseconds: up to the frame that is due, a moment to
  /// wake at, or `idle`.
  func wait(at moment: Int, wake: Int?, idle: Int) -> Int {
    if isStale {
      // Never past the deadline, and short enough that arrivals are stamped as they come.
      return moment >= due ? 0 : 1
    }
    guard let wake else { return idle }
    return min(max((wake - moment + 999) / 1000, 1), idle)
  }

  func isFrameDue(at moment: Int) -> Bool { isStale && moment >= due }

  /// A frame was begun: the next is due a period after this one was, not after it was late.
  mutating func began(at moment: Int) {
    isStale = false
    due = max(due + FramePacer.period, moment + FramePacer.period / 2)
  }
}
