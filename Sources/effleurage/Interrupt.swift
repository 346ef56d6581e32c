import Foundation
import Synchronization

/// Ctrl-C: the program ends with 130 between two pieces of output, with no unfinished file left.
enum Interrupt {
  /// As a shell counts a death by SIGINT.
  static let exitCode: Int32 = 130

  private static let writing = Mutex(())
  private static let unfinished = Mutex<[String]>([])

  /// From now on an interrupt waits for the piece of output under way, at most a second.
  ///
  /// Call once, before other threads start.
  static func watch() {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    guard pthread_sigmask(SIG_BLOCK, &set, nil) == 0 else { return }
    let watcher = Thread {
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, SIGINT)
      var number: Int32 = 0
      guard sigwait(&set, &number) == 0 else { return }
      leave()
    }
    watcher.start()
  }

  /// Runs `body` so that no interrupt falls within it.
  static func whileWriting(_ body: () -> Void) {
    writing.withLock { _ in body() }
  }

  /// A file that is to vanish should the program be interrupted before ``finished(_:)``.
  static func unfinished(_ path: String) {
    unfinished.withLock { $0.append(path) }
  }

  static func finished(_ path: String) {
    unfinished.withLock { paths in paths.removeAll { $0 == path } }
  }

  private static func leave() -> Never {
    // A reader that has stopped reading must not keep the program alive.
    for _ in 0..<100 {
      if writing.withLockIfAvailable({ _ in removeAndExit() }) == nil { usleep(10_000) }
    }
    removeAndExit()
  }

  private static func removeAndExit() -> Never {
    unfinished.withLock { paths in
      for path in paths { unlink(path) }
      _exit(exitCode)
    }
    _exit(exitCode)
  }
}
