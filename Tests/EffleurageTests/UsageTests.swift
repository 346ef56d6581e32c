import Testing

@Suite struct UsageTests {
  static let commands = ["practice", "score", "demo", "check", "scenarios", "report"]

  @Test(arguments: [[]] + commands.map { [$0] })
  func everyCommandHasHelp(command: [String]) async throws {
    let run = try await EffleurageProgram.run(command + ["--help"])
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    #expect(run.text.contains("USAGE: effleurage " + command.joined()))
    #expect(run.text.contains("OVERVIEW: "))
  }

  @Test func theHelpNamesEveryCommandAndTheNotice() async throws {
    let run = try await EffleurageProgram.run(["--help"])
    for command in Self.commands { #expect(run.text.contains("\n  \(command) ")) }
    #expect(run.text.contains("not a medical device"))
  }

  @Test func theVersionNamesProgramRuleSetAndFormats() async throws {
    let run = try await EffleurageProgram.run(["--version"])
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    let pattern = /effleurage \d+\.\d+\.\d+\nrule set 1\nformats: scenario 1, record 1, result 1\n/
    #expect(run.text.wholeMatch(of: pattern) != nil)
  }

  @Test(arguments: [
    ["dance"], ["--dance"], ["score"], ["score", "--lines", "a.inkml"],
    ["score", "a.inkml", "--format", "xml"], ["score", "--lines", "--format", "csv"],
    ["score", "a.inkml", "--rules", "2"], ["score", "a.inkml", "--rules", "newest"],
    ["score", "a.inkml", "--rules", "0"], ["score", "a.inkml", "--jobs", "0"],
    ["score", "a.inkml", "--jobs", "many"], ["score", "a.inkml", "--phase", "warm-up"],
    ["score", "a.inkml", "--mm-per-pixel", "0"], ["score", "a.inkml", "--mm-per-pixel", "nan"],
    ["score", "a.inkml", "--trace", "-"], ["score", "a.inkml", "--trace", ""],
    ["score", "a.inkml", "--trace"], ["score", "--lines", "--trace", "a.csv"],
    ["score", "-", "-"], ["score", "a.inkml", "--scenario"],
    ["demo"], ["demo", "lifting-easing-left"], ["demo", "--out", "a.inkml"],
    ["demo", "lifting-easing-left", "--out", ""], ["demo", "lifting-easing-left", "--out", "-"],
    ["score", ""], ["score", "a.inkml", ""],
    ["demo", "lifting-easing-left", "--out", "a", "--rate", "19"],
    ["demo", "lifting-easing-left", "--out", "a", "--rate", "1001"],
    ["demo", "lifting-easing-left", "--out", "a", "--skill", "1.1"],
    ["demo", "lifting-easing-left", "--out", "a", "--skill", "nan"],
    ["demo", "lifting-easing-left", "--out", "a", "--seed", "-1"],
    ["demo", "lifting-easing-left", "--out", "a", "--fault", "sneeze"],
    ["check"], ["check", "--hard", "a.yaml"], ["scenarios", "--format", "csv"],
    ["scenarios", "extra"], ["scenarios", "new"], ["scenarios", "new", "--out", ""],
    ["scenarios", "calibrate"], ["scenarios", "calibrate", "a.yaml", "--out", "b.yaml"],
    ["scenarios", "calibrate", "a.yaml", "a.inkml"], ["report"], ["report", "a.inkml"],
    ["report", "a.inkml", "--out", "a.docx"],
    ["report", "a.inkml", "--out", "a.pdf", "--deductions"],
    ["report", "a.inkml", "--out", "a.html", "--phase", "comb"],
    ["report", "a.inkml", "--out", "a.html", "--mm-per-pixel", "0"], ["practice", "a", "b"],
    ["practice", "--loud"],
  ])
  func wrongUsageIs64AndSaysWhat(arguments: [String]) async throws {
    let run = try await EffleurageProgram.run(arguments)
    #expect(run.code == 64)
    #expect(run.signal == nil)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("effleurage: error: "))
  }

  @Test(arguments: [
    (
      ["scroe", "b"], "effleurage has no command \"scroe\"; did you mean \"score\"?",
      "practice, score"
    ),
    (["sing"], "effleurage has no command \"sing\"", "practice, score, "),
    (
      ["a.INKML"],
      "effleurage has no command \"a.INKML\"; to score a record: effleurage score a.INKML",
      "practice, score, "
    ),
    (
      ["history", "delte", "Ada"],
      "effleurage history has no command \"delte\"; did you mean \"delete\"?", "list, "
    ),
    (["scenarios", "a.inkml"], "effleurage scenarios has no command \"a.inkml\"", "list, "),
  ])
  func aWordThatIsNoCommandIsSaidToBe(
    arguments: [String], said: String, others: String
  ) async throws {
    let run = try await EffleurageProgram.run(arguments)
    #expect(run.code == 64)
    let lines = run.errorLines
    #expect(lines.first == "effleurage: error: " + said)
    #expect(lines.dropFirst().first?.hasPrefix("There are: \(others)") == true)
  }

  /// A number below nothing is a value, not an option.
  @Test(arguments: [
    ["score", "a.inkml", "--jobs", "-1"],
    ["score", "a.inkml", "--scenario", "lifting-easing-left", "--mm-per-pixel", "-1"],
    ["demo", "lifting-easing-left", "--out", "a", "--skill", "-1"],
    ["demo", "lifting-easing-left", "--out", "a", "--rate", "-1"],
    ["demo", "lifting-easing-left", "--out", "a", "--seed", "-1"],
    ["scenarios", "calibrate", "a.yaml", "a.inkml", "--out", "b.yaml", "--width", "-1"],
    ["export", "a.inkml", "--post", "http://127.0.0.1:1", "--timeout", "-1"],
    ["export", "a.inkml", "--post", "http://127.0.0.1:1", "--patience", "-1"],
    ["replay", "a.inkml", "--at", "-1"], ["replay", "a.inkml", "--mm-per-pixel", "-1"],
    ["screen", "library", "--text-size", "-1"],
  ])
  func aNegativeNumberIsNamed(arguments: [String]) async throws {
    let run = try await EffleurageProgram.run(arguments)
    let option = arguments[arguments.count - 2]
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("effleurage: error: "))
    let first = run.errors.prefix { $0 != "\n" }
    #expect(
      first.contains("\(option) is ") || first.contains("'-1' is invalid for '\(option)"),
      "\(first)")
    #expect(!first.contains("Missing value"))
  }

  @Test func anUnknownPhaseOfAGivenCaseIs64() async throws {
    let run = try await EffleurageProgram.run([
      "score", "-", "--scenario", "lifting-easing-left", "--phase", "dance",
    ])
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("effleurage: error: the case lifting-easing-left has no step"))
    #expect(run.errors.contains("warm-up"))
  }
}
