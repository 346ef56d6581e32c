import CSDL2
import Synchronization

/// An arrival and the moment at which the program learned of it, in microseconds.
struct StampedArrival: Sendable {
  var moment: Int
  var arrival: Arrival
}

/// Collects what arrives with the stamp of its arrival, as finely as the pump runs.
///
/// SDL's own stamps are whole milliseconds of the time of pumping. A watch is called for every
/// event at the moment it enters SDL's queue, possibly on another thread.
final class ArrivalQueue: Sendable {
  private let waiting = Mutex<[StampedArrival]>([])

  func add(_ arrival: Arrival, at moment: Int) {
    waiting.withLock { $0.append(StampedArrival(moment: moment, arrival: arrival)) }
  }

  /// Everything that arrived since the last call, in order.
  func takeAll() -> [StampedArrival] {
    waiting.withLock { arrivals in
      defer { arrivals.removeAll(keepingCapacity: true) }
      return arrivals
    }
  }

  /// Listens until ``stopWatching()``; the queue must live as long.
  func startWatching() {
    SDL_AddEventWatch(noteArrival, Unmanaged.passUnretained(self).toOpaque())
  }

  func stopWatching() {
    SDL_DelEventWatch(noteArrival, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Lets SDL learn what happened: waits for something at most so long, then empties SDL's queue,
  /// whose events this queue holds already.
  ///
  /// - Parameter milliseconds: 0 does not wait.
  func pump(waitingAtMost milliseconds: Int) {
    var event = SDL_Event()
    if milliseconds > 0 {
      guard SDL_WaitEventTimeout(&event, Int32(clamping: milliseconds)) != 0 else { return }
    }
    while SDL_PollEvent(&event) != 0 {}
  }
}

/// A function of its own, because SDL may call it on any thread.
private nonisolated func noteArrival(
  _ context: UnsafeMutableRawPointer?, _ event: UnsafeMutablePointer<SDL_Event>?
) -> Int32 {
  let counter = SDL_GetPerformanceCounter()
  guard let context, let event, let arrival = Arrival(event.pointee) else { return 0 }
  let queue = Unmanaged<ArrivalQueue>.fromOpaque(context).takeUnretainedValue()
  queue.add(arrival, at: Moments.microseconds(counter))
  return 0
}
