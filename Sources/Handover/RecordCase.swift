public import Attempts
public import Records
public import ScenarioFiles
public import Scenarios
import Scoring

/// By which case and header a record is judged: its own, or what was given for it.
public struct RecordCase: Sendable {
  public var scenario: Scenario
  /// The bytes of the case's file.
  public var source: ScenarioSource
  /// Of those bytes, lower-case hex.
  public var sha256: String
  public var header: Header

  /// - Parameters:
  ///   - head: what the record says before its first event.
  ///   - path: names the record in messages.
  ///   - given: the case for records that carry none; one that carries its own has to carry this.
  ///   - phase: the id of the step that a record without a case is of; nil: the first.
  ///   - read: reads the case that the record carries, from its bytes, named in messages as is said.
  /// - Throws: ``RecordCaseError``.
  public init(
    _ head: RecordHead, path: String, given: GivenCase?, phase: String?,
    read: (_ bytes: [UInt8], _ path: String) throws(RecordCaseError) -> GivenCase = {
      bytes, path throws(RecordCaseError) in try GivenCase(bytes: bytes, path: path)
    }
  ) throws(RecordCaseError) {
    guard let bytes = head.scenario else {
      guard let given else {
        throw RecordCaseError(
          .noCase,
          "\(path): another program made this record, so it carries no case; "
            + "name one with --scenario")
      }
      guard let first = given.scenario.phases.first else {
        throw RecordCaseError(
          .badCase, "\(path): the case \(given.scenario.id) asks for no massage")
      }
      let phase = phase ?? first.id
      guard given.scenario.phaseIndex(phase) != nil else {
        throw RecordCaseError(
          .badCase, "\(path): the case \(given.scenario.id) has no step '\(phase)'")
      }
      scenario = given.scenario
      source = given.source
      sha256 = given.sha256
      header = head.header(askingFor: phase)
      return
    }
    if let given, given.sha256 != head.sha256 {
      throw RecordCaseError(
        .otherCase,
        "\(path): the record carries another case than the one given with it "
          + "(SHA-256 \(head.sha256.prefix(12)), given \(given.sha256.prefix(12)))")
    }
    let own = try read(bytes, "\(path): case inside")
    if case .phase(let phase, _) = head.header.scope, own.scenario.phaseIndex(phase) == nil {
      throw RecordCaseError(
        .badCase, "\(path): the case \(own.scenario.id) has no step '\(phase)'")
    }
    guard RuleSet.all.contains(where: { $0.number == head.header.ruleSet }) else {
      throw RecordCaseError(
        .newerRules,
        "\(path): judged live by rule set \(head.header.ruleSet), "
          + "newer than this program knows (\(RuleSet.latest.number))")
    }
    scenario = own.scenario
    source = own.source
    sha256 = head.sha256
    header = head.header
  }

  /// Checks a step before any record is read.
  ///
  /// - Throws: ``RecordCaseError`` when the given case has no such step.
  public static func check(phase: String?, of given: Scenario?) throws(RecordCaseError) {
    guard let phase, let given, given.phaseIndex(phase) == nil else { return }
    let known = given.phases.map(\.id).joined(separator: ", ")
    throw RecordCaseError(
      .badCase,
      "the case \(given.id) has no step '\(phase)'; "
        + (known.isEmpty ? "it has none" : "it has: \(known)"))
  }

  /// As results name a record: the last part of its path. By bytes: a mark that combines with the
  /// slash before it is still the name's.
  public static func name(ofPath path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
      ?? path
  }

  /// What is to be known of a journal that ends early; nil when nothing is.
  public static func warning(_ ending: JournalReader.Ending?, path: String) -> String? {
    guard let ending, ending.isEarly else { return nil }
    return "\(path): warning: what follows byte \(ending.offset) of the journal cannot be "
      + "read; scored are the \(ending.events) events before it"
  }
}

/// A case and the fingerprint of its file.
public struct GivenCase: Sendable {
  public var scenario: Scenario
  public var source: ScenarioSource
  public var sha256: String { source.sha256 }

  public init(_ loaded: LoadedScenario) {
    scenario = loaded.scenario
    source = loaded.source
  }

  /// - Parameter path: names the bytes in messages.
  public init(bytes: [UInt8], path: String) throws(RecordCaseError) {
    let (scenario, findings) = ScenarioReader.read(bytes: bytes)
    guard let scenario else {
      throw RecordCaseError(
        .badCase,
        lines: findings.filter(\.isError).map { $0.rendered(file: path) })
    }
    self.scenario = scenario
    source = ScenarioSource(bytes: bytes)
  }
}

/// Why a record cannot be judged although it can be read: bad data.
public struct RecordCaseError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Ink of another program, with which no case is given.
    case noCase
    /// It carries another case than the one given with it.
    case otherCase
    /// The case cannot be read, or has no such step.
    case badCase
    /// Judged live by rules that this program does not know.
    case newerRules
  }

  public var kind: Kind
  /// What to say; nil where ``lines`` have their places.
  public var what: String?
  /// As in `FILE:LINE:COLUMN: error: WHAT`.
  public var lines: [String] = []

  init(_ kind: Kind, _ what: String) {
    self.kind = kind
    self.what = what
  }

  init(_ kind: Kind, lines: [String]) {
    self.kind = kind
    self.lines = lines
  }
}
