import Foundation
import Preferences
import Sessions
import Synchronization

/// Writes settings when they change, beside what the window does, and in the order of the changes.
final class SettingsKeeper: Sendable {
  /// What came of writing.
  struct News: Sendable {
    /// Why the last writing failed, in a sentence.
    var failure: String?
    /// The name that a file got which could not be understood.
    var setAside: String?
  }

  private let store: SettingsStore
  private let queue: OperationQueue
  /// What was handed over last, and what the file holds as far as is known.
  private let wanted: Mutex<Settings>
  private let written: Mutex<Settings>
  private let news = Mutex<News?>(nil)

  init(store: SettingsStore, kept: Settings) {
    self.store = store
    wanted = Mutex(kept)
    written = Mutex(kept)
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = 1
  }

  /// Takes the settings as they are now; returns at once.
  func keep(_ settings: Settings) {
    let isNew = wanted.withLock { wanted in
      defer { wanted = settings }
      return wanted != settings
    }
    guard isNew else { return }
    queue.addOperation { [self] in writeWanted() }
  }

  /// Waits until everything is written. What failed is tried once more.
  func finish() {
    queue.addOperation { [self] in writeWanted() }
    queue.waitUntilAllOperationsAreFinished()
  }

  func takeNews() -> News? {
    news.withLock { news in
      defer { news = nil }
      return news
    }
  }

  private func writeWanted() {
    let new = wanted.withLock { $0 }
    let old = written.withLock { $0 }
    guard new != old else { return }
    do throws(StoreError) {
      let kept = try store.write(new, changedFrom: old)
      written.withLock { $0 = new }
      if let kept { news.withLock { $0 = News(failure: nil, setAside: kept) } }
    } catch {
      news.withLock { $0 = News(failure: error.description, setAside: nil) }
    }
  }
}
