import Attempts
import Digests
import Foundation
import Records

/// The files beside the history. Each is written under a hidden name and gets its own when it is
/// whole and on disk; nothing that exists is overwritten.
struct RecordsFolder: Sendable {
  let path: String

  /// What names a record's bytes.
  struct Fingerprint: Hashable, Sendable {
    /// SHA-256 in lower-case hex.
    var sha256: String
    var bytes: Int
  }

  func path(of name: String) -> String { path + "/" + name }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(of: name)) }

  /// Names of everything in the folder, hidden files too, in order; none where there is no folder.
  func names() throws(HistoryError) -> [String] {
    guard try PrivateFolder.has(path) else { return [] }
    do { return try FileManager.default.contentsOfDirectory(atPath: path).sorted() } catch {
      throw HistoryError(error, in: path)
    }
  }

  /// Start and case, as in `20261122-135516-lifting-easing-left`.
  static func stem(of caseID: String, start: String) -> String {
    let start = start.prefix { $0 != "." && $0 != "Z" && $0 != "+" }
    let digits = start.compactMap { character -> Character? in
      if character == "T" { return "-" }
      return character.isASCII && character.isNumber ? character : nil
    }
    // An id is of harmless characters; one that is not gives none to a path.
    let id = caseID.filter { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" }.prefix(64)
    return digits.isEmpty ? String(id) : String(digits.prefix(20)) + "-" + id
  }

  /// A file's name without its kind, as records share it with their results and reports.
  static func stem(ofFile name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Whether a file of some kind has this name.
  func hasAny(stem: String) -> Bool {
    ((try? names()) ?? []).contains { RecordsFolder.stem(ofFile: $0) == stem }
  }

  /// Lets files of a record's name follow it to another one, unless that has such a file.
  ///
  /// - Parameters:
  ///   - old: name of the record, with its kind, as `new`.
  func follow(record old: String, to new: String) {
    let (from, to) = (RecordsFolder.stem(ofFile: old), RecordsFolder.stem(ofFile: new))
    guard from != to else { return }
    for name in (try? names()) ?? [] where RecordsFolder.stem(ofFile: name) == from {
      let other = to + name.dropFirst(from.count)
      if !has(other) { _ = Foundation.rename(path(of: name), path(of: other)) }
    }
  }

  /// A path for what is not whole yet.
  func unfinished(_ stem: String) -> String {
    let random = UInt64.random(in: .min ... .max)
    return path + "/." + stem + "." + String(random, radix: 36) + ".part"
  }

  /// Gives a whole file the first free name that begins with the stem.
  ///
  /// - Parameter isTaken: whether a name belongs to a record that is not there.
  /// - Returns: the name.
  func place(
    _ unfinished: String, stem: String, isTaken: (String) -> Bool
  ) throws(HistoryError) -> String {
    var number = 1
    while true {
      let base = number == 1 ? stem : stem + "-\(number)"
      number += 1
      // A result without its record keeps its name too.
      guard !has(base + ".json") else { continue }
      let name = base + ".inkml"
      guard !isTaken(name) else { continue }
      if try put(unfinished, at: name) { return name }
    }
  }

  /// Gives a whole file a name; says whether it was free.
  func put(_ unfinished: String, at name: String) throws(HistoryError) -> Bool {
    if link(unfinished, path(of: name)) != 0 {
      if errno == EEXIST || has(name) { return false }
      guard rename(unfinished, path(of: name)) == 0 else {
        // Some file systems know no second name, so both were tried.
        let code = errno
        throw HistoryError(
          code: code, "\(path(of: name)) cannot be made: \(String(cString: strerror(code)))")
      }
    }
    unlink(unfinished)
    Folders.sync(path)
    return true
  }

  /// Writes bytes to the disk under a hidden name.
  func write(_ bytes: Data, to unfinished: String) throws(HistoryError) {
    do throws(RecordError) {
      let file = try OutputFile(unfinished, isPrivate: true)
      var offset = bytes.startIndex
      while offset < bytes.endIndex {
        let end = min(offset + 1 << 16, bytes.endIndex)
        try file.write(Array(bytes[offset..<end]))
        offset = end
      }
      try file.commit()
    } catch {
      throw HistoryError(error, in: unfinished)
    }
  }

  func remove(_ name: String) { unlink(path(of: name)) }

  static func fingerprint(of path: String) throws(HistoryError) -> Fingerprint {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      let code = errno
      throw HistoryError(
        code: code, "\(path) cannot be opened: \(String(cString: strerror(code)))")
    }
    defer { try? handle.close() }
    var hash = SHA256()
    var count = 0
    do {
      while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
        piece.withUnsafeBytes { hash.update($0) }
        count += piece.count
      }
    } catch {
      throw HistoryError(error, in: path)
    }
    return Fingerprint(sha256: hash.text(), bytes: count)
  }

  static func fingerprint(of data: Data) -> Fingerprint {
    Fingerprint(sha256: SHA256.text(of: Array(data)), bytes: data.count)
  }
}
