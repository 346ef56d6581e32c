/// One use of the catalogue in the sources.
struct TextUse: CustomStringConvertible {
  /// A key; parts that are only known when the program runs are holes.
  var key: String
  var names: [String]
  var counts: Bool
  var place: String

  var description: String { "\(place): \(key)" }

  func means(_ key: String) -> Bool {
    let parts = self.key.split(
      separator: SwiftText.Literal.hole, omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return key == self.key
    }
    guard key.hasPrefix(first), key.hasSuffix(last), key.count > first.count + last.count else {
      return false
    }
    var rest = key.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

/// What a source says of texts.
struct TextUses {
  var uses: [TextUse] = []
  /// What cannot be checked because a key is not written out.
  var unclear: [String] = []
  /// Literals that are neither keys nor names of arguments.
  var others: [SwiftText.Literal] = []

  init(_ source: String, file: String) {
    let text = SwiftText(source)
    var taken: Set<Int> = []
    for (call, counts) in [("Texts[", false), ("Texts.count(", true)] {
      for place in text.places(of: call) {
        let open = place + call.utf8.count - 1
        let end = text.closing(open)
        let inside = text.literals.filter { $0.start > open && $0.end < end }
        let comma = TextUses.comma(text, open, end)
        let keys = inside.filter { key in
          key.end <= comma && !inside.contains { $0.start < key.start && $0.end > key.end }
        }
        let names = TextUses.names(text, from: comma, to: end, inside)
        let position = "\(file):\(text.line(of: place))"
        if keys.isEmpty { unclear.append("\(position): the key is not written out") }
        for key in keys {
          uses.append(
            TextUse(key: key.text, names: names.map(\.text), counts: counts, place: position))
        }
        taken.formUnion((keys + names).map(\.start))
      }
    }
    others = text.literals.filter { !taken.contains($0.start) }
  }

  /// The comma after the first argument, or the end of the call.
  private static func comma(_ text: SwiftText, _ open: Int, _ end: Int) -> Int {
    var place = open + 1
    while place < end - 1 {
      switch text.code[place] {
      case UInt8(ascii: ","): return place
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): place = text.closing(place)
      default: place += 1
      }
    }
    return end
  }

  /// The names of the arguments: literals with a colon behind them, right inside the last brackets.
  private static func names(
    _ text: SwiftText, from: Int, to end: Int, _ inside: [SwiftText.Literal]
  ) -> [SwiftText.Literal] {
    var place = from
    while place < end - 1, text.code[place] != UInt8(ascii: "[") {
      place = text.code[place] == UInt8(ascii: "(") ? text.closing(place) : place + 1
    }
    guard place < end - 1 else { return [] }
    let close = text.closing(place)
    var names: [SwiftText.Literal] = []
    var next = place + 1
    while next < close - 1 {
      if let literal = inside.first(where: { $0.start == next }) {
        next = literal.end
        if text.code[next] == UInt8(ascii: ":") { names.append(literal) }
        continue
      }
      switch text.code[next] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): next = text.closing(next)
      default: next += 1
      }
    }
    return names
  }
}
