/// Why a record could not be read or written.
public struct RecordError: Error, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// The bytes are not a record, or one that breaks a bound.
    case badData
    /// There is no such input, or it cannot be opened.
    case unreadable
    /// The output cannot be created.
    case unwritable
    /// Reading or writing began and failed: a full disk, a lost device.
    case failed
  }

  public var kind: Kind
  /// From 1; nil where there is no place in a text.
  public var line: Int?
  /// From 1, in bytes.
  public var column: Int?
  /// What is wrong, in words, without the place.
  public var message: String
  /// What the reader's caller threw, where that stopped the reading.
  public var cause: (any Error)?

  public init(
    _ kind: Kind, line: Int? = nil, column: Int? = nil, _ message: String,
    cause: (any Error)? = nil
  ) {
    self.kind = kind
    self.line = line
    self.column = column
    self.message = message
    self.cause = cause
  }

  public var description: String {
    guard let line else { return message }
    guard let column else { return "\(line): \(message)" }
    return "\(line):\(column): \(message)"
  }
}
