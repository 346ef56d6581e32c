import Foundation
import Handover
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// Records whose judgement is written down: what was once judged stays so, as long as the rule set
/// keeps its number.
enum Corpus {
  /// `own` and `foreign` hold the records, `rules-1` the results of rule set 1 under the same names.
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/corpus")

  /// The case by which other programs' records are judged.
  static let foreignCase = folder.appending(path: "foreign/case.yaml")

  struct Entry: Sendable {
    /// Such as `own/expert.inkml`.
    var name: String

    var record: URL { Corpus.folder.appending(path: name) }
    var result: URL {
      Corpus.folder.appending(path: "rules-1/\(name)")
        .deletingPathExtension().appendingPathExtension("json")
    }
    var isForeign: Bool { name.hasPrefix("foreign/") }
    var written: String? { try? String(contentsOf: result, encoding: .utf8) }
  }

  static func entries() throws -> [Entry] {
    try ["own", "foreign"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(
        atPath: Corpus.folder.appending(path: folder).path
      ).filter { $0.hasSuffix(".inkml") }.sorted().map { Entry(name: "\(folder)/\($0)") }
    }
  }

  /// How many results are written down.
  static func resultCount() throws -> Int {
    try ["own", "foreign"].reduce(0) { sum, part in
      try sum
        + FileManager.default.contentsOfDirectory(
          atPath: folder.appending(path: "rules-1/\(part)").path
        ).count { $0.hasSuffix(".json") }
    }
  }

  enum Failure: Error { case noCase(String) }

  private static func parsed(_ bytes: [UInt8], of name: String) throws -> Scenario {
    guard let scenario = ScenarioReader.read(bytes: bytes).0 else { throw Failure.noCase(name) }
    return scenario
  }

  /// The line that says how a record is judged, with a line end.
  static func judge(_ entry: Entry) throws -> String {
    var sha256 = ""
    let scorer = try RecordReader().read(
      .file(entry.record.path),
      into: { head in
        if let bytes = head.scenario {
          sha256 = head.sha256
          return Scorer(
            scenario: try parsed(bytes, of: entry.name), header: head.header, rules: .one)
        }
        let bytes = Array(try Data(contentsOf: foreignCase))
        sha256 = ScenarioSource(bytes: bytes).sha256
        let scenario = try parsed(bytes, of: entry.name)
        return Scorer(
          scenario: scenario, header: head.header(askingFor: scenario.phases[0].id), rules: .one)
      }, { $0.add($1) })
    return ResultJSON.line(
      scorer.result(), record: entry.record.lastPathComponent, scenarioSHA256: sha256) + "\n"
  }
}
