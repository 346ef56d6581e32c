import Foundation
import Testing

@testable import ScenarioFiles

/// The schema that editors use accepts and refuses what the reader does.
@Suite(
  .enabled(
    if: SchemaValidator.isInstalled, "needs Debian's python3-jsonschema: Scripts/setup --tests"))
struct SchemaTests {
  private static let shipped: [(name: String, text: String)] = {
    let folder = SchemaValidator.schema.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  /// Errors that no schema can find: they compare values with each other.
  private static let beyondASchema = [
    "full must lie within none", "full must not be greater than none",
    "must not be greater than the second", "must sum to 100", "which stands in line",
    "neighbours must differ", "an outline closes by itself", "stands still somewhere",
    "mm below C7",
  ]

  /// The errors of a text that a schema could find.
  private func errors(_ text: String) -> [String] {
    ScenarioReader.read(bytes: Array(text.utf8)).1.filter(\.isError).map(\.message)
      .filter { message in !Self.beyondASchema.contains { message.contains($0) } }
  }

  @Test func everyShippedCaseIsAccepted() throws {
    let cases = Self.shipped
    #expect(cases.count == 23)
    let refusals = try SchemaValidator.refusals(
      of: cases.map { try JSONTree(yaml: $0.text).text })
    #expect(refusals.count == cases.count)
    for (entry, refusal) in zip(cases, refusals) {
      #expect(refusal == "", "\(entry.name)")
      #expect(errors(entry.text) == [])
    }
  }

  /// JSON is YAML: one text is judged by both.
  @Test func theReaderReadsTheSameFromJSON() throws {
    for entry in Self.shipped {
      let json = try JSONTree(yaml: entry.text).text
      #expect(
        ScenarioReader.read(bytes: Array(json.utf8)).0
          == ScenarioReader.read(bytes: Array(entry.text.utf8)).0, "\(entry.name)")
    }
  }

  #if DEBUG
    private static let attempts = 400
  #else
    private static let attempts = 6_000
  #endif

  /// Cases with one value changed, dropped, added or doubled.
  @Test func whatOneRefusesSoDoesTheOther() throws {
    let seed: UInt64 = 20_260_301
    var numbers = SeededNumbers(state: seed)
    let trees = try (Self.shipped.map(\.text) + [ExampleFile.text]).map { try JSONTree(yaml: $0) }
    let words = trees.flatMap { Spoiling.texts(of: $0) }
    let texts = (0..<Self.attempts).map { _ in
      let tree = trees[numbers.index(of: trees.count)]
      return Spoiling.spoilt(tree, words, &numbers).text
    }
    let refusals = try SchemaValidator.refusals(of: texts)
    #expect(refusals.count == texts.count)
    var refused = 0
    for (text, refusal) in zip(texts, refusals) {
      let errors = errors(text)
      if !errors.isEmpty { refused += 1 }
      #expect(
        errors.isEmpty == refusal.isEmpty,
        "seed \(seed): the reader says \(errors), the schema \"\(refusal)\", of \(text)")
    }
    // Both answers are met often.
    #expect(refused > texts.count / 4 && refused < texts.count)
  }
}

extension SeededNumbers {
  mutating func index(of count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}

/// Ways to spoil a case.
enum Spoiling {
  static func texts(of tree: JSONTree) -> [String] {
    switch tree {
    case .text(let text): [text]
    case .list(let items): items.flatMap(texts)
    case .map(let entries): entries.flatMap { [$0.key] + texts(of: $0.value) }
    default: []
    }
  }

  /// One value of the tree changed, sometimes into something that is right too.
  static func spoilt(
    _ tree: JSONTree, _ words: [String], _ numbers: inout SeededNumbers
  ) -> JSONTree {
    let place = numbers.index(of: tree.count)
    let choice = numbers.index(of: 6)
    var random = numbers
    defer { numbers = random }
    return tree.changing(place) { value in
      switch (value, choice) {
      case (.map(var entries), 0...1) where !entries.isEmpty:
        entries.remove(at: random.index(of: entries.count))
        return .map(entries)
      case (.map(var entries), 2):
        let key = words[random.index(of: words.count)]
        guard !entries.contains(where: { $0.key == key }) else { return value }
        entries.append(JSONTree.Entry(key: key, value: other(words, &random)))
        return .map(entries)
      case (.list(let items), 0...1) where !items.isEmpty:
        return .list(items.dropLast(random.index(of: items.count) + 1))
      case (.list(let items), 2) where !items.isEmpty:
        return .list(items + [items[random.index(of: items.count)]])
      case (.list(let items), 3):
        return .list(items + [other(words, &random)])
      case (.number(let text), 0...3):
        let number = Double(text) ?? 0
        let edges = [
          number + 1, number - 1, -number, number * 10, number + 0.5, 0, 1, 2, 16, 15, 50, 51, 100,
          101, 200, 201, 1_200, 1_199, 2_200, 2_201, 2_000, 2_000.5, 1_440, 1_441, -2_000, -2_001,
        ]
        let edge = edges[random.index(of: edges.count)]
        return .number(edge == edge.rounded() ? "\(Int(edge))" : "\(edge)")
      case (.text, 0...2):
        return .text(words[random.index(of: words.count)])
      case (.text(let text), 3):
        let lengths = [0, 1, 40, 41, 60, 61, 64, 65, 80, 81, 200, 201, 400, 401]
        let letter = text.first ?? "x"
        return .text(String(repeating: letter, count: lengths[random.index(of: lengths.count)]))
      default:
        return other(words, &random)
      }
    }
  }

  private static func other(_ words: [String], _ numbers: inout SeededNumbers) -> JSONTree {
    switch numbers.index(of: 7) {
    case 0: .null
    case 1: .truth(true)
    case 2: .number("3")
    case 3: .number("2.5")
    case 4: .list([])
    case 5: .map([])
    default: .text(words[numbers.index(of: words.count)])
    }
  }
}
