import Foundation
public import Scenarios

/// The cases a person can practise: their own, those shared on the machine, and the shipped ones.
///
/// Of two cases with one id the first place wins: own, shared, shipped; within a folder the first
/// file by name. A file with errors hides nothing and is listed with its errors.
public struct ScenarioLibrary: Sendable {
  public enum Origin: String, Sendable {
    case user, shipped
  }

  /// One file of the library.
  public struct Entry: Sendable {
    public let file: String
    public let origin: Origin
    /// The scenario, or why there is none.
    public let reading: Result<LoadedScenario, ScenarioFileError>
    /// Files whose case has the same id and is hidden by this one.
    public internal(set) var hidden: [String] = []

    public var scenario: Scenario? { try? reading.get().scenario }

    /// The scenario's id; for a file that has none because of errors, the file's name.
    public var id: String { scenario?.id ?? ScenarioLibrary.stem(file) }

    /// What is wrong with the file, nil when nothing is.
    public var error: ScenarioFileError? {
      if case .failure(let error) = reading { return error }
      return nil
    }

    /// The first message about what is wrong with the file; nil when nothing is.
    public var firstError: String? {
      guard case .invalid(let file, let diagnostics)? = error else { return error?.messages.first }
      return diagnostics.first(where: \.isError)?.rendered(file: file)
    }
  }

  /// Cases by difficulty, then id; after them files with errors, by path.
  public let entries: [Entry]

  /// - Parameters:
  ///   - folders: where to look, the first before the next.
  public init(folders: [(path: String, origin: Origin)]) {
    var good: [Entry] = []
    var bad: [Entry] = []
    var seen: [String] = []
    for folder in folders {
      let real = ScenarioLibrary.real(folder.path)
      if seen.contains(real) { continue }
      seen.append(real)
      for file in ScenarioLibrary.files(in: folder.path) {
        let entry = Entry(
          file: file, origin: folder.origin, reading: ScenarioLibrary.load(file))
        guard let id = entry.scenario?.id else {
          bad.append(entry)
          continue
        }
        if let winner = good.firstIndex(where: { $0.scenario?.id == id }) {
          good[winner].hidden.append(file)
        } else {
          good.append(entry)
        }
      }
    }
    func rank(_ entry: Entry) -> (Int, String) {
      (entry.scenario?.difficulty.rawValue ?? 0, entry.id)
    }
    entries = good.sorted { rank($0) < rank($1) } + bad.sorted { $0.file < $1.file }
  }

  /// The library of a person and a program.
  public init(user: UserFolders, shipped: ResourceFolder?) {
    var folders: [(path: String, origin: Origin)] = [(user.scenarios, .user)]
    // The shipped cases of an installed program can lie within a shared folder.
    let shippedPath = shipped.map { ScenarioLibrary.real($0.scenarios) }
    for path in user.sharedScenarios where ScenarioLibrary.real(path) != shippedPath {
      folders.append((path, .user))
    }
    if let shipped { folders.append((shipped.scenarios, .shipped)) }
    self.init(folders: folders)
  }

  /// The library of the running program.
  public static func ofThisProcess() -> ScenarioLibrary {
    ScenarioLibrary(user: .ofThisProcess(), shipped: .ofThisProgram())
  }

  /// The case with an id of the library, or the one in a file.
  ///
  /// What holds a `/` or ends in `.yaml` is a path; anything else is first an id, then a path.
  public func find(_ name: String) throws(ScenarioFileError) -> LoadedScenario {
    if let entry = try entry(name) { return try entry.reading.get() }
    return try LoadedScenario.load(file: name)
  }

  /// The file in which ``find(_:)`` looks, whether or not it can be used.
  public func file(of name: String) throws(ScenarioFileError) -> String {
    try entry(name)?.file ?? name
  }

  /// The file of the library that bears an id; nil for a path.
  private func entry(_ name: String) throws(ScenarioFileError) -> Entry? {
    if name.contains("/") || name.hasSuffix(".yaml") { return nil }
    if let entry = entries.first(where: { $0.scenario?.id == name }) { return entry }
    if FileManager.default.fileExists(atPath: name) { return nil }
    if let entry = entries.first(where: { $0.id == name }) { return entry }
    throw .unknown(name, didYouMean: Spelling.nearest(to: name, among: entries.map(\.id)))
  }

  private static func load(_ file: String) -> Result<LoadedScenario, ScenarioFileError> {
    do throws(ScenarioFileError) {
      return .success(try LoadedScenario.load(file: file))
    } catch {
      return .failure(error)
    }
  }

  /// The `*.yaml` files of a folder by name; none when there is no such folder.
  private static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
      .map { "\(folder)/\($0)" }.filter { !isDevice($0) }
  }

  /// Whether opening a file could wait for ever: a pipe, a socket, a device.
  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK, S_IFCHR, S_IFBLK].contains(status.st_mode & S_IFMT)
  }

  /// A path without symbolic links.
  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }
}
