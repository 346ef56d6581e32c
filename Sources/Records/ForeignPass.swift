import Attempts
import Geometry

/// A pass over a document of another program's: first to learn its times, then to give out events.
final class ForeignPass: InkHandler {
  /// A hand at rest is sampled so often.
  static let restGap = 50_000
  /// Longer gaps without a sample are filled as a rest, up to ``longestRest``.
  static let shortestRest = 100_000
  static let longestRest = 1_000_000

  private enum Work {
    case survey
    case events(ForeignSurvey.Layout, EventOrder)
  }

  private let work: Work
  private let nanometresPerPixel: Int
  private(set) var survey = ForeignSurvey()
  private var reader: TraceReader?
  private var contacts = 0
  private var samples = 0
  /// Whether the next trace goes on with the contact.
  private var isOpen = false
  private var isFirst = true
  private var last: Sample?
  private var lastTime: Int?
  private var nextTime = 0
  private var line = 0

  /// Learns the times.
  init(nanometresPerPixel: Int) {
    work = .survey
    self.nanometresPerPixel = nanometresPerPixel
  }

  /// Gives out events.
  init(nanometresPerPixel: Int, layout: ForeignSurvey.Layout, order: EventOrder) {
    work = .events(layout, order)
    self.nanometresPerPixel = nanometresPerPixel
  }

  func take(_ header: OwnHeader, line: Int) throws(RecordError) {
    throw RecordError(.badData, line: line, "the record's header comes after a trace")
  }

  func begin(_ trace: TraceElement) throws(RecordError) {
    guard trace.isDown else {
      reader = nil
      return
    }
    line = trace.line
    let goesOn = trace.continuation == "middle" || trace.continuation == "end"
    if !(goesOn && isOpen) { try close() }
    isOpen = trace.continuation == "begin" || trace.continuation == "middle"
    let reader = try TraceReader(trace, nanometresPerPixel: nanometresPerPixel, isLenient: true)
    if !goesOn || isFirst { timeOffset = trace.timeOffset }
    survey.hasPressure = survey.hasPressure || reader.hasForce
    self.reader = reader
  }

  private var timeOffset: Int?

  func text(_ bytes: UnsafeBufferPointer<UInt8>, addingLines lines: Int) throws(RecordError) {
    try reader?.take(bytes, addingLines: lines, take)
  }

  func endTrace() throws(RecordError) {
    var reader = reader
    self.reader = nil
    try reader?.end(take)
    if !isOpen { try close() }
  }

  /// The document ended.
  func end() throws(RecordError) {
    try close()
    if case .events(_, let order) = work { try order.end() }
  }

  /// The contact ends, if one is under way.
  private func close() throws(RecordError) {
    guard !isFirst else { return }
    isFirst = true
    isOpen = false
    lastTime = nil
    nextTime += ForeignSurvey.traceGap - ForeignSurvey.pointGap
    if case .events(_, let order) = work { try order.lift() }
  }

  private func take(_ found: TraceReader.Sample) throws(RecordError) {
    samples += 1
    guard samples <= Bounds.samples else {
      throw RecordError(.badData, line: found.line, "more than 100 million samples")
    }
    if let time = found.time, let lastTime, time < lastTime {
      throw RecordError(
        .badData, line: found.line, column: found.column,
        "time goes back, from \(lastTime) to \(time) microseconds")
    }
    lastTime = found.time
    if isFirst {
      contacts += 1
      guard contacts <= Bounds.contacts else {
        throw RecordError(.badData, line: line, "more than 10,000 traces")
      }
    }
    switch work {
    case .survey: note(found)
    case .events(let layout, let order): try send(found, layout, order)
    }
    isFirst = false
  }

  private func note(_ found: TraceReader.Sample) {
    if isFirst {
      survey.contacts.append(
        ForeignSurvey.Contact(
          start: found.time, end: found.time, timeOffset: timeOffset, line: line))
    } else {
      survey.contacts[contacts - 1].end = found.time
    }
  }

  private func send(
    _ found: TraceReader.Sample, _ layout: ForeignSurvey.Layout, _ order: EventOrder
  ) throws(RecordError) {
    let time: Int
    switch layout {
    case .untimed:
      time = nextTime
      nextTime += ForeignSurvey.pointGap
    case .timed(let shifts, _): time = (found.time ?? 0) + shifts[contacts - 1]
    }
    guard (0...Bounds.time).contains(time) else {
      throw RecordError(.badData, line: found.line, "the traces take more than 24 hours")
    }
    let sample = Sample(
      time: time, position: Position(x: found.x, y: found.y), pressure: found.pressure)
    if isFirst {
      try order.land(
        Landing(
          contact: contacts, hand: 0, nanometresPerPixel: nanometresPerPixel, sample: sample),
        line: line)
    } else {
      if let last { try rest(from: last, until: time, order) }
      try order.move(sample)
    }
    last = sample
  }

  /// A hand that reports nothing for up to a second has rested where it was.
  private func rest(from last: Sample, until time: Int, _ order: EventOrder) throws(RecordError) {
    let gap = time - last.time
    guard gap > ForeignPass.shortestRest, gap <= ForeignPass.longestRest else { return }
    var sample = last
    while time - sample.time > ForeignPass.restGap {
      sample.time += ForeignPass.restGap
      try order.move(sample)
    }
  }
}

extension RecordReader {
  func readForeign(
    _ file: InputFile, _ definitions: Definitions,
    start: @escaping (RecordHead) throws(RecordError) -> Void,
    step: @escaping (Event) throws(RecordError) -> Void
  ) throws(RecordError) {
    let scale = FinePoint.units(foreign.millimetresPerPixel)
    let survey = ForeignPass(nanometresPerPixel: scale)
    _ = try InkDocument.pass(over: file, limit: piece, known: definitions, survey)
    try survey.end()
    let layout = try survey.survey.layout()
    var isTimed = true
    var starts: [Int]?
    switch layout {
    case .untimed: isTimed = false
    case .timed(_, let times): starts = times
    }
    try start(
      RecordHead(
        header: Header(
          origin: .foreign,
          device: Device(
            kind: .foreign, pressure: survey.survey.hasPressure ? .measured : .none),
          program: "", scope: .phase(foreign.phase ?? "", timed: isTimed)),
        scenario: nil, sha256: "", isForeign: true))
    let events = ForeignPass(
      nanometresPerPixel: scale, layout: layout,
      order: EventOrder(acts: [], starts: starts, step))
    _ = try InkDocument.pass(over: file, limit: piece, known: definitions, events)
    try events.end()
  }
}
