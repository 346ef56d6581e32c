/// When the next frame is due: 60 a second while something moves, none otherwise.
struct FramePacer {
  /// Microseconds from frame to frame.
  static let period = 16_667

  /// The same where nothing moves but what is slow, such as breathing.
  static let calmPeriod = 90_000

  private(set) var due = 0
  private var last = 0
  /// Whether the picture no longer shows what is.
  var isStale = true

  /// How long the pump may wait for an arrival, in whole milliseconds.
  func wait(at moment: Int) -> Int {
    // Toward a frame it waits in steps short enough to begin it in time; otherwise it looks up
    // ten times a second whether the clock or the coach has something new to show.
    guard isStale else { return 100 }
    return moment >= due ? 0 : 1
  }

  func isFrameDue(at moment: Int) -> Bool { isStale && moment >= due }

  /// Whether what is slow has moved on since the last frame.
  func isCalmFrameDue(at moment: Int) -> Bool { moment - last >= FramePacer.calmPeriod }

  /// A frame was begun: the next is due a period after this one was, not after it was late.
  mutating func began(at moment: Int) {
    isStale = false
    last = moment
    due = max(due + FramePacer.period, moment + FramePacer.period / 2)
  }
}
