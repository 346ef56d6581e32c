import Authoring
import Foundation
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@Suite struct ScenarioCheckTests {
  /// A small case, as a file has it.
  private func text(
    _ id: String, extra: String = "", phase: String = "strokes: 2",
    path: String = "[[T10, -60], [L4, -60]]"
  ) -> String {
    """
    effleurage: 1
    id: \(id)
    title: A
    patient: {sex: male, age: 40, cause: chilling, period: easing, diagnosis: {by: a, text: b}}
    decision: proceed
    \(extra)phases:
      - id: warm-up
        technique: stroking
        guides: [{id: left, path: \(path)}]
        \(phase)
    """
  }

  private func check(
    _ names: [String], _ folder: CaseFolder, strict: Bool = false
  ) -> ScenarioCheck {
    let library = ScenarioLibrary(folders: [(folder.path, .user)])
    var check = ScenarioCheck(isStrict: strict)
    for name in names { check.add(name, in: library) }
    return check
  }

  @Test func everyFileAndTheWorstAreNamed() throws {
    let folder = try CaseFolder()
    let good = try folder.write("good.yaml", text("good"))
    let warned = try folder.write(
      "warned.yaml", text("warned", extra: "preparation: {before: [drape, drape]}\n"))
    let bad = try folder.write("bad.yaml", "effleurage: 1")

    let fine = check(["good"], folder, strict: true)
    #expect(fine.results == ["\(good): no errors"])
    #expect(fine.complaints == [] && fine.exitCode == 0)

    let lenient = check([warned], folder)
    #expect(lenient.results == ["\(warned): no errors, 1 warning"])
    #expect(
      lenient.complaints == [
        "\(warned):6:31: warning: preparation.before: \"drape\" stands twice"
      ])
    #expect(lenient.exitCode == 0)
    #expect(check([warned], folder, strict: true).exitCode == 65)

    let all = check([bad, "good", "goood", folder.path], folder)
    #expect(all.results == ["\(good): no errors"])
    #expect(
      all.complaints == [
        "\(bad):1:1: error: the key \"id\" is missing",
        "\(bad):1:1: error: the key \"title\" is missing",
        "\(bad):1:1: error: the key \"patient\" is missing",
        "\(bad):1:1: error: the key \"decision\" is missing",
        "effleurage: error: no scenario \"goood\" in the library and no such file; "
          + "did you mean \"good\"?",
        "effleurage: error: \(folder.path): this is a folder, expected a scenario file",
      ])
    #expect(all.exitCode == 66)
    #expect(check([bad], folder).exitCode == 65)
    // The library lists the broken file by its name.
    #expect(check(["bad"], folder).complaints.count == 4)
  }

  /// A review's finding stands at its place in the file; errors are told from warnings.
  @Test func findingsHaveTheirPlace() throws {
    let folder = try CaseFolder()
    let narrow = try folder.write(
      "narrow.yaml", text("narrow", phase: "corridor: {full: 1, none: 20}"))
    let result = check([narrow], folder)
    let complaint = try #require(result.complaints.first)
    #expect(complaint.hasPrefix("\(narrow):10:15: warning: phases[1].corridor: 1 mm to each side"))
    #expect(result.exitCode == 0)

    let beside = try folder.write(
      "beside.yaml", text("beside", path: "[[T10, -60], [L4, -260]]"))
    let wrong = check([beside], folder)
    #expect(
      wrong.complaints == [
        "\(beside):9:44: error: phases[1].guides[1].path[2]: this point lies beside the back"
      ])
    #expect(wrong.results == [] && wrong.exitCode == 65)
  }

  // MARK: The trial

  private func trial(_ text: String) throws -> CaseTrial {
    let (scenario, findings) = ScenarioReader.read(bytes: Array(text.utf8))
    #expect(findings == [])
    return CaseTrial(of: try #require(scenario))
  }

  @Test func theExpertPassesAFairCase() throws {
    let trial = try trial(text("fair"))
    #expect(trial.findings == [])
    #expect(try #require(trial.result).score.value >= CaseTrial.expected)
  }

  /// More minutes than the work can fill at the speeds that are right.
  @Test func aCaseThatNobodyCanPassIsAnError() throws {
    let hasty = try trial(
      text(
        "hasty",
        extra: "rubric: {passMark: 100}\n",
        phase:
          "minutes: {full: [5, 6], none: [4.9, 6.1]}\n    strokes: 1\n    speed: {full: [90, 100], none: [80, 120]}"
      ))
    let finding = try #require(hasty.findings.first)
    #expect(finding.severity == .error)
    #expect(finding.message.contains("nobody can pass this case"))
    #expect(finding.message.contains("procedure.duration"))
    #expect(finding.path == [.key("phases"), .index(0)])
  }

  @Test func aCaseInWhichTheExpertLosesIsAWarning() throws {
    let hasty = try trial(
      text(
        "hasty",
        phase:
          "minutes: {full: [5, 6], none: [4.9, 6.1]}\n    strokes: 1\n    speed: {full: [90, 100], none: [80, 120]}"
      ))
    let finding = try #require(hasty.findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("points only, expected are 98"))
  }

  /// A massage of hours is not tried out: that it takes too long is said anyway.
  @Test func aMassageOfHoursIsNotTried() throws {
    let long = text(
      "long", phase: "strokes: 50\n    speed: {full: [0.1, 0.2], none: [0.05, 1]}")
    let trial = try trial(long)
    #expect(trial.result == nil && trial.findings == [])
    let found = ScenarioReader.review(bytes: Array(long.utf8)) { CaseTrial(of: $0).findings }
    #expect(found.contains { $0.message.contains("all phases together take about") })
  }

  /// Minutes that a step asks for count, however small its work is.
  @Test func minutesOfHoursAreNotTriedEither() throws {
    let trial = try trial(text("long", phase: "minutes: {full: [600, 700], none: [500, 800]}"))
    #expect(trial.result == nil && trial.findings == [])
  }

  @Test func aReferralIsTriedToo() throws {
    let refer = """
      effleurage: 1
      id: refer
      title: A
      patient: {sex: male, age: 40, cause: chilling, period: acute, diagnosis: {by: a, text: b}}
      decision: refer
      """
    let trial = try trial(refer)
    #expect(try #require(trial.result).score.value == 100)
  }
}
