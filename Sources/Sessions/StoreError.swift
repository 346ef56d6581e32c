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

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .folder(let path, let reason): Texts["notice.folder", ["path": path, "reason": reason]]
    case .file(let path, let reason): Texts["notice.file", ["path": path, "reason": reason]]
    case .unreadable(let path): Texts["notice.unreadableList", ["path": path]]
    case .history(let sentences): sentences
    case .busy(let path): Texts["notice.busy", ["path": path]]
    case .eventsLost: Texts["notice.eventsLost"]
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
