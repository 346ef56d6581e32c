import Catalogue
import Foundation
import Sounds
import Synchronization
import Threads

/// The device that plays, kept by a thread of its own: a sound server that hangs holds up that
/// thread and nothing else.
final class SoundOutput: Sendable {
  enum Status: Hashable, Sendable {
    /// Nothing was due so far.
    case idle
    case opening
    /// By the device of this number.
    case playing(UInt32)
    /// There is no device; the reason is the system's.
    case missing(reason: String)
    case closed
  }

  private enum Request: Sendable { case open, end }

  private struct Work: Sendable {
    var status = Status.idle
    var request: Request?
    var hasThread = false
  }

  private let feed = SoundFeed()
  private let system: SoundSystem
  private let work = Mutex(Work())
  /// Rung after every change of ``work``.
  private let bell = NSCondition()

  /// Starts its thread.
  private let start: WorkThread.Starter

  init(_ system: SoundSystem = .sdl, by start: @escaping WorkThread.Starter = WorkThread.usual) {
    self.system = system
    self.start = start
  }

  var status: Status { work.withLock { $0.status } }

  /// From now on this is to be heard, once there is a device.
  func follow(_ state: SoundState, _ settings: SoundSettings) { feed.follow(state, settings) }

  /// Begins to open the device unless that was done; where none was found it is tried again.
  func open() {
    ask { status in
      switch status {
      case .idle, .missing: true
      case .opening, .playing, .closed: false
      }
    }
  }

  /// A device is gone; if it was this one, the usual one is opened in its place.
  func deviceRemoved(_ number: UInt32) { ask { $0 == .playing(number) } }

  /// There is a new device, which is taken when none was found.
  func deviceAdded() { ask { if case .missing = $0 { true } else { false } } }

  /// Closes the device and waits for that at most so long. Says whether it is closed; if not, its
  /// thread still hangs in the sound system, which may then not be ended.
  func close(within seconds: Double) -> Bool {
    let isNeverOpened = work.withLock { work in
      if work.hasThread { work.request = .end } else { work.status = .closed }
      return !work.hasThread
    }
    if isNeverOpened { return true }
    let end = Date(timeIntervalSinceNow: seconds)
    bell.lock()
    defer { bell.unlock() }
    bell.broadcast()
    while status != .closed {
      if !bell.wait(until: end) { return status == .closed }
    }
    return true
  }

  /// Asks for opening where the status allows it.
  private func ask(when isDue: (Status) -> Bool) {
    let (isAsked, needsThread) = work.withLock { work in
      guard work.request == nil, isDue(work.status) else { return (false, false) }
      work.request = .open
      work.status = .opening
      defer { work.hasThread = true }
      return (true, !work.hasThread)
    }
    guard isAsked else { return }
    ring()
    guard needsThread, !start({ self.serve() }) else { return }
    // Nothing else may call the sound system. The next time that sound is due is another chance.
    let reason = Texts["sounds.noThread"]
    work.withLock { work in
      let isEnding = work.request == .end
      work = Work(status: isEnding ? .closed : .missing(reason: reason))
    }
    ring()
  }

  private func ring() {
    bell.lock()
    bell.broadcast()
    bell.unlock()
  }

  /// What the thread does. It holds this object, and with it the feed, as long as a device may ask.
  private func serve() {
    var device: UInt32?
    while true {
      let request = nextRequest()
      if let open = device { system.close(open) }
      device = nil
      switch request {
      case .open:
        let status: Status
        do throws(SoundError) {
          let number = try system.open(feed)
          device = number
          status = .playing(number)
        } catch {
          status = .missing(reason: error.description)
        }
        work.withLock { $0.status = status }
        ring()
      case .end:
        system.quit()
        work.withLock { $0.status = .closed }
        ring()
        return
      }
    }
  }

  private func nextRequest() -> Request {
    bell.lock()
    defer { bell.unlock() }
    while true {
      let request = work.withLock { work in
        defer { work.request = nil }
        return work.request
      }
      if let request { return request }
      bell.wait()
    }
  }
}
