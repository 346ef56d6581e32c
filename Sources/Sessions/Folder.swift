import Foundation

/// A folder as a file system has it.
enum Folder {
  /// Makes names in it survive the end of the machine; a file system that cannot do this is no
  /// failure.
  static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
