import Yams

/// A value of a YAML text with its place.
struct YAMLValue {
  enum Content {
    case scalar(YAMLScalar)
    case list([YAMLValue])
    case map([YAMLEntry])
  }

  var place: Place
  var content: Content
}

/// A key of a mapping and what stands there.
struct YAMLEntry {
  var key: String
  var place: Place
  var value: YAMLValue
  /// Where the same key stood before; nil for the first.
  var firstPlace: Place?
  /// Whether the key is a text at all, not a list, a mapping or nothing.
  var isText: Bool
}

/// Builds the values of a text that the token scan has let pass.
enum YAMLTree {
  /// - Throws: the first syntax error, or what the token scan refuses.
  static func compose(_ text: [UInt8]) throws(Refusal) -> YAMLValue {
    let (duplicates, end) = try TokenScan.look(at: text)
    let told = ToldApart(text, duplicates, end: end)
    let node: Node?
    do {
      let parser = try Yams.Parser(
        yaml: String(decoding: told.text, as: UTF8.self), resolver: .basic, encoding: .utf8)
      node = try parser.singleRoot()
    } catch {
      throw refusal(error, told)
    }
    guard let node else {
      throw Refusal(.start, "the file holds no scenario, only comments")
    }
    return value(node, told)
  }

  private static func value(_ node: Node, _ told: ToldApart) -> YAMLValue {
    let place = node.mark.map(told.place) ?? .start
    switch node {
    case .scalar(let scalar):
      return YAMLValue(
        place: place,
        content: .scalar(YAMLScalar(text: scalar.string, isPlain: scalar.style == .plain)))
    case .sequence(let sequence):
      return YAMLValue(place: place, content: .list(sequence.map { value($0, told) }))
    case .mapping(let mapping):
      return YAMLValue(place: place, content: .map(mapping.map { entry($0.key, $0.value, told) }))
    case .alias:
      // The token scan refuses aliases; a reader that finds one all the same gets nothing from it.
      return YAMLValue(place: place, content: .scalar(YAMLScalar(text: "", isPlain: true)))
    }
  }

  private static func entry(_ key: Node, _ node: Node, _ told: ToldApart) -> YAMLEntry {
    let place = key.mark.map(told.place) ?? .start
    var entry = YAMLEntry(
      key: "", place: place, value: value(node, told), firstPlace: nil, isText: false)
    guard case .scalar(let scalar) = key else { return entry }
    entry.isText = true
    entry.key = scalar.string
    if let duplicate = told.duplicate(at: place) {
      entry.key = String(scalar.string.unicodeScalars.dropFirst())
      entry.firstPlace = duplicate.first
    }
    return entry
  }

  private static func refusal(_ error: any Error, _ told: ToldApart) -> Refusal {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = told.place(mark)
      let begin = context.map { (text: $0.text, line: told.place($0.mark).line) }
      return Refusal(
        place, "not valid YAML: " + SyntaxWording.words(problem, at: place.line, begin: begin))
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "\"\(Wording.shortened($0))\"" }.joined(separator: ", ")
      return Refusal(told.place(context.mark), "the key \(names) stands twice in one mapping")
    default:
      return Refusal(.start, "not valid YAML")
    }
  }
}

/// A text in which keys that stand twice are told apart by a private character put before the later
/// ones, so that one reading finds every error of the file; places are those of the original text.
private struct ToldApart {
  let text: [UInt8]
  private let byPlace: [Place: TokenScan.Duplicate]
  private let end: Place
  /// Columns of the inserted characters, ascending, in each line that has any.
  private let inserted: [Int: [Int]]

  init(_ original: [UInt8], _ duplicates: [TokenScan.Duplicate], end: Place) {
    self.end = end
    var text: [UInt8] = []
    text.reserveCapacity(original.count + duplicates.count * 4)
    var from = 0
    var byPlace: [Place: TokenScan.Duplicate] = [:]
    var inserted: [Int: [Int]] = [:]
    for (number, duplicate) in duplicates.enumerated() {
      text += original[from..<duplicate.offset]
      text += ToldApart.mark(number)
      from = duplicate.offset
      byPlace[duplicate.place] = duplicate
      let before = inserted[duplicate.place.line]?.count ?? 0
      inserted[duplicate.place.line, default: []].append(duplicate.place.column + before)
    }
    text += original[from...]
    self.text = text
    self.byPlace = byPlace
    self.inserted = inserted
  }

  /// A character of the supplementary private use areas, another for each number.
  private static func mark(_ number: Int) -> [UInt8] {
    let scalar = UnicodeScalar(UInt32(0xF0000 + number % 0xFFFE)) ?? "\u{F0000}"
    return Array(String(Character(scalar)).utf8)
  }

  func duplicate(at place: Place) -> TokenScan.Duplicate? { byPlace[place] }

  func place(_ mark: Mark) -> Place {
    let before = insertedCharacters(before: mark)
    // A text that ends without a line end has its end, to the parser, in a line after the last.
    return min(Place(line: mark.line, column: mark.column - before), end)
  }

  private func insertedCharacters(before mark: Mark) -> Int {
    guard let columns = inserted[mark.line] else { return 0 }
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < mark.column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
