import ArgumentParser
import Attempts
import Handover
import Records
import ScenarioFiles
import Scenarios
import Scoring
import Sessions

/// A record that is looked at, and what another program's record leaves open.
struct RecordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The moment to show, in seconds.", valueName: "seconds"))
  var at: Double?

  @Option(
    help: ArgumentHelp(
      "The case of another program's record: an id of the library or a path.", valueName: "file"))
  var scenario: String?

  @Option(
    help: ArgumentHelp("The step of another program's record.", valueName: "phase"))
  var phase: String?

  @Option(
    help: ArgumentHelp(
      "Millimetres of the back in a pixel of another program's input.", valueName: "mm"))
  var mmPerPixel: Double?

  /// Whether any of them is used.
  var isGiven: Bool { at != nil || scenario != nil || phase != nil || mmPerPixel != nil }

  func validate() throws {
    if let at, !(0...Double(Bounds.time) / 1_000_000).contains(at) {
      throw ValidationError("--at is a number of seconds, 0 to 86400.")
    }
    if let mmPerPixel, !(0.000_001...1000).contains(mmPerPixel) {
      throw ValidationError("--mm-per-pixel is 0.000001 to 1000.")
    }
    if scenario == nil, phase != nil { throw ValidationError("--phase goes with --scenario.") }
  }

  /// The moment in microseconds of the attempt's clock.
  var time: Int? { at.map { Int(($0 * 1_000_000).rounded()) } }

  /// Reads a record from start to end; nothing is folded yet.
  ///
  /// - Parameter record: its path, `-` for standard input.
  func read(_ record: String) throws(Failure) -> RecordedAttempt {
    let given = try given()
    let foreign = ForeignOptions(phase: phase, millimetresPerPixel: mmPerPixel ?? 0.2)
    do throws(RecordError) {
      return try RecordReader(foreign: foreign).read(
        record == "-" ? .standardInput : .file(record),
        into: { head in try begin(head, of: record, given) },
        { attempt, event in attempt.append(event) })
    } catch {
      throw Failure(error, in: record)
    }
  }

  private func given() throws(Failure) -> CaseFile? {
    guard let scenario else { return nil }
    let library = ScenarioLibrary(user: .ofThisProcess(), shipped: .ofThisProgram())
    let found: LoadedScenario
    do throws(ScenarioFileError) {
      found = try library.find(scenario)
    } catch {
      throw Failure(error.exitCode, lines: error.messages)
    }
    for warning in found.warnings { Failure.warn(warning.rendered(file: found.file)) }
    return CaseFile(found)
  }

  private func begin(
    _ head: RecordHead, of record: String, _ given: CaseFile?
  ) throws(Failure) -> RecordedAttempt {
    if let ending = head.journal, ending.isEarly {
      Failure.warn(
        "\(record): warning: what follows byte \(ending.offset) of the journal cannot be read")
    }
    guard let bytes = head.scenario else { return try beginForeign(head, of: record, given) }
    if let given, given.source.sha256 != head.sha256 {
      throw Failure(
        Failure.badData,
        "\(record): the record carries another case than the one given with it")
    }
    let (scenario, findings) = ScenarioReader.read(bytes: bytes)
    guard let scenario else {
      throw Failure(
        Failure.badData,
        lines: findings.filter(\.isError).map { $0.rendered(file: "\(record): case inside") })
    }
    if case .phase(let phase, _) = head.header.scope, scenario.phaseIndex(phase) == nil {
      throw Failure(
        Failure.badData, "\(record): the case \(scenario.id) has no step '\(phase)'")
    }
    guard let rules = RuleSet.all.first(where: { $0.number == head.header.ruleSet }) else {
      throw Failure(
        Failure.badData,
        "\(record): judged live by rule set \(head.header.ruleSet), newer than this program knows "
          + "(\(RuleSet.latest.number))")
    }
    return RecordedAttempt(
      of: CaseFile(scenario: scenario, source: ScenarioSource(bytes: bytes)), header: head.header,
      rules: rules)
  }

  private func beginForeign(
    _ head: RecordHead, of record: String, _ given: CaseFile?
  ) throws(Failure) -> RecordedAttempt {
    guard let given else {
      throw Failure(
        Failure.badData,
        "\(record): another program made this record, so it carries no case; name one with "
          + "--scenario")
    }
    guard let asked = phase ?? given.scenario.phases.first?.id else {
      throw Failure(
        Failure.badData, "\(record): the case \(given.scenario.id) asks for no massage")
    }
    guard given.scenario.phaseIndex(asked) != nil else {
      throw Failure(
        Failure.badData, "\(record): the case \(given.scenario.id) has no step '\(asked)'")
    }
    return RecordedAttempt(of: given, header: head.header(askingFor: asked), rules: .latest)
  }
}
