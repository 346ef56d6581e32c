/// Every text a person reads in the window, by key, in one language.
public struct TextCatalogue: Sendable {
  /// A text, or one for each number that the language tells apart.
  enum Entry: Hashable, Sendable {
    case text(String)
    /// By plural category.
    case counted([PluralCategory: String])
  }

  /// What becomes of the first letter of a name inside a sentence.
  public enum Capitals: String, CaseIterable, Sendable {
    /// "Warming oil" becomes "warming oil": English, Russian.
    case small
    /// Names keep it: German, and languages without small letters.
    case kept
  }

  /// The language of a shipped catalogue, such as `de`; nil for others.
  public internal(set) var code: String?
  /// The language's own name, as in `Deutsch`.
  public let language: String
  public let capitals: Capitals
  let plurals: PluralRule
  let entries: [String: Entry]
  /// What is shown for keys that this catalogue lacks.
  private var spare: Spare?

  private struct Spare: Sendable {
    let plurals: PluralRule
    let entries: [String: Entry]
  }

  init(
    language: String, plurals: PluralRule, capitals: Capitals = .small, entries: [String: Entry]
  ) {
    self.language = language
    self.plurals = plurals
    self.capitals = capitals
    self.entries = entries
  }

  /// This catalogue with the texts of another one where it has none itself.
  public func completed(by other: TextCatalogue) -> TextCatalogue {
    var completed = self
    completed.spare = Spare(plurals: other.plurals, entries: other.entries)
    return completed
  }

  /// Keys in the order of their letters.
  public var keys: [String] { entries.keys.sorted() }

  /// The text of a key with its `{names}` filled in.
  ///
  /// A key without a text is its own text, so that a gap is seen and nothing stops.
  public func text(_ key: String, _ arguments: KeyValuePairs<String, String> = [:]) -> String {
    switch entries[key] ?? spare?.entries[key] {
    case .text(let text): TextCatalogue.fill(text, arguments)
    case .counted(let forms): TextCatalogue.fill(forms[.other] ?? key, arguments)
    case nil: key
    }
  }

  /// The text of a key for a number, which also fills `{count}`.
  public func text(
    _ key: String, count: Int, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    let text =
      entries[key].flatMap { TextCatalogue.form($0, of: count, by: plurals) }
      ?? spare.flatMap { spare in
        spare.entries[key].flatMap { TextCatalogue.form($0, of: count, by: spare.plurals) }
      }
    return TextCatalogue.fill(text ?? key, arguments, count: String(count))
  }

  private static func form(_ entry: Entry, of number: Int, by rule: PluralRule) -> String? {
    switch entry {
    case .text(let text): text
    case .counted(let forms): forms[rule.category(of: number)] ?? forms[.other]
    }
  }

  /// A name as it is written inside a sentence.
  public func inSentence(_ name: String) -> String {
    guard capitals == .small, let first = name.first else { return name }
    return first.lowercased() + name.dropFirst()
  }

  /// Names in braces, one after another from the left; what was filled in is not looked at again.
  private static func fill(
    _ text: String, _ arguments: KeyValuePairs<String, String>, count: String? = nil
  ) -> String {
    guard count != nil || !arguments.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else {
      return text
    }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let name = rest[rest.index(after: open)..<close]
      let given = arguments.first { $0.key == name }?.value
      if let value = given ?? (name == "count" ? count : nil) {
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
      for name in TextCatalogue.placeholders(in: text) where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  static func placeholders(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }
}
