import Foundation

/// The bytes of a source, readable from the start as often as needed.
final class InputFile {
  private enum Store {
    case descriptor(Int32)
    case bytes([UInt8])
  }

  private let store: Store

  init(_ source: RecordSource) throws(RecordError) {
    switch source {
    case .bytes(let bytes): store = .bytes(bytes)
    case .standardInput: store = .descriptor(try InputFile.copy(STDIN_FILENO))
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        // Where the program has too many files open, or no memory, the record is there.
        let isCrowded = [EMFILE, ENFILE, ENOMEM].contains(errno)
        // Swift's texts are UTF-8, and put this in the place of anything else in a name.
        if errno == ENOENT, path.unicodeScalars.contains("\u{FFFD}") {
          throw RecordError(
            .unreadable, "cannot be opened: no such file; its name may not be text in UTF-8")
        }
        throw RecordError(isCrowded ? .failed : .unreadable, InputFile.words("cannot be opened"))
      }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else {
        close(descriptor)
        throw RecordError(.unreadable, InputFile.words("cannot be opened"))
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        close(descriptor)
        throw RecordError(.unreadable, "is a folder, not a record")
      case S_IFREG: store = .descriptor(descriptor)
      default:
        // A pipe or a terminal cannot be read twice.
        defer { close(descriptor) }
        store = .descriptor(try InputFile.copy(descriptor))
      }
    }
  }

  deinit { if case .descriptor(let descriptor) = store { close(descriptor) } }

  /// Fills `buffer` from `offset`; 0 at the end, -1 when reading failed.
  func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int) -> Int {
    switch store {
    case .bytes(let bytes):
      let count = max(0, min(buffer.count, bytes.count - offset))
      bytes.withUnsafeBytes { all in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + count]))
      }
      return count
    case .descriptor(let descriptor):
      while true {
        let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        if count >= 0 || errno != EINTR { return count }
      }
    }
  }

  /// A nameless file with everything that `input` still holds; of what can be no record with enough to
  /// say so, for a device never ends.
  private static func copy(_ input: Int32) throws(RecordError) -> Int32 {
    let output = try Nameless.file(in: NSTemporaryDirectory())
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var begin: UInt8?
    var copied = 0
    while true {
      let count = Foundation.read(input, &buffer, buffer.count)
      if count == 0 { return output }
      if count < 0 {
        if errno == EINTR { continue }
        close(output)
        throw RecordError(.failed, words("reading failed"))
      }
      do { try Nameless.write(buffer[..<count], to: output) } catch {
        close(output)
        throw error
      }
      copied += count
      begin = begin ?? buffer.prefix(count).first { !InputFile.leading.contains($0) }
      if let begin, !InputFile.begins.contains(begin), copied >= InputFile.leastTold {
        return output
      }
    }
  }

  /// Of fewer bytes the parser does not say what is wrong with them.
  private static let leastTold = 4
  /// What may stand before a record: white space and a byte-order mark.
  private static let leading: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
  /// What one begins with: XML, and a journal.
  private static let begins = [UInt8(ascii: "<"), JournalOpening.signature[0]]

  private static func words(_ what: String) -> String {
    "\(what): \(String(cString: strerror(errno)))"
  }
}

/// Files that have no name, so that nothing is left of them when the program ends, however it does.
enum Nameless {
  static func file(in folder: String) throws(RecordError) -> Int32 {
    let (path, descriptor) = TemporaryFile.open(in: folder)
    guard descriptor >= 0 else {
      throw RecordError(
        .failed, "no temporary file in \(folder): \(String(cString: strerror(errno)))")
    }
    unlink(path)
    return descriptor
  }

  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(RecordError) {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw RecordError(.failed, "writing failed: \(String(cString: strerror(errno)))")
      }
      start += count
    }
  }
}
