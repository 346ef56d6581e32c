import Scenarios
import Testing

@testable import Scoring

/// Which stretch stands for a deduction: one of the step that its points are counted in.
@Suite struct MomentTests {
  struct Row: Sendable, CustomStringConvertible {
    var description: String
    var phase: String?
    var spans: [(Double, Double)]
    var code = "speed.tooFast"
    var telling: Int?
    var isCounted = false
  }

  /// Warm-up from 10 s to 60 s, combs to 100 s, and warm-up once more to 120 s.
  static let stays = [
    Deduction.Stay(phase: nil, start: 0), Deduction.Stay(phase: "warm-up", start: 10),
    Deduction.Stay(phase: "comb", start: 60), Deduction.Stay(phase: "warm-up", start: 100),
  ]

  static let rows: [Row] = [
    Row(
      description: "the longest of its step, although another step has a longer one",
      phase: "warm-up", spans: [(12, 13), (20, 23), (70, 90)], telling: 1, isCounted: true),
    Row(
      description: "of equal ones the earliest", phase: "warm-up",
      spans: [(12, 14), (20, 22), (70, 90)], telling: 0, isCounted: true),
    Row(
      description: "a step that is entered twice", phase: "warm-up",
      spans: [(12, 13), (70, 90), (101, 105)], telling: 2, isCounted: true),
    Row(
      description: "its middle lies in the step", phase: "comb",
      spans: [(59, 61.5), (10, 40)], telling: 0, isCounted: true),
    Row(
      description: "its middle lies before the step", phase: "comb",
      spans: [(58, 61.5), (10, 40)], telling: 1),
    Row(
      description: "its middle is where the step begins", phase: "comb",
      spans: [(59, 61), (10, 40)], telling: 0, isCounted: true),
    Row(
      description: "a moment that was rounded to before its step", phase: "comb",
      spans: [(59.9996, 59.9996), (10, 40)], telling: 0, isCounted: true),
    Row(
      description: "a moment before its step", phase: "comb",
      spans: [(59.999, 59.999), (10, 40)], telling: 1),
    Row(
      description: "before the first step", phase: "warm-up", spans: [(1, 9), (12, 13)],
      telling: 1, isCounted: true),
    Row(
      description: "none in its step: the longest of all", phase: "comb",
      spans: [(12, 13), (20, 23)], telling: 1),
    Row(
      description: "of the whole attempt: the longest of all", phase: nil,
      spans: [(12, 13), (70, 90)], telling: 1),
    Row(
      description: "what was not done has no moment", phase: "comb", spans: [(60, 100)],
      code: "technique.notShown"),
    Row(description: "without stretches", phase: "comb", spans: []),
  ]

  @Test(arguments: rows)
  func theTellingStretchIsOfTheStepThatCounts(row: Row) {
    let spans = row.spans.map {
      Span(start: .seconds(Int($0.0 * 1_000_000)), end: .seconds(Int($0.1 * 1_000_000)))
    }
    let deduction = Deduction(
      criterion: .speed, code: row.code, points: .tenths(10), phase: row.phase, spans: spans,
      message: "")
    let telling = deduction.tellingSpan(in: Self.stays)
    #expect(telling == row.telling.map { spans[$0] })
    #expect(deduction.hasMoment == (telling != nil))
    #expect((telling.map { deduction.isCounted($0, in: Self.stays) } ?? false) == row.isCounted)
  }
}
