import Foundation
import Handover

/// One thing to score.
struct RecordInput: Sendable {
  enum Source: Sendable {
    case standardInput
    case file(String)
    case text(String)
    /// What stands in its place could not even be looked at.
    case failure(Failure)
  }

  /// As results name it: the last part of the file's name, `-`, or the name given with it.
  var name: String
  /// As messages name it.
  var path: String
  var source: Source
  /// The case given with it, as YAML.
  var scenario: String?

  /// The file that it is read from; nil where that is none.
  var identity: FileIdentity? {
    switch source {
    case .standardInput: FileIdentity(descriptor: STDIN_FILENO)
    case .file(let path): FileIdentity(path)
    case .text, .failure: nil
    }
  }
}

/// What the arguments of `score` stand for: files, folders with records below, standard input.
enum RecordArguments {
  static let ending = ".inkml"

  /// Whether a file is a record by its name, in small letters or in capitals.
  static func isRecord(_ name: String) -> Bool {
    name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { written, small in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(written)
        ? written + 32 == small : written == small
    }
  }

  /// In the order of the arguments; the records of a folder by their path below it, compared as
  /// bytes, so that the order is the same everywhere.
  static func inputs(_ arguments: [String]) -> [RecordInput] {
    arguments.flatMap { inputs($0) }
  }

  /// One record, never a folder of them.
  static func record(_ argument: String) -> RecordInput {
    argument == "-"
      ? RecordInput(name: "-", path: "-", source: .standardInput) : file(argument)
  }

  private static func inputs(_ argument: String) -> [RecordInput] {
    if argument == "-" { return [record(argument)] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [file(argument)] }
    guard let found = below(argument) else {
      return [failure(argument, .noInput, "the folder cannot be read")]
    }
    guard !found.isEmpty else {
      return [failure(argument, .noInput, "there is no *\(ending) in the folder")]
    }
    let base = argument.hasSuffix("/") ? argument : argument + "/"
    return found.map {
      $0.isFolder
        ? failure(base + $0.name, .noInput, "the folder cannot be read") : file(base + $0.name)
    }
  }

  private static func file(_ path: String) -> RecordInput {
    RecordInput(name: RecordCase.name(ofPath: path), path: path, source: .file(path))
  }

  private static func failure(
    _ path: String, _ code: Failure.Code, _ what: String
  ) -> RecordInput {
    RecordInput(
      name: path, path: path,
      source: .failure(Failure(code, "\(path): \(what)")))
  }

  /// Whether opening a file could wait for ever: a pipe, a socket, a device.
  static func waits(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK, S_IFCHR, S_IFBLK].contains(status.st_mode & S_IFMT)
  }

  /// The records below a folder, and the folders in it that cannot be read; nil when the folder
  /// itself cannot be.
  private static func below(_ folder: String) -> [(name: String, isFolder: Bool)]? {
    guard (try? FileManager.default.contentsOfDirectory(atPath: folder)) != nil,
      // The walk follows no link, not even to the folder that is asked for.
      let walk = FileManager.default.enumerator(
        atPath: URL(filePath: folder).resolvingSymlinksInPath().path)
    else { return nil }
    var found: [(name: String, isFolder: Bool)] = []
    while let name = walk.nextObject() as? String {
      let isFolder = walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      if isFolder {
        // The walk passes over what it may not enter, without a word.
        guard access(folder + "/" + name, R_OK | X_OK) != 0 else { continue }
      } else if !isRecord(name) || waits(folder + "/" + name) {
        continue
      }
      found.append((name, isFolder))
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
