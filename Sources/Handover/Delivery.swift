/// Sends the statements that wait for a store: some together (`POST`), and what that leaves open one by
/// one, each by its own id (`PUT`). Every statement has its id, and sending one once more changes
/// nothing in a store, so whatever came to an end without an answer can be tried again.
///
/// A statement leaves the outbox when the store has confirmed it and not before.
public struct Delivery {
  /// What sending came to.
  public struct Report: Hashable, Sendable {
    public var delivered = 0
    /// Of those delivered: what the store took without a word that confirms it, and does not let this user
    /// read.
    public var unread = 0
    /// Delivered by another program, now or before.
    public var byOthers = 0
    /// What waits for other stores; it was left alone.
    public var elsewhere = 0
    /// Of this store: what still waits.
    public var waiting = 0
    /// What is to be said of single statements that were kept, a sentence each.
    public var kept: [String] = []
    /// Why sending stopped before the end, as the end of a sentence; nil when it did not.
    public var stop: String?

    public init() {}
  }

  /// How long to try.
  public struct Patience: Hashable, Sendable {
    /// Seconds for one answer.
    public var timeout: Double
    /// Seconds in which no statement gets through, until the rest is left for later.
    public var total: Double

    public init(timeout: Double = 10, total: Double = 30) {
      self.timeout = timeout
      self.total = total
    }

    /// Seconds before trying once more, after so many failures in a row, from 1.
    static func pause(afterFailures count: Int) -> Double {
      var pause = 0.25
      for _ in 1..<max(1, min(count, 8)) { pause *= 2 }
      return min(pause, 30)
    }
  }

  /// The world outside.
  public struct Surroundings {
    /// Asks the store.
    public var exchange: (StoreRequest) -> StoreReply
    /// Seconds of a clock that does not go back.
    public var now: () -> Double
    /// Waits so many seconds.
    public var pause: (Double) -> Void
    /// Runs what changes files, so that an interrupt comes before it or after.
    public var filing: (() -> Void) -> Void
    /// Told how many statements there are, then after each.
    public var step: (_ done: Int, _ of: Int) -> Void

    public init(
      exchange: @escaping (StoreRequest) -> StoreReply, now: @escaping () -> Double,
      pause: @escaping (Double) -> Void, filing: @escaping (() -> Void) -> Void = { $0() },
      step: @escaping (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) {
      self.exchange = exchange
      self.now = now
      self.pause = pause
      self.filing = filing
      self.step = step
    }
  }

  let outbox: Outbox
  let store: StoreAddress
  let patience: Patience
  let surroundings: Surroundings
  private var report = Report()
  private var done = 0
  private var total = 0
  /// Since when nothing got through, and how often.
  private var troubleBegan: Double?
  private var failures = 0

  public init(
    of outbox: Outbox, to store: StoreAddress, patience: Patience, surroundings: Surroundings
  ) {
    self.outbox = outbox
    self.store = store
    self.patience = patience
    self.surroundings = surroundings
  }

  /// From look to look at a statement that another program sends.
  private static let look = 0.05
  /// Statements sent together, and their bytes, at most.
  private static let batch = (count: 50, bytes: 1 << 19)

  /// Sends what waits now.
  ///
  /// - Throws: ``Outbox/Failure`` when the outbox cannot be read.
  public mutating func run() throws(Outbox.Failure) -> Report {
    report = Report()
    var names: [String] = []
    for name in try outbox.names() {
      switch Outbox.store(of: name) {
      case nil: report.kept.append("\(outbox.path(of: name)) is no statement that waits")
      case store.mark: names.append(name)
      default: report.elsewhere += 1
      }
    }
    total = names.count
    surroundings.step(0, total)
    var busySince: Double?
    while report.stop == nil {
      let busy = sendAll(names)
      // Nothing but what others send is left: they are waited for.
      guard !busy.isEmpty, report.stop == nil else { break }
      if busy.count < names.count { busySince = nil }
      names = busy
      let since = busySince ?? surroundings.now()
      busySince = since
      guard surroundings.now() - since < patience.total else {
        report.stop = "another program has been sending the same statements for long"
        break
      }
      surroundings.pause(Delivery.look)
    }
    report.waiting = try outbox.count(for: store)
    return report
  }

