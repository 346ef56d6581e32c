import ArgumentParser
import Foundation
import Handover
import History
import Records
import ScenarioFiles

/// Writes the history as one file.
struct HistoryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole history as one file, for another machine or as a copy.",
    discussion: """
      The archive holds every attempt with its record: trainees' ids and no name. A \
      file that is there is replaced, once the new one is whole. An attempt whose record is gone \
      or was changed is left out and named.

      Exit codes: 0 written; 64 wrong usage; 66 there is no history yet; 73 the file cannot be \
      created; 74 reading or writing failed.
      """)

  @Argument(help: "The archive to write.")
  var file: String

  func validate() throws {
    guard !file.isEmpty else { throw ValidationError("FILE names no file.") }
  }

  func run() throws {
    Interrupt.watch()
    do throws(RecordError) { try OutputFile.check(file) } catch { throw Failure(error, in: file) }
    let history = try UserHistory()
    try refuseOwnFiles(of: history)
    guard try UserHistory.told({ () throws(HistoryError) in try history.store.isThere() }) else {
      throw Failure(
        .noInput,
        "there is no history to export yet: nothing was practised in \(history.store.folder)")
    }
    let export = try export(history.store)
    Diagnostics.write(export.left.map { "\(Program.name): warning: \($0)" })
    Output().write(
      "\(file): \(HistoryText.count(export.attempts, "attempt"))\n")
  }

  /// The archive must not take the place of what it is made from.
  private func refuseOwnFiles(of history: UserHistory) throws(Failure) {
    let own = ["", "-wal", "-shm"].map { history.store.file + $0 }.compactMap { FileIdentity($0) }
    let folder = URL(filePath: file).deletingLastPathComponent().resolvingSymlinksInPath().path
    let records = URL(filePath: history.folders.records).resolvingSymlinksInPath().path
    guard FileIdentity(file).map({ !own.contains($0) }) ?? true, folder != records else {
      throw Failure(.usage, "\(file) is part of the history itself; choose another place")
    }
  }

  private func export(_ store: HistoryStore) throws -> Export {
    var progress = HistoryProgress(noun: "attempts exported")
    defer { progress.finish() }
    do throws(HistoryError) {
      return try UserHistory.filing { () throws(HistoryError) in
        try store.export(to: file) { _, count in progress.step(of: count) }
      }
    } catch {
      switch error.kind {
      case .cancelled: throw ExitCode(Interrupt.exitCode)
      // The history was opened before, so it is the archive that cannot be made.
      case .readOnly, .unreadable: throw Failure(.cannotCreate, error.message)
      default: throw Failure(.inputOutput, error.message)
      }
    }
  }
}
