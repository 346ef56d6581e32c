public import Attempts

/// What a record says before its first event.
public struct RecordHead: Sendable {
  public var header: Header
  /// The scenario file's bytes as judged live; nil in a foreign record, which carries none.
  public var scenario: [UInt8]?
  /// SHA-256 of ``scenario`` in lower-case hex; empty in a foreign record.
  public var sha256: String
  /// Whether another program made the record.
  public var isForeign: Bool
  /// How far a journal's events reach; nil of a record that was saved.
  public var journal: JournalReader.Ending?

  /// The header of a foreign record, asked for the phase of this id.
  public func header(askingFor phase: String) -> Header {
    guard case .phase(_, let timed) = header.scope else { return header }
    var asked = header
    asked.scope = .phase(phase, timed: timed)
    return asked
  }
}

/// Where a record is read from. Each can be read more than once.
public enum RecordSource: Sendable {
  case file(String)
  /// Copied to a nameless temporary file first: a record may have to be read twice.
  case standardInput
  case bytes([UInt8])
}

/// What a foreign record leaves open.
public struct ForeignOptions: Sendable {
  /// Id of the phase that is asked; nil: the caller names one when it knows the case.
  public var phase: String?
  /// Millimetres of the body frame that one pixel of the input spans.
  public var millimetresPerPixel: Double

  /// What may be given, and what holds where nothing is.
  public static let allowedMillimetresPerPixel = 0.000_001...1000
  public static let usualMillimetresPerPixel = 0.2

  /// - Precondition: `millimetresPerPixel` is within ``allowedMillimetresPerPixel``.
  public init(
    phase: String? = nil, millimetresPerPixel: Double = ForeignOptions.usualMillimetresPerPixel
  ) {
    precondition(ForeignOptions.allowedMillimetresPerPixel.contains(millimetresPerPixel))
    self.phase = phase
    self.millimetresPerPixel = millimetresPerPixel
  }
}
