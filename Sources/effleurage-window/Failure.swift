import ArgumentParser
import Foundation
import Handover

/// Why the program ends otherwise than with success: an exit code of sysexits and messages.
struct Failure: Error {
  static let usage: Int32 = 64
  static let badData: Int32 = 65
  static let noInput: Int32 = 66
  static let unavailable: Int32 = 69
  static let cannotCreate: Int32 = 73
  static let inputOutput: Int32 = 74

  var code: Int32
  /// As in `FILE:LINE:COLUMN: error: WHAT`.
  var lines: [String]

  init(_ code: Int32, _ what: String) {
    self.init(code, lines: ["\(Program.name): error: \(what)"])
  }

  init(_ code: Int32, lines: [String]) {
    self.code = code
    self.lines = lines
  }

  /// Ends the program after an error of parsing or running.
  static func leave(after error: any Error) -> Never {
    if let failure = error as? Failure {
      write(failure.lines, to: .standardError)
      exit(failure.code)
    }
    let code = WindowCommand.exitCode(for: error)
    let message = WindowCommand.fullMessage(for: error)
    if code.isSuccess {
      // A wish for help or for the version.
      write([message], to: .standardOutput)
    } else if !(error is ExitCode) {
      let prefix = "Error: "
      let what = message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
      write(["\(Program.name): error: \(what)"], to: .standardError)
    }
    exit(code.rawValue)
  }

  /// Ends the program from any thread, without what libraries do at its end: one of them may wait
  /// for a display that is gone.
  static func leaveAtOnce(_ code: Int32, _ what: String) -> Never {
    write(Failure(code, what).lines, to: .standardError)
    _exit(code)
  }

  /// A line on standard error.
  static func warn(_ line: String) { write([line], to: .standardError) }

  private static func write(_ lines: [String], to file: FileHandle) {
    let text = lines.joined(separator: "\n") + "\n"
    // A closed pipe ends in silence.
    try? file.write(contentsOf: Data(text.utf8))
  }
}
