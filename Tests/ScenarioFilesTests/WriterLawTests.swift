import ScenarioFiles
import Scenarios
import Testing

@Suite struct WriterLawTests {
  private static var rounds: Int {
    #if DEBUG
      25
    #else
      800
    #endif
  }

  /// What is written reads back as it was, and is written again with the same bytes.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func aWrittenCaseReadsBackAsItWas(series: UInt64) throws {
    var usable = 0
    for round in 0..<WriterLawTests.rounds {
      let seed = series << 32 | UInt64(round)
      let scenario = RandomCase.make(seed: seed)
      let found = scenario.check()
      guard !found.contains(where: { $0.severity == .error }) else { continue }
      usable += 1
      let text = ScenarioWriter.text(of: scenario)
      let (back, diagnostics) = ScenarioReader.read(bytes: Array(text.utf8))
      guard back == scenario else {
        Issue.record("seed \(seed): \(diagnostics.map { $0.rendered(file: "f") })\n\(text)")
        continue
      }
      // Nothing is found in the file that was not to be found in the case.
      #expect(
        diagnostics.count == found.count
          && found.allSatisfy { one in diagnostics.contains { $0.message.hasSuffix(one.message) } },
        "seed \(seed): \(diagnostics)")
      #expect(ScenarioWriter.text(of: back ?? scenario) == text, "seed \(seed)")
    }
    #expect(usable > WriterLawTests.rounds / 2)
  }
}
