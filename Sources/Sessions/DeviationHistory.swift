public import Scoring

/// How far the hand was from its guide during the last 20 seconds of the attempt.
public struct DeviationHistory: Sendable {
  public struct Entry: Hashable, Sendable {
    /// Microseconds of the attempt's clock.
    public var time: Int
    /// Signed mm, positive to the left of travel; nil where the hand was of no guide or up.
    public var deviation: Double?
    public var quality: TrailQuality
  }

  /// Microseconds that are kept.
  public static let span = 20_000_000
  /// Microseconds between entries.
  public static let step = 50_000

  public private(set) var entries: [Entry] = []

  public init() {}

  mutating func add(time: Int, deviation: Double?, quality: TrailQuality) {
    if let last = entries.last, time - last.time < DeviationHistory.step {
      // A gap must be seen even when it is short.
      guard last.deviation != nil, deviation == nil else { return }
    }
    entries.append(Entry(time: time, deviation: deviation, quality: quality))
    let old = entries.prefix { time - $0.time > DeviationHistory.span }.count
    // Cut in blocks, so that each entry is moved a few times at most.
    if old >= 64 { entries.removeFirst(old) }
  }

  /// The entries of the last 20 seconds before a time.
  public func recent(at time: Int) -> ArraySlice<Entry> {
    entries.drop { time - $0.time > DeviationHistory.span }
  }
}
