import Dispatch
import Synchronization

/// Independent pieces of work on all cores.
enum Concurrent {
  /// The results in the order of the items, whoever came first.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ transform: @Sendable (Item) -> Value
  ) -> [Value] {
    let values = Mutex<[Value?]>(Array(repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let value = transform(items[index])
      values.withLock { $0[index] = value }
    }
    return values.withLock { $0.compactMap { $0 } }
  }
}
