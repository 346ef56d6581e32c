import Foundation

/// Holds a waiting statement against other programs while it is sent. The system lets go when the
/// program ends, however that comes.
///
/// Where a file system has no locks nothing is held; a store takes a statement once even so.
final class OutboxLock {
  /// What trying came to.
  enum Trial {
    case held(OutboxLock)
    /// Another program sends it.
    case busy
    /// Another program has sent it.
    case gone
  }

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    guard descriptor >= 0 else { return }
    // The program that speaks to stores has it open, too, while it is being started.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  static func take(_ path: String) -> Trial {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      // What cannot be opened is told by whoever reads it.
      return errno == ENOENT ? .gone : .held(OutboxLock(descriptor: -1))
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { break }
      close(descriptor)
      return .busy
    }
    var held = stat()
    var named = stat()
    // Whoever held it before may have moved it away.
    guard fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino,
      held.st_dev == named.st_dev
    else {
      close(descriptor)
      return .gone
    }
    return .held(OutboxLock(descriptor: descriptor))
  }
}
