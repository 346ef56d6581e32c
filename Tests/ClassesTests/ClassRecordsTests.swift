import Attempts
import Scenarios
import Scoring
import Testing

@testable import Classes

/// Who is grouped with whom, and what counts.
@Suite struct ClassRecordsTests {
  private let library = [LibraryCase(id: "back", sha256: "5ca1e")]

  private func records(_ submissions: [Submission]) -> ClassRecords {
    ClassRecords(submissions, library: library, ruleSet: 1)
  }

  @Test func casesAreToldApartByTheirBytes() {
    let records = records([
      Samples.submission(1, Samples.result()),
      Samples.submission(2, scenario: "0ther", Samples.result()),
      Samples.submission(3, scenario: "f0e", Samples.result(case: "hip")),
      Samples.submission(4, Samples.result()),
    ])
    #expect(records.cases.map(\.sha256) == ["0ther", "5ca1e", "f0e"])
    #expect(records.cases.map(\.attempts.count) == [1, 2, 1])
    #expect(records.cases.map(\.standing) == [.changed, .inTheLibrary, .unknown])
  }

  @Test func whatIsNoAttemptOfTheClassIsApart() {
    let records = records([
      Samples.submission(1, Samples.result(mode: .drill)),
      Samples.submission(2, Samples.result(origin: .demonstration)),
      Samples.submission(3, Samples.result(trainee: nil, origin: .foreign)),
      Samples.submission(4, Samples.result(mode: .exam)),
      Samples.submission(5, Samples.result(mode: .drill, origin: .demonstration)),
    ])
    #expect(records.drills == [0])
    #expect(records.demonstrations == [1, 4])
    #expect(records.foreign == [2])
    #expect(records.cases.flatMap(\.attempts).map(\.index) == [3])
  }

  @Test func attemptsAreNumberedInTheOrderOfTheirStart() {
    let group = records([
      Samples.submission(1, start: "2026-11-03T09:00:00Z", Samples.result(score: 800)),
      Samples.submission(2, start: "", Samples.result(score: 500)),
      Samples.submission(3, start: "2026-11-01T09:00:00Z", Samples.result(score: 700)),
      Samples.submission(4, start: "2026-11-02T09:00:00Z", Samples.result(trainee: "t-bbbbbbbb")),
      Samples.submission(5, start: "2026-11-01T08:00:00Z", Samples.result(trainee: nil)),
    ]).cases[0]
    #expect(group.attempts.map(\.index) == [2, 0, 1, 3, 4])
    #expect(group.attempts.map(\.number) == [1, 2, 3, 1, nil])
    #expect(group.trainees.map(\.id) == ["t-aaaaaaaa", "t-bbbbbbbb", nil])
    #expect(group.trainees[0].best == 800)
    #expect(group.trainees[0].last == 500)
  }

