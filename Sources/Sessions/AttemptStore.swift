import Attempts
import Foundation
import Handover
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// The folder where finished attempts are kept: a record and the result the window showed.
///
/// A file is written beside its place and then given its name, so that whatever stops the program
/// leaves it whole or not there. Nothing that exists is overwritten.
public struct AttemptStore: Sendable {
  /// Made when the first attempt is saved.
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// Saves the record and beside it the result, as the line that scoring the record writes.
  ///
  /// When only the result fails, the record stays and the attempt knows its name: saving once more
  /// writes no second record. The journal goes when both are there.
  ///
  /// - Throws: ``StoreError`` when the folder or one of the files cannot be written.
  public func save(_ attempt: inout FinishedAttempt) throws(StoreError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
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
      record = try place(attempt, stem: AttemptStore.stem(of: attempt))
    }
    attempt.recordName = record
    try writeResult(
      attempt.result, record: record, scenarioSHA256: attempt.caseFile.source.sha256)
    attempt.saved = SavedAttempt(
      record: path(record, "inkml"), result: path(record, "json"))
    attempt.events.removeFile()
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
      let file = try OutputFile(path(record, "json"))
      try file.write(Array((line + "\n").utf8))
      try file.commit()
    } catch {
      throw .file(path(record, "json"), reason: StoreError.reason(error))
    }
  }

  func path(_ name: String, _ kind: String) -> String { folder + "/" + name + "." + kind }

  static func stem(of attempt: FinishedAttempt) -> String {
    stem(of: attempt.caseFile.scenario.id, header: attempt.header)
  }

  /// Start and case, as in `20261122-135516-lifting-easing-left`.
  static func stem(of id: String, header: Header) -> String {
    let start = header.start.prefix { $0 != "." && $0 != "Z" && $0 != "+" }
    let digits = start.compactMap { character -> Character? in
      if character == "T" { return "-" }
      return character.isASCII && character.isNumber ? character : nil
    }
    return digits.isEmpty ? id : String(digits) + "-" + id
  }

  /// Writes a record under a free name that begins with the stem; gives the name.
  private func place(_ attempt: FinishedAttempt, stem: String) throws(StoreError) -> String {
    let process = ProcessInfo.processInfo.processIdentifier
    let unfinished = folder + "/." + stem + "." + String(process) + ".part"
    defer { try? FileManager.default.removeItem(atPath: unfinished) }
    do {
      try write(attempt, to: unfinished)
      var number = 1
      while true {
        let name = number == 1 ? stem : stem + "-\(number)"
        // A result without its record keeps its name too.
        if !FileManager.default.fileExists(atPath: path(name, "json")),
          try rename(unfinished, to: path(name, "inkml"))
        {
          Folder.sync(folder)
          return name
        }
        number += 1
      }
    } catch {
      throw .file(path(stem, "inkml"), reason: StoreError.reason(error))
    }
  }

  /// Writes a record event by event, so that a long one does not sit in memory.
  private func write(_ attempt: FinishedAttempt, to path: String) throws {
    let writer = try RecordWriter(
      to: path, header: attempt.header, scenario: attempt.caseFile.source.bytes)
    var count = 0
    for event in attempt.events {
      try writer.add(event)
      count += 1
    }
    // Half a record is worse than none: it would be judged otherwise than the attempt was.
    guard count == attempt.events.count else { throw StoreError.eventsLost }
    try writer.finish()
  }

  /// Gives a file its name unless that is taken; says whether it was free.
  private func rename(_ unfinished: String, to path: String) throws -> Bool {
    // A second name for the same file is refused where one exists, in one step.
    if link(unfinished, path) == 0 { return true }
    if errno == EEXIST { return false }
    // Some file systems know no second name.
    if FileManager.default.fileExists(atPath: path) { return false }
    try FileManager.default.moveItem(atPath: unfinished, toPath: path)
    return true
  }
}
