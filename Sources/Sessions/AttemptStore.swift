import Attempts
import Foundation
import Handover
public import History
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// Where finished attempts are kept: in the history, with the record and the result that the window
/// showed as files in a folder.
///
/// A file is written beside its place and then given its name, so that whatever stops the program
/// leaves it whole or not there; only its owner may read it. Nothing that exists is overwritten. A history that takes nothing
/// keeps nobody's work from being kept: the record stays as a file and is entered at a later start.
public struct AttemptStore: Sendable {
  /// Of the records; made when the first attempt is saved.
  public let folder: String
  /// The history that the folder lies beside.
  public let history: HistoryStore

  /// - Parameters:
  ///   - folder: of the records. The history is in the folder that holds it.
  ///   - patience: seconds to wait while another program holds the history.
  public init(folder: String, patience: Double = 2) {
    self.folder = folder
    let home = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    history = HistoryStore(folder: home, records: folder, patience: patience)
  }

  /// Saves the record, its rows in the history, and beside it the result, as the line that scoring
  /// the record writes.
  ///
  /// When only the result fails, the record stays and the attempt knows its name: saving once more
  /// writes no second record. When only the history fails, ``FinishedAttempt/historyProblem`` says
  /// why. The journal goes when both files are there.
  ///
  /// - Throws: ``StoreError`` when the folder or one of the files cannot be written.
  public func save(_ attempt: inout FinishedAttempt) throws(StoreError) {
    do {
      try Folders.makePrivate(folder)
    } catch {
      throw .folder(folder, reason: StoreError.reason(error))
    }
    // Whatever happens from here on, the next start finds all of it, or that all of it is saved.
    attempt.events.settle()
    var name = attempt.recordName
    if let known = name, !FileManager.default.fileExists(atPath: path(known, "inkml")) {
      name = nil
    }
    let record: String
    if let name {
      record = name
    } else {
      record = try keep(&attempt)
    }
    attempt.recordName = record
    try writeResult(
      attempt.result, record: record, scenarioSHA256: attempt.caseFile.source.sha256)
    attempt.saved = SavedAttempt(
      record: path(record, "inkml"), result: path(record, "json"))
    attempt.events.removeFile()
  }

  /// Writes the record and enters it in the history; gives the record's name.
  private func keep(_ attempt: inout FinishedAttempt) throws(StoreError) -> String {
    attempt.historyProblem = nil
    do throws(HistoryError) {
      let kept = try history.save(
        attempt.events, count: attempt.events.count,
        of: NewAttempt(
          header: attempt.header, scenario: attempt.caseFile.source.bytes,
          caseID: attempt.caseFile.scenario.id, title: attempt.caseFile.scenario.title,
          result: attempt.result,
          work: SessionWork(
            on: attempt.caseFile.scenario, header: attempt.header,
            isAbandoned: attempt.result.verdict == .abandoned, effect: attempt.effect)))
      attempt.last = last(before: kept.id)
      return AttemptStore.name(ofRecord: kept.record)
    } catch {
      guard let record = error.keptRecord else { throw .history(error.description) }
      attempt.historyProblem = error.description
      return AttemptStore.name(ofRecord: record)
    }
  }

  /// A record's name without its folder and its kind.
  static func name(ofRecord path: String) -> String {
    let name = file(path)
    return name.hasSuffix(".inkml") ? String(name.dropLast(".inkml".count)) : name
  }

  /// A file's name without its folder.
  static func file(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Writes a result beside its record.
  ///
  /// - Parameter record: its name, without its kind.
  func writeResult(
    _ result: Result, record: String, scenarioSHA256: String
  ) throws(StoreError) {
    let line = ResultJSON.line(
      result, record: record + ".inkml", scenarioSHA256: scenarioSHA256)
    do {
      let file = try OutputFile(path(record, "json"), isPrivate: true)
      try file.write(Array((line + "\n").utf8))
      try file.commit()
    } catch {
      throw .file(path(record, "json"), reason: StoreError.reason(error))
    }
  }

  /// Where the report of an attempt goes: into the folder of reports beside the records, under the
  /// record's name, which no other attempt has.
  ///
  /// - Parameters:
  ///   - record: the record's name, without its kind.
  ///   - kind: the ending of the report's name, such as `png`.
  /// - Throws: ``StoreError`` when the folder cannot be made.
  func reportPath(ofRecord record: String, kind: String) throws(StoreError) -> String {
    let folder = history.reportsFolder
    do {
      try Folders.makePrivate(folder)
    } catch {
      throw .folder(folder, reason: StoreError.reason(error))
    }
    return folder + "/" + record + "." + kind
  }

  func path(_ name: String, _ kind: String) -> String { folder + "/" + name + "." + kind }

  /// What begins the name of an attempt's files, its journal too.
  static func stem(of id: String, header: Header) -> String {
    HistoryStore.stem(of: id, start: header.start)
  }
}
