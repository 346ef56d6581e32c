import ScenarioFiles
import Testing

/// Big files that are made to be slow: they are read or refused like any other.
@Suite struct HostileTests {
  private func filled(_ head: String, _ piece: String, _ tail: String = "") -> [UInt8] {
    let count = (262_144 - head.utf8.count - tail.utf8.count) / piece.utf8.count
    return Array((head + String(repeating: piece, count: count) + tail).utf8)
  }

  @Test func duplicatesOnOneLine() {
    let mappings = Array(repeating: "{a: 1,a: 1,a: 1,a: 1}", count: 1_900).joined(separator: ",")
    let lines = said("spasm: [" + mappings + "]")
    #expect(lines.count { $0.contains("stands twice") } == 3 * 1_900)
    #expect(lines.contains("1:15: error: the key \"a\" stands twice, first in line 1"))
    // The last of all is found where it stands.
    let last = 8 + 1_899 * 22 + 16
    #expect(lines.contains("1:\(last + 1): error: the key \"a\" stands twice, first in line 1"))
  }

  @Test func manyNestedListsOfDuplicates() {
    let group = "  - [" + Array(repeating: "{a: 1,a: 1}", count: 20).joined(separator: ",") + "]\n"
    let lines = said(filled("k:\n", group))
    #expect(lines.contains { $0.contains("unknown key \"k\"") })
  }

  @Test func manyLinesOfOneText() {
    #expect(said(filled("id:", "\n a")).count == 5)
    #expect(said(filled("id: >\n", " a\n\n")).count == 5)
    #expect(said(filled("id: \"", "\n\\\"", "\"")).count == 5)
    #expect(said(filled("id: ", "a ")).count == 5)
  }

  @Test func manyUnknownKeys() {
    let keys = (0..<1_990).map { "key\($0): {a: \(String(repeating: "x", count: 100))}\n" }.joined()
    #expect(said(keys).count == 1_990 + 5)
  }

  @Test func longGuidesEverywhere() {
    let zigzag = (0..<64).map { $0.isMultiple(of: 2) ? "[-2000, -2000]" : "[2000, 2000]" }
      .joined(separator: ", ")
    let guides = (0..<8).map { "{id: g\($0), path: [\(zigzag)]}" }.joined(separator: ", ")
    let phases = (0..<4).map { "  - {id: p\($0), technique: comb-circles, guides: [\(guides)]}\n" }
      .joined()
    let text =
      """
      effleurage: 1
      id: a
      title: a
      patient: {sex: male, age: 40, cause: chilling, period: easing, diagnosis: {by: a, text: b}}
      decision: proceed
      phases:

      """ + phases
    #expect(said(text) == [])
    let found = ScenarioReader.review(bytes: Array(text.utf8)) { _ in [] }
    // Each lane lies beside the back and too far out.
    #expect(found.count == 2 * 8 * 4)
  }
}
