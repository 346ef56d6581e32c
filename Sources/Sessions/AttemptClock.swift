/// The attempt's clock: microseconds since the start, stopped in a pause.
public struct AttemptClock: Sendable {
  private let start: Int
  /// Microseconds of all pauses that are over.
  private var lost = 0
  private var stopped: Int?

  /// - Parameter moment: microseconds of a clock that never goes back, as everywhere in this room.
  public init(start moment: Int) { start = moment }

  public var isStopped: Bool { stopped != nil }

  /// The attempt's time at a moment; never negative, and still while the clock is stopped.
  public func time(at moment: Int) -> Int {
    max(0, min(moment, stopped ?? moment) - start - lost)
  }

  /// A second stop changes nothing.
  public mutating func stop(at moment: Int) {
    if stopped == nil { stopped = max(moment, start + lost) }
  }

  /// Going on without a stop changes nothing.
  public mutating func goOn(at moment: Int) {
    guard let stopped else { return }
    lost += max(0, moment - stopped)
    self.stopped = nil
  }
}
