import ArgumentParser
import Handover
import Records
import ScenarioFiles

/// Writes a case to begin with.
struct ScenariosNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a case to begin with, every key explained.",
    discussion: """
      The file is a whole case without errors; change what you need and run "effleurage check". Its \
      id is made from the file's name. Editors that know YAML check it while you write: the first \
      line names the schema.

      Exit codes: 0 written; 64 wrong usage; 66 the shipped starter is missing; 73 the file cannot \
      be created, or is there already; 74 writing failed.
      """)

  @Option(help: ArgumentHelp("The file to write; one that is there is kept.", valueName: "file"))
  var out: String

  func validate() throws {
    guard !out.isEmpty else { throw ValidationError("--out names no file.") }
  }

  func run() throws {
    Interrupt.watch()
    let text: String
    do throws(ScenarioFileError) {
      text = try StarterCase.text(for: out, from: .ofThisProgram())
    } catch {
      throw Failure(error)
    }
    try NewFile.write(text, to: out)
  }
}

/// A text file that is written whole and never over another.
enum NewFile {
  /// Whether nothing stands in the way of a file, before there is anything to write.
  static func check(_ path: String) throws(Failure) {
    do throws(RecordError) { try OutputFile.check(path, replaces: false) } catch {
      throw Failure(error, in: path)
    }
  }

  /// - Throws: ``Failure`` 73 or 74.
  static func write(_ text: String, to path: String) throws(Failure) {
    do throws(RecordError) {
      try Interrupt.whileFiling { () throws(RecordError) in
        let file = try OutputFile(path, replaces: false)
        try file.write(Array(text.utf8))
        try file.commit()
      }
    } catch {
      throw Failure(error, in: path)
    }
  }
}
