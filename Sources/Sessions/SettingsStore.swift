import Foundation
public import Preferences
import Records
import ScenarioFiles
import Yams

/// The file in which settings are kept.
///
/// Only what changed is written, into what the file then holds: keys that this program does not know
/// survive, and so does what another running program changed meanwhile. The file is whole or not
/// there. One that cannot be understood is kept under another name before a new one is written.
public struct SettingsStore: Sendable {
  /// Settings as they are in the file.
  public struct Reading: Hashable, Sendable {
    public var settings: Settings
    /// What is wrong with the file, in sentences; nil when nothing is.
    public var problem: String?
  }

  /// Version of the file's format.
  public static let version = 1

  /// Made with the first change.
  public let file: String
  /// How long a change waits for another program.
  var patience = FolderLock.patience

  public init(file: String) { self.file = file }

  /// The settings of the file; the usual ones where it says nothing or cannot be understood.
  public func read() -> Reading {
    switch content() {
    case .missing: return Reading(settings: Settings(), problem: nil)
    case .unusable(let reason):
      return Reading(settings: Settings(), problem: SessionWords.settingsUnusable(file, reason))
    case .tree(let tree):
      var settings = Settings()
      let strange = SettingsTree.take(tree, into: &settings)
      return Reading(
        settings: settings,
        problem: strange.isEmpty ? nil : SessionWords.settingsStrange(file, keys: strange))
    }
  }

  /// Writes what differs between two states of the settings.
  ///
  /// - Returns: the name under which a file that could not be understood is kept; nil when there
  ///   was none.
  /// - Throws: ``StoreError`` when the file cannot be written, also because another program does
  ///   not let go of it.
  @discardableResult
  public func write(_ new: Settings, changedFrom old: Settings) throws(StoreError) -> String? {
    let changes = SettingsTree.changes(from: old, to: new)
    guard !changes.isEmpty else { return nil }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .folder(folder, reason: StoreError.reason(error))
    }
    let lock = try FolderLock(folder, toChange: file, patience: patience)
    defer { lock.release() }
    var tree = Node.Mapping([])
    var kept: String?
    switch content() {
    case .missing: break
    case .tree(let known): tree = known
    case .unusable: kept = try setAside()
    }
    // What could not be understood does not carry over, so all that was chosen is written.
    for change in kept == nil ? changes : SettingsTree.changes(from: Settings(), to: new) {
      SettingsTree.put(change, into: &tree)
    }
    do {
      let text = try Yams.serialize(
        node: .mapping(SettingsTree.versioned(tree)), allowUnicode: true)
      let output = try OutputFile(file)
      try output.write(Array(text.utf8))
      try output.commit()
    } catch {
      throw .file(file, reason: StoreError.reason(error))
    }
    return kept
  }

  private enum Content {
    case missing
    case tree(Node.Mapping)
    /// Why, as the rest of a sentence.
    case unusable(String)
  }

  /// More than any settings need; a file of another kind is not read to its end.
  private static let mostBytes = 1 << 20

  private func content() -> Content {
    guard FileManager.default.fileExists(atPath: file) else { return .missing }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      return .unusable(SessionWords.settingsUnreadable)
    }
    defer { try? handle.close() }
    do {
      let data = try handle.read(upToCount: SettingsStore.mostBytes + 1) ?? Data()
      guard data.count <= SettingsStore.mostBytes, let text = String(data: data, encoding: .utf8)
      else { return .unusable(SessionWords.settingsNoText) }
      if let fault = YAMLBounds.fault(in: Array(data)) {
        return .unusable(SessionWords.settingsDamaged(line: fault.line, problem: fault.message))
      }
      guard let node = try Yams.compose(yaml: text) else { return .tree(Node.Mapping([])) }
      guard case .mapping(let tree) = node else { return .unusable(SessionWords.settingsNoText) }
      let version = SettingsTree.version(tree)
      guard let version else { return .unusable(SessionWords.settingsNoVersion) }
      guard version <= SettingsStore.version else { return .unusable(SessionWords.settingsNewer) }
      return .tree(tree)
    } catch let error as YamlError {
      return .unusable(SettingsStore.place(of: error))
    } catch {
      return .unusable(StoreError.reason(error))
    }
  }

  private static func place(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      SessionWords.settingsDamaged(line: mark.line, problem: problem)
    default: SessionWords.settingsNoText
    }
  }

  /// Gives the file a name of its own beside its place.
  private func setAside() throws(StoreError) -> String {
    let stem = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
    var number = 1
    while true {
      let name = "\(stem).kept\(number == 1 ? "" : "-\(number)").yaml"
      if link(file, name) == 0 {
        unlink(file)
        return name
      }
      if errno != EEXIST {
        // Some file systems know no second name.
        guard !FileManager.default.fileExists(atPath: name) else {
          number += 1
          continue
        }
        guard rename(file, name) == 0 else {
          throw .file(name, reason: String(cString: strerror(errno)))
        }
        return name
      }
      number += 1
    }
  }
}
