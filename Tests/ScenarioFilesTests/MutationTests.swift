import ScenarioFiles
import Testing

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct MutationTests {
  private static let pieces: [[UInt8]] =
    [
      "&a", "*a", "!x", "[", "]", "{", "}", "- ", "? ", ": ", ",", "\"", "'", "|", ">", "#", "\t",
      "\n", "\r", "\r\n", "---\n", "...\n", "%YAML 1.2\n", ".nan", ".inf", "-1e309", "\u{0}",
      "\u{FEFF}", "\u{F0000}", "ä", "id: x\n", "  ", "<<: x\n", "~", "\\", "@", "`", "2147483648",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  /// A good file spoilt at random is either still good or has located errors; nothing traps.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func spoiltFilesAreReadOrRefused(seed: UInt64) {
    let good = Array(ExampleFile.text.utf8)
    var numbers = SeededNumbers(state: seed)
    var outcomes = [0, 0]
    for round in 0..<400 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        MutationTests.spoil(&bytes, &numbers)
      }
      let (scenario, diagnostics) = ScenarioReader.read(bytes: bytes)
      let errors = diagnostics.filter(\.isError)
      outcomes[scenario == nil ? 1 : 0] += 1
      #expect((scenario == nil) == !errors.isEmpty, "seed \(seed), round \(round)")
      let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
      for diagnostic in diagnostics {
        #expect(
          diagnostic.line >= 1 && diagnostic.line <= lines && diagnostic.column >= 1,
          "seed \(seed), round \(round): \(diagnostic.rendered(file: "f"))")
        #expect(
          !diagnostic.message.isEmpty && !diagnostic.message.contains("\n"),
          "seed \(seed), round \(round): \(diagnostic.rendered(file: "f"))")
      }
      #expect(
        diagnostics.map(\.place) == diagnostics.map(\.place).sorted(),
        "seed \(seed), round \(round): in the order of places")
    }
    #expect(outcomes[0] > 0 && outcomes[1] > 0, "seed \(seed): both outcomes occur")
  }

  @Test func randomBytesAreRefused() {
    var numbers = SeededNumbers(state: 5)
    for round in 0..<300 {
      let count = Int.random(in: 1...400, using: &numbers)
      let isText = round.isMultiple(of: 2)
      let bytes = (0..<count).map { _ in
        isText
          ? UInt8.random(in: 0x20...0x7E, using: &numbers)
          : UInt8.random(in: 0...255, using: &numbers)
      }
      let (scenario, diagnostics) = ScenarioReader.read(bytes: bytes)
      #expect(scenario == nil && diagnostics.contains(where: \.isError), "round \(round)")
    }
  }

  /// Random structure of YAML's own characters, where readers lose their way.
  @Test func randomIndicatorsAreRefused() {
    var numbers = SeededNumbers(state: 6)
    let pieces = [
      "[", "]", "{", "}", "- ", "? ", ": ", ", ", "a", "b: ", "\n", "\n  ", "\"", "'", "|\n", "#",
      " ",
    ]
    for round in 0..<3_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &numbers) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
      }
      let (scenario, diagnostics) = ScenarioReader.read(bytes: Array(text.utf8))
      #expect(scenario == nil && diagnostics.contains(where: \.isError), "round \(round): \(text)")
    }
  }

  private static func spoil(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
    let at = Int.random(in: 0...bytes.count, using: &numbers)
    let end = min(bytes.count, at + Int.random(in: 0...12, using: &numbers))
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0:
      bytes.removeSubrange(at..<end)
    case 1:
      bytes.insert(
        contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
    case 2 where at < bytes.count:
      bytes[at] = UInt8.random(in: 0x20...0x7E, using: &numbers)
    case 3:
      bytes.removeSubrange(at...)
    default:
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
      bytes.insert(contentsOf: piece, at: at)
    }
  }
}
