import Attempts
import Records

/// A journal of any bytes is refused, or gives the events before the first fault.
enum JournalAttack {
  /// Bytes as they are, and once more with every length, number and check sum put right: no chance
  /// would come by those, and what lies behind them would never be met.
  static func strike(_ bytes: [UInt8]) throws(Finding) {
    try take(bytes)
    if let mended = JournalMending.mended(bytes) { try take(mended) }
  }

  private static func take(_ bytes: [UInt8]) throws(Finding) {
    let journal: JournalReader
    let written: [Event]
    let events: [Event]
    do {
      journal = try JournalReader(.bytes(bytes))
      written = try journal.events(liftsHands: false)
      events = try journal.events()
    } catch {
      try demand(error.kind == .badData, "\(error) is not the data's fault")
      // Bytes that begin no journal are a record, or none.
      _ = try RecordAttack.read(bytes, RecordReader())
      return
    }
    let ending = journal.ending
    try demand(ending.events == written.count, "\(written.count) events of \(ending.events)")
    try demand(ending.time == written.last?.time ?? 0, "it does not end with its last event")
    try demand(ending.offset <= bytes.count, "it ends at \(ending.offset) of \(bytes.count)")
    try demand(ending.isEarly == (ending.offset < bytes.count), "what is left over is not told")
    try RecordAttack.ordered(events)
    guard let (head, same) = try RecordAttack.read(bytes, RecordReader()) else {
      throw Finding("the reader of records refuses what the reader of journals took")
    }
    try demand(same == events && head.journal == ending, "as a record it is another")
    try RecordAttack.written(head, events)
    try cut(bytes, at: ending.offset, written)
  }

  /// Without what does not count it is the same journal, and whole.
  private static func cut(_ bytes: [UInt8], at end: Int, _ events: [Event]) throws(Finding) {
    let ending: JournalReader.Ending
    let same: [Event]
    do {
      let journal = try JournalReader(.bytes(Array(bytes[..<end])))
      ending = journal.ending
      same = try journal.events(liftsHands: false)
    } catch {
      throw Finding("cut where it ends it cannot be read: \(error)")
    }
    try demand(!ending.isEarly, "cut where it ends it still ends early")
    try demand(same == events, "cut where it ends it is another")
  }
}
