import Attempts
import Scenarios
import Testing

@testable import Handover
@testable import Scoring

/// Result lines read again, and what differs between two.
@Suite struct ResultChangeTests {
  private func line(
    _ result: Result, record: String = "a.inkml", case sha256: String = SampleResult.scenarioSHA256
  ) throws -> ResultLine {
    try ResultLine(
      Array(ResultJSON.line(result, record: record, scenarioSHA256: sha256).utf8))
  }

  private func change(
    case sha256: String = SampleResult.scenarioSHA256, _ edit: (inout Result) -> Void
  ) throws -> ResultChange {
    var edited = SampleResult.ordinary
    edit(&edited)
    return ResultChange(
      record: "a.inkml", old: try line(SampleResult.ordinary).content,
      new: try line(edited, case: sha256).content, isAmbiguous: false)
  }

  @Test(arguments: [SampleResult.result, SampleResult.ordinary])
  func whatTheProgramWritesItReads(result: Result) throws {
    let name = "<&\"' \u{5D0}\u{738B}\n.inkml"
    let read = try line(result, record: name)
    #expect(read.record == name)
    guard case .result(let read) = read.content else {
      Issue.record("an error was read")
      return
    }
    #expect(read.scenarioID == result.scenarioID)
    #expect(read.rules == result.ruleSet)
    #expect(read.score == Figure(decimal: result.score.description))
    #expect(read.verdict == result.verdict.rawValue)
    #expect(read.criteria.map(\.id) == result.criteria.map(\.criterion.rawValue))
    #expect(read.deductions.map(\.code) == result.deductions.map(\.code))
    #expect(read.deductions.map(\.phase) == result.deductions.map(\.phase))
    #expect(
      read.digest == ResultJSON.digest(result, scenarioSHA256: SampleResult.scenarioSHA256))
    #expect(
      read.measures.contains { $0.name == "warm-up.left.meanDeviation_mm" && $0.value == "6.02" })
    #expect(read.measures.contains { $0.name == "press.a.held_s" && $0.value == "3.2" })
    #expect(read.measures.contains { $0.name == "spine.peakPressure" && $0.value == "null" })
  }

  @Test func errorLinesAreUnderstood() throws {
    let read = try ResultLine(
      Array(ResultJSON.errorLine(record: "b", error: "no \"ink\"").utf8))
    guard case .error(let error) = read.content else {
      Issue.record("a result was read")
      return
    }
    #expect(read.record == "b" && error == "no \"ink\"")
  }

  @Test(arguments: [
    ("{}", 1, "'effleurage' is missing"), ("[]", 1, "a result is an object"),
    (#"{"effleurage":2,"record":"a"}"#, 15, "a result of format 2; this program reads 1"),
    (#"{"effleurage":1,"record":7}"#, 26, "'record' is a text"),
    (#"{"effleurage":1,"record":"a"}"#, 1, "'scenario' is missing"),
    (#"{"effleurage":1,"record":"a","scenario":3}"#, 41, "'scenario' is an object"),
    (
      #"{"effleurage":1.0000001,"record":"a"}"#, 15,
      "'effleurage' is a figure with at most six decimals"
    ),
  ])
  func whatIsNoResultIsToldWithItsColumn(text: String, column: Int, message: String) {
    #expect(throws: ResultLineError(at: column - 1, message)) { try ResultLine(Array(text.utf8)) }
  }

  @Test func equalResultsDoNotDiffer() throws {
    let change = try change { _ in }
    #expect(change.kind == .equal && change.differences.isEmpty)
  }

  /// Other white space, and keys of a later version, are no other result.
  @Test func howALineIsWrittenIsNoDifference() throws {
    let text = ResultJSON.line(
      SampleResult.ordinary, record: "a.inkml", scenarioSHA256: SampleResult.scenarioSHA256)
    let spaced = text.replacing("\"score\":", with: " \"later\" : [1], \"score\" : ")
    let change = ResultChange(
      record: "a.inkml", old: try ResultLine(Array(spaced.utf8)).content,
      new: try ResultLine(Array(text.utf8)).content, isAmbiguous: false)
    #expect(change.kind == .equal)
  }

  @Test func whyAResultChangedIsTold() throws {
    #expect(try change(case: String(repeating: "0", count: 64)) { _ in }.causes == [.scenario])
    #expect(try change { $0.ruleSet = 2 }.causes == [.rules])
    #expect(try change { $0.trainee = nil }.causes == [.attempt])
    #expect(try change { $0.mode = .exam }.causes == [.attempt])
    #expect(try change { $0.device.pressure = .none }.causes == [.attempt])
    #expect(try change { $0.duration = .seconds(1) }.causes == [.attempt])
    #expect(try change { $0.score = .tenths(1) }.causes == [.program])
    #expect(try change { $0.verdict = .failed }.causes == [.program])
    #expect(try change { $0.borderline.toggle() }.causes == [.program])
    #expect(try change { $0.deductions[0].points = .tenths(1) }.causes == [.program])
    #expect(try change { $0.phases[0].contacts += 1 }.causes == [.measures])
    #expect(try change { $0.deductions[0].message += "!" }.causes == [.measures])
    #expect(
      try change {
        $0.ruleSet = 2
        $0.mode = .exam
        $0.score = .tenths(5)
      }.causes == [.rules, .attempt])
  }

  @Test func whatDiffersIsNamedWithBothValues() throws {
    let change = try change {
      $0.score = .tenths(700)
      $0.verdict = .failed
      $0.below = [.path]
      $0.criteria[1].lost = .tenths(230)
      $0.deductions[0].points = .tenths(227)
      $0.deductions.removeLast()
      $0.deductions.append(
        Deduction(
          criterion: .technique, code: "technique.turn", points: .tenths(1), phase: "comb",
          spans: [], message: ""))
      $0.phases[0].guides[0].strokes = 7
      $0.areas.removeLast()
    }
    func difference(_ name: String, _ old: String?, _ new: String?) -> ResultChange.Difference {
      ResultChange.Difference(name: name, old: old, new: new)
    }
    let score = SampleResult.ordinary.score.description
    #expect(
      change.differences.prefix(7) == [
        difference("verdict", "\"passed\"", "\"failed\""), difference("score", score, "70"),
        difference("below", "[]", "[\"path\"]"), difference("criteria.path.lost", "7.6", "23"),
        difference("deductions.path.offGuide", "7.3", "22.7"),
        difference("deductions.technique.turn", nil, "0.1"),
        difference("deductions.technique.notShown", "0.1", nil),
      ])
    #expect(change.differences.contains(difference("measures.warm-up.left.strokes", "8", "7")))
    #expect(change.differences.contains(difference("measures.spine.contact_s", "0", nil)))
  }

  @Test func whatCameWentAndFailedIsTold() throws {
    let result = try line(SampleResult.ordinary).content
    func kind(_ old: ResultLine.Content?, _ new: ResultLine.Content?) -> ResultChange.Kind {
      ResultChange(record: "a", old: old, new: new, isAmbiguous: false).kind
    }
    #expect(kind(nil, result) == .new)
    #expect(kind(result, nil) == .gone)
    #expect(kind(result, .error("no")) == .unscored)
    #expect(kind(.error("no"), result) == .scored)
    #expect(kind(.error("no"), .error("not at all")) == .equal)
  }

  @Test(arguments: [
    ("0", 0, 0), ("-0", 0, 0), ("1.50", 15, 1), ("-2.000", -2, 0), ("0.000001", 1, 6),
    ("123456789012.5", 1_234_567_890_125, 1),
  ])
  func figuresAreReadExactly(text: String, units: Int, places: Int) {
    #expect(Figure(decimal: text) == Figure(units: units, places: places))
  }

  @Test(arguments: ["", "-", ".5", "1.2.3", "0.0000001", "1e3", "+1", "9999999999999999999", "٣"])
  func whatIsNoFigureIsNone(text: String) { #expect(Figure(decimal: text) == nil) }
}
