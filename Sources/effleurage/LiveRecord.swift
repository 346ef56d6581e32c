import Attempts
import Records

/// A record of an attempt that somebody made: it cannot be made again, as a demonstration can, so
/// neither a demonstration nor a series is written over it.
enum LiveRecord {
  /// Makes sure that a file to write is none.
  ///
  /// - Parameter what: is to be written there, for the sentence.
  /// - Throws: ``Failure`` 73 when it is one, 74 when reading what is there fails.
  static func keep(_ path: String, from what: String) throws(Failure) {
    guard try !stands(at: path) else {
      throw Failure(
        .cannotCreate,
        "\(path) holds an attempt that somebody made, which no \(what) replaces; choose another "
          + "file or remove it")
    }
  }

  private static func stands(at path: String) throws(Failure) -> Bool {
    struct Read: Error { var isLive: Bool }
    guard !RecordArguments.waits(path) else { return false }
    do throws(RecordError) {
      // No more than its head.
      _ = try RecordReader().read(
        .file(path), into: { head in throw Read(isLive: head.header.origin == .live) }
      ) { (_: inout Void, _) in }
      return false
    } catch {
      if error.kind == .failed { throw Failure(error, in: path) }
      return (error.cause as? Read)?.isLive ?? false
    }
  }
}
