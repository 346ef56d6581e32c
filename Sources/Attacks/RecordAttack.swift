import Attempts
import Records

/// A record of any bytes is refused in words, or gives events within the bounds and in order, and
/// written again it is the same record.
enum RecordAttack {
  static func strike(_ bytes: [UInt8]) throws(Finding) {
    guard let (head, events) = try read(bytes, RecordReader()) else { return }
    try ordered(events)
    try inPieces(bytes, head, events)
    guard !head.isForeign else { return }
    try written(head, events)
  }

  /// Nil when it is refused, as bad data alone: bytes in memory can be had.
  static func read(
    _ bytes: [UInt8], _ reader: RecordReader
  ) throws(Finding) -> (head: RecordHead, events: [Event])? {
    do {
      return try reader.read(.bytes(bytes))
    } catch {
      try demand(error.kind == .badData, "\(error) is not the data's fault")
      try demand(!error.message.isEmpty, "an error without words")
      try demand(error.line ?? 1 > 0 && error.column ?? 1 > 0, "\(error) is at no place")
      return nil
    }
  }

  /// By time, acts first, then contacts; each lands once, later than those before it, and is lifted.
  static func ordered(_ events: [Event]) throws(Finding) {
    var last = (time: 0, contact: 0)
    var newest = 0
    var down: [Int] = []
    for event in events {
      let next = (time: event.time, contact: event.contact ?? 0)
      try demand(last <= next, "\(next) after \(last)")
      last = next
      switch event {
      case .act: try demand(next.time <= Bounds.time, "an act beyond 24 hours")
      case .land(let landing):
        try demand(landing.contact > newest, "contact \(landing.contact) after \(newest)")
        try demand(
          (1...1_000_000_000).contains(landing.nanometresPerPixel),
          "\(landing.nanometresPerPixel) nm a pixel")
        try demand(Bounds.holds(landing.sample), "\(landing.sample) is out of bounds")
        newest = landing.contact
        down.append(newest)
      case .move(let contact, let sample):
        try demand(down.contains(contact), "contact \(contact) moves and is not down")
        try demand(Bounds.holds(sample), "\(sample) is out of bounds")
      case .lift(let contact, let sample):
        try demand(down.contains(contact), "contact \(contact) is lifted and is not down")
        try demand(Bounds.holds(sample), "\(sample) is out of bounds")
        down.removeAll { $0 == contact }
      }
    }
    try demand(down.isEmpty, "contacts \(down) are never lifted")
  }

  /// The parser gets its bytes in pieces; where they are cut changes nothing.
  private static func inPieces(
    _ bytes: [UInt8], _ head: RecordHead, _ events: [Event]
  ) throws(Finding) {
    let piece = 1 + bytes.count % 61
    let reader = RecordReader(foreign: ForeignOptions(), piece: piece)
    guard let (other, same) = try read(bytes, reader) else {
      throw Finding("in pieces of \(piece) it cannot be read")
    }
    try demand(other.header == head.header, "in pieces of \(piece) the header is another")
    try demand(same == events, "in pieces of \(piece) the events are others")
  }

  static func written(_ head: RecordHead, _ events: [Event]) throws(Finding) {
    for encoding in [TraceEncoding.explicit, .difference] {
      let bytes: [UInt8]
      do {
        bytes = try RecordWriter.document(
          of: events, header: head.header, scenario: head.scenario ?? [], encoding: encoding)
      } catch {
        throw Finding("what was read cannot be written: \(error)")
      }
      let again: (head: RecordHead, events: [Event])
      do { again = try RecordReader().read(.bytes(bytes)) } catch {
        throw Finding("what was written cannot be read: \(error)")
      }
      try demand(
        again.head.header == head.header, "\(head.header)\nbecame\n\(again.head.header)")
      try demand(again.head.scenario == head.scenario, "the case became another")
      try demand(again.events == events, "events became others, \(encoding)")
    }
  }
}
