import Foundation
import Handover
import Records
import Scenarios
import Scoring
import Synchronization

/// The file of `score --trace`: the series behind the measures, in the order of the records.
///
/// Rows wait in nameless files until all records are read: memory does not grow with them, an
/// interrupt leaves nothing behind, and a record that turns out to be bad leaves no rows.
final class SeriesTrace: Sendable {
  private let path: String
  private let folder: String
  /// Whether rows name their record: there are several.
  private let namesRecords: Bool
  /// Rows of the records so far; nil before the first, and after a failure.
  private let rows = Mutex<Spool?>(nil)
  private let failure = Mutex<Failure?>(nil)

  /// - Parameter read: the files that the run reads.
  /// - Throws: ``Failure`` 64 when the file would be written over what is read or over the results,
  ///   73 when it cannot be created or holds an attempt that somebody made.
  init(_ path: String, records: Int, reading read: [FileIdentity]) throws(Failure) {
    self.path = path
    folder = OutputFile.waitingFolder(for: path)
    namesRecords = records > 1
    if let target = FileIdentity(path) {
      guard !read.contains(target) else {
        throw Failure(.usage, "--trace \(path) would write over what is read")
      }
      guard target != FileIdentity(descriptor: STDOUT_FILENO) else {
        throw Failure(.usage, "--trace \(path) is where the results go")
      }
    }
    try LiveRecord.keep(path, from: "series")
    do throws(RecordError) { try OutputFile.check(path) } catch { throw Failure(error, in: path) }
  }

  /// Where the rows of a record wait while it is read.
  func part(named name: String) -> SeriesPart {
    SeriesPart(record: namesRecords ? name : nil, path: path, folder: folder)
  }

  /// Takes the rows of the next record that was read to its end.
  func append(_ part: SeriesPart) {
    guard failure.withLock({ $0 == nil }) else { return }
    do throws(RecordError) {
      rows.withLock { $0 = $0 ?? Spool(folder: folder) }
      try part.drain { (bytes) throws(RecordError) in
        try rows.withLock { (rows) throws(RecordError) in try rows?.write(bytes) }
      }
    } catch {
      let failed = Failure(error, in: path)
      failure.withLock { $0 = failed }
    }
  }

  /// Writes the file, unless there is no record to write of.
  ///
  /// - Throws: ``Failure`` 73 or 74.
  func finish() throws(Failure) {
    if let failed = failure.withLock({ $0 }) { throw failed }
    do throws(RecordError) {
      try Interrupt.whileFiling(to: path) { () throws(RecordError) in
        guard rows.withLock({ $0 != nil }) else { return }
        let file = try OutputFile(path)
        try file.write(Array(SeriesCSV.header(namesRecords: namesRecords).utf8))
        var offset = 0
        while let piece = try piece(from: offset) {
          offset += piece.count
          try file.write(piece)
        }
        try file.commit()
      }
    } catch {
      throw Failure(error, in: path)
    }
  }

  /// The next rows of the file; nil at the end.
  private func piece(from offset: Int) throws(RecordError) -> [UInt8]? {
    let piece = try rows.withLock { (rows) throws(RecordError) in try rows?.piece(from: offset) }
    return piece?.isEmpty ?? true ? nil : piece
  }
}

/// The rows of one record while it is read.
final class SeriesPart: Sendable {
  private let record: String?
  private let path: String
  private let folder: String
  private let rows: Mutex<Spool>

  fileprivate init(record: String?, path: String, folder: String) {
    self.record = record
    self.path = path
    self.folder = folder
    rows = Mutex(Spool(folder: folder))
  }

  /// Begins anew, and says how rows of this case are written: a record whose contacts overlap is
  /// read twice.
  func begin(_ scenario: Scenario) -> SeriesCSV {
    rows.withLock { $0 = Spool(folder: folder) }
    return SeriesCSV(scenario: scenario, record: record)
  }

  func write(_ text: String) throws(Failure) {
    guard !text.isEmpty else { return }
    do throws(RecordError) {
      try rows.withLock { (rows) throws(RecordError) in try rows.write(Array(text.utf8)) }
    } catch {
      throw Failure(error, in: path)
    }
  }

  fileprivate func drain(_ take: ([UInt8]) throws(RecordError) -> Void) throws(RecordError) {
    var offset = 0
    while true {
      let piece = try rows.withLock { (rows) throws(RecordError) in try rows.piece(from: offset) }
      guard !piece.isEmpty else { return }
      offset += piece.count
      try take(piece)
    }
  }
}

/// Which file a path or a descriptor stands for, whatever its name; nil for devices, folders and
/// what is not there.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}
