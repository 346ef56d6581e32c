import Attempts
import Drawing
import Scenarios
import Scoring
import Testing

@testable import Scenes

@Suite struct DebriefTests {
  static var ordinary: DebriefScreen {
    let scenario = SampleCases.lifting
    let events = SampleAttempts.events(scenario)
    let start = events.compactMap { event -> Double? in
      if case .act(.phase("comb"), let time) = event { Double(time) / 1_000_000 } else { nil }
    }.first ?? 0
    let result = SampleAttempts.result(
      scenario, deductions: SampleAttempts.ordinaryDeductions(from: start),
      seconds: Double(events.last?.time ?? 0) / 1_000_000)
    return DebriefScreen(
      model: DebriefModel(scenario: scenario, result: result, events: events), selected: 2)
  }

  private func check(_ name: String, _ screen: DebriefScreen) {
    SceneStage.check(name) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsAtEverySize() { check("debrief", Self.ordinary) }

  @Test func holdsWithTwelvePhasesAndEveryDeduction() {
    let scenario = SampleCases.longest
    let events = SampleAttempts.events(scenario)
    let result = SampleAttempts.result(
      scenario, verdict: .failed, deductions: SampleAttempts.manyDeductions(phases: 12),
      critical: ["spasm.wentOn"], below: [.speed, .path],
      seconds: Double(events.last?.time ?? 0) / 1_000_000, mode: .exam)
    check(
      "debrief-longest",
      DebriefScreen(
        model: DebriefModel(scenario: scenario, result: result, events: events), selected: 7))
  }

  @Test func holdsWithoutTouchAndWithoutDeductions() {
    let scenario = SampleCases.lifting
    var events = [Event.act(.ask(.nerves), time: 1_000_000)]
    events.append(.act(.decision(.refer), time: 20_000_000))
    let result = SampleAttempts.result(
      scenario, verdict: .passed, deductions: [], seconds: 20, assessed: [.procedure])
    check(
      "debrief-empty",
      DebriefScreen(
        model: DebriefModel(scenario: scenario, result: result, events: events), hasNext: false))
  }
}
