import Attempts
import Scenarios
import Testing

@testable import Handover
@testable import Scoring

@Suite struct ResultTextTests {
  @Test func theReportOfAnOrdinaryAttempt() {
    let report = ResultText.report(
      SampleResult.ordinary, record: "attempt.inkml", title: "Lifting strain, left L4-L5")
    #expect(
      report == """
        attempt.inkml: passed, 85.5 of 100 (pass mark 75)
          Lifting strain, left L4-L5 (lifting-easing-left)
          practice, mouse with set pressure, trainee t-7k3qvm2x, 6:52

        What was good
          Procedure   every question asked, prepared as the case asks, no step left out
          Pressure    100 % of the time inside the band
          Spasm       never pressed, the hand passed lightly over it for 23 s
          Technique   8 whole strokes, 1 of 1 points held in full, 17 lifts

        The three changes worth most
          1. Stay nearer to the guide: on "left" the hand was 6 mm off on average.
             up to +7.3, path, warm-up, first 1:04 to 1:09
          2. Slow the hand down.
             up to +5.2, speed, comb, first 2:11 to 2:13
          3. Do all that is asked (99 % of it was done): make every lift of Lift, over
             the whole area.
             up to +1.0, 6 criteria, lift
          All the rest cost 1.0.

        What each criterion kept
          Procedure   15.8 of 15.8
          Path        18.7 of 26.3
          Speed       10.4 of 15.8
          Pressure     5.2 of 5.3
          Spasm       15.6 of 15.8
          Flow         9.4 of 10.5
          Technique   10.4 of 10.5

        Where each point went
          Path        -7.3  Beside the guide: 6.2 mm on average, keep within 4 mm
                            (warm-up, 108 times from 1:04, longest 3:20 to 3:26)
                      -0.3  Not shown: as much as was done; make every lift of Lift,
                            over the whole area (lift)
          Speed       -5.2  Too fast: up to 142 mm/s, aim for 20 to 100 (comb, 2:11 to
                            2:13, 2:20)
                      -0.2  Not shown, for the same reason
          Pressure    -0.1  Not shown, for the same reason
          Spasm       -0.2  Not shown, for the same reason
          Flow        -1.0  Two breaks, keep a hand on the back
                      -0.1  Not shown, for the same reason
          Technique   -0.1  Not shown, for the same reason

        """)
  }

  @Test func theReportOfAPerfectAttempt() {
    var result = SampleResult.ordinary
    result.deductions = []
    result.score = .tenths(1000)
    for index in result.criteria.indices { result.criteria[index].lost = .tenths(0) }
    let report = ResultText.report(result, record: "-", title: "T")
    #expect(report.contains("-: passed, 100 of 100 (pass mark 75)"))
    #expect(!report.contains("worth most") && !report.contains("All the rest"))
    #expect(report.hasSuffix("Where each point went\n  Nothing was deducted.\n"))
  }

  @Test func everySpecialCircumstanceIsSaid() {
    var result = SampleResult.result
    result.verdict = .abandoned
    result.critical = ["spasm.wentOn", "technique.tapping"]
    result.below = [.spasm, .path]
    result.borderline = true
    result.origin = .foreign
    result.deductions = []
    let report = ResultText.report(result, record: "-", title: "T")
    #expect(
      report.hasPrefix(
        """
        -: abandoned, 87.4 of 100 (pass mark 75)
          T (lifting-easing-left)
          record of another program, practice, set pressure, trainee t-7k3qvm2x, 6:52

          Not ended   The trainee did not end the attempt, so it cannot be passed.
          Critical    Went on after the patient said that it hurts (spasm.wentOn)
          Critical    Tapped without a prescription (technique.tapping)
                      A critical fault fails the attempt whatever the score.
          Below       Too little kept of spasm and path: every criterion must keep its
                      minimum.
          Borderline  A pixel or a point more or less would change the verdict.

        """))
    #expect(
      report.contains(
        """
        The two changes worth most
          1. Leave or lighten at once when the patient says that it hurts.
             critical, spasm
          2. Leave tapping out: nobody prescribed it.
             critical, technique

        """))
    #expect(report.contains("What was good\n  Nothing to name this time.\n"))
  }

  /// Why a criterion was not assessed, by what the others were.
  @Test(arguments: [
    (Criterion.pressure, [Criterion.pressure], PressureSource.none, Origin.live, "no pressure"),
    (.pressure, [.pressure], .measured, .live, "the pressure did not change"),
    (.path, [.path], .set, .live, "the case asks nothing of its kind"),
    (.speed, [.speed], .set, .live, "the case asks nothing of its kind"),
    (.procedure, [.procedure], .set, .live, "a drill asks for one step alone"),
    (.procedure, [.procedure], .none, .foreign, "such a record holds the strokes alone"),
    (
      .flow, [.procedure, .speed, .pressure, .flow, .technique], .none, .foreign,
      "the record carries no times"
    ),
    (
      .pressure, [.path, .speed, .pressure, .spasm, .flow, .technique], .set, .live,
      "it was not decided to massage"
    ),
  ])
  func whatIsNotAssessedSaysWhy(
    criterion: Criterion, unassessed: [Criterion], pressure: PressureSource, origin: Origin,
    why: String
  ) throws {
    var result = SampleResult.ordinary
    result.device.pressure = pressure
    result.origin = origin
    for index in result.criteria.indices
    where unassessed.contains(result.criteria[index].criterion) {
      result.criteria[index].assessed = false
    }
    let report = ResultText.report(result, record: "-", title: "T")
    let line = try #require(
      report.split(separator: "\n").first {
        $0.hasPrefix("  " + ResultText.name(criterion)) && $0.contains("not assessed: ")
      })
    #expect(line.hasSuffix(why))
  }

  @Test func manyStretchesAreCountedAndTheLongestNamed() {
    var result = SampleResult.result
    result.deductions[0].spans = (0..<3).map {
      Span(start: .seconds($0 * 60_000_000), end: .seconds($0 * 60_000_000 + 999_000))
    }
    func words() -> String {
      ResultText.report(result, record: "-", title: "T").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    #expect(words().contains("(comb, 0:00, 1:00, 2:00)"))
    result.deductions[0].spans.append(
      Span(start: .seconds(200_000_000), end: .seconds(204_000_000)))
    #expect(
      words()
        .contains("(comb, 4 times from 0:00, longest 3:20 to 3:24)"))
  }

  @Test(arguments: [
    (0, "0:00"), (999_000, "0:00"), (59_999_000, "0:59"), (60_000_000, "1:00"),
    (3_600_000_000, "60:00"),
  ])
  func theClockIsMinutesAndSeconds(microseconds: Int, text: String) {
    #expect(ResultText.clock(.seconds(microseconds)) == text)
  }
}

