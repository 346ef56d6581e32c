import ArgumentParser
import Foundation
import Handover
import Records
import ScenarioFiles

/// Why the program ends otherwise than with success: an exit code of sysexits and a message.
struct Failure: Error, Hashable {
  enum Code: Int32, Sendable {
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
  }

  var code: Code
  /// As in `FILE:LINE:COLUMN: error: WHAT`; several lines where several things are wrong.
  var lines: [String]
  /// What it is about, where that is known; nil else.
  var cause: Cause?

  enum Cause: Hashable, Sendable {
    /// A place in the file, from 1.
    case place(line: Int, column: Int)
    /// The record can be read and not judged.
    case recordCase(RecordCaseError.Kind)
  }

  init(_ code: Code, _ what: String) {
    self.init(code, lines: ["\(Program.name): error: \(what)"])
  }

  /// What is wrong with a file, and where in it, from 1.
  init(_ code: Code, _ path: String, line: Int?, column: Int?, _ what: String) {
    guard let line else {
      self.init(code, "\(path): \(what)")
      return
    }
    self.init(code, lines: ["\(path):\(line):\(column ?? 1): error: \(what)"])
    cause = .place(line: line, column: column ?? 1)
  }

  init(_ error: ScenarioFileError) {
    self.init(Code(rawValue: error.exitCode) ?? .badData, lines: error.messages)
  }

  init(_ error: RecordError, in path: String) {
    if let cause = error.cause as? Failure {
      self = cause
      return
    }
    let code: Code =
      switch error.kind {
      case .badData: .badData
      case .unreadable: .noInput
      case .unwritable: .cannotCreate
      case .failed: .inputOutput
      }
    self.init(code, path, line: error.line, column: error.column, error.message)
  }

  init(_ code: Code, lines: [String]) {
    self.code = code
    self.lines = lines
  }

  func report() {
    Diagnostics.write(lines)
  }

  /// Ends the program after an error of parsing or running.
  static func leave(after error: any Error) -> Never {
    if let failure = error as? Failure {
      failure.report()
      exit(failure.code.rawValue)
    }
    let code = EffleurageCommand.exitCode(for: error)
    if code.isSuccess {
      // A wish for help or for the version.
      let text = EffleurageCommand.fullMessage(for: error)
      if !text.isEmpty { Output().write(text + "\n") }
      exit(0)
    }
    if let failure = EffleurageCommand.unknownCommand(in: CommandLine.arguments.dropFirst()) {
      failure.report()
      exit(failure.code.rawValue)
    }
    if !(error is ExitCode) {
      Diagnostics.write(wording(of: EffleurageCommand.fullMessage(for: error)))
    }
    exit(code.rawValue)
  }

  /// The parser's message in the form that every message of the program has.
  private static func wording(of message: String) -> [String] {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let prefix = "Error: "
    if let first = lines.first {
      let what = first.hasPrefix(prefix) ? String(first.dropFirst(prefix.count)) : first
      lines[0] = "\(Program.name): error: \(what)"
    }
    return lines
  }
}

/// The code a run ends with when some of its files failed: the first of 66, 65, 74, 73 that
/// occurred.
struct FailureTally: Sendable {
  private static let order: [Failure.Code] = [.noInput, .badData, .inputOutput, .cannotCreate]

  private var occurred: [Failure.Code] = []

  mutating func note(_ code: Failure.Code) {
    if !occurred.contains(code) { occurred.append(code) }
  }

  /// Nil when nothing failed.
  var code: Failure.Code? {
    FailureTally.order.first(where: occurred.contains) ?? occurred.first
  }

  /// Ends the program with the code, when something failed.
  func leave() {
    if let code { exit(code.rawValue) }
  }
}
