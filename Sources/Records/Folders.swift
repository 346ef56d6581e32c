import Foundation

/// Folders as a file system has them.
public enum Folders {
  /// Makes a folder that only its owner may read, and those above it, where there is none. What is
  /// there already stays as it is.
  ///
  /// - Throws: what `FileManager` says when it cannot be made.
  public static func makePrivate(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return
    }
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// Makes names in a folder survive the end of the machine; a file system that cannot do this is no
  /// failure.
  public static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
