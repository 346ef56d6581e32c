public import Attempts
import Foundation

/// Writes a record: a W3C InkML document that any ink tool opens, and that reads back to exactly
/// the events it was given.
///
/// Events are taken one by one. What is finished goes to a nameless temporary file, so that a long
/// attempt does not sit in memory; only contacts that overlap an earlier one wait there. The file
/// appears under its name when it is whole: ``finish()`` writes beside it and renames.
public final class RecordWriter {
  private let path: String?
  private let isPrivate: Bool
  private let header: Header
  private let scenario: [UInt8]
  private let encoding: TraceEncoding
  private let hasPressure: Bool
  private let body: Spool
  private var acts: [(act: Act, time: Int)] = []
  /// Bytes of the acts' values.
  private var words = 0
  private var open: [OpenContact] = []
  private var group = 0
  private var phases: [String] = []
  private var lastTime = 0
  /// Contact of the last event at `lastTime`; 0 for an act.
  private var lastContact = 0
  private var newest = 0
  private var contacts = 0
  private var samples = 0

  private struct OpenContact {
    var number: Int
    /// Number of phases entered when it landed.
    var group: Int
    var text: [UInt8]
    var differences = DifferenceText()
    var isDown = true
  }

  /// - Parameters:
  ///   - path: where the record will be.
  ///   - scenario: the bytes of the scenario file.
  ///   - encoding: how points are put into text; either reads back to the same events.
  ///   - isPrivate: whether only its owner may read it, as what a trainee did.
  /// - Throws: ``RecordError`` when nothing can be created there.
  public convenience init(
    to path: String, header: Header, scenario: [UInt8], encoding: TraceEncoding = .explicit,
    isPrivate: Bool = true
  ) throws(RecordError) {
    try OutputFile.check(path)
    self.init(
      path: path, isPrivate: isPrivate, folder: OutputFile.folder(path), header: header,
      scenario: scenario, encoding: encoding)
  }

  private init(
    path: String?, isPrivate: Bool, folder: String, header: Header, scenario: [UInt8],
    encoding: TraceEncoding
  ) {
    self.path = path
    self.isPrivate = isPrivate
    self.header = header
    self.scenario = scenario
    self.encoding = encoding
    hasPressure = header.device.pressure != .none
    body = Spool(folder: folder)
  }

  /// Writes a whole attempt.
  ///
  /// - Parameter isPrivate: whether only its owner may read it.
  public static func write(
    _ events: some Sequence<Event>, header: Header, scenario: [UInt8], to path: String,
    encoding: TraceEncoding = .explicit, isPrivate: Bool = true
  ) throws(RecordError) {
    let writer = try RecordWriter(
      to: path, header: header, scenario: scenario, encoding: encoding, isPrivate: isPrivate)
    for event in events { try writer.add(event) }
    try writer.finish()
  }

