import Foundation

/// Bytes that are kept until they are asked for: in memory while they are few, else in a nameless
/// file.
public final class Spool {
  /// Bytes kept in memory, at most.
  static let memory = 1 << 22

  private let folder: String
  private var buffer: [UInt8] = []
  private var descriptor: Int32 = -1
  private var length = 0

  /// - Parameter folder: where the nameless file is made, if one is needed.
  public init(folder: String) { self.folder = folder }

  deinit { if descriptor >= 0 { close(descriptor) } }

  public func write(_ bytes: [UInt8]) throws(RecordError) {
    buffer.append(contentsOf: bytes)
    guard buffer.count >= Spool.memory else { return }
    if descriptor < 0 { descriptor = try Nameless.file(in: folder) }
    try Nameless.write(buffer[...], to: descriptor)
    length += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// The bytes from `offset` on, as many as are handed over at once; none at the end.
  public func piece(from offset: Int) throws(RecordError) -> [UInt8] {
    guard offset < length else { return Array(buffer.dropFirst(offset - length)) }
    var piece = [UInt8](repeating: 0, count: min(1 << 16, length - offset))
    while true {
      let count = pread(descriptor, &piece, piece.count, off_t(offset))
      if count > 0 { return Array(piece.prefix(count)) }
      guard count < 0, errno == EINTR else {
        throw RecordError(.failed, "reading a temporary file failed")
      }
    }
  }

  /// Hands over everything, piece by piece.
  public func drain(_ take: ([UInt8]) throws(RecordError) -> Void) throws(RecordError) {
    var offset = 0
    while true {
      let piece = try piece(from: offset)
      guard !piece.isEmpty else { return }
      offset += piece.count
      try take(piece)
    }
  }
}
