import Foundation
import Testing

@testable import Scoring

/// Every record of the corpus is judged as it is written down.
///
/// `RECORD_CORPUS=1 swift test --filter CorpusTests` makes the records that are missing and writes
/// every result anew; such a run fails, so that it cannot be taken for a test. `docs/determinism.md`
/// says when that is right.
@Suite struct CorpusTests {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_CORPUS"] != nil

  @Test func everyRecordIsJudgedAsItIsWrittenDown() throws {
    if Self.isRecording {
      try CorpusRecords.makeMissing()
      for entry in try Corpus.entries() {
        try FileManager.default.createDirectory(
          at: entry.result.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(try Corpus.judge(entry).utf8).write(to: entry.result)
      }
      Issue.record("the results were written anew: look at what changed, then test without that")
      return
    }
    let entries = try Corpus.entries()
    #expect(entries.count == 89)
    // Each result has its record.
    #expect(try Corpus.resultCount() == entries.count)
    #if DEBUG
      // A slow build replays a part; Scripts/test replays all by a release build too.
      let replayed = entries.enumerated().filter { $0.offset.isMultiple(of: 4) }.map(\.element)
    #else
      let replayed = entries
    #endif
    for entry in replayed {
      #expect(try Corpus.judge(entry) == entry.written, "\(entry.name)")
    }
  }

  /// What is written down names all there is to judge.
  @Test func theCorpusHoldsEverything() throws {
    let text = try Corpus.entries().map { $0.written ?? "" }.joined()
    for code in ChangeTests.codes {
      #expect(text.contains("\"code\":\"\(code)\""), "\(code)")
    }
    for code in [
      "procedure.wrongDecision", "procedure.allergy", "spasm.wentOn", "technique.vibration",
      "technique.tapping", "spasm.kidney",
    ] {
      let pattern = try Regex("\"critical\":\\[[^\\]]*\"\(code)\"")
      #expect(text.contains(pattern), "\(code)")
    }
    for part in [
      #""verdict":"passed""#, #""verdict":"failed""#, #""verdict":"abandoned""#,
      #""mode":"exam""#, #""mode":"drill""#, #""origin":"live""#,
      #""origin":"demonstration""#, #""origin":"foreign""#, #""pressure":"measured""#,
      #""pressure":"set""#, #""pressure":"none""#, #""technique":"stroking""#,
      #""technique":"comb-circles""#, #""technique":"point-press""#, #""technique":"honey-lift""#,
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func theCorpusIsSmall() throws {
    let sizes = try Corpus.entries().map { try Data(contentsOf: $0.record).count }
    #expect(sizes.reduce(0, +) < 3_000_000)
  }
}
