import Foundation

/// Feeds an XML parser from an input file, and looks at the bytes before the parser does.
///
/// A document type declaration is refused before an entity of it could be expanded. What is not
/// UTF-8 is refused because Foundation's parser traps on an element name that is not.
final class ByteStream: InputStream {
  private let file: InputFile
  /// Bytes handed over at once, at most.
  private let limit: Int
  private var offset = 0
  private var prolog = Prolog()
  private var encoding = Encoding()
  private var instructions = Instructions()
  private var declaration = Declaration()
  private var status = Stream.Status.notOpen
  private var isStopped = false
  /// Set when the stream ended early for a reason of its own.
  private(set) var failure: RecordError?

  var isEmpty: Bool { offset == 0 }

  init(_ file: InputFile, limit: Int) {
    self.file = file
    self.limit = limit
    super.init(data: Data())
  }

  /// Ends here, whatever the file still holds.
  func stop() { isStopped = true }

  override func open() { status = .open }
  override func close() { status = .closed }
  override var hasBytesAvailable: Bool { failure == nil && status == .open }
  override var streamStatus: Stream.Status { status }
  override var streamError: (any Error)? { failure }

  override func getBuffer(
    _ buffer: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, length: UnsafeMutablePointer<Int>
  ) -> Bool { false }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
    guard failure == nil, !isStopped else { return 0 }
    let room = UnsafeMutableRawBufferPointer(start: buffer, count: min(length, limit))
    let count = file.read(into: room, from: offset)
    guard count >= 0 else {
      failure = RecordError(.failed, "reading failed: \(String(cString: strerror(errno)))")
      return 0
    }
    let bytes = UnsafeBufferPointer(start: buffer, count: count)
    if let index = encoding.fault(in: bytes) {
      failure = fault(at: offset + index, "the file is not text in UTF-8")
      return 0
    }
    if let index = instructions.fault(in: bytes) {
      failure = fault(at: offset + index, "a processing instruction without a word after its name")
      return 0
    }
    if let what = declaration.fault(in: bytes) {
      failure = RecordError(.badData, line: 1, column: 1, what)
      return 0
    }
    offset += count
    if let place = prolog.declaration(in: bytes) {
      failure = RecordError(
        .badData, line: place.line, column: place.column,
        "a document type declaration (<!DOCTYPE) is not allowed in a record")
      return 0
    }
    return count
  }
}

extension ByteStream {
  /// Finds line and column of a byte by reading the file again up to it.
  private func fault(at end: Int, _ words: String) -> RecordError {
    var line = 1
    var column = 1
    var offset = 0
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while offset < end {
      let wanted = min(piece.count, end - offset)
      let count = piece.withUnsafeMutableBytes {
        file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<wanted]), from: offset)
      }
      guard count > 0 else { break }
      for byte in piece[..<count] {
        column += 1
        if byte == UInt8(ascii: "\n") {
          line += 1
          column = 1
        }
      }
      offset += count
    }
    return RecordError(.badData, line: line, column: column, words)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether every byte is one of 1 to 127: a word of bytes at a time, for all of a record passes
  /// through here.
  fileprivate var isPlain: Bool {
    let raw = UnsafeRawBufferPointer(self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var bits: UInt64 = 0
    var at = 0
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // The top bit of a byte is set where it was, and, once one is taken away, where it was zero.
      bits |= word | (word &- ones)
      at += 8
    }
    while at < raw.count {
      bits |= UInt64(raw[at] | (raw[at] &- 1))
      at += 1
    }
    return bits & (ones << 7) == 0
  }

  fileprivate func holds(_ byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
  }
}

/// Whether bytes are UTF-8, in pieces of any size.
struct Encoding {
  /// Bytes that the character under way still needs, and what its next one may be.
  private var due = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// The index of the first byte that cannot stand there.
  mutating func fault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if due == 0, bytes.isPlain { return nil }
    for (index, byte) in bytes.enumerated() {
      if due > 0 {
        guard allowed.contains(byte) else { return index }
        due -= 1
        allowed = 0x80...0xBF
        continue
      }
      switch byte {
      // Where a text has zeros the parser takes it for UTF-16 or UTF-32.
      case 0: return index
      case 1..<0x80: continue
      case 0xC2...0xDF: due = 1
      case 0xE0: (due, allowed) = (2, 0xA0...0xBF)
      case 0xED: (due, allowed) = (2, 0x80...0x9F)
      case 0xE1...0xEF: due = 2
      case 0xF0: (due, allowed) = (3, 0x90...0xBF)
      case 0xF1...0xF3: due = 3
      case 0xF4: (due, allowed) = (3, 0x80...0x8F)
      default: return index
      }
    }
    return nil
  }
}

/// Finds processing instructions of a name alone, at which Foundation's parser traps.
struct Instructions {
  private var previous: UInt8 = 0
  private var isInName = false

  /// The index at which one ends.
  mutating func fault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let mark = UInt8(ascii: "?")
    guard isInName || bytes.holds(mark) else {
      previous = bytes.last ?? previous
      return nil
    }
    for (index, byte) in bytes.enumerated() {
      if isInName {
        if byte == mark { return index }
        isInName = byte > 32
      } else {
        isInName = byte == mark && previous == UInt8(ascii: "<")
      }
      previous = byte
    }
    return nil
  }
}

/// Follows a document up to its root element.
struct Prolog {
  private enum Stage { case outside, opened, marked, dashed, comment, instruction, done }

  private var stage = Stage.outside
  private var previous: UInt8 = 0
  private var beforePrevious: UInt8 = 0
  private var line = 1
  private var column = 0

  /// The place of a document type declaration, once one begins.
  mutating func declaration(in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int)? {
    guard stage != .done else { return nil }
    for byte in bytes {
      column += 1
      switch stage {
      case .outside: if byte == UInt8(ascii: "<") { stage = .opened }
      case .opened:
        switch byte {
        case UInt8(ascii: "?"): stage = .instruction
        case UInt8(ascii: "!"): stage = .marked
        default:
          stage = .done
          return nil
        }
      case .marked:
        guard byte == UInt8(ascii: "-") else {
          stage = .done
          return (line, max(1, column - 2))
        }
        stage = .dashed
      case .dashed:
        stage = .comment
        // The dashes that open a comment do not close it.
        previous = 0
        beforePrevious = 0
        continue
      case .comment:
        if byte == UInt8(ascii: ">"), previous == UInt8(ascii: "-"),
          beforePrevious == UInt8(ascii: "-")
        {
          stage = .outside
        }
      case .instruction:
        if byte == UInt8(ascii: ">"), previous == UInt8(ascii: "?") { stage = .outside }
      case .done: return nil
      }
      beforePrevious = previous
      previous = byte
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      }
    }
    return nil
  }
}
