import Attempts
import Geometry
import Scenarios
import Testing

@testable import Scoring

/// A rule set is a value: another one judges by other figures, and says which it is.
@Suite struct RuleSetTests {
  private func judged(by rules: RuleSet, skill: Double = 0.3) throws -> Result {
    var options = Demonstration.Options()
    options.skill = skill
    let demonstration = try Demonstration(of: Cases.short(), options: options, program: "test")
    var scorer = Scorer(
      scenario: Cases.short(), header: demonstration.header, rules: rules)
    for event in demonstration.events { scorer.add(event) }
    return scorer.result()
  }

  @Test func numbersCountFromOneAndTheLatestIsTheLast() {
    #expect(RuleSet.all.map(\.number) == Array(1...RuleSet.all.count))
    #expect(RuleSet.latest == RuleSet.all.last)
  }

  @Test func aSetWithoutChangesDiffersByItsNumberAlone() throws {
    let one = try judged(by: .one)
    var two = try judged(by: RuleSet(number: 2))
    #expect(two.ruleSet == 2)
    two.ruleSet = 1
    #expect(two == one)
  }

  /// A figure of each kind: of a share, of the grid's windows, of a distance.
  @Test func aChangedFigureChangesTheResult() throws {
    let one = try judged(by: .one)
    let strict = try judged(by: RuleSet(number: 2) { $0.speedSeconds = 1 })
    #expect(strict.ruleSet == 2)
    #expect(strict.score.units < one.score.units)
    #expect(strict.phases == one.phases)

    let narrow = try judged(by: RuleSet(number: 3) { $0.speedWindow = 100_000 })
    #expect(narrow.phases != one.phases)

    let long = try judged(by: RuleSet(number: 4) { $0.stringLength = 8 })
    #expect(
      zip(long.phases, one.phases).contains {
        ($0.meanSpeed?.units ?? 0) < ($1.meanSpeed?.units ?? 0)
      })
  }

  @Test func alarmsAndEdgesAreOfTheRuleSet() {
    var strokes = Strokes()
    for _ in 0..<4 {
      strokes.contact(seconds: 0.1, rate: 200) { _ in Point(-60, 250) }
      strokes.wait(0.2)
    }
    func taps(_ rules: RuleSet) -> Int? {
      var scorer = Scorer(scenario: Cases.straight(), header: Cases.foreign, rules: rules)
      for event in strokes.events { scorer.add(event) }
      return scorer.result().phases[0].taps
    }
    #expect(taps(.one) == 4)
    #expect(taps(RuleSet(number: 2) { $0.tapsForAlarm = 5 }) == 0)
  }
}
