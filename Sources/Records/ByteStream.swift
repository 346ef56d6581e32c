import Foundation

/// Feeds an XML parser from an input file, and looks at the prolog before the parser does: a
/// document type declaration is refused before an entity of it could be expanded.
final class ByteStream: InputStream {
  private let file: InputFile
  /// Bytes handed over at once, at most.
  private let limit: Int
  private var offset = 0
  private var prolog = Prolog()
  private var status = Stream.Status.notOpen
  /// Set when the stream ended early for a reason of its own.
  private(set) var failure: RecordError?

  var isEmpty: Bool { offset == 0 }

  init(_ file: InputFile, limit: Int) {
    self.file = file
    self.limit = limit
    super.init(data: Data())
  }

  override func open() { status = .open }
  override func close() { status = .closed }
  override var hasBytesAvailable: Bool { failure == nil && status == .open }
  override var streamStatus: Stream.Status { status }
  override var streamError: (any Error)? { failure }

  override func getBuffer(
    _ buffer: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, length: UnsafeMutablePointer<Int>
  ) -> Bool { false }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
    guard failure == nil else { return 0 }
    let room = UnsafeMutableRawBufferPointer(start: buffer, count: min(length, limit))
    let count = file.read(into: room, from: offset)
    guard count >= 0 else {
      failure = RecordError(.failed, "reading failed: \(String(cString: strerror(errno)))")
      return 0
    }
    offset += count
    if let place = prolog.declaration(in: UnsafeBufferPointer(start: buffer, count: count)) {
      failure = RecordError(
        .badData, line: place.line, column: place.column,
        "a document type declaration (<!DOCTYPE) is not allowed in a record")
      return 0
    }
    return count
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
    // Zero bytes are the other halves of UTF-16.
    for byte in bytes where byte != 0 {
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
