/// A mapping whose keys are known: says which are unknown, stand twice or are missing.
struct MapReader {
  let place: Place
  /// The path of the mapping, "" for the file itself.
  let path: String
  private let entries: [YAMLEntry]
  private let findings: Findings

  /// - Parameters:
  ///   - keys: every key that is allowed.
  ///   - elsewhere: keys that are allowed only under other circumstances, and which.
  /// - Returns: nil, reported, when the value is no mapping.
  init?(
    _ value: YAMLValue, path: String, keys: [String], elsewhere: [String: String] = [:],
    findings: Findings
  ) {
    guard case .map(let entries) = value.content else {
      let what = path.isEmpty ? "" : "\(path): "
      findings.error(
        value.place,
        "\(what)found \(Wording.found(value)), expected keys: \(keys.joined(separator: ", "))")
      return nil
    }
    place = value.place
    self.path = path
    self.findings = findings
    self.entries = entries.filter { $0.isText && $0.firstPlace == nil }
    for entry in entries {
      MapReader.check(entry, keys, elsewhere, findings)
    }
  }

  private static func check(
    _ entry: YAMLEntry, _ keys: [String], _ elsewhere: [String: String], _ findings: Findings
  ) {
    let name = Wording.shortened(entry.key)
    if !entry.isText {
      findings.error(entry.place, "found a key that is no text, allowed: \(list(keys))")
    } else if let first = entry.firstPlace {
      findings.error(
        entry.place, "the key \"\(name)\" stands twice, first in line \(first.line)")
    } else if let reason = elsewhere[entry.key], !keys.contains(entry.key) {
      findings.error(entry.place, "the key \"\(name)\" \(reason), allowed: \(list(keys))")
    } else if !keys.contains(entry.key) {
      let suggestion = Wording.suggestion(entry.key, among: keys)
      findings.error(
        entry.place, "unknown key \"\(name)\"\(suggestion), allowed: \(list(keys))")
    }
  }

  private static func list(_ keys: [String]) -> String { keys.joined(separator: ", ") }

  /// The path of a key of this mapping.
  func name(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func value(_ key: String) -> YAMLValue? { entries.first { $0.key == key }?.value }

  /// The value of a key that must be there; its absence is reported.
  func required(_ key: String) -> YAMLValue? {
    if let value = value(key) { return value }
    let owner = path.isEmpty ? "" : " of \(path)"
    findings.error(place, "the key \"\(key)\"\(owner) is missing")
    return nil
  }

  /// Reads a key that may be left out; nil when it is left out or wrong.
  func optional<Value>(_ key: String, _ read: (YAMLValue, String) -> Value?) -> Value? {
    guard let value = value(key) else { return nil }
    return read(value, name(key))
  }

  /// Reads a key that must be there.
  func required<Value>(_ key: String, _ read: (YAMLValue, String) -> Value?) -> Value? {
    guard let value = required(key) else { return nil }
    return read(value, name(key))
  }
}
