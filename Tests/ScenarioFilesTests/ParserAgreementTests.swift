import ScenarioFiles
import Testing
import Yams

/// The look over the tokens and the YAML parser must agree on what is a token: a difference would
/// let through what must be refused.
@Suite struct ParserAgreementTests {
  private static let pieces = [
    "&a ", "*a", "*a ", "!x ", "[", "]", "{", "}", "- ", "? ", ": ", ", ", "a", "b: ",
    "k:\n", "\n", "\n  ", "\n    ", "\"", "'", "|\n", ">-\n", "|2\n", "#", " #", " ", "\\", "x y",
    "\n\n", "k: ", ":", "-", "\n- ", "a: &b 1", "''", "\\\"", "\r\n", "%", "---", "\n---\n", "...",
  ]

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func nothingRefusableReachesTheParser(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    var counts = [0, 0, 0]
    for round in 0..<4_000 {
      var text = "k: "
      for _ in 0..<Int.random(in: 1...24, using: &numbers) {
        text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)]
      }
      let said = said(text)
      let isRefused = said.contains { $0.contains("at the beginning of a value") }
      let parsed = Self.parse(text)
      let place = "seed \(seed), round \(round): \(text.debugDescription) \(said)"
      switch parsed {
      case .marked:
        counts[0] += 1
        #expect(isRefused || Self.isRefusedOtherwise(said), "\(place)")
      case .plain:
        counts[1] += 1
        #expect(!isRefused, "\(place)")
        #expect(!said.contains { $0.contains("not valid YAML") }, "\(place)")
      case .twice:
        counts[2] += 1
        #expect(
          isRefused || Self.isRefusedOtherwise(said)
            || said.contains { $0.contains("stands twice") }
            // A syntax error after the duplicate is then all that is said.
            || said.contains { $0.contains("not valid YAML") }, "\(place)")
      case .none:
        continue
      }
    }
    #expect(counts.allSatisfy { $0 > 0 }, "seed \(seed): every outcome occurs: \(counts)")
  }

  private static func isRefusedOtherwise(_ said: [String]) -> Bool {
    ["second document", "tab in the indentation", "nested deeper", "%TAG"].contains { words in
      said.contains { $0.contains(words) }
    }
  }

  private enum Outcome {
    /// With an anchor, an alias or a tag.
    case marked
    case plain
    /// A key that stands twice.
    case twice
  }

  /// What the parser by itself makes of a text; nil for what it finds no good YAML.
  private static func parse(_ text: String) -> Outcome? {
    do {
      let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else { return .plain }
      return isMarked(node) ? .marked : .plain
    } catch YamlError.duplicatedKeysInMapping {
      return .twice
    } catch {
      return nil
    }
  }

  private static func isMarked(_ node: Node) -> Bool {
    if node.anchor != nil || node.tag.description == "!x" { return true }
    switch node {
    case .scalar: return false
    case .sequence(let sequence): return sequence.contains(where: isMarked)
    case .mapping(let mapping): return mapping.contains { isMarked($0.key) || isMarked($0.value) }
    case .alias: return true
    }
  }
}
