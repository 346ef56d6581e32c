import Classes
import Pages
import Scenarios
import Scoring

/// What is not in the class's figures, copies, what was not read, and how to read the page.
extension ClassPage {
  var apart: Markup {
    var markup = Markup()
    if !records.drills.isEmpty {
      markup += apartSection(
        "drills", "Drills", "A drill asks for one step alone and never counts.", records.drills)
    }
    if !records.demonstrations.isEmpty {
      markup += apartSection(
        "demonstrations", "Demonstrations", "Made by the program, not by a trainee.",
        records.demonstrations)
    }
    if !records.foreign.isEmpty {
      markup += apartSection(
        "foreign", "Records of other programs",
        "Ink of another program, judged by the case that was given for it: one step, without the "
          + "procedure.", records.foreign)
    }
    return markup
  }

  private func apartSection(
    _ id: String, _ title: String, _ explanation: String, _ indices: [Int]
  ) -> Markup {
    Markup.element("section", .class("case"), .labelled(by: id)) {
      Markup.element("h2", .id(id)) { title }
      Markup.element("p", .class("note")) { explanation + " Not in the figures of the class." }
      Markup.element("div", .class("card long")) {
        Table(
          id: id + "-records", caption: Markup(Words.count(indices.count, "record")),
          columns: [
            Table.Column("Record", .number), Table.Column("Trainee"), Table.Column("Case"),
            Table.Column("Device"), Table.Column("Score", .number, isDescendingFirst: true),
            Table.Column("Verdict"), Table.Column("Duration", .number), Table.Column("Start"),
          ],
          rows: indices.map { index in
            let submission = submission(index)
            return Table.Row(
              [
                recordCell(submission), traineeCell(submission.result.trainee),
                .isolated(submission.title),
                deviceCell(submission.input), scoreCell(submission.result),
                verdictCell(submission.result), durationCell(submission.result),
                startCell(submission),
              ], attributes: [.id("record-\(submission.number)")])
          }
        ).markup
      }
    }
  }

  var copies: Markup {
    guard !records.copies.isEmpty else { return Markup() }
    return Markup.element("section", .class("case"), .labelled(by: "copies")) {
      Markup.element("h2", .id("copies")) { "Copied recordings" }
      Markup.element("p", .class("note")) {
        "Nobody moves twice with the same places, times and pressures. Compared are the samples of "
          + "each contact, whatever the records say beside them and whenever they begin. Records of "
          + "two trainees stay in the figures until you decide."
      }
      for (index, group) in records.copies.enumerated() { copy(group, id: "copy-\(index + 1)") }
    }
  }

  private func copy(_ group: CopyGroup, id: String) -> Markup {
    Markup.element("div", .class("card long")) {
      Markup.element("h3", .id(id)) { Words.copies(group) }
      Table(
        id: id + "-records", caption: "Records",
        columns: [
          Table.Column("Record", .number), Table.Column("Trainee"), Table.Column("Case"),
          Table.Column("Kind"), Table.Column("Start"),
          Table.Column("Same movement %", .number, isDescendingFirst: true),
        ],
        rows: group.members.map(copyRow)
      ).markup
    }
  }

  private func copyRow(_ member: CopyGroup.Member) -> Table.Row {
    let share = Table.Cell(Markup(String(member.share / 10)), key: String(member.share))
    switch member.source {
    case .submission(let index):
      let submission = submission(index)
      return Table.Row([
        Table.Cell(link(to: index), key: String(submission.number)),
        traineeCell(submission.result.trainee), .isolated(submission.title),
        Table.Cell(Markup(Words.origin(submission))), startCell(submission), share,
      ])
    case .expert(let index):
      let title =
        records.submissions.first {
          $0.scenarioSHA256 == records.experts[index].scenarioSHA256
        }?.title ?? ""
      return Table.Row([
        Table.Cell("\u{2013}", key: ""), Table.Cell("\u{2013}", key: ""), .isolated(title),
        Table.Cell("what the program shows"), Table.Cell("\u{2013}", key: ""), share,
      ])
    }
  }

  var unread: Markup {
    guard !records.unread.isEmpty else { return Markup() }
    return Markup.element("section", .class("case"), .labelled(by: "unread")) {
      Markup.element("h2", .id("unread")) { "Not read" }
      Markup.element("div", .class("card long")) {
        Table(
          id: "unread-records", caption: Markup(Words.count(records.unread.count, "record")),
          columns: [Table.Column("Record", .number)]
            + (showsFiles ? [Table.Column("File")] : []) + [Table.Column("Why")],
          rows: records.unread.map { unread in
            Table.Row(
              [Table.Cell(Markup("No. \(unread.number)"), key: String(unread.number))]
                + (showsFiles ? [Table.Cell.isolated(unread.file ?? "")] : [])
                + [Table.Cell(Markup(Words.reason(unread.reason)))])
          }
        ).markup
      }
    }
  }

  var notes: Markup {
    Markup.element("section", .class("case"), .labelled(by: "notes")) {
      Markup.element("h2", .id("notes")) { "How to read this page" }
      Markup.element("div", .class("card")) {
        Markup.element("ul") {
          Markup.element("li") {
            "Attempts are grouped by the bytes of the case that each record carries, so attempts at a "
              + "changed case are never compared with those at the first."
          }
          Markup.element("li") {
            "In the figures are attempts made live, in practice and exams. Abandoned ones are listed and "
              + "counted among the verdicts, but not in scores, criteria, deductions and progress."
          }
          Markup.element("li") {
            "A recording that one trainee handed in twice counts once."
          }
          Markup.element("li") {
            "Records are numbered in the order of their paths; the eight digits are the beginning of "
              + "the SHA-256 of the file. "
              + (showsFiles
                ? "File names are shown because that was asked for; they may hold names of people."
                : "File names are left out, because they may hold names of people.")
          }
          Markup.element("li") {
            "Scores say how closely a hand followed a lesson, not how a patient fares."
          }
        }
      }
    }
  }
}
