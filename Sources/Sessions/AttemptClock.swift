/// The attempt's clock: microseconds since the start, stopped in a pause.
public struct AttemptClock: Sendable {
  /// What it shows at ``since``; it runs on from there, or stands.
  private var shown = 0
  private var since: Int
  public private(set) var isStopped = false
  /// Half seconds of its own in a second.
  private var halves = 2

  /// - Parameter moment: microseconds of a clock that never goes back, as everywhere in this room.
  public init(start moment: Int) { since = moment }

  /// The attempt's time at a moment; never negative, and still while the clock is stopped.
  public func time(at moment: Int) -> Int {
    max(0, isStopped ? shown : shown + (moment - since) * halves / 2)
  }

  /// A second stop changes nothing.
  public mutating func stop(at moment: Int) {
    guard !isStopped else { return }
    shown = time(at: max(moment, since))
    since = max(moment, since)
    isStopped = true
  }

  /// Going on without a stop changes nothing.
  public mutating func goOn(at moment: Int) {
    guard isStopped else { return }
    since = max(moment, since)
    isStopped = false
  }

  /// From a moment on it runs at another speed: 2 halves are the usual one.
  mutating func run(halves: Int, from moment: Int) {
    shown = time(at: moment)
    since = moment
    self.halves = halves
  }
}
