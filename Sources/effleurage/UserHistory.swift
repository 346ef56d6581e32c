import Foundation
import Handover
import History
import ScenarioFiles

/// The history of whoever runs the program.
struct UserHistory {
  let store: HistoryStore
  let folders: UserFolders

  /// Opens the history and enters what is beside it and not in it.
  ///
  /// - Parameter entersRecords: whether records are judged and entered; names always are.
  /// - Throws: ``Failure`` 74.
  init(entersRecords: Bool = true) throws(Failure) {
    folders = .ofThisProcess()
    store = HistoryStore(
      folder: URL(filePath: folders.historyFile).deletingLastPathComponent().path)
    let store = store
    var progress = HistoryProgress(noun: "records entered")
    defer { progress.finish() }
    let adoption = try UserHistory.told { () throws(HistoryError) in
      // So that a history that cannot be read is told before much work is done.
      _ = try store.everybody()
      guard entersRecords else {
        try store.adoptNames()
        return Adoption()
      }
      return try store.adopt { _, count in progress.step(of: count) }
    }
    Diagnostics.write(
      adoption.left.map {
        "\(Program.name): warning: not in the history: \(folders.records)/\($0.reason)"
      })
  }

  /// Runs `body`; what is wrong with the history is said and ends the program with 74.
  static func told<Value>(
    _ body: () throws(HistoryError) -> Value
  ) throws(Failure) -> Value {
    do throws(HistoryError) { return try body() } catch {
      // The program is about to end for that.
      if error.kind == .cancelled { exit(Interrupt.exitCode) }
      throw Failure(.inputOutput, error.message)
    }
  }

  /// Runs `body`, which changes files, so that an interrupt comes before it or after, or finds that
  /// it took back what it began.
  static func filing<Value>(
    _ body: () throws(HistoryError) -> Value
  ) throws(HistoryError) -> Value {
    var outcome: Value?
    try Interrupt.whileFiling { () throws(HistoryError) in outcome = try body() }
    guard let outcome else { throw HistoryError(.cancelled, "Stopped. Nothing was changed.") }
    return outcome
  }

  /// Who bears a name, or has an id.
  ///
  /// - Throws: ``Failure`` 66 when nobody does.
  func trainee(_ text: String) throws(Failure) -> Trainee {
    let everybody = try UserHistory.told { () throws(HistoryError) in try store.everybody() }
    let name = Trainee.tidied(text)
    let found = everybody.first { $0.name == name } ?? everybody.first { $0.id == name }
    guard let found else { throw UserHistory.unknown(name, everybody) }
    return found
  }

  private static func unknown(_ name: String, _ everybody: [Trainee]) -> Failure {
    let known = everybody.map { $0.name ?? $0.id }
    let most = 20
    var words = known.prefix(most).joined(separator: ", ")
    if known.count > most { words += " and \(known.count - most) more" }
    return Failure(
      .noInput,
      "nobody here is called \"\(name)\"; "
        + (known.isEmpty ? "the history holds no names yet" : "there are: \(words)"))
  }
}

/// The line on the terminal for work of which the amount is known when it begins.
struct HistoryProgress {
  private let noun: String
  private var line: Progress?

  /// - Parameter noun: what is counted, as in "records entered".
  init(noun: String) { self.noun = noun }

  /// Told before each piece; the first has nothing behind it.
  ///
  /// - Returns: whether to go on.
  mutating func step(of total: Int) -> Bool {
    if let line { line.step() } else { line = Progress(total: total, noun: noun) }
    return !Interrupt.hasCome
  }

  func finish() { line?.finish() }
}
