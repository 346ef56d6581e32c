import Foundation

/// A file that is whole or not there: written beside its place, then renamed onto it.
public final class OutputFile {
  private let target: String
  /// Whether a file that is there already gives way.
  private let replaces: Bool
  private var temporary: [CChar] = []
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []

  /// - Parameters:
  ///   - replaces: whether a file that is there already gives way to the new one.
  ///   - isPrivate: whether only its owner may read it; else who may is as the process has it.
  /// - Throws: ``RecordError`` when nothing can be created there.
  public init(
    _ path: String, replaces: Bool = true, isPrivate: Bool = false
  ) throws(RecordError) {
    try OutputFile.check(path, replaces: replaces)
    self.replaces = replaces
    target = OutputFile.destination(path)
    if OutputFile.isSpecial(target) {
      // A pipe or a device takes bytes as they come, and cannot be replaced.
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
    } else {
      // Not named after the target, whose name may be as long as a name can be.
      (temporary, descriptor) = TemporaryFile.open(in: OutputFile.folder(target))
      if descriptor >= 0, !isPrivate {
        let mask = umask(0)
        umask(mask)
        fchmod(descriptor, 0o666 & ~mask)
      }
    }
    guard descriptor >= 0 else { throw OutputFile.cannot("be created") }
  }

  deinit { discard() }

  public func write(_ bytes: [UInt8]) throws(RecordError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Puts the file in its place, after its bytes have reached the disk.
  public func commit() throws(RecordError) {
    try flush()
    if !temporary.isEmpty, fsync(descriptor) != 0, errno != EINVAL {
      throw OutputFile.cannot("be written")
    }
    guard close(descriptor) == 0 else {
      descriptor = -1
      let error = OutputFile.cannot("be written")
      discard()
      throw error
    }
    descriptor = -1
    guard !temporary.isEmpty else { return }
    do { try place() } catch {
      discard()
      throw error
    }
    temporary = []
    // The new name too must survive a power cut; a file system that cannot do this is no failure.
    Folders.sync(OutputFile.folder(target))
  }

  /// Gives the finished file its name.
  private func place() throws(RecordError) {
    guard !replaces else {
      guard rename(temporary, target) == 0 else { throw OutputFile.cannot("be created") }
      return
    }
    // A second name is given only where there is none, even if somebody was quicker just now.
    if link(temporary, target) == 0 {
      unlink(temporary)
      return
    }
    if errno == EEXIST { throw OutputFile.standing }
    // A file system without second names.
    try OutputFile.check(target, replaces: false)
    guard rename(temporary, target) == 0 else { throw OutputFile.cannot("be created") }
  }

  /// Leaves nothing behind.
  func discard() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    if !temporary.isEmpty { unlink(temporary) }
    temporary = []
  }

  private func flush() throws(RecordError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try Nameless.write(buffer[...], to: descriptor)
  }

  /// Whether something can be created at a path, before there is anything to write.
  ///
  /// - Throws: ``RecordError`` when it cannot.
  public static func check(_ path: String, replaces: Bool = true) throws(RecordError) {
    var status = stat()
    // A link that leads nowhere is something that is there, too.
    if !replaces, lstat(path, &status) == 0, !isSpecial(path) { throw standing }
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw RecordError(.unwritable, "is a folder, not a file to write")
    }
    let folder = folder(destination(path))
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw RecordError(.unwritable, "cannot be created: there is no folder \(folder)")
    }
    guard isSpecial(destination(path)) || access(folder, W_OK | X_OK) == 0 else {
      throw RecordError(
        .unwritable, "cannot be created: the folder \(folder) cannot be written to")
    }
  }

  /// Where to keep what will be written to a path: beside the file, whose disk it needs anyway, or
  /// with other temporary files when the path is that of a pipe or a device.
  public static func waitingFolder(for path: String) -> String {
    let target = destination(path)
    return isSpecial(target) ? NSTemporaryDirectory() : folder(target)
  }

  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Where the file goes when the path is a link: the link stays.
  private static func destination(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  // Messages begin after the file's name, which whoever reports them puts before.

  private static var standing: RecordError {
    RecordError(.unwritable, "is there already and is not overwritten")
  }

  private static func cannot(_ what: String) -> RecordError {
    let kind: RecordError.Kind =
      [ENOSPC, EDQUOT, EFBIG, EIO].contains(errno) ? .failed : .unwritable
    return RecordError(kind, "cannot \(what): \(String(cString: strerror(errno)))")
  }
}
