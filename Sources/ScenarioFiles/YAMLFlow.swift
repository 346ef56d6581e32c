/// A value between brackets, as it will be written.
enum YAMLFlow {
  /// Text that is never broken over lines: a word, a number, a point.
  case atom(String)
  case list([YAMLFlow])
  case map([(key: String, value: YAMLFlow)])

  static func text(_ text: String) -> YAMLFlow { .atom(YAMLText.scalar(text, inFlow: true)) }

  static func number(_ value: Double) -> YAMLFlow { .atom(YAMLText.number(value)) }

  static func whole(_ value: Int) -> YAMLFlow { .atom(String(value)) }

  static func words<Word: RawRepresentable>(_ words: [Word]) -> YAMLFlow
  where Word.RawValue == String {
    .list(words.map { .atom($0.rawValue) })
  }

  /// Pieces that go on one line each or together; a line may end after each.
  private var pieces: [String] {
    switch self {
    case .atom(let text): return [text]
    case .list(let items):
      return YAMLFlow.joined(items.map(\.pieces), open: "[", close: "]")
    case .map(let entries):
      let parts = entries.map { entry -> [String] in
        var pieces = entry.value.pieces
        pieces[0] = "\(entry.key): \(pieces[0])"
        return pieces
      }
      return YAMLFlow.joined(parts, open: "{", close: "}")
    }
  }

  private static func joined(_ parts: [[String]], open: String, close: String) -> [String] {
    guard !parts.isEmpty else { return [open + close] }
    var pieces: [String] = []
    for (index, part) in parts.enumerated() {
      var part = part
      if index == 0 { part[0] = open + part[0] }
      part[part.count - 1] += index == parts.count - 1 ? close : ","
      pieces += part
    }
    return pieces
  }

  /// The value on as few lines as go, the first of which begins with `lead`.
  func lines(after lead: String, indent: Int, width: Int) -> [String] {
    var lines: [String] = []
    var line = lead
    var isEmpty = true
    for piece in pieces {
      let length = line.unicodeScalars.count + piece.unicodeScalars.count
      if !isEmpty && length + 1 > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + piece
      } else {
        line += (isEmpty ? "" : " ") + piece
      }
      isEmpty = false
    }
    return lines + [line]
  }
}
