import Foundation
import Handover
import Scenarios
import Testing

@testable import Scoring

@Suite struct DeductionCSVTests {
  @Test func theColumnsAreTheDocumentedOnes() {
    #expect(
      DeductionCSV.header
        == "record,trainee,scenario,scenario_sha256,rules,mode,origin,verdict,score,criterion,"
        + "code,points,phase,spans,first_start_s,first_end_s,total_s,message,digest")
  }

  @Test func aRowHoldsOneDeduction() {
    let result = SampleResult.result
    let sha = SampleResult.scenarioSHA256
    let rows = DeductionCSV.rows(result, record: "a.inkml", scenarioSHA256: sha)
    let digest = ResultJSON.digest(result, scenarioSHA256: sha)
    let attempt =
      "a.inkml,t-7k3qvm2x,lifting-easing-left,\(sha),1,practice,live,passed,87.4,"
    #expect(
      rows == [
        attempt + "speed,speed.tooFast,2.2,comb,2,131.2,133.9,2.705,"
          + "\"Too fast: up to 142 mm/s, aim for 20 to 100\",\(digest)",
        attempt + "procedure,procedure.notAsked,1,,0,,,,"
          + "\"Not asked: \"\"illness\"\"\",\(digest)",
      ])
  }

  @Test func eachLineEndsAsTheRuleSays() {
    var result = SampleResult.result
    let file = DeductionCSV.file(result, record: "-", scenarioSHA256: "")
    #expect(file.hasSuffix("\r\n"))
    #expect(file.components(separatedBy: "\r\n").count == 4)
    result.deductions = []
    #expect(
      DeductionCSV.file(result, record: "-", scenarioSHA256: "") == DeductionCSV.header + "\r\n")
  }

  /// What a spreadsheet would take for a formula is a text; a lone sign is none.
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+a", "'+a"), ("-a.inkml", "'-a.inkml"), ("@a", "'@a"),
    ("\ta", "'\ta"), ("\ra", "'\ra"), ("\na", "'\na"), ("-", "-"), ("", ""),
    ("a=1", "a=1"), ("'=1", "'=1"), (" =1", " =1"),
  ])
  func anOwnTextIsNoFormula(text: String, cell: String) {
    #expect(ResultCSV.ownText(text) == cell)
    let file = ResultCSV.file(SampleResult.result, record: text, scenarioSHA256: "")
    #expect(file.hasPrefix(ResultCSV.header + "\r\n" + ResultCSV.cell(cell) + ","))
    // Results for other programs are never changed.
    let row = ResultCSV.row(SampleResult.result, record: text, scenarioSHA256: "")
    #expect(row.hasPrefix(ResultCSV.cell(text) + ","))
    let rows = DeductionCSV.rows(SampleResult.result, record: text, scenarioSHA256: "")
    #expect(rows.allSatisfy { $0.hasPrefix(ResultCSV.cell(cell) + ",") })
    // A sentence may begin with the title of a step, which is the case's own.
    var titled = SampleResult.result
    titled.deductions = titled.deductions.prefix(1).map { deduction in
      var deduction = deduction
      deduction.message = text
      return deduction
    }
    let digest = ResultJSON.digest(titled, scenarioSHA256: "")
    let told = DeductionCSV.rows(titled, record: "a", scenarioSHA256: "")
    #expect(told.count == 1 && told[0].hasSuffix("," + ResultCSV.cell(cell) + "," + digest))
  }
}