  /// - Returns: the names of what other programs send just now.
  private mutating func sendAll(_ names: [String]) -> [String] {
    var busy: [String] = []
    var held: [Held] = []
    for name in names {
      switch OutboxLock.take(outbox.path(of: name)) {
      case .busy: busy.append(name)
      case .gone:
        report.byOthers += 1
        finish()
      case .held(let lock):
        guard let entry = entry(name) else {
          finish()
          continue
        }
        held.append(Held(entry: entry, lock: lock))
      }
      let bytes = held.reduce(0) { $0 + $1.entry.json.utf8.count }
      if held.count >= Delivery.batch.count || bytes >= Delivery.batch.bytes {
        deliver(held)
        held = []
        guard report.stop == nil else { return [] }
      }
    }
    if !held.isEmpty { deliver(held) }
    return busy
  }

  private struct Held {
    var entry: Outbox.Entry
    var lock: OutboxLock
  }

  private mutating func finish() {
    done += 1
    surroundings.step(done, total)
  }

  /// What waits under a name; nil when nothing of it is to be sent.
  private mutating func entry(_ name: String) -> Outbox.Entry? {
    if outbox.wasDelivered(name) {
      report.byOthers += 1
      return nil
    }
    do throws(Outbox.Failure) {
      guard let entry = try outbox.entry(name) else {
        report.byOthers += 1
        return nil
      }
      return entry
    } catch {
      report.kept.append(error.message)
      return nil
    }
  }

  private mutating func deliver(_ batch: [Held]) {
    let entries = batch.map(\.entry)
    let isTogether = retrying { $0.attempt(together: entries) }
    if isTogether == .delivered {
      for entry in entries {
        confirm(entry.name)
        finish()
      }
      return
    }
    for entry in entries where report.stop == nil {
      switch retrying({ $0.attempt(entry) }) {
      case .delivered: confirm(entry.name)
      case .unread:
        report.unread += 1
        confirm(entry.name)
      case .kept(let words): report.kept.append("\(outbox.path(of: entry.name)): \(words)")
      case .stop, .trouble, .open: return
      }
      finish()
    }
  }

  /// Tries until something comes of it; a reason to stop is noted.
  private mutating func retrying(_ attempt: (Delivery) -> Outcome) -> Outcome {
    while true {
      let outcome = attempt(self)
      switch outcome {
      case .trouble(let words, let wish):
        guard wait(wish) else {
          report.stop = words
          return outcome
        }
      case .stop(let words):
        report.stop = words
        return outcome
      case .delivered, .unread, .kept, .open:
        troubleBegan = nil
        failures = 0
        return outcome
      }
    }
  }

  private mutating func confirm(_ name: String) {
    var failure: Outbox.Failure?
    surroundings.filing {
      do throws(Outbox.Failure) { try outbox.confirm(name) } catch { failure = error }
    }
    if let failure {
      // The store has it; sent once more it is known there.
      report.kept.append(failure.message)
    } else {
      report.delivered += 1
    }
  }

  /// Waits before trying once more.
  ///
  /// - Parameter wish: seconds that the store asks for.
  /// - Returns: false when that would be longer than there is patience for.
  private mutating func wait(_ wish: Double?) -> Bool {
    failures += 1
    let now = surroundings.now()
    let began = troubleBegan ?? now
    troubleBegan = began
    let pause = max(Patience.pause(afterFailures: failures), wish ?? 0)
    guard now - began + pause <= patience.total else { return false }
    surroundings.pause(pause)
    return true
  }
}