  @Test func abandonedAttemptsAreListedAndInNoFigure() {
    let group = records([
      Samples.submission(1, start: "1", Samples.result(score: 800)),
      Samples.submission(
        2, start: "2",
        Samples.result(
          verdict: .abandoned, score: 300, borderline: true,
          deductions: [("path.offGuide", 90, nil)])),
      Samples.submission(3, start: "3", Samples.result(mode: .exam, verdict: .failed, score: 600)),
    ]).cases[0]
    #expect(group.attempts.map(\.counts) == [true, false, true])
    #expect(group.attempts.map(\.number) == [1, 2, 3])
    #expect(group.scores?.count == 2)
    #expect(group.criteria.allSatisfy { $0.kept.count == 2 })
    #expect(group.costs.isEmpty)
    #expect(group.progress.map(\.lines).first?.first?.scores == [800, 600])
    #expect(
      group.verdicts.map { [$0.passed, $0.failed, $0.abandoned] } == [[1, 0, 1], [0, 1, 0]])
    #expect(group.verdicts.map(\.borderline) == [0, 0])
    let trainee = group.trainees[0]
    #expect(
      [trainee.attempts, trainee.abandoned, trainee.exams, trainee.passedExams] == [3, 1, 1, 0])
    #expect(trainee.best == 800 && trainee.last == 600)
  }

  @Test func whoAbandonedAllHasNoBest() {
    let group = records([
      Samples.submission(1, Samples.result(verdict: .abandoned, score: 300))
    ]).cases[0]
    #expect(group.trainees[0].best == nil && group.trainees[0].last == nil)
    #expect(group.scores == nil && group.progress.isEmpty)
  }

  @Test func whatWasHandedInTwiceCountsOnce() {
    let one = Movements(Samples.massage(1))
    let two = Movements(Samples.massage(2))
    let group = records([
      Samples.submission(1, start: "1", movements: one, Samples.result()),
      Samples.submission(2, start: "2", movements: one, Samples.result()),
      Samples.submission(3, start: "3", movements: two, Samples.result()),
      // Another trainee's copy counts until somebody decides.
      Samples.submission(4, movements: one, Samples.result(trainee: "t-bbbbbbbb")),
      // The same bytes are the same, whoever it was.
      Samples.submission(5, sha256: "same", Samples.result(trainee: nil)),
      Samples.submission(6, sha256: "same", Samples.result(trainee: nil)),
      Samples.submission(7, movements: one, Samples.result(trainee: nil)),
    ]).cases[0]
    #expect(group.attempts.map(\.repeats) == [nil, 0, nil, nil, nil, 4, nil])
    #expect(group.attempts.map(\.number) == [1, nil, 2, 1, nil, nil, nil])
    #expect(group.attempts.count(where: \.counts) == 5)
    #expect(group.trainees.map(\.attempts) == [2, 1, 2])
  }

  @Test func keptIsAShareOfTheWeightThatACriterionHad() {
    let submission = Samples.submission(
      1,
      Samples.result(
        lost: [0, 100, 2, 0, 0, 100, 0], assessed: [true, true, true, false, true, true, true]))
    #expect(
      Criterion.allCases.map { submission.kept($0) }
        // 15, 25, 15, 10, 15, 10, 10 points; 148 of 150 are 986.7 thousandths, rounded down.
        == [1_000, 600, 986, nil, 1_000, 0, 1_000])
  }

  @Test func theDearestComesFirst() {
    let group = records([
      Samples.submission(
        1,
        Samples.result(deductions: [
          ("path.offGuide", 10, "warm-up"), ("path.notShown", 5, nil), ("speed.notShown", 5, nil),
          ("procedure.arms", 15, nil), ("procedure.before", 15, nil),
        ])),
      Samples.submission(
        2,
        Samples.result(deductions: [
          ("path.offGuide", 25, "comb"), ("flow.breaks", 30, nil),
        ])),
      Samples.submission(3, Samples.result()),
    ]).cases[0]
    #expect(group.costs.map(\.tenths) == [35, 30, 30, 10])
    #expect(
      group.costs.map(\.codes) == [
        ["path.offGuide"], ["procedure.arms", "procedure.before"], ["flow.breaks"],
        ["path.notShown", "speed.notShown"],
      ])
    #expect(group.costs.map(\.attempts) == [2, 1, 1, 1])
    // 3.5 points over three attempts are 1.1666.
    #expect(group.costs.map(\.mean) == [117, 100, 100, 33])
    #expect(group.costs.map(\.phase) == ["comb", nil, nil, nil])
    #expect(
      group.costs.map(\.advice) == [
        "Stay nearer to the guide.",
        "Prepare as the case asks: mind the arms and what comes before the first touch.",
        "Keep a hand on the back until the step is done.", "Do all that is asked.",
      ])
  }

  @Test func progressIsComparedWithinOneDevice() {
    let touch = Device(kind: .touch, pressure: .none)
    let group = records([
      Samples.submission(1, start: "1", Samples.result(score: 500)),
      Samples.submission(2, start: "2", scale: .one, Samples.result(score: 990)),
      Samples.submission(3, start: "3", Samples.result(score: 700)),
      Samples.submission(4, start: "1", Samples.result(trainee: "t-bbbbbbbb", score: 600)),
      Samples.submission(5, start: "2", Samples.result(trainee: "t-bbbbbbbb", device: touch)),
      Samples.submission(6, Samples.result(trainee: nil, score: 0)),
    ]).cases[0]
    #expect(group.progress.map(\.attempts) == [4, 1, 1])
    let first = group.progress[0]
    #expect(first.lines.map(\.trainee) == ["t-aaaaaaaa", "t-bbbbbbbb"])
    #expect(first.lines.map(\.scores) == [[500, 700], [600]])
    #expect(first.scores.map(\.median) == [550, 700])
    #expect(first.scores.map(\.count) == [2, 1])
    #expect(group.progress.map(\.hasProgress) == [true, false, false])
  }

  @Test func criticalFaultsAreCountedByAttempt() {
    let group = records([
      Samples.submission(
        1, Samples.result(verdict: .failed, critical: ["spasm.wentOn", "spasm.wentOn"])),
      Samples.submission(
        2, Samples.result(verdict: .failed, critical: ["technique.tapping", "spasm.wentOn"])),
    ]).cases[0]
    #expect(group.criticals.map(\.code) == ["spasm.wentOn", "technique.tapping"])
    #expect(group.criticals.map(\.attempts) == [2, 1])
    #expect(
      group.criticals.map(\.advice) == [
        "Leave or lighten at once when the patient says that it hurts.",
        "Leave tapping out: nobody prescribed it.",
      ])
  }

  /// Whatever the order in which the same records were read, but for their numbers.
  @Test func theOrderOfReadingChangesNoFigure() {
    let results = (0..<12).map { index in
      (
        start: "2026-11-\(10 + index)",
        result: Samples.result(
          trainee: index % 4 == 3 ? nil : "t-aaaaaaa\(index % 3)", score: 600 + index * 7,
          deductions: [("path.offGuide", index, nil), ("flow.breaks", 12 - index, nil)])
      )
    }
    func figures(_ order: [Int]) -> [String] {
      let records = records(
        order.map { Samples.submission($0 + 1, start: results[$0].start, results[$0].result) })
      return records.cases.map {
        "\($0.trainees) \($0.verdicts) \($0.scores as Any) \($0.costs.map(\.tenths)) "
          + "\($0.progress.map { $0.lines.map(\.scores) })"
      }
    }
    #expect(figures(Array(0..<12)) == figures([5, 0, 11, 3, 8, 1, 2, 10, 4, 9, 7, 6]))
  }
}
