import ArgumentParser
import Foundation
import ScenarioFiles
import Scoring

/// By what records are judged, and how many at one time.
struct JudgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The case of records that carry none: a path, or an id of the library.", valueName: "file"))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "The step that such records are of; the first, when not given.", valueName: "id"))
  var phase: String?

  @Option(help: ArgumentHelp("Records scored at one time (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("The number of the rule set to judge by, or latest.", valueName: "n"))
  var rules: String = "latest"

  @Option(
    help: ArgumentHelp(
      "Millimetres a pixel of the input of such records spans (default: 0.2).", valueName: "x"))
  var mmPerPixel: Double?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is from 1 to 1024, not \(jobs).")
    }
    guard ruleSet != nil else {
      let known = RuleSet.all.map { String($0.number) }.joined(separator: ", ")
      throw ValidationError("There is no rule set '\(rules)'; there are: \(known), latest.")
    }
    if let mmPerPixel, !(0.000_001...1000).contains(mmPerPixel) {
      throw ValidationError("--mm-per-pixel is from 0.000001 to 1000.")
    }
  }

  /// Whether anything was chosen.
  var isAsked: Bool {
    scenario != nil || phase != nil || jobs != nil || rules != "latest" || mmPerPixel != nil
  }

  private var ruleSet: RuleSet? {
    rules == "latest" ? .latest : RuleSet.all.first { String($0.number) == rules }
  }

  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// - Throws: ``Failure`` when the case cannot be had.
  func givenCase() throws(Failure) -> LoadedScenario? {
    guard let scenario else { return nil }
    return try Library.find(scenario)
  }

  /// - Throws: ``Failure`` 64 when the given case has no such step.
  func judge(by given: LoadedScenario?) throws(Failure) -> RecordJudge {
    try RecordJudge(
      scenario: given, phase: phase, millimetresPerPixel: mmPerPixel ?? 0.2,
      rules: ruleSet ?? .latest)
  }
}
