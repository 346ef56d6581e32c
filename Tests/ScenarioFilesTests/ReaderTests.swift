import BackAtlas
import Geometry
import ScenarioFiles
import Scenarios
import Testing

@Suite struct ReaderTests {
  @Test func theExampleIsReadWhole() throws {
    let (read, diagnostics) = ScenarioReader.read(bytes: Array(ExampleFile.text.utf8))
    #expect(diagnostics == [])
    let scenario = try #require(read)
    #expect(scenario.id == "lifting-easing-left")
    #expect(scenario.difficulty == .intermediate)
    #expect(scenario.patient.back == Back(sex: .male, stature: 1780))
    #expect(scenario.patient.diagnosis?.on == "14 May")
    #expect(scenario.preparation.cushion == nil)
    #expect(scenario.preparation.arms == .alongBody)
    #expect(scenario.preparation.product == [.warmingOil])
    #expect(scenario.phases.map(\.id) == ["warm-up", "comb", "closing"])
  }
}
