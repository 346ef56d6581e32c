import ArgumentParser
import Handover

/// Hands over to the window program, which can draw.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the debrief of a record as a picture.",
    discussion: "The kind of document is that of the file's ending: .png.")

  @Argument(help: "The record.")
  var record: String

  @Option(help: ArgumentHelp("The picture to write.", valueName: "file.png"))
  var out: String

  func validate() throws {
    guard out.lowercased().hasSuffix(".png") else {
      throw ValidationError("--out names a file that ends in .png, not '\(out)'.")
    }
  }

  func run() throws {
    try WindowProgram.start(["report", "--out=\(out)", "--", record])
  }
}
