import ArgumentParser
import Foundation
import Handover
import History

/// Takes an archive in.
struct HistoryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in the attempts of an archive.",
    discussion: """
      What is known already is left as it is, so an archive can be taken in twice. Each record is \
      judged anew by its own rule set, and nothing else in the archive is believed. Names are not in \
      it: trainees that are new here are known by their ids.

      Exit codes: 0 done; 64 wrong usage; 65 it is no archive, or records in it were refused (the \
      others are taken); 66 it is missing or cannot be read; 74 reading or writing failed. After 74 \
      and Ctrl-C nothing was changed.
      """)

  @Argument(help: "The archive to read.")
  var file: String

  func run() throws {
    Interrupt.watch()
    // A pipe would keep whoever opens it waiting.
    var status = stat()
    guard stat(file, &status) == 0 else {
      throw Failure(.noInput, "\(file) cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFREG, access(file, R_OK) == 0 else {
      throw Failure(.noInput, "\(file) cannot be read: an archive is a file that you may read")
    }
    let history = try UserHistory()
    let taken = try take(into: history.store)
    Output().write(
      "\(file): \(HistoryText.count(taken.added, "attempt")) added, \(taken.known) known already"
        + (taken.putBack > 0
          ? ", \(HistoryText.count(taken.putBack, "lost record")) put back\n" : "\n"))
    guard taken.refused.isEmpty else {
      throw Failure(.badData, lines: taken.refused.map { "\(Program.name): error: \($0)" })
    }
  }

  private func take(into store: HistoryStore) throws -> Import {
    var progress = HistoryProgress(noun: "attempts read")
    defer { progress.finish() }
    do throws(HistoryError) {
      return try UserHistory.filing { () throws(HistoryError) in
        try store.import(from: file) { _, count in progress.step(of: count) }
      }
    } catch {
      switch error.kind {
      case .cancelled: throw ExitCode(Interrupt.exitCode)
      // The history was opened before, so it is the archive that is bad.
      case .damaged, .newer, .unreadable: throw Failure(.badData, error.message)
      default: throw Failure(.inputOutput, error.message)
      }
    }
  }
}
