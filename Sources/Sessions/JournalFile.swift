import Foundation
import Records
import Synchronization

/// The file of a journal: it grows at its end, is written by threads of its own, and goes when
/// nobody needs it any more.
///
/// Who adds bytes never waits for the disk. They are written ``patience`` later at the latest, and
/// then brought through the disk's own memory, so that neither the end of the program nor that of
/// the machine loses more. They stay in memory until that is done, and for good when it fails.
/// As long as the program lives it holds a lock on the file, which says that it is in use.
final class JournalFile: Sendable {
  /// Milliseconds for which bytes are gathered.
  private static let patience = 100
  /// What its name ends in.
  static let kind = "attempt"

  private struct State: Sendable {
    /// Negative while there is no file.
    var descriptor: Int32 = -1
    var path: String?
    /// Bytes that no end of the machine can take.
    var safe = 0
    /// Bytes in the file.
    var written = 0
    /// Bytes from ``safe`` to the end.
    var kept: [UInt8]
    var failure: StoreError?
    var isWritingDue = false
    var isSyncingDue = false
    /// Whether nothing is written yet, so that it can be written at once.
    var isHeld = false
    /// Whether the name was taken away, or never to be given.
    var isNameless = false
    /// Whether the file stays when nobody holds it any more.
    var stays = false
  }

  private let folder: String
  private let stem: String
  /// The journal in whose place the file comes.
  private let replaced: String?
  /// Keeps others from that journal until then.
  private let hold: JournalHold?
  private let state: Mutex<State>
  private let writing = DispatchQueue(label: "effleurage.journal.writing")
  private let syncing = DispatchQueue(label: "effleurage.journal.syncing")

  /// - Parameters:
  ///   - folder: made, and the file in it, when first bytes are written.
  ///   - stem: begins its name, after a dot.
  ///   - opening: its first bytes.
  ///   - left: an attempt whose journal's place the file takes, in one step, once ``release()`` is
  ///     called.
  init(in folder: String, stem: String, opening: [UInt8], replacing left: LeftAttempt? = nil) {
    self.folder = folder
    self.stem = stem
    replaced = left?.path
    hold = left?.hold
    var first = State(kept: opening)
    first.isHeld = left != nil
    state = Mutex(first)
  }

  deinit {
    let state = state.withLock { $0 }
    if let path = state.path, !state.isNameless, !state.stays { unlink(path) }
    guard state.descriptor >= 0 else { return }
    // Closing alone would not do: a program that is being started from this one has it open, too.
    flock(state.descriptor, LOCK_UN)
    close(state.descriptor)
  }

  /// Why bytes stay in memory; nil while they need not.
  var failure: StoreError? { state.withLock { $0.failure } }

  /// Adds bytes, which begin at an offset, and says whether that is where the file ends.
  ///
  /// - Parameter isUrgent: whether they are written as soon as can be.
  func append(_ bytes: [UInt8], at offset: Int, isUrgent: Bool) -> Bool {
    let isAtEnd = state.withLock { state in
      guard offset == state.safe + state.kept.count else { return false }
      state.kept += bytes
      return true
    }
    if isAtEnd { schedule(isUrgent: isUrgent) }
    return isAtEnd
  }

  /// Lets a file that takes another's place be written.
  func release() {
    state.withLock { $0.isHeld = false }
    schedule(isUrgent: true)
  }

  /// Notes why bytes are missing.
  func fail(_ error: StoreError) { state.withLock { $0.failure = $0.failure ?? error } }

  /// Returns when all that was added is safe, or cannot be.
  func settle() {
    writing.sync { write() }
    syncing.sync { sync() }
  }

  /// Takes its name away. What was added can still be read.
  func removeName() {
    // What is being written just now gets its name first.
    writing.sync {
      let path = state.withLock { state in
        state.isNameless = true
        return state.path ?? replaced
      }
      if let path { unlink(path) }
    }
  }

  /// Lets the file stay when nobody holds it any more, for the next start to find it.
  func stay() { state.withLock { $0.stays = true } }

