import Foundation
import Testing

/// `score --compare`, with the real program.
@Suite struct CompareTests {
  /// Three records and the results of them.
  private func scored(_ scratch: Scratch) async throws -> [String] {
    for (index, name) in ["a", "b", "c"].enumerated() {
      try await scratch.attempt(
        "class/\(name).inkml", of: "t-aaaaaaaa", start: "", seed: 20 + index)
    }
    let run = try await EffleurageProgram.run([
      "score", scratch.path("class"), "--format", "json",
    ])
    #expect(run.code == 0 && run.lines.count == 3)
    return run.lines
  }

  private func compare(
    _ scratch: Scratch, _ old: [String], _ options: String...
  ) async throws -> EffleurageProgram.Run {
    try scratch.write("old.jsonl", old.map { $0 + "\n" }.joined())
    return try await EffleurageProgram.run(
      ["score", scratch.path("class"), "--compare", scratch.path("old.jsonl")] + options)
  }

  @Test func nothingChangedIsSaidInALine() async throws {
    let scratch = try Scratch()
    let old = try await scored(scratch)
    let run = try await compare(scratch, old.reversed())
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.text == "3 equal, 0 changed\n")
    #expect(
      try await compare(scratch, old, "--format", "json").lines == [
        #"{"effleurage":1,"kind":"summary","equal":3,"changed":0,"new":0,"gone":0,"unscored":0,"scored":0}"#
      ])
  }

  @Test func whatChangedIsListedWithTheReason() async throws {
    let scratch = try Scratch()
    var old = try await scored(scratch)
    old[1] = old[1].replacing(#""rules":1"#, with: #""rules":7"#)
    let score = try #require(old[2].firstMatch(of: /"score":([0-9.]+)/)?.1)
    old[2] = old[2].replacing("\"score\":\(score)", with: "\"score\":12.3")
    for jobs in ["1", "3"] {
      let run = try await compare(scratch, old, "--jobs", jobs)
      #expect(run.code == 0 && run.errors.isEmpty)
      #expect(
        run.text == """
          b.inkml: changed
            Why         Another rule set judged it (7, now 1).

          c.inkml: changed
            Why         Case, rule set and attempt are the same: the record was changed,
                        or the program judges otherwise than it did.
                        score: 12.3, now \(score)

          1 equal, 2 changed

          """)
    }
    let json = try await compare(scratch, old, "--format", "json")
    #expect(
      json.lines.dropLast() == [
        #"{"effleurage":1,"kind":"change","record":"b.inkml","change":"changed","ambiguous":false,"because":["rules"],"differences":[{"what":"rules","old":7,"new":1}]}"#,
        #"{"effleurage":1,"kind":"change","record":"c.inkml","change":"changed","ambiguous":false,"because":["program"],"differences":[{"what":"score","old":12.3,"new":\#(score)}]}"#,
      ])
    let csv = try await compare(scratch, old, "--format", "csv")
    #expect(
      csv.text
        == "record,change,ambiguous,because,what,old,new\r\nb.inkml,changed,false,rules,rules,7,1\r\n"
        + "c.inkml,changed,false,program,score,12.3,\(score)\r\n")
  }

  /// Names of records and texts of the earlier file are no formulas of a spreadsheet; figures stay.
  @Test func textsAreNoFormulas() async throws {
    let scratch = try Scratch()
    var old = try await scored(scratch)
    try FileManager.default.moveItem(
      at: scratch["class/a.inkml"], to: scratch["class/=1+1.inkml"])
    old[0] = old[0].replacing(#""record":"a.inkml""#, with: #""record":"=1+1.inkml""#)
      .replacing(#""verdict":"failed""#, with: #""verdict":"@SUM(1)""#)
      .replacing(#""verdict":"passed""#, with: #""verdict":"@SUM(1)""#)
      .replacing(/"passMark":[0-9]+/, with: #""passMark":-5"#)
    old[1] = #"{"effleurage":1,"record":"b.inkml","error":"=2+2"}"#
    let csv = try await compare(scratch, old, "--format", "csv")
    #expect(csv.code == 0, "\(csv.errors)")
    let rows = csv.text.components(separatedBy: "\r\n")
    #expect(rows.contains { $0.hasPrefix("'=1+1.inkml,changed,false,program,verdict,'@SUM(1),") })
    #expect(rows.contains { $0.hasPrefix("'=1+1.inkml,") && $0.contains(",passMark,-5,") })
    #expect(rows.contains("b.inkml,scored,false,,error,'=2+2,"))
    #expect(!rows.contains { $0.hasPrefix("=") || $0.contains(",=") || $0.contains(",@") })
  }

  @Test func whatCameAndWentIsListed() async throws {
    let scratch = try Scratch()
    let old = try await scored(scratch)
    try FileManager.default.removeItem(at: scratch["class/b.inkml"])
    try await scratch.attempt("class/d.inkml", of: nil, start: "", seed: 40)
    let run = try await compare(scratch, old)
    #expect(run.code == 0)
    #expect(run.text == "d.inkml: new\n\nb.inkml: gone\n\n2 equal, 0 changed, 1 new, 1 gone\n")
  }

  @Test func aRecordThatCannotBeScoredAnyMoreIs65() async throws {
    let scratch = try Scratch()
    let old = try await scored(scratch)
    try scratch.write("class/b.inkml", "<ink><oops")
    let run = try await compare(scratch, old)
    #expect(run.code == 65)
    #expect(run.errors.contains("b.inkml:1:"))
    #expect(run.text.contains("b.inkml: cannot be scored any more"))
    #expect(run.text.hasSuffix("2 equal, 0 changed, 1 cannot be scored any more\n"))
    // It was no better before.
    let error = #"{"effleurage":1,"record":"b.inkml","error":"no"}"#
    let again = try await compare(scratch, [old[0], error, old[2]])
    #expect(again.code == 65)
    #expect(again.text == "3 equal, 0 changed\n")
  }

  /// Of two records of a name, the one with the same result is the same.
  @Test func recordsOfOneNameAreMatchedByTheirResults() async throws {
    let scratch = try Scratch()
    let old = try await scored(scratch)
    try scratch.write(
      "class/sub/b.inkml", Array(try Data(contentsOf: scratch["class/a.inkml"])))
    let second = old[0].replacing(#""record":"a.inkml""#, with: #""record":"b.inkml""#)
    let run = try await compare(scratch, [old[0], second, old[1], old[2]])
    #expect(run.text == "4 equal, 0 changed\n")
    let score = try #require(old[1].firstMatch(of: /"score":([0-9.]+)/)?.1)
    let digest = try #require(old[1].firstMatch(of: /"digest":"([0-9a-f]+)/)?.1)
    let other = old[1].replacing("\"score\":\(score)", with: "\"score\":1.5")
      .replacing(digest, with: String(repeating: "0", count: 64))
    let changed = try await compare(scratch, [old[0], second, other, old[2]])
    #expect(changed.text.contains("b.inkml: changed"))
    #expect(changed.text.contains("Several records have this name"))
    #expect(changed.text.contains("score: 1.5, now \(score)"))
    #expect(changed.text.hasSuffix("3 equal, 1 changed\n"))
    let missing = try await compare(scratch, [old[0], second, old[2]])
    #expect(missing.text.hasSuffix("3 equal, 0 changed, 1 new\n"))
  }

  @Test func aBadLineIs65WithItsPlace() async throws {
    let scratch = try Scratch()
    let old = try await scored(scratch)
    let path = scratch.path("old.jsonl")
    let run = try await compare(scratch, [old[0], "", "{\"effleurage\":1,", "[1]"])
    #expect(run.code == 65 && run.output.isEmpty)
    #expect(
      run.errorLines == [
        "\(path):3:17: error: the line ends too early",
        "\(path):4:1: error: a result is an object",
      ])
    let long = try await compare(scratch, [old[0], String(repeating: " ", count: 17 << 20) + "x"])
    #expect(long.code == 65)
    #expect(long.errorLines == ["\(path):2:1: error: a line of over 16 MiB"])
  }

  @Test func whatCannotBeComparedIsSaid() async throws {
    let scratch = try Scratch()
    let old = try await scored(scratch)
    let missing = try await EffleurageProgram.run([
      "score", scratch.path("class"), "--compare", scratch.path("none.jsonl"),
    ])
    #expect(missing.code == 66)
    let folder = try await EffleurageProgram.run([
      "score", scratch.path("class"), "--compare", scratch.path("class"),
    ])
    #expect(folder.code == 66)
    #expect(try await compare(scratch, old, "--trace", scratch.path("t.csv")).code == 64)
    let lines = try await EffleurageProgram.run(["score", "--lines", "--compare", "x"])
    #expect(lines.code == 64)
    let empty = try await compare(scratch, [])
    #expect(empty.code == 0)
    #expect(empty.text.hasSuffix("0 equal, 0 changed, 3 new\n"))
  }
}