/// Random results with ids, titles and sentences of every length and script.
@Suite struct ResultTextWidthTests {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let letters: [Character] =
    Array("abcdefghijklmnopqrstuvwxyz0123456789-.,:;") + Array("éжا背中한ア🙂Ｗ") + ["\n", "\u{1B}"]

  private static func text(_ longest: Int, _ numbers: inout Numbers) -> String {
    let spaces = [0, 3, 8, 20].randomElement(using: &numbers) ?? 0
    return String(
      (0..<Int.random(in: 0...longest, using: &numbers)).map { _ in
        spaces > 0 && Int.random(in: 0..<spaces, using: &numbers) == 0
          ? " " : letters.randomElement(using: &numbers) ?? "x"
      })
  }

  private static func result(_ numbers: inout Numbers) -> Result {
    var result = SampleResult.ordinary
    result.scenarioID = text(64, &numbers)
    result.trainee = Bool.random(using: &numbers) ? text(100, &numbers) : nil
    result.verdict = [.passed, .failed, .abandoned].randomElement(using: &numbers) ?? .failed
    result.below = Criterion.allCases.filter { _ in Bool.random(using: &numbers) }
    result.borderline = Bool.random(using: &numbers)
    result.critical = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in text(40, &numbers) }
    result.phases[0].guides[0].id = text(64, &numbers)
    result.deductions = (0..<Int.random(in: 0...30, using: &numbers)).map { _ in
      let criterion = Criterion.allCases.randomElement(using: &numbers) ?? .path
      return Deduction(
        criterion: criterion,
        code: criterion.rawValue + "."
          + (["notShown", "offGuide", "later"].randomElement(using: &numbers) ?? ""),
        points: .tenths(Int.random(in: 1...400, using: &numbers)),
        phase: Bool.random(using: &numbers) ? text(64, &numbers) : nil,
        spans: (0..<Int.random(in: 0...6, using: &numbers)).map {
          Span(start: .seconds($0 * 9_000_000_000), end: .seconds($0 * 9_000_000_000 + 70_000_000))
        },
        message: text(300, &numbers))
    }
    result.score.units = 1000 - result.deductions.reduce(0) { $0 + $1.points.units }
    return result
  }

  /// Columns by a rule of its own: a letter that is not of the narrow ones above takes two.
  private static func columns(_ line: Substring) -> Int {
    line.reduce(0) { sum, letter in
      guard let value = letter.unicodeScalars.first?.value else { return sum }
      return sum + (value < 0x1100 || value == 0xFFFD ? 1 : 2)
    }
  }

  @Test(arguments: 1...150)
  func noLineIsWiderThanATerminal(seed: UInt64) {
    var numbers = Numbers(state: seed)
    let result = Self.result(&numbers)
    let report = ResultText.report(
      result, record: Self.text(255, &numbers), title: Self.text(80, &numbers))
    for line in report.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(Self.columns(line) <= ResultText.width, "seed \(seed): \(line)")
      #expect(line.last != " ", "seed \(seed): \(line)")
    }
    #expect(!report.unicodeScalars.contains("\u{1B}"), "seed \(seed)")
    for deduction in result.deductions {
      #expect(
        report.contains(" -" + ResultText.oneDecimal(deduction.points)), "seed \(seed)")
    }
  }
}
