import Handover
import Scenarios
import Testing

@testable import Scoring

/// The bytes were written by hand from the format's description; the digest by another program.
@Suite struct ResultJSONTests {
  private static let judged = [
    #""scenario":{"id":"lifting-easing-left","sha256":"b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"}"#,
    #","rules":1,"trainee":"t-7k3qvm2x","mode":"practice","origin":"live","device":{"kind":"mouse","pressure":"set"},"duration_s":412.5,"#,
    #""verdict":"passed","score":87.4,"passMark":75,"critical":[],"below":[],"borderline":false,"#,
    #""criteria":[{"id":"path","weight":25,"assessed":true,"lost":3.1},{"id":"flow","weight":10,"assessed":false,"lost":0}],"#,
    #""deductions":[{"criterion":"speed","code":"speed.tooFast","points":2.2,"phase":"comb","spans":[[131.2,133.9],[140,140.005]],"message":"Too fast: up to 142 mm/s, aim for 20 to 100"},"#,
    #"{"criterion":"procedure","code":"procedure.notAsked","points":1,"phase":null,"spans":[],"message":"Not asked: \"illness\""}],"#,
    #""phases":[{"id":"warm-up","technique":"stroking","contact_s":162.1,"contacts":16,"breaks":0,"lost_s":0,"offPath_mm":0,"meanSpeed_mm_s":58.3,"speedInBand":0.98,"speedTooSlow":0.02,"speedTooFast":0,"speedCV":0.21,"hesitation":0.01,"meanPressure":0.12,"pressureInBand":1,"vibrations":0,"vibration_s":0,"taps":0,"#,
    #""guides":[{"id":"left","done":1,"strokes":8,"loops":0,"coverage":1,"meanDeviation_mm":6.02,"meanOffset_mm":-1.2,"maxDeviation_mm":14.8,"corridorShare":0.97,"backward_mm":0,"wobble_mm":0.4,"meanDiameter_mm":null,"meanAdvance":null,"loopsPerMinute":null}],"points":[],"area":null},"#,
    #"{"id":"press","technique":"point-press","contact_s":0,"contacts":0,"breaks":0,"lost_s":0,"offPath_mm":null,"meanSpeed_mm_s":null,"speedInBand":null,"speedTooSlow":null,"speedTooFast":null,"speedCV":null,"hesitation":null,"meanPressure":null,"pressureInBand":null,"vibrations":null,"vibration_s":null,"taps":null,"#,
    #""guides":[],"points":[{"id":"a","done":1,"held_s":3.2,"meanDistance_mm":2.1}],"area":null},"#,
    #"{"id":"lift","technique":"honey-lift","contact_s":0,"contacts":0,"breaks":0,"lost_s":0,"offPath_mm":null,"meanSpeed_mm_s":null,"speedInBand":null,"speedTooSlow":null,"speedTooFast":null,"speedCV":null,"hesitation":null,"meanPressure":null,"pressureInBand":null,"vibrations":null,"vibration_s":null,"taps":null,"#,
    #""guides":[],"points":[],"area":{"done":0.85,"lifts":17}}],"#,
    #""areas":[{"id":"left-l4","contact_s":23,"entries":13,"depth_mm":8.4,"peakPressure":0.12,"pressed_s":0},{"id":"spine","contact_s":0,"entries":0,"depth_mm":0,"peakPressure":null,"pressed_s":0}]"#,
  ].joined()

  // sha256sum of the text above.
  private static let digest = "2a959edb3b229cec33c3ce4f4e129f14c9558a54940839b0246c35e9a1ed1aa2"

  private static let line = ResultJSON.line(
    SampleResult.result, record: "attempt.inkml", scenarioSHA256: SampleResult.scenarioSHA256)

  @Test func theLineIsTheFormatsBytes() {
    let expected =
      #"{"effleurage":1,"record":"attempt.inkml","# + Self.judged + #","digest":""# + Self.digest
      + #""}"#
    #expect(Self.line == expected)
  }

  @Test func theDigestLeavesTheRecordsNameOut() {
    let other = ResultJSON.line(
      SampleResult.result, record: "scenario", scenarioSHA256: SampleResult.scenarioSHA256)
    #expect(other != Self.line)
    #expect(other.hasSuffix(#","digest":""# + Self.digest + #""}"#))
    #expect(
      ResultJSON.digest(SampleResult.result, scenarioSHA256: SampleResult.scenarioSHA256)
        == Self.digest)
  }

  @Test func theDigestCoversEveryMember() {
    var result = SampleResult.result
    result.areas[1].pressed = .seconds(1000)
    #expect(
      ResultJSON.digest(result, scenarioSHA256: SampleResult.scenarioSHA256) != Self.digest)
    #expect(ResultJSON.digest(SampleResult.result, scenarioSHA256: "") != Self.digest)
  }

  @Test func nobodyNamedIsNull() {
    var result = SampleResult.result
    result.trainee = nil
    let line = ResultJSON.line(result, record: "-", scenarioSHA256: "")
    #expect(line.contains(#""rules":1,"trainee":null,"mode":"practice""#))
    #expect(line.hasPrefix(#"{"effleurage":1,"record":"-","scenario":{"#))
  }

  @Test func criticalAndBelowAreLists() {
    var result = SampleResult.result
    result.critical = ["procedure.allergy", "spasm.wentOn"]
    result.below = [.path, .spasm]
    result.borderline = true
    result.verdict = .failed
    let line = ResultJSON.line(result, record: "-", scenarioSHA256: "")
    #expect(
      line.contains(
        #""verdict":"failed","score":87.4,"passMark":75,"#
          + #""critical":["procedure.allergy","spasm.wentOn"],"#
          + #""below":["path","spasm"],"borderline":true,"criteria""#))
  }

  @Test func aBadRecordHasALineOfItsOwn() {
    #expect(
      ResultJSON.errorLine(record: "a\tb", error: "not \"InkML\"")
        == #"{"effleurage":1,"record":"a\tb","error":"not \"InkML\""}"#)
  }
}
