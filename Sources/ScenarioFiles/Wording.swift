/// How messages name things.
enum Wording {
  /// A text cut to a length that fits in a message, with control characters made visible.
  static func shortened(_ text: String, to limit: Int = 40) -> String {
    var result = ""
    var length = 0
    for scalar in text.unicodeScalars {
      if length == limit { return result + "..." }
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
      length += 1
    }
    return result
  }

  /// What was found, for the end of "found".
  static func found(_ value: YAMLValue) -> String {
    switch value.content {
    case .list: return "a list"
    case .map: return "a mapping"
    case .scalar(let scalar):
      switch scalar.meaning {
      case .nothing: return "nothing"
      case .truth: return "\(scalar.text), a truth value"
      case .whole, .number: return shortened(scalar.text)
      case .text(let text): return text.isEmpty ? "an empty text" : "\"\(shortened(text))\""
      }
    }
  }

  /// A number without a needless ".0".
  static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(value)
  }

  /// ` (did you mean "x"?)` when one of the allowed words is near, else empty.
  static func suggestion(_ found: String, among allowed: [String]) -> String {
    guard let near = Spelling.nearest(to: found, among: allowed) else { return "" }
    return " (did you mean \"\(near)\"?)"
  }

  /// "1 point", "2 points".
  static func count(_ number: Int, _ plural: String) -> String {
    "\(number) \(number == 1 ? String(plural.dropLast()) : plural)"
  }
}

/// Which word someone meant.
public enum Spelling {
  /// The word nearest to what was written, when it is near enough to be meant, of equals the
  /// first; else the only word that begins so.
  public static func nearest(to written: String, among words: [String]) -> String? {
    let letters = simplified(written)
    // Longer texts are no misspelling of a word.
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var best: [String] = []
    var bestDistance = Int.max
    for word in words {
      let wanted = simplified(word)
      let distance = distance(letters, wanted)
      if distance > max(1, min(letters.count, wanted.count) / 3) || distance > bestDistance {
        continue
      }
      best = distance < bestDistance ? [word] : best + [word]
      bestDistance = distance
    }
    if best.isEmpty && letters.count >= 3 {
      best = words.filter { simplified($0).starts(with: letters) }
      return best.count == 1 ? best[0] : nil
    }
    // Of words of two or three letters, each is as near as the next.
    return best.count > 1 && letters.count <= 3 ? nil : best.first
  }

  /// Lower case without separators, so that `red_flags` is `redFlags`.
  private static func simplified(_ text: String) -> [Character] {
    text.lowercased().filter { !"-_ ".contains($0) }.map { $0 }
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
