import Foundation
import Testing

@Suite struct ScoreTests {
  @Test func aLinkToAFolderIsThatFolder() async throws {
    let scratch = try Scratch()
    try scratch.write("folder/below/a.inkml", "<ink>")
    try scratch.write("folder/b.inkml", Foreign.straightDown)
    try scratch.write("case.yaml", ShortCase.text)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: "folder")
    func score(_ folder: String) async throws -> EffleurageProgram.Run {
      try await EffleurageProgram.run([
        "score", scratch.path(folder), "--scenario", scratch.path("case.yaml"), "--format", "json",
      ])
    }
    let folder = try await score("folder")
    let link = try await score("link")
    #expect(folder.code == 65 && folder.lines.count == 1)
    #expect(link.code == folder.code && link.output == folder.output)
    #expect(link.errors == folder.errors.replacing("/folder/", with: "/link/"))
  }

  @Test func theExpertIsScoredInEveryFormat() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    let json = try await EffleurageProgram.run(["score", record, "--format", "json"])
    #expect(json.code == 0)
    #expect(json.errors.isEmpty)
    let result = try Reading(json.lines[0])
    #expect(json.lines.count == 1)
    #expect(result.record == "expert.inkml")
    #expect(result.verdict == "passed")
    #expect(result.score >= 98)
    #expect(result.scenario.id == ShortCase.id)

    let csv = try await EffleurageProgram.run(["score", record, "--format", "csv"])
    let rows = csv.text.components(separatedBy: "\r\n")
    #expect(rows.count == 3 && rows[2].isEmpty)
    #expect(rows[0].hasPrefix("record,scenario,scenario_sha256,rules,"))
    #expect(rows[1].hasPrefix("expert.inkml,short,\(result.scenario.sha256),1,"))
    #expect(rows[1].hasSuffix(",\(result.digest)"))

    let text = try await EffleurageProgram.run(["score", record])
    #expect(text.text.hasPrefix("expert.inkml: passed, \(json.figure("score")) of 100 (pass mark"))
  }

  @Test func recordsComeInTheOrderOfTheArgumentsAndFoldersByName() async throws {
    let scratch = try Scratch()
    let record = try Data(contentsOf: try await scratch.demonstrate())
    for name in ["f/b.inkml", "f/a/z.inkml", "f/a.inkml", "f/B.inkml", "f/notes.txt", "0.inkml"] {
      try scratch.write(name, Array(record))
    }
    let run = try await EffleurageProgram.run([
      "score", scratch.path("f"), scratch.path("0.inkml"), "--format", "json", "--jobs", "3",
    ])
    #expect(run.code == 0)
    let names = try run.lines.map { try Reading($0).record }
    #expect(names == ["B.inkml", "a.inkml", "z.inkml", "b.inkml", "0.inkml"])
  }

  @Test func standardInputIsARecordNamedDash() async throws {
    let scratch = try Scratch()
    let record = try Data(contentsOf: try await scratch.demonstrate())
    let piped = try await EffleurageProgram.run(
      ["score", "-", "--format", "json"], input: Array(record))
    let named = try await EffleurageProgram.run([
      "score", scratch.path("expert.inkml"), "--format", "json",
    ])
    #expect(piped.code == 0)
    let results = try (Reading(piped.lines[0]), Reading(named.lines[0]))
    #expect(results.0.record == "-")
    #expect(results.0.digest == results.1.digest)
  }

  @Test func aRuleSetIsNamedByNumberOrAsTheLatest() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    let plain = try await EffleurageProgram.run(["score", record, "--format", "json"])
    #expect(plain.figure("rules") == "1")
    for rules in ["1", "latest"] {
      let named = try await EffleurageProgram.run([
        "score", record, "--format", "json", "--rules", rules,
      ])
      #expect(named.output == plain.output)
    }
    for rules in ["2", "0", "-1", "01", "one"] {
      let refused = try await EffleurageProgram.run(["score", record, "--rules=\(rules)"])
      #expect(refused.code == 64)
      #expect(refused.errors.contains("There is no rule set '\(rules)'; there are: 1, latest."))
    }
  }

  @Test func aRecordOfAnotherCaseThanTheGivenOneIs65() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    let same = try await EffleurageProgram.run([
      "score", record, "--scenario", scratch.path("short.yaml"),
    ])
    #expect(same.code == 0)
    let other = try await EffleurageProgram.run([
      "score", record, "--scenario", "desk-prevention",
    ])
    #expect(other.code == 65)
    #expect(other.output.isEmpty)
    #expect(other.errors.contains("carries another case"))
  }

  @Test func anotherProgramsInkIsScoredAgainstTheGivenCase() async throws {
    let scratch = try Scratch()
    let record = try scratch.write("ink.inkml", Foreign.straightDown)
    let lost = try await EffleurageProgram.run(["score", record.path])
    #expect(lost.code == 65)
    #expect(lost.errors.contains("--scenario"))
    let run = try await EffleurageProgram.run([
      "score", record.path, "--scenario", "lifting-easing-left", "--format", "json",
    ])
    #expect(run.code == 0)
    let result = try Reading(run.lines[0])
    #expect(result.origin == "foreign")
    #expect(result.criteria.first { $0.id == "procedure" }?.assessed == false)
    #expect(run.text.contains(#""id":"warm-up","technique":"stroking","contact_s":"#))
    let closing = try await EffleurageProgram.run([
      "score", record.path, "--scenario", "lifting-easing-left", "--phase", "closing",
      "--format", "json",
    ])
    #expect(closing.code == 0)
    #expect(closing.output != run.output)
  }
}

enum Foreign {
  /// A hand that goes 200 mm straight toward the feet in two seconds, as another program has it.
  static let straightDown: String = {
    let points = (0...200).map { "-52 \(200 + $0) \($0 * 10)" }.joined(separator: ", ")
    return """
      <?xml version="1.0"?>
      <ink xmlns="http://www.w3.org/2003/InkML">
      <traceFormat><channel name="X" units="mm"/><channel name="Y" units="mm"/>
      <channel name="T" units="ms"/></traceFormat>
      <trace>\(points)</trace>
      </ink>
      """
  }()
}

/// What a reader of JSON finds in a result.
struct Reading: Decodable {
  struct Scenario: Decodable {
    var id: String
    var sha256: String
  }

  struct Criterion: Decodable {
    var id: String
    var assessed: Bool
  }

  var record: String
  var scenario: Scenario
  var verdict: String
  var origin: String
  var score: Double
  var criteria: [Criterion]
  var digest: String

  init(_ line: String) throws {
    self = try JSONDecoder().decode(Reading.self, from: Data(line.utf8))
  }
}

extension EffleurageProgram.Run {
  /// The text of a figure of the first result, as written.
  func figure(_ key: String) -> String {
    guard let start = text.firstRange(of: "\"\(key)\":")?.upperBound else { return "" }
    return String(text[start...].prefix { !",}]".contains($0) })
  }
}
