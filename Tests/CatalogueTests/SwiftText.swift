/// Swift source as far as texts matter: its string literals, and the code around them.
struct SwiftText {
  /// A literal; what it interpolates is a hole.
  struct Literal {
    static let hole: Character = "\u{FFFC}"

    var text: String
    /// Of its first quote, in bytes.
    var start: Int
    /// Behind its last quote.
    var end: Int
    var line: Int
  }

  private(set) var literals: [Literal] = []
  /// The code with comments and literals blanked, as long as the source; what literals interpolate
  /// is code.
  private(set) var code: [UInt8]

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  init(_ source: String) {
    bytes = Array(source.utf8)
    code = bytes
    readCode(until: nil)
    literals.sort { $0.start < $1.start }
  }

  private func follows(_ word: String) -> Bool {
    bytes[min(index, bytes.count)...].starts(with: word.utf8)
  }

  private mutating func skip(_ count: Int) {
    for place in index..<min(index + count, bytes.count) {
      if bytes[place] == UInt8(ascii: "\n") { line += 1 } else { code[place] = UInt8(ascii: " ") }
    }
    index += count
  }

  /// Reads code up to the parenthesis that closes an interpolation, or to the end.
  private mutating func readCode(until closing: UInt8?) {
    var depth = 0
    while index < bytes.count {
      if follows("//") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { skip(1) }
      } else if follows("/*") {
        skip(2)
        var comments = 1
        while index < bytes.count, comments > 0 {
          if follows("*/") {
            comments -= 1
            skip(2)
          } else if follows("/*") {
            comments += 1
            skip(2)
          } else {
            skip(1)
          }
        }
      } else if bytes[index] == UInt8(ascii: "\"") || follows("#\"") {
        readLiteral()
      } else {
        let byte = bytes[index]
        if byte == closing, depth == 0 { return }
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if byte == UInt8(ascii: "\n") { line += 1 }
        index += 1
      }
    }
  }

  private mutating func readLiteral() {
    let (start, first) = (index, line)
    let isRaw = follows("#")
    if isRaw { skip(1) }
    let quote = follows("\"\"\"") ? "\"\"\"" : "\""
    skip(quote.utf8.count)
    let end = isRaw ? quote + "#" : quote
    var text: [UInt8] = []
    while index < bytes.count, !follows(end) {
      if !isRaw, follows("\\(") {
        skip(1)
        // What is interpolated is code, its brackets too.
        index += 1
        readCode(until: UInt8(ascii: ")"))
        index += 1
        text += Array(String(Literal.hole).utf8)
      } else if !isRaw, bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        // An escaped character is never part of a word.
        text.append(UInt8(ascii: " "))
        skip(2)
      } else {
        text.append(bytes[index])
        skip(1)
      }
    }
    skip(min(end.utf8.count, bytes.count - index))
    literals.append(
      Literal(text: String(decoding: text, as: UTF8.self), start: start, end: index, line: first))
  }

  /// The place behind the bracket that closes the one at a place.
  func closing(_ open: Int) -> Int {
    var depth = 0
    for place in open..<code.count {
      switch code[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
    }
    return code.count
  }

  /// Places of a word in the code.
  func places(of word: String) -> [Int] {
    let word = Array(word.utf8)
    guard code.count >= word.count else { return [] }
    return (0...code.count - word.count).filter {
      code[$0] == word[0] && code[$0...].starts(with: word)
    }
  }

  func line(of place: Int) -> Int {
    1 + bytes[..<place].filter { $0 == UInt8(ascii: "\n") }.count
  }
}
