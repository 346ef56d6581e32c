public import Attempts
import Records
import ScenarioFiles
import Scenarios

/// The events of an attempt while it is made: on disk, so that a long attempt takes no more memory
/// than a short one.
///
/// Events are added to a journal in the records folder, off the thread that adds them, and are
/// there at most 250 ms later. Where nothing can be written, or no more, events stay in memory and
/// ``failure`` says why. It is a value: a copy that goes its own way goes on in a file of its own.
/// The file goes with the last value that needs it, and stays where the program was stopped before
/// that.
public struct EventLog: Sendable, Sequence {
  /// How many events there are.
  public private(set) var count = 0
  public private(set) var last: Event?

  private enum Place {
    case nowhere
    case memory
    case folder(String, stem: String)
  }

  /// Bytes that are copied at once.
  private static let piece = 1_024 * JournalFrame.length

  private let place: Place
  private let opening: [UInt8]
  private var file: JournalFile?
  /// Bytes of frames that are of this value.
  private var length = 0
  /// Frames where they stay in memory.
  private var remembered: [UInt8] = []
  private var frames = 0

  /// Counts events and forgets them, as what is only played may be.
  static let forgetful = EventLog(place: .nowhere, opening: [])

  /// Keeps events in memory.
  static let inMemory = EventLog(place: .memory, opening: [])

  /// - Parameters:
  ///   - folder: made, and the file in it, with the first event.
  ///   - stem: begins the hidden file's name.
  public init(in folder: String, stem: String, header: Header, caseFile: CaseFile) {
    self.init(
      place: .folder(folder, stem: stem),
      opening: JournalOpening.bytes(header: header, scenario: caseFile.source.bytes))
  }

  /// Events that go on from an attempt that was left: they take its journal's place, in one step,
  /// once ``release()`` says that all of them were added.
  init(goingOnFrom left: LeftAttempt, in folder: String, stem: String) {
    self.init(in: folder, stem: stem, header: left.header, caseFile: left.caseFile)
    file = JournalFile(in: folder, stem: stem, opening: opening, replacing: left)
  }

  private init(place: Place, opening: [UInt8]) {
    self.place = place
    self.opening = opening
  }

  public var isEmpty: Bool { count == 0 }
  public var underestimatedCount: Int { 0 }

  /// Why events are kept in memory, as a sentence; nil while they need not be.
  public var failure: String? { file?.failure?.description }

  /// Adds the next event.
  mutating func append(_ event: Event) {
    count += 1
    last = event
    if case .nowhere = place { return }
    var bytes: [UInt8] = []
    JournalFrame.append(event, to: &bytes, number: &frames)
    switch event {
    case .act, .lift: add(bytes, isUrgent: true)
    case .land, .move: add(bytes, isUrgent: false)
    }
  }

  /// Notes the device that the attempt turned out to be made with.
  mutating func note(_ device: Device) {
    guard case .folder = place else { return }
    var bytes: [UInt8] = []
    JournalFrame.append(device, time: last?.time ?? 0, to: &bytes, number: &frames)
    add(bytes, isUrgent: false)
  }

  /// Lets events take the place of the journal that they go on from.
  func release() { file?.release() }

  /// Returns when every event is safe on disk, or cannot be.
  func settle() { file?.settle() }

  /// Takes the file's name away: what was in it is kept elsewhere. It can still be read.
  func removeFile() { file?.removeName() }

  /// Lets the file stay when nobody needs it any more, for the next start to find it; says whether
  /// it holds every event.
  func keepFile() -> Bool {
    guard let file else { return false }
    file.stay()
    file.settle()
    return file.failure == nil
  }

  // MARK: Adding

  private mutating func add(_ bytes: [UInt8], isUrgent: Bool) {
    defer { length += bytes.count }
    guard case .folder(let folder, let stem) = place else {
      remembered += bytes
      return
    }
    if file?.append(bytes, at: opening.count + length, isUrgent: isUrgent) == true { return }
    let own = ownFile(folder, stem)
    file = own
    _ = own.append(bytes, at: opening.count + length, isUrgent: isUrgent)
  }

  /// A new file with this value's frames.
  private func ownFile(_ folder: String, _ stem: String) -> JournalFile {
    let new = JournalFile(in: folder, stem: stem, opening: opening)
    var copied = 0
    while copied < length {
      let bytes = block(at: copied)
      guard !bytes.isEmpty else {
        new.fail(.eventsLost)
        break
      }
      _ = new.append(bytes, at: opening.count + copied, isUrgent: false)
      copied += bytes.count
    }
    return new
  }

  // MARK: Reading

  /// Reads events from the start, a block at a time. It ends early where the disk fails: who needs
  /// all compares with ``EventLog/count``.
  public struct Iterator: IteratorProtocol, Sendable {
    private let log: EventLog
    /// Bytes of frames that were handed out as blocks.
    private var taken = 0
    private var block: ArraySlice<UInt8> = []
    private var decoder: JournalDecoder

    /// - Parameter frame: as ``frame`` of an iterator was.
    fileprivate init(_ log: EventLog, from frame: Int = 0) {
      self.log = log
      taken = frame * JournalFrame.length
      decoder = JournalDecoder(from: frame)
    }

    /// Number of the frame that is read next: reading can be begun there once more.
    var frame: Int { taken / JournalFrame.length }

    public mutating func next() -> Event? {
      while true {
        if block.count < JournalFrame.length { block = log.block(at: taken)[...] }
        guard block.count >= JournalFrame.length else { return nil }
        let step = decoder.take(block.prefix(JournalFrame.length))
        block = block.dropFirst(JournalFrame.length)
        taken += JournalFrame.length
        switch step {
        case .event(let event): return event
        case .nothing, .device: continue
        case .broken: return nil
        }
      }
    }
  }

  public func makeIterator() -> Iterator { Iterator(self) }

  /// The events from a frame on, as ``Iterator/frame`` numbered it.
  func events(from frame: Int) -> Iterator { Iterator(self, from: frame) }

  /// Frames from an offset, as many as are read at once.
  private func block(at offset: Int) -> [UInt8] {
    let count = Swift.min(EventLog.piece, length - offset)
    guard count > 0 else { return [] }
    guard case .folder = place else { return Array(remembered[offset..<offset + count]) }
    return file?.read(count, at: opening.count + offset) ?? []
  }
}
