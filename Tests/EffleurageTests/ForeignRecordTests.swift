import Foundation
import Testing

/// Records of other programs, scored against a case.
@Suite struct ForeignRecordTests {
  @Test(arguments: [60, 125, 1000])
  func aForeignTraceBesideTheGuideHasItsOffsetAndSpeed(rate: Int) async throws {
    let scratch = try Scratch()
    let scenario = try scratch.write(
      "straight.yaml",
      """
      effleurage: 1
      id: straight
      title: Straight
      patient: {sex: male, age: 40, cause: heavy-lifting, period: prevention}
      decision: refer
      phases:
        - id: warm-up
          technique: stroking
          guides: [{id: left, path: [[-60, 100], [-60, 400]]}]
          strokes: 1

      """)
    let points = (0...5 * rate).map { index -> String in
      let seconds = Double(index) / Double(rate)
      return "-54 \(100 + 60 * seconds) \(seconds)"
    }
    let record = try scratch.write(
      "trace.inkml",
      """
      <ink xmlns="http://www.w3.org/2003/InkML"><traceFormat><channel name="X" units="mm"/>\
      <channel name="Y" units="mm"/><channel name="T" units="s"/></traceFormat>
      <trace>\(points.joined(separator: ", "))</trace></ink>
      """)
    let run = try await EffleurageProgram.run(
      ["score", record.path, "--scenario", scenario.path, "--format", "json"])
    #expect(run.code == 0, "\(run.errors)")
    for part in [
      "\"meanDeviation_mm\":6,", "\"meanOffset_mm\":6,", "\"speedInBand\":1,", "\"coverage\":1,",
      "\"strokes\":1,", "\"backward_mm\":0,", "\"offPath_mm\":0,",
    ] { #expect(run.text.contains(part), "\(part) in \(run.text)") }
    let speed = try #require(run.text.firstMatch(of: /"meanSpeed_mm_s":([0-9.]+)/))
    #expect(abs((Double(speed.1) ?? 0) - 60) <= 0.1)
  }
}
