import Foundation
import Handover
import Records
import Testing

/// `report --out FILE.csv`, which needs no window program.
@Suite struct ReportTableTests {
  private static let python = "/usr/bin/python3"

  /// The rows of a file as Python's reader of CSV sees them.
  private func rows(_ file: URL) async throws -> [[String]] {
    let run = try await EffleurageProgram.run(
      [
        "-c",
        "import csv, json, sys; json.dump(list(csv.reader(open(sys.argv[1], newline='',"
          + " encoding='utf-8'), strict=True)), sys.stdout)", file.path,
      ], program: URL(filePath: Self.python))
    #expect(run.code == 0, "\(run.errors)")
    return try JSONDecoder().decode([[String]].self, from: Data(run.output))
  }

  private func faulty(_ scratch: Scratch, _ name: String = "a.inkml") async throws -> URL {
    try await scratch.demonstrate(name, of: "lifting-easing-left", "--skill", "0.3")
  }

  @Test func aRowIsThatOfScore() async throws {
    let scratch = try Scratch()
    let record = try await faulty(scratch)
    let out = scratch["report.csv"]
    let run = try await EffleurageProgram.run(["report", record.path, "--out", out.path])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.isEmpty && run.errors.isEmpty)
    let scored = try await EffleurageProgram.run(["score", record.path, "--format", "csv"])
    #expect(try Array(Data(contentsOf: out)) == scored.output)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python), "needs python3"))
  func deductionsAreThoseOfTheResult() async throws {
    let scratch = try Scratch()
    let name = "=1+1, \"quoted\"\n王 שלום.inkml"
    let record = try await faulty(scratch, name)
    let out = scratch["deductions.csv"]
    let run = try await EffleurageProgram.run([
      "report", record.path, "--out", out.path, "--deductions",
    ])
    #expect(run.code == 0, "\(run.errors)")
    let rows = try await rows(out)
    #expect(rows.first == DeductionCSV.columns)
    let scored = try await EffleurageProgram.run(["score", record.path, "--format", "json"])
    let result = try JSONSerialization.jsonObject(with: Data(scored.output)) as? [String: Any]
    let deductions = try #require(result?["deductions"] as? [[String: Any]])
    #expect(deductions.count > 2 && rows.count == deductions.count + 1)
    func cell(_ row: [String], _ column: String) -> String {
      DeductionCSV.columns.firstIndex(of: column).map { row[$0] } ?? "no column \(column)"
    }
    for (row, deduction) in zip(rows.dropFirst(), deductions) {
      #expect(row.count == DeductionCSV.columns.count)
      #expect(cell(row, "record") == "'" + name)
      #expect(cell(row, "code") == deduction["code"] as? String)
      #expect(cell(row, "message") == deduction["message"] as? String)
      #expect(Double(cell(row, "points")) == deduction["points"] as? Double)
      #expect(cell(row, "digest") == result?["digest"] as? String)
      let spans = deduction["spans"] as? [[Double]] ?? []
      #expect(Int(cell(row, "spans")) == spans.count)
      #expect(Double(cell(row, "first_start_s")) == spans.first?[0])
    }
    // Every line ends as RFC 4180 says, and those within quotes do not.
    let text = try #require(String(bytes: try Data(contentsOf: out), encoding: .utf8))
    #expect(text.unicodeScalars.filter { $0 == "\r" }.count == rows.count)
  }

  @Test func foreignRecordsTakeTheirCase() async throws {
    let scratch = try Scratch()
    let foreign = EffleurageProgram.root.appending(path: "Tests/Fixtures/foreign/tablet.inkml").path
    let out = scratch["f.csv"]
    let bare = try await EffleurageProgram.run(["report", foreign, "--out", out.path])
    #expect(bare.code == 65)
    #expect(bare.errors.contains("name one with --scenario"))
    #expect(try scratch.names().isEmpty)
    let options = [
      "--scenario", "lifting-easing-left", "--phase", "comb", "--mm-per-pixel", "0.5",
    ]
    let run = try await EffleurageProgram.run(
      ["report", foreign, "--out", out.path, "--deductions"] + options)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try scratch.text("f.csv").contains(",foreign,"))
    let whole = try await EffleurageProgram.run(["report", foreign, "--out", out.path] + options)
    #expect(whole.code == 0)
    let scored = try await EffleurageProgram.run(["score", foreign, "--format", "csv"] + options)
    #expect(try Array(Data(contentsOf: out)) == scored.output)
    let wrong = try await EffleurageProgram.run([
      "report", foreign, "--out", out.path, "--scenario", "lifting-easing-left", "--phase", "x",
    ])
    #expect(wrong.code == 64)
    #expect(wrong.errors.contains("has no step 'x'"))
  }

  @Test func standardInputAndJournalsAreReportedOn() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    let bytes = Array(try Data(contentsOf: record))
    let out = scratch["r.csv"]
    let piped = try await EffleurageProgram.run(
      ["report", "-", "--out", out.path], input: bytes)
    #expect(piped.code == 0, "\(piped.errors)")
    #expect(try scratch.text("r.csv").contains("\r\n-,short,"))
    let (head, events) = try RecordReader().read(.file(record.path))
    var journal = JournalOpening.bytes(header: head.header, scenario: head.scenario ?? [])
    var number = 0
    for event in events { JournalFrame.append(event, to: &journal, number: &number) }
    let cut = try scratch.write("cut.attempt", Array(journal.dropLast(3)))
    let run = try await EffleurageProgram.run(["report", cut.path, "--out", out.path])
    #expect(run.code == 0)
    #expect(run.errors.contains("cut.attempt: warning: what follows byte"))
    #expect(try scratch.text("r.csv").contains(",abandoned,"))
  }

  @Test func whatIsWrongIsSaidAndNothingIsLeft() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    let bad = try scratch.write("bad.inkml", "<ink>\n<trace>1 2")
    let before = try scratch.names()
    for (arguments, code, words) in [
      ([scratch.path("none.inkml"), "--out", scratch.path("o.csv")], 66, "none.inkml"),
      ([bad.path, "--out", scratch.path("o.csv")], 65, "bad.inkml:"),
      ([record, "--out", scratch.path("none/o.csv")], 73, "there is no folder"),
      ([record, "--out", scratch.path("")], 64, "ends in"),
      ([record, "--out", scratch.path("o.html"), "--deductions"], 64, "--deductions"),
      ([record, "--out", scratch.path("o.csv"), "--phase", "x"], 64, "--scenario"),
      ([record, "--out", scratch.path("o.csv"), "--mm-per-pixel", "0"], 64, "--mm-per-pixel"),
    ] {
      let run = try await EffleurageProgram.run(["report"] + arguments)
      #expect(run.code == code, "\(arguments): \(run.errors)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
      #expect(run.output.isEmpty)
    }
    #expect(try scratch.names() == before)
  }

  /// Where there is no window program, tables are written all the same.
  @Test func tablesNeedNoWindowProgram() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    try await scratch.copy(EffleurageProgram.url, to: "bin/effleurage")
    let alone = scratch["bin/effleurage"]
    let table = try await EffleurageProgram.run(
      ["report", record, "--out", scratch.path("o.csv"), "--deductions"], program: alone)
    #expect(table.code == 0, "\(table.errors)")
    let page = try await EffleurageProgram.run(
      ["report", record, "--out", scratch.path("o.html")], program: alone)
    #expect(page.code == 69)
  }
}
