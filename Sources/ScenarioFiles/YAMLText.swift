/// Texts and numbers as a case file holds them: without quotes where those are not needed.
enum YAMLText {
  /// A text on one line, which reads back as it is.
  ///
  /// - Parameter inFlow: whether it stands between brackets, where more characters mean something.
  static func scalar(_ text: String, inFlow: Bool) -> String {
    if isPlain(text, inFlow: inFlow) { return text }
    // The reader takes one line end away at the end, which block texts of YAML have.
    let whole = text.unicodeScalars.last == "\n" ? text + "\n" : text
    let scalars = whole.unicodeScalars
    let hasMarks = scalars.contains { $0 == "\"" || $0 == "\\" }
    if hasMarks && !scalars.contains(where: needsEscape) {
      return "'" + scalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
    }
    return "\"" + scalars.map(escaped).joined() + "\""
  }

  /// A number in the fewest digits that read back as the same.
  static func number(_ value: Double) -> String { Wording.number(value) }

  /// Whole hundredths as a decimal number, exactly.
  static func hundredths(_ value: Int) -> String {
    let magnitude = Int(value.magnitude)
    var text = (value < 0 ? "-" : "") + String(magnitude / 100)
    let rest = magnitude % 100
    if rest != 0 {
      text += rest < 10 ? ".0\(rest)" : ".\(rest % 10 == 0 ? rest / 10 : rest)"
    }
    return text
  }

  /// A line of comment, without what a file may not hold.
  static func comment(_ text: String) -> String {
    let words = String(
      String.UnicodeScalarView(text.unicodeScalars.map { needsEscape($0) ? "?" : $0 }))
    return words.isEmpty ? "#" : "# \(words)"
  }

  /// The lines of a folded block text (`>-`), without indentation; nil for a text that folding
  /// would change.
  static func folded(_ text: String, width: Int) -> [String]? {
    let words = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1, !words.contains(where: \.isEmpty),
      !text.unicodeScalars.contains(where: needsEscape)
    else { return nil }
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in words {
      if length > 0 && length + 1 + word.count > width {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 { line += " " }
      line.unicodeScalars.append(contentsOf: word)
      length += word.count + (length > 0 ? 1 : 0)
    }
    return lines + [line]
  }

  // MARK: Without quotes

  /// Words that the core schema of YAML 1.2 takes for texts and older readers for truth values.
  private static let olderTruth = ["y", "n", "yes", "no", "on", "off"]

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, canBegin(first), last != " ",
      last != ":", !scalars.contains(where: needsEscape),
      // What has no letter may be a date or a number to some reader.
      scalars.contains(where: \.properties.isAlphabetic),
      !olderTruth.contains(text.lowercased())
    else { return false }
    guard case .text(text) = YAMLScalar(text: text, isPlain: true).meaning else { return false }
    if inFlow && scalars.contains(where: { ",[]{}:?\"'#".unicodeScalars.contains($0) }) {
      return false
    }
    return !zip(scalars, scalars.dropFirst()).contains { pair in
      pair == (":", " ") || pair == (" ", "#")
    }
  }

  /// Letters, digits, an opening bracket, and whatever is beyond ASCII: nothing that begins
  /// anything in YAML.
  private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "(": true
    default: scalar.value > 0xA0
    }
  }

  // MARK: Escapes

  /// Whether a character must not stand as it is: it cannot be seen, ends a line to some readers,
  /// or is refused by ``TextCheck``.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    default:
      guard needsEscape(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