  /// The bytes of a record.
  public static func document(
    of events: some Sequence<Event>, header: Header, scenario: [UInt8],
    encoding: TraceEncoding = .explicit
  ) throws(RecordError) -> [UInt8] {
    let writer = RecordWriter(
      path: nil, isPrivate: true, folder: NSTemporaryDirectory(), header: header,
      scenario: scenario, encoding: encoding)
    for event in events { try writer.add(event) }
    var bytes: [UInt8] = []
    try writer.compose { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Takes the next event.
  ///
  /// - Throws: ``RecordError`` when it does not follow the one order of events, is out of bounds,
  ///   or the disk is full.
  public func add(_ event: Event) throws(RecordError) {
    let contact = event.contact ?? 0
    guard event.time > lastTime || event.time == lastTime && contact >= lastContact else {
      throw RecordError(
        .badData,
        "an event at \(event.time) microseconds out of order: by time, acts first, then contacts")
    }
    switch event {
    case .act(let act, let time):
      words += act.words.value.utf8.count
      guard time <= Bounds.time, acts.count < OwnHeader.acts, words <= OwnHeader.words else {
        throw beyond("act")
      }
      if case .phase(let id) = act { phases.append(id) }
      acts.append((act, time))
    case .land(let landing): try land(landing)
    case .move(let contact, let sample): try add(sample, contact: contact, isLast: false)
    case .lift(let contact, let sample): try add(sample, contact: contact, isLast: true)
    }
    lastTime = event.time
    lastContact = contact
  }

  /// Writes the record into its place.
  ///
  /// A hand that is still down is taken as lifted at its last sample.
  public func finish() throws(RecordError) {
    guard let path else { return }
    let file = try OutputFile(path, isPrivate: isPrivate)
    try compose { (bytes) throws(RecordError) in try file.write(bytes) }
    try file.commit()
  }

  private func land(_ landing: Landing) throws(RecordError) {
    guard landing.contact > newest else {
      throw RecordError(.badData, "contact \(landing.contact) lands after contact \(newest)")
    }
    guard contacts < Bounds.contacts, open.count(where: \.isDown) < Bounds.hands else {
      throw beyond("contact")
    }
    guard (1...1_000_000_000).contains(landing.nanometresPerPixel) else {
      throw beyond("pixel size")
    }
    newest = landing.contact
    contacts += 1
    var contact = OpenContact(
      number: landing.contact, group: phases.count, text: RecordText.contact(landing))
    try append(landing.sample, to: &contact, isFirst: true)
    open.append(contact)
    try flush()
  }

  private func add(_ sample: Sample, contact: Int, isLast: Bool) throws(RecordError) {
    guard let index = open.firstIndex(where: { $0.number == contact && $0.isDown }) else {
      throw RecordError(.badData, "contact \(contact) is not down")
    }
    try append(sample, to: &open[index], isFirst: false)
    if isLast {
      open[index].text += RecordText.traceEnd
      open[index].isDown = false
    }
    // Text is handed on in pieces, not point by point.
    if isLast || open[index].text.count > 1 << 14 { try flush() }
  }

  private func append(
    _ sample: Sample, to contact: inout OpenContact, isFirst: Bool
  ) throws(RecordError) {
    samples += 1
    guard Bounds.holds(sample), samples <= Bounds.samples else { throw beyond("sample") }
    guard hasPressure || sample.pressure == nil else {
      throw RecordError(.badData, "a sample has a pressure, and its device has none")
    }
    switch encoding {
    case .explicit:
      RecordText.append(sample, to: &contact.text, isFirst: isFirst, hasPressure: hasPressure)
    case .difference:
      contact.differences.append(sample, to: &contact.text, hasPressure: hasPressure)
    }
  }

  /// Hands on what stands in the order of contact numbers.
  private func flush() throws(RecordError) {
    while let first = open.first {
      try enter(first.group)
      try body.write(first.text)
      guard !first.isDown else {
        open[0].text.removeAll(keepingCapacity: true)
        return
      }
      open.removeFirst()
    }
  }

  /// Closes and opens groups up to that of the phase entered so many times.
  private func enter(_ target: Int) throws(RecordError) {
    while group < target {
      if group > 0 { try body.write(RecordText.groupEnd) }
      try body.write(RecordText.group(phases[group]))
      group += 1
    }
  }

  private func compose(_ take: ([UInt8]) throws(RecordError) -> Void) throws(RecordError) {
    for index in open.indices where open[index].isDown {
      open[index].text += RecordText.traceEnd
      open[index].isDown = false
    }
    try flush()
    try enter(phases.count)
    try take(try RecordText.head(header, scenario: scenario, acts: acts))
    try body.drain(take)
    if group > 0 { try take(RecordText.groupEnd) }
    try take(RecordText.end)
  }

  private func beyond(_ what: String) -> RecordError {
    RecordError(.badData, "the record's bounds hold no such \(what)")
  }
}
