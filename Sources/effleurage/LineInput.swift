import Foundation

/// Standard input or a file, line by line, each as soon as it is there and, unless a limit is set,
/// however long it is.
struct LineInput: Sendable {
  private let descriptor: Int32
  /// Bytes of a line, at most; nil: however many.
  private let limit: Int?
  private var buffer: [UInt8] = []
  /// Up to here the buffer has been searched for a line end.
  private var searched = 0
  private var start = 0
  private var ended = false
  /// Why reading stopped before the end, if it did.
  private(set) var failure: String?
  /// Whether it stopped at a line over the limit.
  private(set) var isTooLong = false

  /// - Parameter descriptor: stays open, and whoever opened it closes it.
  init(descriptor: Int32 = STDIN_FILENO, limit: Int? = nil) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line without its end; nil after the last.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        // Its end may have come with the bytes that brought it over the limit.
        if let limit, end - start > limit {
          isTooLong = true
          ended = true
          start = buffer.count
          searched = start
          return nil
        }
        defer {
          start = end + 1
          searched = start
        }
        return trimmed(buffer[start..<end])
      }
      searched = buffer.count
      if let limit, searched - start > limit {
        isTooLong = true
        ended = true
        start = searched
      }
      if ended {
        defer { start = buffer.count }
        return start < buffer.count ? trimmed(buffer[start...]) : nil
      }
      fill()
    }
  }

  private func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }

  private mutating func fill() {
    if start > 0 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &chunk, chunk.count)
    if count > 0 {
      buffer += chunk[..<count]
    } else if count == 0 {
      ended = true
    } else if errno != EINTR {
      failure = String(cString: strerror(errno))
      ended = true
    }
  }
}
