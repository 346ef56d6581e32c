import Foundation
import Handover
import Synchronization
import Threads

/// One line on standard error that says how far a long piece of work is; only on a terminal, and
/// only after a second.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var finished = false
  }

  /// Whether a line stands on the terminal that must go before words are written; nil once there is to
  /// be none any more.
  private static let isShown = Mutex<Bool?>(false)

  private let state = Mutex(State())
  private let total: Int?
  private let noun: String

  /// - Parameters:
  ///   - total: how many there are; nil when that is not known.
  ///   - noun: what is counted, as in "records scored".
  init(total: Int?, noun: String) {
    self.total = total
    self.noun = noun
    guard isatty(STDERR_FILENO) == 1 else { return }
    // Where there is no thread for it nothing is shown.
    _ = WorkThread.start(stackSize: 256 << 10) { [self] in
      usleep(1_000_000)
      while let done = state.withLock({ $0.finished ? nil : $0.done }) {
        show(done)
        usleep(250_000)
      }
    }
  }

  func step() {
    state.withLock { $0.done += 1 }
  }

  func finish() {
    state.withLock { $0.finished = true }
    Progress.clear()
  }

  /// Takes the line away.
  static func clear() {
    isShown.withLock { shown in
      if shown == true { write("") }
      shown = shown.map { _ in false }
    }
  }

  /// Takes the line away for good if that takes no time; false while it is just being written: a
  /// program that is to end must not wait for a terminal that somebody has stopped.
  static func endAtOnce() -> Bool {
    isShown.withLockIfAvailable { shown -> Bool in
      var terminal = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
      if shown == true, poll(&terminal, 1, 0) == 1 { write("") }
      shown = nil
      return true
    } ?? false
  }

  private func show(_ done: Int) {
    let of = total.map { " of \($0)" } ?? ""
    Progress.isShown.withLock { shown in
      guard shown != nil else { return }
      Progress.write("\(Program.name): \(done)\(of) \(noun) ...")
      shown = true
    }
  }

  /// Puts `text` in place of the terminal's line.
  private static func write(_ text: String) {
    var line = "\r\u{1B}[K" + text
    _ = line.withUTF8 { Output.write($0, to: STDERR_FILENO) }
  }
}
