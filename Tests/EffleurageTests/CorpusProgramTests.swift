import Foundation
import Testing

/// The corpus of records with written results, judged by the real program.
enum CorpusFiles {
  static let folder = EffleurageProgram.root.appending(path: "Tests/Fixtures/corpus")

  /// Names without ending, in the order of the files' bytes.
  static func names(_ part: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)
      .filter { $0.hasSuffix(".inkml") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { String($0.dropLast(6)) }
  }

  static func record(_ part: String, _ name: String) -> String {
    folder.appending(path: "\(part)/\(name).inkml").path
  }

  /// What the results of rule set 1 say, one after the other.
  static func written(_ part: String, _ names: [String]) throws -> String {
    try names.map {
      try String(contentsOf: folder.appending(path: "rules-1/\(part)/\($0).json"), encoding: .utf8)
    }.joined()
  }

  /// Those that are judged again and again: all by a release build, a few by a slow one.
  static func few() throws -> [String] {
    let names = try names("own")
    #if DEBUG
      if ProcessInfo.processInfo.environment["EFFLEURAGE_PROGRAM"] == nil {
        return names.filter {
          $0.hasPrefix("chance-0") || ["expert-circles", "bad-lifts", "two-hands"].contains($0)
        }
      }
    #endif
    return names
  }
}

@Suite struct CorpusProgramTests {
  @Test func theProgramJudgesTheCorpusAsItIsWrittenDown() async throws {
    let names = try CorpusFiles.few()
    let run = try await EffleurageProgram.run(
      ["score", "--format", "json"] + names.map { CorpusFiles.record("own", $0) })
    #expect(run.code == 0)
    let lines = try CorpusFiles.written("own", names).split(separator: "\n")
    #expect(lines.count == names.count)
    for (line, written) in zip(run.lines, lines) { #expect(line == written) }
    #expect(run.lines.count == lines.count)
  }

  @Test func otherProgramsRecordsAreJudgedAsItIsWrittenDown() async throws {
    let folder = CorpusFiles.folder.appending(path: "foreign")
    let run = try await EffleurageProgram.run([
      "score", folder.path, "--scenario", folder.appending(path: "case.yaml").path,
      "--format", "json",
    ])
    #expect(run.code == 0)
    #expect(try run.text == CorpusFiles.written("foreign", CorpusFiles.names("foreign")))
  }

  /// By the rule set's number, and by one line a record.
  @Test func theRuleSetsNumberAndLinesSayTheSame() async throws {
    let names = try CorpusFiles.few().filter { $0.hasPrefix("chance") }
    let written = try CorpusFiles.written("own", names)
    let numbered = try await EffleurageProgram.run(
      ["score", "--rules", "1", "--format", "json"]
        + names.map { CorpusFiles.record("own", $0) })
    #expect(numbered.text == written)
    let encoder = JSONEncoder()
    let lines = try names.map { name in
      let text = try String(
        contentsOf: URL(filePath: CorpusFiles.record("own", name)), encoding: .utf8)
      let line = try encoder.encode(["record": name + ".inkml", "inkml": text])
      return String(decoding: line, as: UTF8.self) + "\n"
    }
    let run = try await EffleurageProgram.run(
      ["score", "--lines"], input: Array(lines.joined().utf8))
    #expect(run.text == written)
  }
}
