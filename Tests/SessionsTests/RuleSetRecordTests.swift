import Attempts
import Foundation
import Handover
import Records
import ScenarioFiles
import Scenarios
import Sessions
import Testing

@testable import Scoring

/// The number of a rule set goes with what it judged.
@Suite struct RuleSetRecordTests {
  @Test func anAttemptIsRecordedWithTheNumberOfItsRuleSet() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path))
    session.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
    #expect(session.underWay?.header.ruleSet == RuleSet.latest.number)
  }

  @Test func anotherRuleSetStandsInTheRecordAndInTheResult() throws {
    let caseFile = try #require(Session.fresh().selectedCase)
    var options = Demonstration.Options()
    options.faults = [.nothing]
    let demonstration = try Demonstration(
      of: caseFile.scenario, options: options, program: "test")
    let two = RuleSet(number: 2) { $0.itemLoss = 0.3 }
    var header = demonstration.header
    header.ruleSet = two.number
    let bytes = try RecordWriter.document(
      of: demonstration.events, header: header, scenario: caseFile.source.bytes)
    let (head, events) = try RecordReader().read(.bytes(bytes))
    #expect(head.header.ruleSet == 2)

    func line(_ rules: RuleSet) -> String {
      var scorer = Scorer(scenario: caseFile.scenario, header: head.header, rules: rules)
      for event in events { scorer.add(event) }
      return ResultJSON.line(scorer.result(), record: "a", scenarioSHA256: head.sha256)
    }
    #expect(line(two).contains(#""rules":2,"#))
    #expect(line(.one).contains(#""rules":1,"#))
  }
}
