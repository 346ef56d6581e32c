import Attempts
import Classes
import Pages
import Scenarios
import Scoring

/// Every attempt at a case, a row each.
extension ClassPage {
  func attempts(_ group: CaseGroup, id: String) -> Markup {
    Markup.element("div", .class("card long dense")) {
      Table(
        id: id + "-attempts", caption: "Attempts", columns: attemptColumns,
        rows: group.attempts.map(attemptRow)
      ).markup
      Markup.element("p", .class("note")) {
        "Criteria: percent of the weight that was kept; \u{25BE} below the minimum, \u{2013} not "
          + "assessed. Attempts of a trainee are counted in the order of their start (UTC). Press a "
          + "heading to sort by it."
      }
    }
  }

  private var attemptColumns: [Table.Column] {
    [
      Table.Column("Trainee", isSortedAscending: true), Table.Column("Attempt", .number),
      Table.Column("Mode"), Table.Column("Device"),
      Table.Column("Score", .number, isDescendingFirst: true), Table.Column("Verdict"),
      Table.Column("Borderline"),
    ]
      + Criterion.allCases.map {
        Table.Column(Markup(Words.name($0)), .number, isDescendingFirst: true)
      } + [
        Table.Column("Duration", .number), Table.Column("Critical"), Table.Column("Start"),
        Table.Column("Record", .number),
      ]
  }

  private func attemptRow(_ attempt: CaseGroup.Attempt) -> Table.Row {
    let submission = submission(attempt.index)
    let result = submission.result
    let cells =
      [
        traineeCell(result.trainee), number(of: attempt),
        Table.Cell(Markup(result.mode.rawValue)), deviceCell(submission.input),
        scoreCell(result), verdictCell(result),
        // What is asked for comes first.
        Table.Cell(
          Markup(result.borderline ? "yes" : "\u{2013}"), key: result.borderline ? "0" : "1"),
      ]
      + Criterion.allCases.map { criterionCell($0, of: submission) }
      + [
        durationCell(result),
        Table.Cell(
          result.critical.isEmpty
            ? "\u{2013}" : Markup(result.critical.joined(separator: ", ")),
          key: result.critical.joined(separator: " ")),
        startCell(submission), recordCell(submission),
      ]
    return Table.Row(
      cells,
      attributes: [.id("record-\(submission.number)")]
        + (attempt.counts ? [] : [.class("not-counted")]))
  }

  private func number(of attempt: CaseGroup.Attempt) -> Table.Cell {
    if let repeats = attempt.repeats {
      return Table.Cell(Markup("as ") + link(to: repeats), key: "")
    }
    guard let number = attempt.number else { return Table.Cell("\u{2013}", key: "") }
    return ClassPage.numberCell(number)
  }

  private func criterionCell(_ criterion: Criterion, of submission: Submission) -> Table.Cell {
    guard let kept = submission.kept(criterion) else { return Table.Cell("\u{2013}", key: "") }
    let percent = Markup(Words.percent(kept))
    guard submission.result.below.contains(criterion) else {
      return Table.Cell(percent, key: String(kept))
    }
    return Table.Cell(
      Markup.element("span", .class("below"), Attribute("title", "below its minimum")) { percent },
      key: String(kept))
  }

  func trainees(_ group: CaseGroup, id: String) -> Markup {
    Markup.element("div", .class("card long half")) {
      Table(
        id: id + "-trainees", caption: "Trainees",
        columns: [
          Table.Column("Trainee", isSortedAscending: true),
          Table.Column("Attempts", .number, isDescendingFirst: true),
          Table.Column("Abandoned", .number, isDescendingFirst: true),
          Table.Column("Best", .number, isDescendingFirst: true),
          Table.Column("Last", .number, isDescendingFirst: true),
          Table.Column("Exams passed", .number, isDescendingFirst: true),
        ],
        rows: group.trainees.map { trainee in
          Table.Row([
            traineeCell(trainee.id), ClassPage.numberCell(trainee.attempts),
            ClassPage.numberCell(trainee.abandoned), ClassPage.tenthsCell(trainee.best),
            ClassPage.tenthsCell(trainee.last),
            Table.Cell(
              Markup("\(trainee.passedExams) of \(trainee.exams)"),
              key: String(trainee.passedExams)),
          ])
        }
      ).markup
    }
  }
}
