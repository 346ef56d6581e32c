/// A single value as it is written, understood by the core schema of YAML 1.2: `yes`, `no`, `on`
/// and dates are texts.
struct YAMLScalar {
  var text: String
  /// Written without quotes and not as a block.
  var isPlain: Bool

  enum Meaning {
    case nothing
    case truth(Bool)
    case whole(Int)
    /// May be infinite or no number.
    case number(Double)
    case text(String)
  }

  var meaning: Meaning {
    if !isPlain { return .text(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .nothing
    case "true", "True", "TRUE": return .truth(true)
    case "false", "False", "FALSE": return .truth(false)
    case ".nan", ".NaN", ".NAN": return .number(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
    default: return number ?? .text(text)
    }
  }

  private var number: Meaning? {
    if text.hasPrefix("0o"), let value = YAMLScalar.whole(text.dropFirst(2), radix: 8) {
      return value
    }
    if text.hasPrefix("0x"), let value = YAMLScalar.whole(text.dropFirst(2), radix: 16) {
      return value
    }
    guard YAMLScalar.isDecimal(Array(text.utf8)), let value = Double(text) else { return nil }
    // A number too big for Int keeps its size as a Double, for the message.
    if let whole = Int(text) { return .whole(whole) }
    return .number(value)
  }

  private static func whole(_ digits: Substring, radix: Int) -> Meaning? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0.isDigit(radix: radix) }) else { return nil }
    return Int(digits, radix: radix).map(Meaning.whole) ?? .number(.infinity)
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func isDecimal(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    func skipSign() {
      if let first = rest.first, "+-".utf8.contains(first) { rest = rest.dropFirst() }
    }
    func skipDigits() -> Int {
      let digits = rest.prefix { $0.isDigit(radix: 10) }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    skipSign()
    let before = skipDigits()
    var after = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      after = skipDigits()
    }
    if before + after == 0 { return false }
    if let first = rest.first, "eE".utf8.contains(first) {
      rest = rest.dropFirst()
      skipSign()
      if skipDigits() == 0 { return false }
    }
    return rest.isEmpty
  }
}

extension UInt8 {
  fileprivate func isDigit(radix: Int) -> Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "7"): true
    case UInt8(ascii: "8")...UInt8(ascii: "9"): radix >= 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): radix == 16
    default: false
    }
  }
}
