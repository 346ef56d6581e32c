import Foundation

/// What is wrong with the data: which file, where in it (from 1), and what.
struct DataError: Error, Equatable, CustomStringConvertible {
  var file: String
  var line: Int?
  var what: String

  init(_ file: String, line: Int? = nil, _ what: String) {
    self.file = file
    self.line = line
    self.what = what
  }

  var description: String {
    if let line { "\(file):\(line): error: \(what)" } else { "\(file): error: \(what)" }
  }
}

/// One file of the data, read whole.
struct DataFile: Sendable {
  /// From the data folder, as in `pdkit-taps/a.csv`.
  var name: String
  var text: String

  /// The lines with their numbers from 1, without empty ones and without line ends.
  var lines: [(number: Int, text: Substring)] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { $1.isEmpty ? nil : (number: $0 + 1, text: $1) }
  }
}

/// The folder that holds the recordings, one folder a source. It is only read.
struct DataFolder: Sendable {
  var path: String

  /// The files of a source with this ending, those in folders below it too, by name.
  func files(of source: String, ending: String) throws(DataError) -> [DataFile] {
    let folder = URL(filePath: path).appending(path: source)
    guard FileManager.default.fileExists(atPath: folder.path),
      let found = FileManager.default.enumerator(atPath: folder.path)
    else {
      throw DataError(folder.path, "there is no such folder")
    }
    var names: [String] = []
    while let name = found.nextObject() as? String {
      if name.hasSuffix(ending), name != "SOURCE.txt" { names.append(name) }
    }
    guard !names.isEmpty else { throw DataError(folder.path, "holds no file *\(ending)") }
    var files: [DataFile] = []
    for name in names.sorted() {
      do {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        files.append(DataFile(name: "\(source)/\(name)", text: text))
      } catch {
        throw DataError("\(source)/\(name)", "cannot be read: \(error.localizedDescription)")
      }
    }
    return files
  }
}

/// The fields of a line of figures.
struct Fields {
  let file: String
  let line: Int
  let fields: [Substring]

  init(_ text: Substring, separator: Character, file: String, line: Int) {
    fields = text.split(separator: separator, omittingEmptySubsequences: false).map {
      let trimmed = $0.drop { $0 == " " }
      return trimmed.last == " " ? trimmed.prefix { $0 != " " } : trimmed
    }
    self.file = file
    self.line = line
  }

  func number(_ index: Int) throws(DataError) -> Double {
    guard index < fields.count else {
      throw DataError(file, line: line, "has \(fields.count) fields; \(index + 1) are needed")
    }
    guard let value = Double(fields[index]), value.isFinite else {
      throw DataError(file, line: line, "\"\(fields[index])\" is no number")
    }
    return value
  }
}
