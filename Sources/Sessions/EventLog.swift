public import Attempts
import ScenarioFiles
import Scenarios

/// The events of an attempt while it is made: on disk, so that a long attempt takes no more memory
/// than a short one.
///
/// Events are gathered for at most 250 ms of the attempt's clock and then appended to a hidden file
/// in the records folder; an act or a lift is written at once. Where nothing can be written, or no
/// more, events stay in memory and ``failure`` says why. It is a value: a copy that goes its own
/// way goes on in a file of its own. The file goes with the last value that needs it, and stays
/// where the program was stopped before that.
///
/// The file: `EFFLOG1` and a line feed, the length of the opening in bytes as eight hexadecimal
/// digits and a line feed; the opening, which is lines `KEY VALUE` of the attempt's header, an
/// empty line and the bytes of the case file; then frames (``EventFrame``).
public struct EventLog: Sendable, Sequence {
  /// How many events there are.
  public private(set) var count = 0
  public private(set) var last: Event?
  /// Why events are kept in memory, as a sentence; nil while they are on disk.
  public private(set) var failure: String?

  /// Microseconds of the attempt's clock for which events are gathered.
  static let patience = 250_000
  /// Bytes after which they are not gathered on.
  private static let enough = 16_384

  private enum Place {
    case nowhere
    case memory
    case folder(String, stem: String)
  }

  private let place: Place
  private let opening: [UInt8]
  private var file: LogFile?
  /// Bytes of frames in the file that are of this value.
  private var written = 0
  private var waiting: [UInt8] = []
  private var waitingSince = 0
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
      place: .folder(folder, stem: stem), opening: EventLog.opening(header, caseFile.source.bytes))
  }

  private init(place: Place, opening: [UInt8]) {
    self.place = place
    self.opening = opening
  }

  public var isEmpty: Bool { count == 0 }
  public var underestimatedCount: Int { 0 }

  /// Adds the next event.
  mutating func append(_ event: Event) {
    count += 1
    last = event
    if case .nowhere = place { return }
    if waiting.isEmpty { waitingSince = event.time }
    EventFrame.append(event, to: &waiting, number: &frames)
    switch event {
    case .act, .lift: flush()
    case .land, .move:
      if event.time - waitingSince >= EventLog.patience || waiting.count >= EventLog.enough {
        flush()
      }
    }
  }

  /// Notes the device that the attempt turned out to be made with.
  mutating func note(_ device: Device) {
    if case .folder = place {
      EventFrame.append(
        .device, device.kind.rawValue + " " + device.pressure.rawValue, time: last?.time ?? 0,
        to: &waiting, number: &frames)
    }
  }

  /// Takes the file's name away: what was in it is kept elsewhere. It can still be read.
  func removeFile() { file?.removeName() }

  // MARK: Writing

  /// Writes what waits; where that fails it goes on waiting.
  private mutating func flush() {
    guard case .folder(let folder, let stem) = place, failure == nil, !waiting.isEmpty else {
      return
    }
    do throws(StoreError) {
      let file = try ownFile(folder, stem)
      try file.append(waiting, at: opening.count + written)
      written += waiting.count
      waiting.removeAll(keepingCapacity: true)
    } catch {
      failure = error.description
    }
  }

  /// The file, which ends where this value's frames end.
  private mutating func ownFile(_ folder: String, _ stem: String) throws(StoreError) -> LogFile {
    if let file, file.length == opening.count + written { return file }
    let new = try LogFile(in: folder, stem: stem)
    try new.append(opening, at: 0)
    var copied = 0
    while let file, copied < written {
      let bytes = file.read(
        Swift.min(EventLog.enough, written - copied), at: opening.count + copied)
      guard !bytes.isEmpty else { throw .unreadable(file.path) }
      try new.append(bytes, at: opening.count + copied)
      copied += bytes.count
    }
    file = new
    return new
  }

  private static func opening(_ header: Header, _ scenario: [UInt8]) -> [UInt8] {
    var lines = [
      ("mode", header.mode.rawValue), ("origin", header.origin.rawValue),
      ("device", header.device.kind.rawValue), ("pressure", header.device.pressure.rawValue),
      ("rules", String(header.ruleSet)), ("program", header.program), ("start", header.start),
      ("shown", header.shown.map(\.rawValue).joined(separator: " ")),
    ]
    if let trainee = header.trainee { lines.append(("trainee", trainee)) }
    if case .phase(let id, _) = header.scope { lines.append(("phase", id)) }
    let text = lines.map { $0.0 + " " + $0.1 + "\n" }.joined() + "\n"
    let length = text.utf8.count + scenario.count
    let digits = String(length, radix: 16)
    let padding = String(repeating: "0", count: Swift.max(0, 8 - digits.count))
    return Array(("EFFLOG1\n" + padding + digits + "\n" + text).utf8) + scenario
  }

  // MARK: Reading

  /// Reads events from the start, a block at a time. It ends early where the disk fails: who needs
  /// all compares with ``EventLog/count``.
  public struct Iterator: IteratorProtocol {
    private let log: EventLog
    /// Bytes of frames that were handed out as blocks.
    private var taken = 0
    private var block: ArraySlice<UInt8> = []
    private var number = 0

    fileprivate init(_ log: EventLog) { self.log = log }

    public mutating func next() -> Event? {
      while let frame = nextFrame() {
        switch frame.kind {
        case .act: return act(frame)
        case .land, .move, .lift: return frame.event
        case .device: _ = words(of: frame)
        case .words, nil: return nil
        }
      }
      return nil
    }

    private mutating func nextFrame() -> EventFrame.Checked? {
      if block.isEmpty { block = log.block(at: taken)[...] }
      guard block.count >= EventFrame.length else { return nil }
      let frame = EventFrame.Checked(block.prefix(EventFrame.length), number: number)
      block = block.dropFirst(EventFrame.length)
      taken += EventFrame.length
      number += 1
      return frame
    }

    private mutating func words(of frame: EventFrame.Checked) -> String? {
      var bytes = Array(frame.words)
      while bytes.count < frame.wordCount {
        guard let more = nextFrame(), more.kind == .words else { return nil }
        bytes += more.words
      }
      return String(validating: bytes.prefix(frame.wordCount), as: UTF8.self)
    }

    private mutating func act(_ frame: EventFrame.Checked) -> Event? {
      guard let words = words(of: frame) else { return nil }
      let parts = words.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let act = Act(kind: String(parts[0]), value: String(parts[1]))
      else { return nil }
      return .act(act, time: frame.time)
    }
  }

  public func makeIterator() -> Iterator { Iterator(self) }

  /// Frames from an offset: of the file, then those that wait.
  private func block(at offset: Int) -> [UInt8] {
    if offset >= written { return Array(waiting.dropFirst(offset - written)) }
    let whole = 1_024 * EventFrame.length
    return file?.read(Swift.min(whole, written - offset), at: opening.count + offset) ?? []
  }
}
