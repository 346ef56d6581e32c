import Foundation

/// Holds a folder against other programs that ask in the same way, while a file in it is read,
/// changed and replaced.
///
/// Where a file system has no locks nothing is held; a file that is replaced by renaming is whole
/// even so.
struct FolderLock {
  private let descriptor: Int32

  init(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { flock(descriptor, LOCK_EX) }
  }

  func release() { if descriptor >= 0 { close(descriptor) } }
}
