import Attempts
import Foundation
import Scenarios
import Testing

@testable import Handover
@testable import Scoring

/// Statements of attempts.
@Suite struct StatementTests {
  private func attempt(
    _ change: (inout JudgedAttempt) -> Void = { _ in }
  ) -> JudgedAttempt {
    var attempt = JudgedAttempt(
      result: SampleResult.result, scenarioSHA256: SampleResult.scenarioSHA256,
      title: "Lifting strain, left L4-L5", summary: "Twelve days after lifting.",
      start: "2025-05-14T09:30:00Z", program: "0.1.0")
    change(&attempt)
    return attempt
  }

  private func object(_ statement: Statement) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(statement.json.utf8))
    return try #require(object as? [String: Any])
  }

  private func result(_ statement: Statement) throws -> [String: Any] {
    try #require(try object(statement)["result"] as? [String: Any])
  }

  /// The whole of one, as it stands on the page about handing over.
  @Test func theWholeOfOne() throws {
    let ext = "https://effleurage.example/xapi/extensions/"
    let sha256 = SampleResult.scenarioSHA256
    let digest = ResultJSON.digest(SampleResult.result, scenarioSHA256: sha256)
    let statement = try Statement(of: attempt())
    #expect(
      statement.json
        == #"{"id":"\#(statement.id)","#
        + #""actor":{"objectType":"Agent","account":{"homePage":"https://effleurage.example/","#
        + #""name":"t-7k3qvm2x"}},"#
        + #""verb":{"id":"http://adlnet.gov/expapi/verbs/passed","display":{"en":"passed"}},"#
        + #""object":{"objectType":"Activity","#
        + #""id":"https://effleurage.example/cases/lifting-easing-left/\#(sha256)","#
        + #""definition":{"name":{"und":"Lifting strain, left L4-L5"},"#
        + #""description":{"und":"Twelve days after lifting."},"#
        + #""type":"http://adlnet.gov/expapi/activities/simulation"}},"#
        + #""result":{"score":{"scaled":0.874,"raw":87.4,"min":0,"max":100},"success":true,"#
        + #""completion":true,"duration":"PT412.50S","extensions":{"#
        + #""\#(ext)criteria":[{"id":"path","weight":25,"assessed":true,"lost":3.1},"#
        + #"{"id":"flow","weight":10,"assessed":false,"lost":0}],"#
        + #""\#(ext)deductions":[{"criterion":"speed","code":"speed.tooFast","points":2.2},"#
        + #"{"criterion":"procedure","code":"procedure.notAsked","points":1}],"#
        + #""\#(ext)critical":[],"\#(ext)below":[],"\#(ext)borderline":false,"#
        + #""\#(ext)pass-mark":75,"\#(ext)rules":1,"\#(ext)digest":"\#(digest)"}},"#
        + #""context":{"contextActivities":{"grouping":[{"objectType":"Activity","#
        + #""id":"https://effleurage.example/cases/lifting-easing-left"}]},"#
        + #""revision":"\#(sha256)","platform":"effleurage","extensions":{"#
        + #""\#(ext)mode":"practice","\#(ext)device":"mouse","\#(ext)pressure":"set","#
        + #""\#(ext)scenario-sha256":"\#(sha256)","\#(ext)program":"0.1.0"}},"#
        + #""timestamp":"2025-05-14T09:36:52.500Z","version":"1.0.0"}"#)
  }

  struct Scored: Sendable {
    var tenths: Int
    var scaled: String
    var raw: String
  }

  @Test(arguments: [
    Scored(tenths: 0, scaled: "0", raw: "0"), Scored(tenths: 1, scaled: "0.001", raw: "0.1"),
    Scored(tenths: 749, scaled: "0.749", raw: "74.9"),
    Scored(tenths: 750, scaled: "0.75", raw: "75"),
    Scored(tenths: 999, scaled: "0.999", raw: "99.9"),
    Scored(tenths: 1000, scaled: "1", raw: "100"),
  ])
  func scores(scored: Scored) throws {
    let statement = try Statement(of: attempt { $0.result.score = .tenths(scored.tenths) })
    #expect(
      statement.json.contains(
        #""score":{"scaled":\#(scored.scaled),"raw":\#(scored.raw),"min":0,"max":100}"#))
  }

  @Test func aFailedOne() throws {
    let statement = try Statement(
      of: attempt {
        $0.result.verdict = .failed
        $0.result.critical = ["spasm.pressed"]
        $0.result.below = [.spasm]
        $0.result.borderline = true
      })
    #expect(statement.json.contains(#""id":"http://adlnet.gov/expapi/verbs/failed""#))
    let result = try result(statement)
    #expect(result["success"] as? Bool == false && result["completion"] as? Bool == true)
    let extensions = try #require(result["extensions"] as? [String: Any])
    #expect(extensions[Statement.extensionKey("borderline")] as? Bool == true)
    #expect(extensions[Statement.extensionKey("critical")] as? [String] == ["spasm.pressed"])
    #expect(extensions[Statement.extensionKey("below")] as? [String] == ["spasm"])
  }

  @Test func oneThatWasLeftEarlyHasNoScore() throws {
    let statement = try Statement(of: attempt { $0.result.verdict = .abandoned })
    #expect(statement.json.contains(#""id":"http://adlnet.gov/expapi/verbs/terminated""#))
    let result = try result(statement)
    #expect(result["score"] == nil && result["success"] == nil)
    #expect(result["completion"] as? Bool == false)
  }

  @Test func whatDoesNotCountIsNotStated() {
    func omission(_ change: (inout Result) -> Void) -> Statement.Omission? {
      do {
        _ = try Statement(of: attempt { change(&$0.result) })
        return nil
      } catch { return error }
    }
    #expect(omission { $0.origin = .demonstration } == .demonstration)
    #expect(omission { $0.origin = .foreign } == .foreign)
    #expect(omission { $0.mode = .drill } == .drill)
    #expect(omission { $0.trainee = nil } == .nameless)
    #expect(omission { $0.trainee = "" } == .nameless)
    #expect(omission { $0.mode = .exam } == nil)
  }

  @Test(arguments: [
    (412_500, "PT412.50S"), (0, "PT0.00S"), (4, "PT0.00S"), (5, "PT0.01S"), (14, "PT0.01S"),
    (15, "PT0.02S"), (999_994, "PT999.99S"), (999_995, "PT1000.00S"),
    (86_400_000, "PT86400.00S"),
  ])
  func durations(milliseconds: Int, text: String) {
    #expect(Statement.duration(Figure(units: milliseconds, places: 3)) == text)
  }

  @Test(arguments: [
    ("2025-05-14T09:30:00Z", 412_500, "2025-05-14T09:36:52.500Z"),
    ("2025-05-14T09:30:00.250Z", 1, "2025-05-14T09:30:00.251Z"),
    ("2024-02-28T23:59:59Z", 1_001, "2024-02-29T00:00:00.001Z"),
    ("2025-12-31T23:59:59.999Z", 1, "2026-01-01T00:00:00.000Z"),
    ("1969-12-31T23:59:58Z", 500, "1969-12-31T23:59:58.500Z"),
    ("2025-05-14T09:30:00+02:00", 0, "2025-05-14T07:30:00.000Z"),
    ("", 1, nil), ("yesterday", 1, nil), ("2025-05-14", 1, nil),
  ])
  func timestamps(start: String, milliseconds: Int, text: String?) {
    #expect(
      Statement.end(start: start, duration: Figure(units: milliseconds, places: 3)) == text)
  }

  @Test func withoutAStartThereIsNoTimestamp() throws {
    let statement = try Statement(of: attempt { $0.start = "" })
    #expect(try object(statement)["timestamp"] == nil)
  }

  @Test(arguments: [
    #"<b>&"'\ / </script>"#, "重物拉伤，左侧 L4-L5", "إجهاد الرفع، يسار", "שלום\u{200F}!", "e\u{301} 💆",
    "tab\tline\nend\u{0}\u{1F}\u{7F}\u{2028}", #"","verb":{"id":"x"}"#,
  ])
  func anyTextStaysWhatItIs(title: String) throws {
    let statement = try Statement(
      of: attempt {
        $0.title = title
        $0.summary = title + title
      })
    #expect(!statement.json.contains("\n"))
    let activity = try #require(try object(statement)["object"] as? [String: Any])
    let definition = try #require(activity["definition"] as? [String: Any])
    func scalars(_ text: Any?) -> [UInt32]? {
      ((text as? [String: String])?["und"])?.unicodeScalars.map(\.value)
    }
    #expect(scalars(definition["name"]) == title.unicodeScalars.map(\.value))
    #expect(scalars(definition["description"]) == (title + title).unicodeScalars.map(\.value))
  }

  @Test func withoutASummaryThereIsNoDescription() throws {
    let statement = try Statement(of: attempt { $0.summary = "" })
    #expect(!statement.json.contains("description"))
  }
}
