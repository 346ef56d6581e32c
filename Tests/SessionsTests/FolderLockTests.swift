import Foundation
import Preferences
import Synchronization
import Testing

@testable import Sessions

/// Two programs that change the same file.
@Suite struct FolderLockTests {
  /// Holds a folder as another program would.
  private final class Other {
    private let descriptor: Int32

    init(_ folder: String) throws {
      descriptor = open(folder, O_RDONLY)
      try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    }

    deinit { close(descriptor) }
  }

  @Test func afterItsPatienceItSaysWhatIsHeld() throws {
    let folder = try TemporaryFolder()
    let other = try Other(folder.path)
    let file = folder.path + "/settings.yaml"
    #expect(throws: StoreError.busy(file)) {
      try FolderLock(folder.path, toChange: file, patience: .milliseconds(30))
    }
    var store = SettingsStore(file: file)
    store.patience = .zero
    var dark = Settings()
    dark.theme = .dark
    #expect(throws: StoreError.busy(store.file)) {
      try store.write(dark, changedFrom: Settings())
    }
    // Nothing was written by who did not hold the folder.
    #expect(try folder.names() == [])
    let sentence = StoreError.busy(file).description
    #expect(sentence.contains(file) && sentence.hasSuffix("."))
    withExtendedLifetime(other) {}
  }

  @Test func whatIsLetGoCanBeHeld() throws {
    let folder = try TemporaryFolder()
    var other: Other? = try Other(folder.path)
    withExtendedLifetime(other) {}
    other = nil
    let lock = try FolderLock(folder.path, toChange: "a", patience: .zero)
    #expect(throws: StoreError.busy("b")) {
      try FolderLock(folder.path, toChange: "b", patience: .zero)
    }
    lock.release()
    try FolderLock(folder.path, toChange: "b", patience: .zero).release()
  }

  /// Who waits gets it when it is free, long before patience ends. The one who waits has a thread
  /// of its own, so that other tests do not hold it up.
  @Test func itWaitsForWhoIsQuick() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    let first = try FolderLock(path, toChange: "a", patience: .zero)
    let (hasTried, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let held = Mutex<[Bool]>([])
    @Sendable func hold(_ patience: Duration) {
      do throws(StoreError) {
        try FolderLock(path, toChange: "b", patience: patience).release()
        held.withLock { $0.append(true) }
      } catch {
        held.withLock { $0.append(false) }
      }
    }
    Thread.detachNewThread {
      hold(.zero)
      hasTried.signal()
      hold(.seconds(600))
      isOver.signal()
    }
    hasTried.wait()
    first.release()
    isOver.wait()
    #expect(held.withLock { $0 } == [false, true])
  }

  @Test func whereNothingCanBeHeldNothingIs() throws {
    try FolderLock("/nowhere/at/all", toChange: "a", patience: .zero).release()
  }
}
