import ArgumentParser
import Foundation
import Scoring

/// By which rules records are judged, and how many at one time.
struct JudgingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Records scored at one time (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("The number of the rule set to judge by, or latest.", valueName: "n"))
  var rules: String = "latest"

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is from 1 to 1024, not \(jobs).")
    }
    guard asked != nil else {
      let known = RuleSet.all.map { String($0.number) }.joined(separator: ", ")
      throw ValidationError("There is no rule set '\(rules)'; there are: \(known), latest.")
    }
  }

  /// Whether anything was chosen.
  var isAsked: Bool { jobs != nil || rules != "latest" }

  private var asked: RuleSet? {
    rules == "latest" ? .latest : RuleSet.all.first { String($0.number) == rules }
  }

  var ruleSet: RuleSet { asked ?? .latest }

  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
