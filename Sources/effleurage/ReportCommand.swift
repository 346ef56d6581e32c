import ArgumentParser
import Handover

/// Reports a class by itself; for a record hands over to the window program, which can draw.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the debrief of a record, or a class.",
    discussion: """
      Of a record the kind of document is that of the file's ending: .png.

      \(ClassReport.discussion)
      """)

  @Argument(help: "The record, or a folder of records.")
  var record: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var out: String

  @OptionGroup(title: "Options for a folder")
  var ofFolder: ClassReportOptions

  func validate() throws {
    if ClassReport.isFolder(record) {
      try ofFolder.validate(out: out)
      return
    }
    try ofFolder.refuse()
    guard out.lowercased().hasSuffix(".png") else {
      throw ValidationError("--out names a file that ends in .png, not '\(out)'.")
    }
  }

  func run() throws {
    if ClassReport.isFolder(record) {
      Interrupt.watch()
      try ClassReport(folder: record, out: out, options: ofFolder).run()
      return
    }
    try WindowProgram.start(["report", "--out=\(out)", "--", record])
  }
}
