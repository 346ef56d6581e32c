import Catalogue
import Foundation
import Records

/// Why something could not be kept.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  case folder(String, reason: String)
  case file(String, reason: String)
  /// A list of the program's own that cannot be understood any more.
  case unreadable(String)
  /// What the history says of itself, as sentences.
  case history(String)
  /// Another program holds the folder of this file and does not let it go.
  case busy(String)
  /// What was gathered during the attempt cannot be read back from the disk.
  case eventsLost
  /// The record of an attempt is not where the history says.
  case recordGone(String)
  /// The record of an attempt cannot be understood; the reason is no sentence.
  case recordUnreadable(String, reason: String)
  /// The record of an attempt was judged by a rule set that this program does not know.
  case recordNewer(String)
  /// A record is whole, but of another attempt than the history says.
  case recordOfAnother(String)

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .folder(let path, let reason): Texts["notice.folder", ["path": path, "reason": reason]]
    case .file(let path, let reason): Texts["notice.file", ["path": path, "reason": reason]]
    case .unreadable(let path): Texts["notice.unreadableList", ["path": path]]
    case .history(let sentences): sentences
    case .busy(let path): Texts["notice.busy", ["path": path]]
    case .eventsLost: Texts["notice.eventsLost"]
    case .recordGone(let path): Texts["history.recordGone", ["path": path]]
    case .recordUnreadable(let path, let reason):
      Texts["history.recordUnreadable", ["path": path, "reason": reason]]
    case .recordNewer(let path): Texts["history.recordNewer", ["path": path]]
    case .recordOfAnother(let path): Texts["history.recordOfAnother", ["path": path]]
    }
  }

  /// What the system says of an error.
  static func reason(_ error: any Error) -> String {
    if let error = error as? RecordError { return error.description }
    if let error = error as? StoreError { return error.description }
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }
}
