import Foundation
import Synchronization
import Testing
import Threads

@Suite struct WorkThreadTests {
  /// Whether somebody is still held.
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
    let size = await withCheckedContinuation { continuation in
      let isStarted = WorkThread.start(stackSize: stackSize) {
        continuation.resume(returning: Thread.current.stackSize)
      }
      if !isStarted { continuation.resume(returning: -1) }
    }
    #expect(size >= 0)
    let isMain = await withCheckedContinuation { continuation in
      if !WorkThread.start({ continuation.resume(returning: Thread.isMainThread) }) {
        continuation.resume(returning: true)
      }
    }
    #expect(!isMain)
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
}
