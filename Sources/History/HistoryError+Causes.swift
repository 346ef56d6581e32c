import Foundation
import GRDB
import Records

extension HistoryError {
  /// What an error of SQLite, of a record or of the system means for a file.
  ///
  /// - Parameter file: the history or the archive that was worked on.
  init(_ error: any Error, in file: String) {
    switch error {
    case let error as HistoryError: self = error
    case let error as DatabaseError: self.init(error, in: file)
    case let error as Records.RecordError: self.init(error, in: file)
    case is RowDecodingError: self = .damaged(file, "a value is not of its kind")
    default:
      self.init(code: HistoryError.code(of: error), "\(file): \(HistoryError.reason(error))")
    }
  }

  /// The same for an archive, of which there may be another copy.
  init(_ error: any Error, inArchive file: String) {
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_CORRUPT?, .SQLITE_NOTADB?, .SQLITE_ERROR?:
      self.init(
        .damaged, "\(file) is damaged: \(HistoryError.reason(error)). Take another copy of it.")
    case .SQLITE_BUSY?, .SQLITE_LOCKED?:
      self.init(.locked, "\(file) is held by another program. Try again when it is closed.")
    default: self.init(error, in: file)
    }
  }

  private init(_ error: DatabaseError, in file: String) {
    let reason = HistoryError.reason(error)
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(file)
    case .SQLITE_CORRUPT: self = .damaged(file, reason)
    case .SQLITE_NOTADB: self = .stranger(file)
    case .SQLITE_FULL: self = .full(file)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(file, reason)
    case .SQLITE_CANTOPEN:
      // SQLite says the same of a folder in which it may not make its journal.
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
      let isWritable = access(folder, W_OK | X_OK) == 0 && access(file, W_OK) == 0
      self = isWritable ? .unopened(file, reason) : .readOnly(file, reason)
    default:
      self.init(
        .other,
        "\(file) could not be read or changed: \(reason). See whether the disk is in order and try "
          + "again.")
    }
  }

  private init(_ error: Records.RecordError, in file: String) {
    switch error.kind {
    case .badData: self.init(.damaged, "\(file): \(error.description).")
    case .unreadable: self.init(.unreadable, "\(file) \(error.description).")
    case .unwritable:
      self = .readOnly(file, error.description)
    case .failed:
      let isFull = error.message.contains(String(cString: strerror(ENOSPC)))
      self = isFull ? .full(file) : HistoryError(.other, "\(file) \(error.description).")
    }
  }

  /// What the system's number of an error means; `what` names the file and says what went wrong.
  init(code: Int32?, _ what: String) {
    switch code {
    case ENOSPC, EDQUOT: self.init(.full, "\(what). The disk is full: make room and try again.")
    case EACCES, EPERM, EROFS:
      self.init(.readOnly, "\(what). Make the folder writable for you and try again.")
    case ENOENT, ENOTDIR, EISDIR: self.init(.unreadable, "\(what). Choose another place.")
    default: self.init(.other, "\(what).")
    }
  }

  static let strange = HistoryError(
    .damaged, "It holds a value that this program never wrote. Put back a copy of it.")

  static func locked(_ file: String) -> HistoryError {
    HistoryError(
      .locked,
      "The history \(file) is held by another program. Close other windows of the program or wait "
        + "a moment, then try again.")
  }

  static func newer(_ file: String) -> HistoryError {
    HistoryError(
      .newer,
      "\(file) was written by a newer version of the program. Use that version; nothing was "
        + "changed.")
  }

  static func damaged(_ file: String, _ reason: String) -> HistoryError {
    HistoryError(
      .damaged,
      "\(file) is damaged: \(reason). Nothing was changed. Put back a copy, or move it away and "
        + "start again: attempts are entered anew from their records; names and courses are lost.")
  }

  static func stranger(_ file: String) -> HistoryError {
    HistoryError(
      .unreadable,
      "\(file) is no history of this program. Move it away and try again; nothing was changed.")
  }

  static func readOnly(_ file: String, _ reason: String) -> HistoryError {
    HistoryError(
      .readOnly,
      "\(file) cannot be written to: \(reason). Make it and its folder writable for you and try "
        + "again.")
  }

  static func full(_ file: String) -> HistoryError {
    HistoryError(.full, "The disk of \(file) is full. Make room and try again.")
  }

  private static func unopened(_ file: String, _ reason: String) -> HistoryError {
    HistoryError(.unreadable, "\(file) cannot be opened: \(reason). Move it away and try again.")
  }

  static let cancelled = HistoryError(.cancelled, "Stopped. Nothing was changed.")

  /// What the system says of an error.
  static func reason(_ error: any Error) -> String {
    if let error = error as? DatabaseError {
      return error.message ?? "SQLite says \(error.resultCode.rawValue)"
    }
    if let code = code(of: error) { return String(cString: strerror(code)) }
    return error.localizedDescription
  }

  private static func code(of error: any Error) -> Int32? {
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
    guard let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError,
      underlying.domain == NSPOSIXErrorDomain
    else { return nil }
    return Int32(underlying.code)
  }
}
