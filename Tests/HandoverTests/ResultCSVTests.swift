import Handover
import Scenarios
import Testing

@testable import Scoring

@Suite struct ResultCSVTests {
  @Test func theColumnsAreTheDocumentedOnes() {
    #expect(
      ResultCSV.header
        == "record,scenario,scenario_sha256,rules,trainee,mode,origin,device,pressure,duration_s,"
        + "verdict,score,passMark,critical,below,borderline,"
        + "procedure_weight,procedure_assessed,procedure_lost,"
        + "path_weight,path_assessed,path_lost,speed_weight,speed_assessed,speed_lost,"
        + "pressure_weight,pressure_assessed,pressure_lost,spasm_weight,spasm_assessed,spasm_lost,"
        + "flow_weight,flow_assessed,flow_lost,"
        + "technique_weight,technique_assessed,technique_lost,digest")
  }

  @Test func aRowHoldsOneAttempt() {
    var result = SampleResult.result
    result.below = [.path, .spasm]
    let row = ResultCSV.row(
      result, record: "a,\"b\".inkml", scenarioSHA256: SampleResult.scenarioSHA256)
    let digest = ResultJSON.digest(result, scenarioSHA256: SampleResult.scenarioSHA256)
    #expect(
      row
        == #""a,""b"".inkml",lifting-easing-left,"# + SampleResult.scenarioSHA256
        + ",1,t-7k3qvm2x,practice,live,mouse,set,412.5,passed,87.4,75,,path spasm,false,"
        + ",false,,25,true,3.1,,false,,,false,,,false,,10,false,,,false,,\(digest)")
  }

  @Test func nobodyNamedIsEmpty() {
    var result = SampleResult.result
    result.trainee = nil
    #expect(ResultCSV.row(result, record: "-", scenarioSHA256: "").contains(",1,,practice,"))
  }

  @Test(arguments: [
    ("", ""), ("plain text", "plain text"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), ("ü;'", "ü;'"),
  ])
  func aCellIsQuotedWhereItMust(value: String, cell: String) {
    #expect(Array(ResultCSV.cell(value).utf8) == Array(cell.utf8))
  }
}
