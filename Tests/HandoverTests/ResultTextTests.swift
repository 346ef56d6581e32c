import Attempts
import Handover
import Scenarios
import Testing

@testable import Scoring

@Suite struct ResultTextTests {
  @Test func theReportSaysVerdictCriteriaAndDeductions() {
    let report = ResultText.report(
      SampleResult.result, record: "attempt.inkml", title: "Lifting strain, left L4-L5")
    #expect(
      report == """
        attempt.inkml: passed, 87.4 of 100 (pass mark 75)
          Lifting strain, left L4-L5 (lifting-easing-left), practice, mouse with set pressure, 6:52

          path         21.9 of  25.0
          flow         not assessed

          What cost points:
            -2.2  Too fast: up to 142 mm/s, aim for 20 to 100 (comb, 2:11 to 2:13, 2:20)
            -1.0  Not asked: "illness"

        """)
  }

  @Test func everySpecialCircumstanceIsSaid() {
    var result = SampleResult.result
    result.verdict = .abandoned
    result.critical = ["spasm.wentOn"]
    result.below = [.spasm]
    result.borderline = true
    result.origin = .foreign
    result.deductions = []
    let report = ResultText.report(result, record: "-", title: "T")
    #expect(report.contains("-: abandoned, 87.4 of 100"))
    #expect(report.contains("not ended by the trainee"))
    #expect(report.contains("Critical: spasm.wentOn."))
    #expect(report.contains("Too little kept of: spasm."))
    #expect(report.contains("Borderline"))
    #expect(report.contains("record of another program"))
    #expect(report.contains("Nothing was deducted."))
  }

  @Test func onlyTheFirstSpansAreNamed() {
    var result = SampleResult.result
    result.deductions[0].spans = (0..<5).map {
      Span(start: .seconds($0 * 60_000_000), end: .seconds($0 * 60_000_000 + 999_000))
    }
    let report = ResultText.report(result, record: "-", title: "T")
    #expect(report.contains("(comb, 0:00, 1:00, 2:00, and 2 more)"))
  }

  @Test(arguments: [
    (0, "0:00"), (999_000, "0:00"), (59_999_000, "0:59"), (60_000_000, "1:00"),
    (3_600_000_000, "60:00"),
  ])
  func theClockIsMinutesAndSeconds(microseconds: Int, text: String) {
    #expect(ResultText.clock(.seconds(microseconds)) == text)
  }
}
