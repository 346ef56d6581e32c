/// Why the history could not be read or changed.
public struct HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// Another program holds the history and did not let go in time.
    case locked
    /// A newer program wrote it.
    case newer
    /// The bytes are not what they were written as.
    case damaged
    /// The folder or the file cannot be written to.
    case readOnly
    /// The disk is full.
    case full
    /// There is no such file, it cannot be opened, or it is something else.
    case unreadable
    /// The caller asked to stop.
    case cancelled
    case other
  }

  public var kind: Kind
  /// A sentence or two that say what to do.
  public var message: String
  /// Path of the record in which the attempt is kept although it could not be entered; else nil.
  public var keptRecord: String?

  public init(_ kind: Kind, _ message: String, keptRecord: String? = nil) {
    self.kind = kind
    self.message = message
    self.keptRecord = keptRecord
  }

  public var description: String { message }

  /// The reason as the end of a sentence.
  func ending(_ beginning: String) -> String {
    beginning + ": " + message + (message.hasSuffix(".") ? "" : ".")
  }

  /// The same failure, told of an attempt whose record stands.
  func keeping(_ record: String) -> HistoryError {
    HistoryError(
      kind,
      "The attempt is kept as \(record), but could not be entered in the history. \(message) "
        + "It is entered at the next start.",
      keptRecord: record)
  }
}
