/// Every text a person reads in the window, by key, in one language.
public struct TextCatalogue: Sendable {
  /// A text, or one for each number that the language tells apart.
  enum Entry: Hashable, Sendable {
    case text(String)
    /// By plural category.
    case counted([PluralCategory: String])
  }

  /// The language's own name, as in `Deutsch`.
  public let language: String
  let plurals: PluralRule
  let entries: [String: Entry]

  init(language: String, plurals: PluralRule, entries: [String: Entry]) {
    self.language = language
    self.plurals = plurals
    self.entries = entries
  }

  /// Keys in the order of their letters.
  public var keys: [String] { entries.keys.sorted() }

  /// The text of a key with its `{names}` filled in; a key without a text is its own text, so that
  /// a gap in a translation is seen and nothing stops.
  public func text(_ key: String, _ arguments: KeyValuePairs<String, String> = [:]) -> String {
    switch entries[key] {
    case .text(let text): TextCatalogue.fill(text, arguments)
    case .counted(let forms): TextCatalogue.fill(forms[.other] ?? key, arguments)
    case nil: key
    }
  }

  /// The text of a key for a number, which also fills `{count}`.
  public func text(
    _ key: String, count: Int, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    let text: String
    switch entries[key] {
    case .text(let only): text = only
    case .counted(let forms):
      text = forms[plurals.category(of: count)] ?? forms[.other] ?? key
    case nil: text = key
    }
    let filled = TextCatalogue.fill(text, arguments)
    return TextCatalogue.fill(filled, ["count": String(count)])
  }

  /// Names in braces, one after another from the left; what was filled in is not looked at again.
  private static func fill(_ text: String, _ arguments: KeyValuePairs<String, String>) -> String {
    guard !arguments.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let name = rest[rest.index(after: open)..<close]
      if let value = arguments.first(where: { $0.key == name })?.value {
        result += value
      } else {
        result += rest[...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// Names in braces of a text, in order.
  public func placeholders(of key: String) -> [String] {
    let texts: [String] =
      switch entries[key] {
      case .text(let text): [text]
      case .counted(let forms): PluralCategory.allCases.compactMap { forms[$0] }
      case nil: []
      }
    var names: [String] = []
    for text in texts {
      for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
        guard let close = part.firstIndex(of: "}") else { continue }
        let name = String(part[..<close])
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }
}