  /// At most so many bytes from an offset; fewer where the file ends or cannot be read.
  func read(_ count: Int, at offset: Int) -> [UInt8] {
    let (descriptor, kept, safe) = state.withLock { state in
      let from = offset - state.safe
      let kept = from >= 0 ? Array(state.kept.dropFirst(from).prefix(count)) : []
      return (state.descriptor, kept, state.safe)
    }
    if offset >= safe { return kept }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let count = min(count, safe - offset)
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
          off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        filled += got
      }
    }
  }

  // MARK: Writing

  private func schedule(isUrgent: Bool) {
    let isDue = state.withLock { state in
      guard !state.isHeld, state.failure == nil, isUrgent || !state.isWritingDue else {
        return false
      }
      state.isWritingDue = true
      return true
    }
    guard isDue else { return }
    // Nothing is written for nobody.
    if isUrgent {
      writing.async { [weak self] in self?.write() }
    } else {
      writing.asyncAfter(deadline: .now() + .milliseconds(JournalFile.patience)) { [weak self] in
        self?.write()
      }
    }
  }

  /// Writes what waits, on its thread; where that fails it goes on waiting.
  private func write() {
    let (descriptor, bytes, offset) = state.withLock { state in
      state.isWritingDue = false
      guard !state.isHeld, state.failure == nil, !state.isNameless else {
        return (state.descriptor, [UInt8](), 0)
      }
      return (
        state.descriptor, Array(state.kept.dropFirst(state.written - state.safe)), state.written
      )
    }
    guard !bytes.isEmpty else { return }
    do throws(StoreError) {
      if descriptor >= 0 {
        try JournalFile.write(bytes, to: descriptor, at: offset, path: path)
        state.withLock { $0.written += bytes.count }
        scheduleSync()
      } else {
        try create(bytes)
      }
    } catch {
      fail(error)
    }
  }

  /// Makes the file with its first bytes; it has its name when they are safe.
  private func create(_ bytes: [UInt8]) throws(StoreError) {
    let (descriptor, unfinished, number) = try unnamed()
    var isPlaced = false
    defer {
      if !isPlaced {
        unlink(unfinished)
        close(descriptor)
      }
    }
    // The file has the lock before it has a name by which others could find it.
    flock(descriptor, LOCK_EX | LOCK_NB)
    try JournalFile.write(bytes, to: descriptor, at: 0, path: unfinished)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw JournalFile.error(unfinished) }
    let path = replaced ?? JournalFile.path(folder, stem, number, JournalFile.kind)
    guard rename(unfinished, path) == 0 else { throw JournalFile.error(path) }
    isPlaced = true
    Folders.sync(folder)
    state.withLock { state in
      state.descriptor = descriptor
      state.path = path
      state.written = bytes.count
      state.safe = bytes.count
      state.kept.removeFirst(bytes.count)
    }
  }

  /// A new file under a name of its own, for as long as it is not whole.
  private func unnamed() throws(StoreError) -> (descriptor: Int32, path: String, number: Int) {
    do {
      try Folders.makePrivate(folder)
    } catch {
      throw .folder(folder, reason: StoreError.reason(error))
    }
    var number = 1
    while true {
      let path = JournalFile.path(folder, stem, number, "part")
      let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        // Who holds this name is the only one to give the other.
        if access(JournalFile.path(folder, stem, number, JournalFile.kind), F_OK) != 0 {
          return (descriptor, path, number)
        }
        close(descriptor)
        unlink(path)
      } else if errno != EEXIST {
        throw JournalFile.error(path)
      }
      number += 1
    }
  }

  private func scheduleSync() {
    let isDue = state.withLock { state in
      defer { state.isSyncingDue = true }
      return !state.isSyncingDue
    }
    if isDue { syncing.async { [weak self] in self?.sync() } }
  }

  /// Brings what was written through the disk's own memory, on its thread.
  private func sync() {
    let (descriptor, written) = state.withLock { state in
      state.isSyncingDue = false
      return (state.failure == nil ? state.descriptor : -1, state.written)
    }
    guard descriptor >= 0 else { return }
    guard fdatasync(descriptor) == 0 || errno == EINVAL else {
      return fail(JournalFile.error(path))
    }
    state.withLock { state in
      let count = written - state.safe
      guard count > 0 else { return }
      state.kept.removeFirst(count)
      state.safe = written
    }
    // What came while this was done is next.
    if state.withLock({ $0.written > written && $0.failure == nil }) { scheduleSync() }
  }

  private var path: String { state.withLock { $0.path } ?? folder }

  private static func path(_ folder: String, _ stem: String, _ number: Int, _ kind: String)
    -> String
  {
    "\(folder)/.\(stem).\(ProcessInfo.processInfo.processIdentifier).\(number).\(kind)"
  }

  /// Writes all or nothing at an offset, which is the file's end.
  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, at offset: Int, path: String
  ) throws(StoreError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(
          descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        if count == 0 { errno = ENOSPC }
        let error = JournalFile.error(path)
        ftruncate(descriptor, off_t(offset))
        throw error
      }
      done += count
    }
  }

  private static func error(_ path: String) -> StoreError {
    .file(path, reason: String(cString: strerror(errno)))
  }
}
