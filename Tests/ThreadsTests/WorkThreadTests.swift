import Foundation
import Synchronization
import Testing
import Threads

@Suite struct WorkThreadTests {
  /// How many are still held.
  private final class Register: Sendable {
    private let count = Atomic(0)
    var isEmpty: Bool { count.load(ordering: .relaxed) == 0 }
    func enter() { count.add(1, ordering: .relaxed) }
    func leave() { count.subtract(1, ordering: .relaxed) }
  }

  private final class Guest: Sendable {
    private let register: Register
    init(_ register: Register) {
      self.register = register
      register.enter()
    }
    deinit { register.leave() }
  }

  @Test(arguments: [256 << 10, 8 << 20])
  func workIsDoneOnAThreadOfItsOwn(stackSize: Int) async {
    // Work that waits for what its caller does afterwards would wait in vain on the caller's thread.
    let isStarted = DispatchSemaphore(value: 0)
    let outcome = await withCheckedContinuation { continuation in
      let begun = WorkThread.start(stackSize: stackSize) {
        continuation.resume(returning: isStarted.wait(timeout: .now() + 60))
      }
      if begun { isStarted.signal() } else { continuation.resume(returning: .timedOut) }
    }
    #expect(outcome == .success)
  }

  /// More than any system has, and less than any takes.
  @Test(arguments: [1 << 60, 1])
  func whatCannotStartSaysSoAndKeepsNothing(stackSize: Int) {
    let register = Register()
    do {
      let guest = Guest(register)
      #expect(!WorkThread.start(stackSize: stackSize) { _ = guest })
    }
    #expect(register.isEmpty)
  }

  @Test func whereThereIsNoThreadItIsDoneAtOnce() {
    let register = Register()
    WorkThread.doBeside(by: { _ in false }) { register.enter() }
    #expect(!register.isEmpty)
    // And not twice where there is one.
    let other = Register()
    WorkThread.doBeside(by: { _ in true }) { other.enter() }
    #expect(other.isEmpty)
  }
}
