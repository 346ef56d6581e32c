import ArgumentParser
import Handover
import Records

/// Writes the debrief of a record as a document: tables itself, what is drawn by the window program;
/// and a class as a page.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the debrief of a record as a document, or a class as a page.",
    discussion: """
      The kind of document is that of the file's ending: .html, one page with a replay that any \
      browser opens and that needs nothing else; .pdf, two sheets of A4; .png, the debrief as the \
      window has it; .csv, a header and a row, or with --deductions a row for each deduction.

      RECORD is a file or - for standard input. An InkML file of another program needs --scenario. \
      A journal of an attempt that was interrupted is reported on as far as it reaches. The \
      language is that of the settings.

      \(ClassReport.discussion)

      Exit codes: 0 done, whatever the verdict; 64 wrong usage; 65 bad data; 66 input missing; \
      69 the window program, which draws, does not start (.csv does without it); 73 the file \
      cannot be created; 74 reading or writing failed. The file is whole or not there.
      """)

  @Argument(help: "The record, - for standard input, or a folder of records.")
  var record: String

  @Option(help: ArgumentHelp("The document to write.", valueName: "file.html|pdf|png|csv"))
  var out: String

  @Flag(help: "A row for each deduction, in place of one for the attempt (.csv).")
  var deductions = false

  @OptionGroup var foreign: ForeignRecordOptions

  @OptionGroup(title: "Options for a folder")
  var ofFolder: ClassReportOptions

  private static let drawn = [".html", ".pdf", ".png"]

  private var isTable: Bool { out.lowercased().hasSuffix(".csv") }

  func validate() throws {
    try foreign.check()
    if ClassReport.isFolder(record) {
      return try ofFolder.validate(out: out, deductions: deductions)
    }
    try ofFolder.refuse()
    guard isTable || ReportCommand.drawn.contains(where: out.lowercased().hasSuffix) else {
      throw ValidationError(
        "--out names a file that ends in .html, .pdf, .png or .csv, not '\(out)'.")
    }
    guard isTable || !deductions else {
      throw ValidationError("--deductions is of tables: --out has to end in .csv.")
    }
  }

  func run() throws {
    if ClassReport.isFolder(record) {
      try ClassReport(folder: record, out: out, foreign: foreign, options: ofFolder).run()
      return
    }
    try checkOut()
    if isTable {
      try writeTable()
    } else {
      try WindowProgram.start(["report", "--out=\(out)"] + foreign.words + ["--", record])
    }
  }

  /// - Throws: ``Failure`` 64 when the document would take the place of what it is made of.
  private func checkOut() throws(Failure) {
    guard let target = FileIdentity(out) else { return }
    let read = [record] + (foreign.scenario.map { [$0] } ?? [])
    guard !read.contains(where: { FileIdentity($0) == target }) else {
      throw Failure(.usage, "--out \(out) would write over what is read")
    }
  }

  private func writeTable() throws(Failure) {
    Interrupt.watch()
    try Failure.rethrow(in: out) { () throws(RecordError) in try OutputFile.check(out) }
    let judge = try foreign.judge(foreign.given())
    let input = RecordArguments.record(record)
    let judged = try judge.judge(input).get()
    if let warning = judged.warning { Diagnostics.write([warning]) }
    let text =
      deductions
      ? DeductionCSV.file(
        judged.result, record: input.name, scenarioSHA256: judged.scenarioSHA256)
      : ResultCSV.file(
        judged.result, record: input.name, scenarioSHA256: judged.scenarioSHA256)
    try Failure.rethrow(in: out) { () throws(RecordError) in
      try Interrupt.whileFiling(to: out) { () throws(RecordError) in
        let file = try OutputFile(out)
        try file.write(Array(text.utf8))
        try file.commit()
      }
    }
  }
}

extension Failure {
  /// Does what can fail with a file, and says it of the file.
  static func rethrow(
    in path: String, _ body: () throws(RecordError) -> Void
  ) throws(Failure) {
    do throws(RecordError) { try body() } catch { throw Failure(error, in: path) }
  }
}
