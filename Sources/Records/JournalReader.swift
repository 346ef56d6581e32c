public import Attempts

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
  /// - Throws: ``RecordError`` when there is none, or its opening cannot be read.
  public convenience init(_ source: RecordSource) throws(RecordError) {
    try self.init(InputFile(source))
  }

  /// Whether an input begins as journals do.
  static func begins(_ file: InputFile) -> Bool {
    JournalReader.bytes(of: file, at: 0, count: JournalOpening.signature.count)
      == JournalOpening.signature
  }

  init(_ file: InputFile) throws(RecordError) {
    let first = JournalReader.bytes(of: file, at: 0, count: JournalOpening.start)
    guard let (length, sum) = JournalOpening.measure(first), length <= JournalOpening.longest
    else { throw JournalReader.unreadable("it does not begin as a journal does") }
    let body = JournalReader.bytes(of: file, at: JournalOpening.start, count: length)
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
    JournalReader.frames(of: file, from: start) { bytes in
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
      ending.isEarly = !JournalReader.bytes(of: file, at: ending.offset, count: 1).isEmpty
    }
    self.ending = ending
    last = survey.down
    var adopted = header
    adopted.device = survey.device
    head = RecordHead(
      header: adopted, scenario: scenario, sha256: OwnHeader.sha256(scenario), isForeign: false,
      journal: ending)
  }

  /// Gives out the events that count, in their order, in memory that does not grow with them.
  ///
  /// - Parameter liftsHands: whether hands that are down at the end are lifted at their last
  ///   sample, which that becomes; else events come as they were written.
  /// - Throws: what `step` throws.
  public func forEach<Failure: Error>(
    liftsHands: Bool = true, _ step: (Event) throws(Failure) -> Void
  ) throws(Failure) {
    var decoder = JournalDecoder()
    var number = 0
    var failure: Failure?
    var left = ending.frames
    JournalReader.frames(of: file, from: start) { bytes in
      guard left > 0 else { return false }
      left -= 1
      switch decoder.take(bytes) {
      case .nothing, .device: return true
      case .broken: return false
      case .event(let event):
        number += 1
        do throws(Failure) {
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
        } catch {
          failure = error
          return false
        }
      }
    }
    if let failure { throw failure }
  }

  /// The events that count, in memory.
  public func events(liftsHands: Bool = true) -> [Event] {
    var events: [Event] = []
    forEach(liftsHands: liftsHands) { (event) throws(Never) in events.append(event) }
    return events
  }

  private static func unreadable(_ why: String) -> RecordError {
    RecordError(.badData, "the opening of the journal cannot be read: \(why)")
  }

  // MARK: Bytes

  /// Gives out whole frames until there are no more or `take` has enough.
  private static func frames(
    of file: InputFile, from start: Int, _ take: (ArraySlice<UInt8>) -> Bool
  ) {
    var offset = start
    while true {
      let block = bytes(of: file, at: offset, count: 1_024 * JournalFrame.length)
      var rest = block[...]
      while rest.count >= JournalFrame.length {
        guard take(rest.prefix(JournalFrame.length)) else { return }
        rest = rest.dropFirst(JournalFrame.length)
      }
      guard block.count == 1_024 * JournalFrame.length else { return }
      offset += block.count
    }
  }

  /// Fewer where the file ends or cannot be read.
  private static func bytes(of file: InputFile, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let room = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let got = file.read(into: room, from: offset + filled)
        guard got > 0 else { return }
        filled += got
      }
    }
  }
}
