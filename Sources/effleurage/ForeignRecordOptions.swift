import ArgumentParser
import Records
import ScenarioFiles
import Scoring

/// What records of other programs leave open.
struct ForeignRecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The case of records that carry none: a path, or an id of the library.", valueName: "file"))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "The step that such records are of; the first, when not given.", valueName: "id"))
  var phase: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Millimetres a pixel of the input of such records spans (default: 0.2).", valueName: "mm"))
  var mmPerPixel: Double?

  /// - Parameter hasCases: whether cases may come in another way.
  /// - Throws: `ValidationError`.
  func check(hasCases: Bool = false) throws {
    if let mmPerPixel, !ForeignOptions.allowedMillimetresPerPixel.contains(mmPerPixel) {
      throw ValidationError("--mm-per-pixel is from 0.000001 to 1000.")
    }
    guard phase == nil || scenario != nil || hasCases else {
      throw ValidationError("--phase names a step of the case that --scenario gives.")
    }
  }

  /// The case that is named; nil: none is.
  func given() throws(Failure) -> LoadedScenario? {
    guard let scenario else { return nil }
    return try Library.find(scenario)
  }

  func judge(
    _ given: LoadedScenario?, rules: RuleSet = .latest
  ) throws(Failure) -> RecordJudge {
    try RecordJudge(
      scenario: given, phase: phase,
      millimetresPerPixel: mmPerPixel ?? ForeignOptions.usualMillimetresPerPixel, rules: rules)
  }

  /// As the window program is told them.
  var words: [String] {
    (scenario.map { ["--scenario=\($0)"] } ?? []) + (phase.map { ["--phase=\($0)"] } ?? [])
      + (mmPerPixel.map { ["--mm-per-pixel=\($0)"] } ?? [])
  }
}
