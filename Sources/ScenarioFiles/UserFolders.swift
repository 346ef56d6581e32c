import Foundation

/// Where a person's own cases, history and settings are.
public struct UserFolders: Hashable, Sendable {
  /// The person's own cases.
  public let scenarios: String
  /// Cases for everyone on this machine, the first before the next.
  public let sharedScenarios: [String]
  /// Who practises, what was done, courses.
  public let historyFile: String
  public let records: String
  /// What waits to be handed over.
  public let outbox: String
  /// What was handed over.
  public let delivered: String
  public let settingsFile: String

  /// The folders that an environment names: `EFFLEURAGE_HOME`, else the XDG base directories.
  ///
  /// Relative paths in the XDG variables count as unset, as their specification says.
  public init(environment: [String: String], home: String) {
    func folder(_ name: String, _ usual: String) -> String {
      guard let value = environment[name], value.hasPrefix("/") else { return usual }
      return UserFolders.trimmed(value)
    }
    let own: String
    let settings: String
    if let given = environment["EFFLEURAGE_HOME"], !given.isEmpty {
      own = UserFolders.trimmed(given)
      settings = own
    } else {
      own = folder("XDG_DATA_HOME", "\(home)/.local/share") + "/effleurage"
      settings = folder("XDG_CONFIG_HOME", "\(home)/.config") + "/effleurage"
    }
    scenarios = "\(own)/scenarios"
    historyFile = "\(own)/history.sqlite"
    records = "\(own)/records"
    outbox = "\(own)/outbox"
    delivered = "\(own)/delivered"
    settingsFile = "\(settings)/settings.yaml"
    let named = environment["XDG_DATA_DIRS"] ?? ""
    let shared = named.isEmpty ? "/usr/local/share:/usr/share" : named
    sharedScenarios = shared.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
      .map { UserFolders.trimmed($0) + "/effleurage/scenarios" }
  }

  /// The folders of the running program's environment.
  public static func ofThisProcess() -> UserFolders {
    let environment = ProcessInfo.processInfo.environment
    return UserFolders(
      environment: environment, home: environment["HOME"] ?? NSHomeDirectory())
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
