import Foundation
import Synchronization
import Threads

/// Work on many items at once whose outcomes come out in the order the items went in.
///
/// An item is taken only when a worker is free for it, and an outcome leaves as soon as all before
/// it have left: a partner that sends one item and waits for its outcome gets it. At most
/// `jobs` times 8 outcomes wait for a slow one before them.
final class Conveyor<Item: Sendable, Outcome: Sendable>: Sendable {
  private struct Output {
    var waiting: [Int: Outcome] = [:]
    var delivered = 0
  }

  private struct Input {
    var taken = 0
    var isExhausted = false
  }

  private let jobs: Int
  private let next: @Sendable () -> Item?
  private let work: @Sendable (Item) -> Outcome
  private let deliver: @Sendable (Outcome) -> Void

  private let input = Mutex(Input())
  private let output = Mutex(Output())
  private let room: DispatchSemaphore
  private let ended = DispatchGroup()

  /// - Parameters:
  ///   - next: the next item; nil at the end. Called by one thread at a time.
  ///   - work: called by up to `jobs` threads at a time.
  ///   - deliver: called by one thread at a time, in the order of the items.
  init(
    jobs: Int, next: @escaping @Sendable () -> Item?,
    work: @escaping @Sendable (Item) -> Outcome, deliver: @escaping @Sendable (Outcome) -> Void
  ) {
    precondition(jobs >= 1)
    self.jobs = jobs
    self.next = next
    self.work = work
    self.deliver = deliver
    room = DispatchSemaphore(value: jobs * 8)
  }

  /// Returns when the last outcome has been delivered.
  func run() {
    var started = 0
    while started < jobs {
      ended.enter()
      let isStarted = WorkThread.start(stackSize: Conveyor.stackSize) { [self] in
        serve()
        ended.leave()
      }
      guard isStarted else {
        ended.leave()
        break
      }
      started += 1
    }
    // Where there is no memory or no leave for threads the work is done all the same, by fewer.
    if started == 0 { serve() }
    ended.wait()
  }

  private static var stackSize: Int { 8 << 20 }

  private func serve() {
    while let (index, item) = take() { put(work(item), at: index) }
  }

  private func take() -> (Int, Item)? {
    room.wait()
    let taken = input.withLock { input -> (Int, Item)? in
      guard !input.isExhausted, let item = next() else {
        input.isExhausted = true
        return nil
      }
      input.taken += 1
      return (input.taken - 1, item)
    }
    if taken == nil { room.signal() }
    return taken
  }

  private func put(_ outcome: Outcome, at index: Int) {
    output.withLock { output in
      output.waiting[index] = outcome
      while let ready = output.waiting.removeValue(forKey: output.delivered) {
        deliver(ready)
        output.delivered += 1
        room.signal()
      }
    }
  }
}
