public import Scoring

/// JSON as text whose bytes depend on the values alone: no white space, keys in the given order.
public enum JSONText {
  public static let null = "null"

  /// A string literal: UTF-8, only `"`, `\` and U+0000 to U+001F escaped.
  public static func string(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{08}": text += "\\b"
      case "\u{09}": text += "\\t"
      case "\u{0A}": text += "\\n"
      case "\u{0C}": text += "\\f"
      case "\u{0D}": text += "\\r"
      case "\u{00}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  public static func string(_ value: String?) -> String {
    value.map { string($0) } ?? null
  }

  /// A number, or null for a measure that does not apply.
  public static func figure(_ value: Figure?) -> String {
    value.map(\.description) ?? null
  }

  public static func whole(_ value: Int?) -> String {
    value.map { String($0) } ?? null
  }

  public static func boolean(_ value: Bool) -> String { value ? "true" : "false" }

  /// An array of values that are JSON already.
  public static func array(_ values: [String]) -> String {
    "[" + values.joined(separator: ",") + "]"
  }

  /// An object of values that are JSON already.
  public static func object(_ members: KeyValuePairs<String, String>) -> String {
    "{" + self.members(members) + "}"
  }

  /// An object of values that are JSON already, without the members that are nil.
  static func object(_ members: [(key: String, value: String?)]) -> String {
    let present = members.compactMap { member in
      member.value.map { string(member.key) + ":" + $0 }
    }
    return "{" + present.joined(separator: ",") + "}"
  }

  /// The inside of an object.
  static func members(_ members: KeyValuePairs<String, String>) -> String {
    members.map { string($0.key) + ":" + $0.value }.joined(separator: ",")
  }
}
