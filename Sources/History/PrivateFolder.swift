import Foundation
import Records

/// Folders and files that only their owner may read.
enum PrivateFolder {
  /// Whether there is something at a path. What may not be looked at is not taken for nothing: a
  /// history that is out of reach must not look like one that is empty.
  ///
  /// - Throws: ``HistoryError`` when that cannot be known.
  static func has(_ path: String) throws(HistoryError) -> Bool {
    var status = stat()
    guard stat(path, &status) != 0 else { return true }
    let code = errno
    switch code {
    case ENOENT: return false
    case EACCES, EPERM:
      throw HistoryError(
        .unreadable,
        "\(path) cannot be reached: \(String(cString: strerror(code))). Make the folders that lead "
          + "to it yours to enter (chmod u+rwx) and try again.")
    default:
      throw HistoryError(
        .unreadable,
        "\(path) cannot be reached: \(String(cString: strerror(code))). Choose another place.")
    }
  }

  /// Makes a folder, and those above it, where there is none.
  static func make(_ path: String) throws(HistoryError) {
    do {
      try Folders.makePrivate(path)
    } catch {
      var known = HistoryError(error, in: path)
      known.message =
        "The folder \(path) cannot be made: \(HistoryError.reason(error)). "
        + "Choose another place or make it writable for you."
      if known.kind == .other { known.kind = .unreadable }
      throw known
    }
  }

  /// Makes an empty file where there is none.
  static func makeFile(_ path: String) throws(HistoryError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_EXCL, 0o600)
    guard descriptor < 0 else {
      Foundation.close(descriptor)
      return
    }
    guard errno != EEXIST else { return }
    throw HistoryError(code: errno, "\(path) cannot be made: \(String(cString: strerror(errno)))")
  }

  /// Holds a folder against other programs that ask in the same way. Where a file system has no locks
  /// nothing is held.
  struct Lock {
    private let descriptor: Int32

    /// - Throws: ``HistoryError`` when another program does not let go in time.
    init(_ folder: String, patience: Double, file: String) throws(HistoryError) {
      descriptor = open(folder, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return }
      var waited = 0.0
      while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
        guard waited < patience else {
          Foundation.close(descriptor)
          throw .locked(file)
        }
        usleep(10_000)
        waited += 0.01
      }
    }

    func release() {
      guard descriptor >= 0 else { return }
      // Whoever is being started from this program has it open, too, for a moment.
      flock(descriptor, LOCK_UN)
      Foundation.close(descriptor)
    }
  }
}
