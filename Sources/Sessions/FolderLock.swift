import Foundation

/// Holds a folder against other programs that ask in the same way, while a file in it is read,
/// changed and replaced.
///
/// Where a file system has no locks nothing is held; a file that is replaced by renaming is whole
/// even so.
struct FolderLock {
  /// How long another program may hold the folder. Two programs need a few milliseconds each, so
  /// one that holds it longer hangs or was stopped.
  static let patience = Duration.seconds(2)
  /// From try to try.
  private static let pause = 0.01

  private let descriptor: Int32

  /// - Parameter file: what is to be changed in the folder, for the sentence.
  /// - Throws: ``StoreError/busy(_:)`` when another program holds the folder for all of `patience`.
  init(
    _ folder: String, toChange file: String, patience: Duration = FolderLock.patience
  ) throws(StoreError) {
    descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    let end = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      // No lock to be had here at all.
      guard errno == EWOULDBLOCK else { return }
      guard ContinuousClock.now < end else {
        close(descriptor)
        throw .busy(file)
      }
      Thread.sleep(forTimeInterval: FolderLock.pause)
    }
  }

  func release() {
    guard descriptor >= 0 else { return }
    // Whoever is being started from this program has it open, too, for a moment.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
