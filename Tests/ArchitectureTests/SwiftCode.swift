/// Swift text without its prose: what remains is what the compiler acts on.
enum SwiftCode {
  /// The lines of a file, comments and the contents of string literals removed.
  static func stripped(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var state = State.code
    let bytes = Array(text.utf8)
    var index = 0

    func follows(_ word: String) -> Bool { bytes[index...].starts(with: word.utf8) }

    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        lines.append(String(decoding: line, as: UTF8.self))
        line = []
        if state == .lineComment || state == .string { state = .code }
        index += 1
        continue
      }
      switch state {
      case .code:
        if follows("//") {
          state = .lineComment
        } else if follows("/*") {
          state = .blockComment
          index += 1
        } else if follows("\"\"\"") {
          state = .longString
          line.append(byte)
          index += 2
        } else if follows("#\"") {
          state = .rawString
          line.append(UInt8(ascii: "\""))
          index += 1
        } else {
          if byte == UInt8(ascii: "\"") { state = .string }
          line.append(byte)
        }
      case .lineComment: break
      case .blockComment:
        if follows("*/") {
          state = .code
          index += 1
        }
      case .string:
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          state = .code
          line.append(byte)
        }
      case .longString:
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if follows("\"\"\"") {
          state = .code
          line.append(byte)
          index += 2
        }
      case .rawString:
        if follows("\"#") {
          state = .code
          line.append(byte)
          index += 1
        }
      }
      index += 1
    }
    lines.append(String(decoding: line, as: UTF8.self))
    return lines
  }

  private enum State { case code, lineComment, blockComment, string, longString, rawString }

  /// The modules that code imports, each once, in order.
  static func imports(of code: [String]) -> [String] {
    var modules: [String] = []
    for line in code {
      var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
      while let first = words.first, first.hasPrefix("@") || accessLevels.contains(first) {
        words.removeFirst()
      }
      guard words.count >= 2, words[0] == "import" else { continue }
      let target = kinds.contains(words[1]) && words.count >= 3 ? words[2] : words[1]
      let module = String(target.prefix { $0 != "." && $0 != ";" })
      if !modules.contains(module) { modules.append(module) }
    }
    return modules
  }

  private static let accessLevels = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds = [
    "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
  ]
}
