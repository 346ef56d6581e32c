import CSDL2
import Foundation
import Sessions
import Synchronization
import Threads

/// The display went away or answers no more, and with it the window.
public struct LostDisplay: Sendable, CustomStringConvertible {
  /// What happened and what became of the attempt, in sentences.
  public let description: String
}

/// Keeps a trainee's work when the display fails while the program waits inside SDL.
///
/// Xlib ends the program when its server does, and a server that hangs never answers. So the
/// session is handed over whenever SDL is called and taken back when it returns: whoever notices
/// the loss has the only right to it, closes it, and ends the program. While SDL does not run, the
/// watch holds no copy, so that nothing is copied when the session goes on.
final class DisplayWatch: Sendable {
  /// Half seconds inside one call after which the display counts as hung. The program waits for at
  /// most a tenth of a second by itself. They are counted, not read off a clock, so that a program
  /// that was stopped with its display does not take its own rest for the display's.
  static let patience = 20

  private enum State {
    case outside
    case inside(Session, since: Int)
    case lost
  }

  private let state = Mutex((number: 0, state: State.outside))
  private let isOver = Atomic(false)
  private let leave: @Sendable (LostDisplay) -> Never

  /// - Parameter leave: ends the program; may be called on any thread.
  init(leave: @escaping @Sendable (LostDisplay) -> Never) { self.leave = leave }

  /// Calls into SDL. Does not return when the display was lost meanwhile.
  func during<Value, Failure: Error>(
    _ session: Session, at moment: Int, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    state.withLock { held in
      held.number &+= 1
      if case .lost = held.state { return }
      held.state = .inside(session, since: moment)
    }
    defer { takeBack() }
    return try body()
  }

  private func takeBack() {
    let isLost = state.withLock { held in
      if case .lost = held.state { return true }
      held.state = .outside
      return false
    }
    // Another thread saves the attempt and ends the program.
    while isLost { Thread.sleep(forTimeInterval: 1) }
  }

  /// Listens to the loss of an X server, and watches for displays that hang. Elsewhere a call may
  /// rightly last, as while a window is moved on macOS.
  func start() {
    guard let driver = SDL_GetCurrentVideoDriver().map({ String(cString: $0) }),
      driver == "x11" || driver == "wayland"
    else { return }
    if driver == "x11" {
      watched.withLock { $0 = self }
      _ = effleurage_watch_x11(noteLostServer, noteFailedRequest)
    }
    // Without a thread only the loss of an X server is noticed.
    _ = WorkThread.start { [self] in
      var seen = (number: -1, ticks: 0)
      while !isOver.load(ordering: .relaxed) {
        Thread.sleep(forTimeInterval: 0.5)
        seen = look(after: seen)
        if seen.ticks >= DisplayWatch.patience {
          leaveHung(in: seen.number)
          // It answered at the last moment.
          seen = (-1, 0)
        }
      }
    }
  }

  /// The number of the call that goes on, and how often it was seen going on.
  func look(after seen: (number: Int, ticks: Int)) -> (number: Int, ticks: Int) {
    state.withLock { held in
      guard case .inside = held.state else { return (-1, 0) }
      return held.number == seen.number ? (seen.number, seen.ticks + 1) : (held.number, 0)
    }
  }

  /// To be called before SDL is begun, where an X server may be in use.
  static func prepare() {
    if ProcessInfo.processInfo.environment["DISPLAY"] != nil {
      _ = effleurage_prepare_x11(noteFailedRequest)
    }
  }

  func stop() {
    isOver.store(true, ordering: .relaxed)
    watched.withLock { if $0 === self { $0 = nil } }
  }

  /// Saves what is under way and ends the program, unless the call of that number is over.
  private func leaveHung(in number: Int) {
    let held: State? = state.withLock { held in
      guard case .inside = held.state, held.number == number else { return nil }
      defer { held.state = .lost }
      return held.state
    }
    guard case .inside(let session, let moment) = held else { return }
    let what = "the display has not answered for \(DisplayWatch.patience / 2) seconds"
    leave(LostDisplay(description: DisplayWatch.save(session, after: what, at: moment)))
  }

  /// Saves what is under way as abandoned and ends the program.
  fileprivate func lose(_ what: String) -> Never {
    let held = state.withLock { held in
      defer { held.state = .lost }
      return held.state
    }
    switch held {
    case .inside(let session, let moment):
      leave(LostDisplay(description: DisplayWatch.save(session, after: what, at: moment)))
    case .outside:
      leave(LostDisplay(description: what + "."))
    case .lost:
      // The thread that noticed first is at it.
      while true { Thread.sleep(forTimeInterval: 1) }
    }
  }

  /// Closes a session and says what became of the attempt.
  static func save(_ session: Session, after what: String, at moment: Int) -> String {
    var session = session
    switch session.closeUnasked(at: moment) {
    case .nothing: return "\(what). No attempt was under way."
    case .saved(asAbandoned: true):
      return "\(what). The attempt under way is saved as abandoned, in \(session.store.folder)."
    case .saved(asAbandoned: false):
      return "\(what). The attempt is saved, in \(session.store.folder)."
    case .unsaved(let reason, isOffered: true):
      return "\(what). The attempt is not saved, and offered at the next start: \(reason)"
    case .unsaved(let reason, isOffered: false):
      return "\(what). The attempt is lost: \(reason)"
    }
  }
}

/// The watch that Xlib's handlers speak to.
private let watched = Mutex<DisplayWatch?>(nil)

/// Xlib ends the program when this returns.
private nonisolated func noteLostServer(_ display: UnsafeMutableRawPointer?) -> Int32 {
  watched.withLock { $0 }?.lose("the display is gone: the X server has closed the connection")
  return 0
}

/// A request that failed harms what it was for, not an attempt, and the program goes on. Only when
/// there is nothing left to draw into is the window gone.
private nonisolated func noteFailedRequest(
  _ display: UnsafeMutableRawPointer?, _ error: UnsafePointer<effleurage_x11_error>?
) -> Int32 {
  if let error, Int(error.pointee.code) == effleurage_x11_bad_drawable {
    watched.withLock { $0 }?.lose("the window is gone: another program has destroyed it")
  }
  return 0
}
