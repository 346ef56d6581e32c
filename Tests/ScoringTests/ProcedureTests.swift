import Attempts
import Scenarios
import Scoring
import Testing

@Suite struct ProcedureTests {
  private static let live = Header(
    device: Device(kind: .mouse, pressure: .set), program: "test")

  private func result(_ scenario: Scenario, _ acts: [Act]) -> Result {
    let events = acts.enumerated().map { Event.act($1, time: $0 * 1_000_000) }
    return Cases.score(scenario, events, header: ProcedureTests.live)
  }

  private let questions = FlagGroup.allCases.map(Act.ask)

  @Test func aRightReferralWithItsReasonKeepsEverything() {
    let result = result(
      Cases.acute(), questions + [.reason(.acute), .decision(.refer), .end])
    #expect(result.score.description == "100")
    #expect(result.verdict == .passed)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var right: Decision
    var reasons: [Reason]
    var chosen: Decision?
    var asks: Int
    var score: String
    var critical: [String]
    var testDescription: String { name }
  }

  // Procedure is all that is assessed, so a share of 0.1 is ten points.
  @Test(arguments: [
    Row(
      name: "refers without reason", right: .refer, reasons: [], chosen: .refer, asks: 4,
      score: "80", critical: []),
    Row(
      name: "a wrong reason beside the right one", right: .refer,
      reasons: [.acute, .noDiagnosis], chosen: .refer, asks: 4, score: "80", critical: []),
    Row(
      name: "asks nothing", right: .refer, reasons: [.acute], chosen: .refer, asks: 0,
      score: "60", critical: []),
    Row(
      name: "massages against the case", right: .refer, reasons: [.acute], chosen: .proceed,
      asks: 4, score: "0", critical: ["procedure.wrongDecision"]),
    Row(
      name: "calls an emergency for a referral", right: .refer, reasons: [.acute],
      chosen: .emergency, asks: 4, score: "50", critical: []),
    Row(
      name: "refers an emergency", right: .emergency, reasons: [.acute], chosen: .refer, asks: 4,
      score: "0", critical: ["procedure.wrongDecision"]),
    Row(
      name: "refers who may be treated", right: .proceed, reasons: [], chosen: .refer, asks: 4,
      score: "50", critical: []),
    Row(
      name: "decides nothing", right: .proceed, reasons: [], chosen: nil, asks: 4, score: "50",
      critical: []),
  ])
  func decisions(row: Row) {
    var scenario = row.right == .proceed ? Cases.lifting() : Cases.acute()
    scenario.decision = row.right
    // Nothing to touch: the hands' criteria would blur the figure.
    if row.chosen == .proceed { scenario.phases = [] }
    let acts =
      Array(questions.prefix(row.asks)) + row.reasons.map(Act.reason)
      + (row.chosen.map { [.decision($0)] } ?? []) + [.end]
    let result = result(scenario, acts)
    #expect(result.score.description == row.score)
    #expect(result.critical == row.critical)
    #expect(result.criteria.filter(\.assessed).map(\.criterion) == [.procedure])
  }

  @Test func everyPartOfThePreparationCosts() {
    let prepared: [Act] = [
      .prepare(.before(.hands)), .prepare(.before(.allergies)), .prepare(.before(.consent)),
      .prepare(.before(.drape)), .prepare(.position(.prone)), .prepare(.arms(.alongBody)),
      .prepare(.cushion(.under)), .prepare(.product(.warmingOil)),
    ]
    func lost(_ acts: [Act]) -> [String] {
      result(Cases.lifting(), questions + [.decision(.proceed)] + acts + [.end]).deductions
        .filter { $0.criterion == .procedure }.map(\.code)
    }
    #expect(lost(prepared) == ["procedure.phaseMissing"])
    for (index, code) in [
      "before", "before", "before", "before", "position", "arms", "", "product",
    ].enumerated() {
      var acts = prepared
      acts.remove(at: index)
      let expected = code.isEmpty ? [] : ["procedure." + code]
      #expect(lost(acts) == expected + ["procedure.phaseMissing"])
    }
  }

  @Test func anAllergenIsCritical() {
    var scenario = Cases.lifting()
    scenario.patient.allergies = [.nuts]
    let acts = questions + [.decision(.proceed), .prepare(.product(.warmingOil)), .end]
    #expect(result(scenario, acts).critical == ["procedure.allergy"])
    let cream = questions + [.decision(.proceed), .prepare(.product(.warmingCream)), .end]
    #expect(result(scenario, cream).critical == [])
  }
}
