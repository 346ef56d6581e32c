import Foundation
import Records
import Testing

/// Journals of attempts that were interrupted are scored like records.
@Suite struct JournalTests {
  /// The journal of the record's attempt.
  private func journal(of record: URL, dropping events: Int = 0) throws -> [UInt8] {
    let (head, all) = try RecordReader().read(.file(record.path))
    var bytes = JournalOpening.bytes(header: head.header, scenario: head.scenario ?? [])
    var number = 0
    for event in all.dropLast(events) { JournalFrame.append(event, to: &bytes, number: &number) }
    return bytes
  }

  @Test func aJournalIsScoredAsItsRecordIs() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    let bytes = try journal(of: record)
    let file = try scratch.write(".a.1.1.attempt", bytes)
    let named = try await EffleurageProgram.run([
      "score", record.path, file.path, "--format", "json",
    ])
    #expect(named.code == 0)
    #expect(named.errors.isEmpty)
    let results = try named.lines.map { try Reading($0) }
    #expect(results.map(\.record) == ["expert.inkml", ".a.1.1.attempt"])
    #expect(results[0].digest == results[1].digest)
    let piped = try await EffleurageProgram.run(["score", "-", "--format", "json"], input: bytes)
    #expect(try Reading(piped.lines[0]).digest == results[0].digest)
  }

  @Test func whatIsThereIsScoredAsAbandonedAndTheRestIsTold() async throws {
    let scratch = try Scratch()
    let bytes = try journal(of: try await scratch.demonstrate(), dropping: 1)
    let whole = try scratch.write("whole.attempt", bytes)
    let cut = try scratch.write("cut.attempt", Array(bytes.dropLast(7)))
    let run = try await EffleurageProgram.run([
      "score", whole.path, cut.path, "--format", "json",
    ])
    #expect(run.code == 0)
    #expect(try run.lines.map { try Reading($0).verdict } == ["abandoned", "abandoned"])
    #expect(run.errorLines.count == 1)
    #expect(
      run.errors.contains("cut.attempt: warning: what follows byte \(bytes.count - 40) of"))
  }

  @Test func aDamagedOpeningIsBadData() async throws {
    let scratch = try Scratch()
    var bytes = try journal(of: try await scratch.demonstrate())
    bytes[60] ^= 1
    let run = try await EffleurageProgram.run(["score", "-"], input: bytes)
    #expect(run.code == 65)
    #expect(
      run.errors
        == "effleurage: error: -: the opening of the journal cannot be read: it is damaged\n")
  }

  @Test func aFolderHoldsOnlyRecords() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    let folder = try Data(contentsOf: record)
    try scratch.write("f/a.inkml", Array(folder))
    try scratch.write("f/below/B.INKML", Array(folder))
    for other in ["c.inkml.txt", "inkml", "d.xnkml"] {
      try scratch.write("f/\(other)", Array(folder))
    }
    try scratch.write("f/.a.1.1.attempt", try journal(of: record))
    let run = try await EffleurageProgram.run(["score", scratch.path("f"), "--format", "json"])
    #expect(try run.lines.map { try Reading($0).record } == ["a.inkml", "B.INKML"])
  }
}
