import Geometry
import Patients
import Scoring
import Testing

@testable import Scenes

/// What the debrief says of the patient.
@Suite struct DebriefPatientTests {
  private func texts(_ screen: DebriefScreen, _ width: Int = 1280, _ height: Int = 800)
    -> [TextRecorder.Entry]
  {
    let recorder = TextRecorder()
    _ = SceneStage.picture(width, height, recorder: recorder) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
    return recorder.entries
  }

  private func change(_ indicator: Indicator, _ from: Double, _ to: Double) -> IndicatorChange {
    var indicators = SampleAttempts.indicators(pain: 0, circulation: 0, tension: 0, root: 0)
    func with(_ value: Double) -> PatientIndicators {
      switch indicator {
      case .pain: indicators.pain = value
      case .circulation: indicators.circulation = value
      case .tension: indicators.tension = value
      case .rootPressure: indicators.rootPressure = value
      case .nerveActivity: indicators.nerveActivity = value
      case .mobility: indicators.mobility = value
      }
      return indicators
    }
    return IndicatorChange(
      indicator, SessionEffect(before: with(from), after: with(to), contact: 1))
  }

  @Test(arguments: Indicator.allCases)
  func eachIndicatorHasItsDirection(_ indicator: Indicator) {
    let rises = change(indicator, 0.4, 0.5)
    #expect((rises.from, rises.to) == (40, 50))
    #expect(rises.direction == (indicator.isBetterWhenMore ? .better : .worse))
    let falls = change(indicator, 0.5, 0.4)
    #expect(falls.direction == (indicator.isBetterWhenMore ? .worse : .better))
  }

  @Test func whatReadsTheSameIsCalledTheSame() {
    #expect(change(.pain, 0.401, 0.404).direction == .same)
    #expect(change(.pain, 0.404, 0.406).direction == .worse)
    #expect(change(.mobility, -1, 0.004).direction == .same)
    #expect(change(.mobility, 1, 7).direction == .same)
  }

  @Test func sixChangesEachWithAWordAndThatItIsNoScore() {
    let entries = texts(DebriefTests.ordinary, 1280, 1000).map(\.text)
    for indicator in Indicator.allCases {
      #expect(entries.contains(Words.Debrief.indicator(indicator)))
    }
    // Pain 40 → 43 is worse, the movement as before, the four others better.
    #expect(entries.contains("40 → 43") && entries.contains("0 → 31"))
    #expect(entries.count { $0 == "better" } == 4)
    #expect(entries.count { $0 == "worse" } == 1)
    #expect(entries.count { $0 == "as before" } == 1)
    #expect(entries.contains(Words.Debrief.workNote))
  }

  /// At the reference the card is scrolled to: its title says that it is there.
  @Test func itsTitleIsInSightBeforeAnythingIsScrolled() throws {
    for (width, height) in [(1280, 800), (1920, 1080), (2560, 1440)] {
      let title = try #require(
        texts(DebriefTests.ordinary, width, height).first { $0.text == Words.Debrief.work })
      let visible = try #require(title.visible, "\(width)x\(height)")
      #expect(visible.height >= title.area.height - 6, "\(width)x\(height)")
    }
  }

  @Test func whereNoHandWasFeltNothingIsSaid() {
    var untouched = SampleAttempts.effect()
    untouched.contact = 0
    let scenario = SampleCases.lifting
    let result = SampleAttempts.result(scenario, deductions: [])
    for effect in [nil, untouched] {
      let model = DebriefModel(scenario: scenario, result: result, events: [], effect: effect)
      #expect(!texts(DebriefScreen(model: model)).contains { $0.text == Words.Debrief.work })
    }
  }
}
