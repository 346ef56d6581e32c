import Foundation
import Testing

/// `docs/measures.md` names every key, code and figure of the sources, and none that is gone.
@Suite struct MeasuresPageTests {
  static let page: String = {
    let url = SourceTree.root.appending(path: "docs/measures.md")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }()

  /// Words that stand between backticks.
  static let named: Set<String> = {
    let parts = page.split(separator: "`", omittingEmptySubsequences: false)
    return Set(parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
  }()

  private static func unnamed(_ words: [String]) -> [String] {
    Set(words).subtracting(named).sorted()
  }

  private static func text(_ room: String, _ prefix: String) -> String {
    SourceTree.files.filter { $0.path.hasPrefix("Sources/\(room)/\(prefix)") }.map(\.text)
      .joined(separator: "\n")
  }

  private static func found(_ pattern: String, in text: String) throws -> [String] {
    try text.matches(of: Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
  }

  // MARK: Keys

  static let keys: [String] =
    (try? found(#""(\w+)": "#, in: text("Handover", "ResultJSON"))) ?? []

  @Test func everyKeyOfAResultIsNamed() {
    #expect(Set(Self.keys).count > 50, "the keys were not found in the sources")
    #expect(Self.unnamed(Self.keys) == [], "docs/measures.md does not name them")
  }

  @Test func everyColumnAndStateOfTheSeriesIsNamed() throws {
    let list = try #require(
      Self.text("Handover", "SeriesCSV").firstMatch(of: /columns = \[([^\]]*)\]/)?.1)
    let columns = try Self.found(#""(\w+)""#, in: String(list))
    #expect(columns.count > 10)
    let cases = try #require(
      Self.text("Scoring", "Series").firstMatch(of: /enum State[^{]*\{([^}]*)\}/)?.1)
    let states = try Self.found(#"case (.*)"#, in: String(cases)).map { name in
      name.split(separator: "\"").dropFirst().first.map(String.init) ?? name
    }
    #expect(states.count > 5)
    #expect(Self.unnamed(columns + states) == [], "docs/measures.md does not name them")
  }

  // MARK: Codes

  static let criteria = ["procedure", "path", "speed", "pressure", "spasm", "flow", "technique"]

  /// Codes as the sources put them together: whole, by what is not shown, and those of procedure.
  static let codes: Set<String> = {
    let scoring = text("Scoring", "")
    let whole = try? found(
      #""((?:\#(criteria.joined(separator: "|")))\.[A-Za-z]+)""#, in: scoring)
    let missing = try? found(#"notShown\(\.(\w+)\)"#, in: scoring).map { $0 + ".notShown" }
    let procedure = try? found(
      #"\b(?:code|choice)\(\s*"(\w+)""#, in: text("Scoring", "Measures+Procedure")
    ).map { "procedure." + $0 }
    return Set((whole ?? []) + (missing ?? []) + (procedure ?? []))
  }()

  @Test func everyCodeIsNamed() {
    for criterion in Self.criteria {
      let count = Self.codes.count { $0.hasPrefix(criterion + ".") }
      #expect(count >= 3, "the codes of \(criterion) were not found in the sources")
    }
    #expect(Self.unnamed(Array(Self.codes)) == [], "docs/measures.md does not name them")
  }

  @Test func noCodeIsNamedThatIsGone() throws {
    let pattern = try Regex(#"(?:\#(Self.criteria.joined(separator: "|")))\.[A-Za-z]+"#)
    let others = ["speed.none"]
    let gone = Self.named.subtracting(Self.codes).subtracting(others).filter {
      $0.wholeMatch(of: pattern) != nil
    }
    #expect(gone == [], "docs/measures.md names them")
  }

  // MARK: Figures

  /// Name and value of each figure of the rule set, as the source has it.
  static let figures: [(name: String, values: [Double])] =
    text("Scoring", "RuleSet").matches(of: /\n  var (\w+) = (.*)/).map { match in
      let numbers = match.2.matches(of: /[0-9][0-9_.]*/).compactMap { number in
        Double(number.output.replacing("_", with: ""))
      }
      return (String(match.1), numbers)
    }

  /// What a unit of the page may stand for in the source.
  static func factors(_ unit: String) -> [Double] {
    switch unit {
    case "ms": [1_000]
    case "s": [1_000_000, 1]
    case "mm": [1, 1_000_000]
    case "share": [1, 1_000]
    default: [1]
    }
  }

  @Test func everyFigureOfTheRuleSetStandsWithItsValue() throws {
    #expect(Self.figures.count > 80, "the figures were not found in the source")
    let rows = Self.page.matches(of: /\n\| `(\w+)` \| ([0-9., ]+) \| ([\w\/]+) \|/)
    for (name, values) in Self.figures {
      let row = rows.first { $0.1 == name }
      let stated =
        row?.2.split(separator: ",").compactMap {
          Double($0.trimmingCharacters(in: .whitespaces))
        } ?? []
      let fits = Self.factors(row.map { String($0.3) } ?? "").contains { factor in
        stated.count == values.count
          && zip(stated, values).allSatisfy { abs($0 * factor - $1) < 1e-9 }
      }
      #expect(fits, "docs/measures.md: \(name) is \(values), stated is \(stated)")
    }
    #expect(rows.count == Self.figures.count)
  }
}
