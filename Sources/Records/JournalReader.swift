public import Attempts
import Digests
import Foundation

/// Reads a journal: the events of an attempt that was under way, as far as they reached the disk.
///
/// A journal may end in the middle of a frame or be damaged anywhere. Everything up to the first
/// frame that is not whole counts, within the bounds of records and in the one order of events. A
/// hand that is down at the end was lifted at its last sample.
public final class JournalReader {
  /// How far what counts reaches.
  public struct Ending: Hashable, Sendable {
    /// Bytes from the file's start that count.
    public var offset = 0
    /// Frames that count.
    public var frames = 0
    /// Events that count.
    public var events = 0
    /// Time of the last event, in microseconds of the attempt's clock.
    public var time = 0
    /// Whether bytes follow that do not count.
    public var isEarly = false
  }

  /// What the journal says of the attempt; the device as it turned out to be.
  public let head: RecordHead
  public let ending: Ending
  private let file: InputFile
  /// Bytes before the first frame.
  private let start: Int
  /// Numbers of the last sample of contacts that are down at the end.
  private let last: [(contact: Int, event: Int)]

  /// Opens a journal and looks it through.
  ///
  /// - Throws: ``RecordError`` when there is none, its opening cannot be read, or reading fails: what
  ///   a disk does not give is no end of the file.
  public convenience init(_ source: RecordSource) throws(RecordError) {
    try self.init(InputFile(source))
  }

  /// Whether an input begins as journals do.
  static func begins(_ file: InputFile) throws(RecordError) -> Bool {
    try JournalReader.bytes(of: file, at: 0, count: JournalOpening.signature.count)
      == JournalOpening.signature
  }

  init(_ file: InputFile) throws(RecordError) {
    let first = try JournalReader.bytes(of: file, at: 0, count: JournalOpening.start)
    guard let (length, sum) = JournalOpening.measure(first), length <= JournalOpening.longest
    else { throw JournalReader.unreadable("it does not begin as a journal does") }
    let body = try JournalReader.bytes(of: file, at: JournalOpening.start, count: length)
    guard body.count == length else { throw JournalReader.unreadable("it is cut off") }
    guard CheckSum.crc32(body) == sum else { throw JournalReader.unreadable("it is damaged") }
    let header: Header
    let scenario: [UInt8]
    do { (header, scenario) = try JournalOpening.read(body) } catch {
      throw JournalReader.unreadable(error.text)
    }
    let start = JournalOpening.start + length
    self.file = file
    self.start = start
    var survey = JournalSurvey(device: header.device)
    var ending = Ending(offset: start)
    try JournalReader.frames(of: file, from: start) { (bytes) throws(RecordError) in
      guard survey.take(bytes) else {
        ending.isEarly = true
        return false
      }
      ending.frames += 1
      if survey.isBetweenEvents {
        ending.offset = start + ending.frames * JournalFrame.length
      }
      return true
    }
    ending.frames = (ending.offset - start) / JournalFrame.length
    ending.events = survey.events
    ending.time = survey.time
    if !ending.isEarly {
      ending.isEarly = try !JournalReader.bytes(of: file, at: ending.offset, count: 1).isEmpty
    }
    self.ending = ending
    last = survey.down
    var adopted = header
    adopted.device = survey.device
    head = RecordHead(
      header: adopted, scenario: scenario, sha256: SHA256.text(of: scenario), isForeign: false,
      journal: ending)
  }

  /// Gives out the events that count, in their order, in memory that does not grow with them.
  ///
  /// - Parameter liftsHands: whether hands that are down at the end are lifted at their last
  ///   sample, which that becomes; else events come as they were written.
  /// - Throws: what `step` throws; ``RecordError`` when reading fails, or gives fewer events than
  ///   count.
  public func forEach(
    liftsHands: Bool = true, _ step: (Event) throws(RecordError) -> Void
  ) throws(RecordError) {
    var decoder = JournalDecoder()
    var number = 0
    var left = ending.frames
    try JournalReader.frames(of: file, from: start) { (bytes) throws(RecordError) in
      guard left > 0 else { return false }
      left -= 1
      switch decoder.take(bytes) {
      case .nothing, .device: return true
      case .broken: return false
      case .event(let event):
        number += 1
        guard liftsHands, let down = last.first(where: { $0.event == number }) else {
          try step(event)
          return true
        }
        switch event {
        case .move(_, let sample): try step(.lift(contact: down.contact, sample))
        case .land(let landing):
          try step(event)
          try step(.lift(contact: down.contact, landing.sample))
        case .act, .lift: try step(event)
        }
        return true
      }
    }
    guard number == ending.events else {
      throw RecordError(
        .failed, "the journal changed while it was read: \(number) events of \(ending.events)")
    }
  }

  /// The events that count, in memory.
  public func events(liftsHands: Bool = true) throws(RecordError) -> [Event] {
    var events: [Event] = []
    try forEach(liftsHands: liftsHands) { (event) throws(RecordError) in events.append(event) }
    return events
  }

  private static func unreadable(_ why: String) -> RecordError {
    RecordError(.badData, "the opening of the journal cannot be read: \(why)")
  }

  // MARK: Bytes

  /// Gives out whole frames until there are no more or `take` has enough.
  private static func frames(
    of file: InputFile, from start: Int, _ take: (ArraySlice<UInt8>) throws(RecordError) -> Bool
  ) throws(RecordError) {
    var offset = start
    while true {
      let block = try bytes(of: file, at: offset, count: 1_024 * JournalFrame.length)
      var rest = block[...]
      while rest.count >= JournalFrame.length {
        guard try take(rest.prefix(JournalFrame.length)) else { return }
        rest = rest.dropFirst(JournalFrame.length)
      }
      guard block.count == 1_024 * JournalFrame.length else { return }
      offset += block.count
    }
  }

  /// Fewer where the file ends, and only there.
  private static func bytes(
    of file: InputFile, at offset: Int, count: Int
  ) throws(RecordError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let room = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let got = file.read(into: room, from: offset + filled)
        if got < 0 { failure = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard failure == 0 else {
      throw RecordError(.failed, "reading failed: \(String(cString: strerror(failure)))")
    }
    return bytes
  }
}
