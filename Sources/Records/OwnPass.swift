import Attempts
import Geometry

/// A pass over a record of this program's.
///
/// The first pass gives out events as it reads. When contacts overlap it reads on, to learn when
/// each begins, and the record is read a second time with that knowledge. A document without the
/// header turns out to be foreign.
final class OwnPass: InkHandler {
  private let start: (RecordHead) throws(RecordError) -> Void
  private let step: (Event) throws(RecordError) -> Void
  /// Known in the second pass.
  private let starts: [Int]?
  private var order: EventOrder?
  private var reader: TraceReader?
  private var contact = TraceElement.Contact(number: 0, hand: 0, nanometresPerPixel: 1)
  private var line = 0
  private var lastNumber = 0
  private var samples = 0
  private var isFirst = true
  private var lastTime = 0
  private var lastStart = 0
  private var latestEnd = 0
  /// When each contact begins, in the order of the document.
  private(set) var found: [Int] = []
  private(set) var hasOverlap = false
  private(set) var hasHeader = false
  private var hasPressure = false
  /// Whether a trace came before any header: nothing of the record was read then.
  private(set) var isForeign = false

  init(
    starts: [Int]?, start: @escaping (RecordHead) throws(RecordError) -> Void,
    step: @escaping (Event) throws(RecordError) -> Void
  ) {
    self.starts = starts
    self.start = start
    self.step = step
  }

  func take(_ header: OwnHeader, line: Int) throws(RecordError) {
    guard !isForeign else {
      throw RecordError(.badData, line: line, "the record's header comes after a trace")
    }
    guard !hasHeader else { throw RecordError(.badData, line: line, "a second header") }
    hasHeader = true
    let head: RecordHead
    do { head = try header.head() } catch { throw RecordError(.badData, line: line, error.text) }
    hasPressure = head.header.device.pressure != .none
    try start(head)
    order = EventOrder(acts: header.acts, starts: starts, step)
  }

  func begin(_ trace: TraceElement) throws(RecordError) {
    guard hasHeader else {
      isForeign = true
      return
    }
    line = trace.line
    guard let contact = trace.contact else {
      throw RecordError(.badData, line: line, "no annotation of a contact before this trace")
    }
    guard contact.number > lastNumber else {
      throw RecordError(
        .badData, line: line,
        "contact \(contact.number) after contact \(lastNumber): numbers must go up")
    }
    guard found.count < Bounds.contacts else {
      throw RecordError(.badData, line: line, "more than 10,000 traces")
    }
    self.contact = contact
    lastNumber = contact.number
    isFirst = true
    lastTime = 0
    let reader = try TraceReader(
      trace, nanometresPerPixel: contact.nanometresPerPixel, isLenient: false)
    guard reader.hasTime else {
      throw RecordError(.badData, line: line, "the trace has no channel T")
    }
    self.reader = reader
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, addingLines lines: Int) throws(RecordError) {
    try reader?.take(bytes, addingLines: lines, take)
  }

  func endTrace() throws(RecordError) {
    guard hasHeader else { return }
    var reader = reader
    self.reader = nil
    try reader?.end(take)
    guard !isFirst else { throw RecordError(.badData, line: line, "a trace without a point") }
    latestEnd = max(latestEnd, lastTime)
    if !isSurvey { try order?.lift() }
  }

  /// The document ended.
  func end() throws(RecordError) {
    if hasHeader, !isSurvey { try order?.end() }
  }

  /// Whether this pass only learns when contacts begin.
  private var isSurvey: Bool { hasOverlap && starts == nil }

  private func take(_ sample: TraceReader.Sample) throws(RecordError) {
    let time = sample.time ?? 0
    guard time >= lastTime, time <= Bounds.time else {
      throw RecordError(
        .badData, line: sample.line, column: sample.column,
        time < lastTime
          ? "time goes back, from \(lastTime) to \(time) microseconds"
          : "a time beyond 24 hours")
    }
    samples += 1
    guard samples <= Bounds.samples else {
      throw RecordError(.badData, line: sample.line, "more than 100 million samples")
    }
    guard sample.pressure == nil || hasPressure else {
      throw RecordError(
        .badData, line: sample.line, column: sample.column,
        "a pressure, of a device that has none")
    }
    let stored = Sample(
      time: time, position: Position(x: sample.x, y: sample.y), pressure: sample.pressure)
    lastTime = time
    guard isFirst else {
      if !isSurvey { try order?.move(stored) }
      return
    }
    isFirst = false
    guard time >= lastStart else {
      throw RecordError(
        .badData, line: sample.line,
        "contact \(contact.number) begins before the contact above it: they stand in the order of "
          + "landing")
    }
    lastStart = time
    found.append(time)
    if time < latestEnd { hasOverlap = true }
    guard !isSurvey else { return }
    try order?.land(
      Landing(
        contact: contact.number, hand: contact.hand,
        nanometresPerPixel: contact.nanometresPerPixel, sample: stored), line: line)
  }
}
