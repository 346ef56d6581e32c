import Foundation
import Synchronization
import Threads

/// Ctrl-C, and what else asks a program to end: it ends with 130, 143 or 129 between two pieces of
/// output, and no file is left half written.
enum Interrupt {
  /// As a shell counts a death by the signal that came.
  static var exitCode: Int32 { 128 + (came.withLock { $0 } ?? SIGINT) }

  private static let writing = Mutex(())
  private static let filing = Mutex(())
  private static let came = Mutex<Int32?>(nil)

  /// Whether the program is to end: long work within ``whileFiling(_:)`` looks, takes back what it
  /// began, and throws.
  static var hasCome: Bool { came.withLock { $0 != nil } }

  /// The signals that ask for an end, but for those that whoever started the program has it ignore, as
  /// `nohup` does.
  private static var watched: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      sigaction(number, nil, &action)
      if !isIgnored(action.__sigaction_handler.sa_handler) { sigaddset(&set, number) }
    }
    return set
  }

  private static func isIgnored(_ handler: sighandler_t?) -> Bool {
    // Functions cannot be compared, but their addresses.
    withUnsafeBytes(of: handler) { handler in
      withUnsafeBytes(of: SIG_IGN) { handler.elementsEqual($0) }
    }
  }

  /// From now on an interrupt waits for the file that is being put in its place, and for the piece
  /// of output under way, at most a second.
  ///
  /// Call once, before other threads start.
  static func watch() {
    let signals = watched
    var set = signals
    guard pthread_sigmask(SIG_BLOCK, &set, nil) == 0 else { return }
    let isWatched = WorkThread.start(stackSize: 256 << 10) {
      var set = signals
      var number: Int32 = 0
      guard sigwait(&set, &number) == 0 else { return }
      // A second one ends the program at once, whatever it is at.
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      came.withLock { [number] in $0 = number }
      leave()
    }
    // Without anybody who waits for it the signal ends the program at once.
    if !isWatched { pthread_sigmask(SIG_UNBLOCK, &set, nil) }
  }

  /// Runs `body`, which writes a piece of output, so that no interrupt falls within it.
  static func whileWriting(_ body: () -> Void) {
    writing.withLock { _ in body() }
  }

  /// Runs `body`, which puts a file in its place, so that an interrupt comes before it or after.
  ///
  /// - Parameter path: the file, where it may be a pipe or a device. Nothing of that can be left half
  ///   written, and whoever should read it may never come: there is nothing to wait for.
  static func whileFiling<Failed: Error>(
    to path: String? = nil, _ body: () throws(Failed) -> Void
  ) throws(Failed) {
    if let path, RecordArguments.waits(path) { return try body() }
    try filing.withLock { (_: inout sending Void) throws(Failed) in try body() }
  }

  private static func leave() -> Never {
    filing.withLock { _ in
      var isCleared = false
      // A reader that has stopped reading must not keep the program alive.
      for _ in 0..<100 {
        isCleared = isCleared || Progress.endAtOnce()
        guard isCleared else {
          usleep(10_000)
          continue
        }
        writing.withLockIfAvailable { _ in _exit(exitCode) }
        usleep(10_000)
      }
      _exit(exitCode)
    }
  }
}
