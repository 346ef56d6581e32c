import Foundation
import Synchronization

/// The signal that asked the program to stop; 0 while none did.
private let received = Atomic<Int32>(0)

/// Turns the signals that end a program into a wish, so that the attempt is saved first.
enum Interruption {
  static func listen() {
    // The flag is made before a handler can need it.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, noteSignal) }
  }

  /// The number of the signal, or nil.
  static var number: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}

/// Only notes the number: nothing else is allowed in a signal handler.
private nonisolated func noteSignal(_ number: Int32) {
  received.store(number, ordering: .relaxed)
}
