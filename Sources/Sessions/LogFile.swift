import Foundation

/// A hidden file that grows at its end, and goes when nobody needs it any more.
///
/// Its bytes can be read as long as it is held, even when its name was removed.
final class LogFile: Sendable {
  private let descriptor: Int32
  let path: String

  /// Makes a new file; its folder is made when it is missing.
  ///
  /// - Parameter stem: begins its name, after a dot.
  /// - Throws: ``StoreError`` when nothing can be made there.
  init(in folder: String, stem: String) throws(StoreError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .folder(folder, reason: StoreError.reason(error))
    }
    let process = ProcessInfo.processInfo.processIdentifier
    var number = 1
    while true {
      let path = "\(folder)/.\(stem).\(process).\(number).\(LogFile.kind)"
      let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        self.descriptor = descriptor
        self.path = path
        return
      }
      guard errno == EEXIST else { throw .file(path, reason: String(cString: strerror(errno))) }
      number += 1
    }
  }

  /// What its name ends in.
  static let kind = "attempt"

  deinit {
    removeName()
    close(descriptor)
  }

  /// Takes its name away. A file whose program was killed keeps it, for the work in it to be found.
  func removeName() { unlink(path) }

  /// Bytes.
  var length: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Writes all or nothing at its end, which is at an offset.
  ///
  /// - Throws: ``StoreError`` with what the system says.
  func append(_ bytes: [UInt8], at offset: Int) throws(StoreError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, offset + done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = String(cString: strerror(count < 0 ? errno : ENOSPC))
        ftruncate(descriptor, offset)
        throw .file(path, reason: reason)
      }
      done += count
    }
  }

  /// At most so many bytes from an offset; fewer where the file ends or cannot be read.
  func read(_ count: Int, at offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, offset + filled)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        filled += got
      }
    }
  }
}
