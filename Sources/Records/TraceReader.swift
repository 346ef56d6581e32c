import Attempts

/// The points of one trace in stored integers.
struct TraceReader {
  struct Sample {
    var x: Int
    var y: Int
    var pressure: Int?
    /// Microseconds of whatever clock the document has; nil without a T channel.
    var time: Int?
    var line: Int
    var column: Int
  }

  /// How the raw values of a point become a sample.
  struct Rule {
    var x: Conversion
    var y: Conversion
    var force: Conversion?
    var time: Conversion?
    /// Whether a point without place or time is passed over, as a foreign document may have it.
    var isLenient: Bool
  }

  private var text: TraceText
  private let rule: Rule

  var hasTime: Bool { rule.time != nil }
  var hasForce: Bool { rule.force != nil }

  init(_ trace: TraceElement, nanometresPerPixel: Int, isLenient: Bool) throws(RecordError) {
    do throws(Words) {
      let channels = trace.format.channels
      var conversions: [Conversion?] = []
      for channel in channels {
        let conversion: Conversion? =
          switch channel.role {
          case .x, .y: try Conversion.length(channel, nanometresPerPixel: nanometresPerPixel)
          case .force: try Conversion.force(channel)
          case .time: try Conversion.time(channel)
          case .other: nil
          }
        conversions.append(conversion)
      }
      func first(_ role: Role) -> Conversion? {
        for (channel, conversion) in zip(channels, conversions) where channel.role == role {
          return conversion
        }
        return nil
      }
      guard let x = first(.x), let y = first(.y) else {
        throw Words("the trace has no channels X and Y")
      }
      rule = Rule(x: x, y: y, force: first(.force), time: first(.time), isLenient: isLenient)
      text = TraceText(
        trace.format, conversions: conversions, line: trace.line, column: trace.column)
    } catch {
      throw RecordError(.badData, line: trace.line, error.text)
    }
  }

  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, addingLines lines: Int,
    _ found: (Sample) throws(RecordError) -> Void
  ) throws(RecordError) {
    text.skip(lines: lines)
    let rule = rule
    try text.take(bytes) { (point) throws(RecordError) in
      if let sample = try rule.sample(point) { try found(sample) }
    }
  }

  mutating func end(_ found: (Sample) throws(RecordError) -> Void) throws(RecordError) {
    let rule = rule
    try text.end { (point) throws(RecordError) in
      if let sample = try rule.sample(point) { try found(sample) }
    }
  }
}

extension TraceReader.Rule {
  /// Nil for a point that is passed over.
  @inline(__always)
  func sample(_ point: TraceText.Point) throws(RecordError) -> TraceReader.Sample? {
    guard let rawX = point.x, let rawY = point.y, time == nil || point.time != nil else {
      if isLenient { return nil }
      throw bad(point, "a point without a place or a time")
    }
    guard let x = x.stored(rawX), let y = y.stored(rawY),
      abs(x) <= Bounds.coordinate, abs(y) <= Bounds.coordinate
    else { throw bad(point, "a place beyond 2,000 mm from the origin") }
    var sample = TraceReader.Sample(x: x, y: y, line: point.line, column: point.column)
    if let force, let raw = point.force {
      guard let pressure = force.stored(raw), Bounds.pressure.contains(pressure) else {
        throw bad(point, "a pressure that is not within 0 to 1 of the channel's range")
      }
      sample.pressure = pressure
    }
    if let time, let raw = point.time {
      guard let stored = time.stored(raw) else { throw bad(point, "a time that is too large") }
      sample.time = stored
    }
    return sample
  }

  private func bad(_ point: TraceText.Point, _ message: String) -> RecordError {
    RecordError(.badData, line: point.line, column: point.column, message)
  }
}
