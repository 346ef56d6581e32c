import Attempts
import Classes
import Pages
import Scenarios
import Scoring

/// One case: what the class did with it.
extension ClassPage {
  func section(ofCase index: Int) -> Markup {
    let group = records.cases[index]
    let id = "case-\(index + 1)"
    return Markup.element("section", .class("case"), .labelled(by: id)) {
      Markup.element("h2", .id(id)) { Markup.isolated(group.title) }
      Markup.element("p", .class("note")) {
        "\(group.scenarioID), SHA-256 "
        Markup.element("span", .class("id")) { String(group.sha256.prefix(16)) }
        "; pass mark \(group.passMark)"
      }
      if group.standing != .inTheLibrary {
        Markup.element("p") {
          Markup.element("span", .class("pill warning")) {
            group.standing == .changed ? "Changed case" : "Unknown case"
          }
          " This case is " + Words.standing(group.standing)
        }
      }
      Markup.element("div", .class("grid")) {
        verdicts(group)
        scores(group)
        distribution(group, id: id)
        costs(group, id: id)
        deductions(group, id: id)
        trainees(group, id: id)
        Markup.element("div", .class("half stack")) {
          borderline(group, id: id)
          criticals(group, id: id)
        }
        progress(group, id: id)
        attempts(group, id: id)
      }
    }
  }

  private func verdicts(_ group: CaseGroup) -> Markup {
    Markup.element("div", .class("card half")) {
      Markup.element("h3") { "Verdicts" }
      Markup.element("dl", .class("facts")) {
        for verdict in group.verdicts {
          Markup.element("dt") { verdict.mode == .exam ? "Exams" : "Practice" }
          Markup.element("dd") {
            "\(verdict.passed) passed, \(verdict.failed) failed, \(verdict.abandoned) abandoned"
          }
        }
        let repeated = group.attempts.count { $0.repeats != nil }
        if repeated > 0 {
          Markup.element("dt") { "Handed in again" }
          Markup.element("dd") { "\(Words.count(repeated, "record")), counted once" }
        }
      }
    }
  }

  private func scores(_ group: CaseGroup) -> Markup {
    Markup.element("div", .class("card half")) {
      Markup.element("h3") { "Scores" }
      if let scores = group.scores {
        Markup.element("dl", .class("facts")) {
          Markup.element("dt") { "Middle" }
          Markup.element("dd") { Words.tenths(scores.median) }
          Markup.element("dt") { "The middle half" }
          Markup.element("dd") {
            "\(Words.tenths(scores.lowerQuarter)) to \(Words.tenths(scores.upperQuarter))"
          }
          Markup.element("dt") { "Least and most" }
          Markup.element("dd") {
            "\(Words.tenths(scores.least)) and \(Words.tenths(scores.greatest)), of "
              + Words.count(scores.count, "attempt")
          }
        }
      } else {
        Markup.element("p") { "Nobody ended an attempt." }
      }
    }
  }

  private func borderline(_ group: CaseGroup, id: String) -> Markup {
    let indices = group.attempts.filter {
      $0.counts && submission($0.index).result.borderline
    }.map(\.index)
    return Markup.element("div", .class("card"), .id(id + "-borderline")) {
      Markup.element("h3") { "Borderline" }
      if indices.isEmpty {
        Markup.element("p") { "No verdict would change by a pixel or a point." }
      } else {
        Markup.element("p") {
          "A pixel or a point more or less would change these verdicts. Look at the attempt "
            + "yourself before you hold it against anybody."
        }
        Markup.element("ul") {
          for index in indices { attemptLine(index) }
        }
      }
    }
  }

  private func criticals(_ group: CaseGroup, id: String) -> Markup {
    Markup.element("div", .class("card"), .id(id + "-criticals")) {
      Markup.element("h3") { "Critical faults" }
      if group.criticals.isEmpty {
        Markup.element("p") { "None." }
      } else {
        Markup.element("ul") {
          for critical in group.criticals {
            Markup.element("li") {
              "\(Words.count(critical.attempts, "attempt")): \(critical.advice) "
              Markup.element("span", .class("note")) { critical.code }
            }
          }
        }
        Markup.element("ul") {
          for attempt in group.attempts
          where attempt.counts && !submission(attempt.index).result.critical.isEmpty {
            attemptLine(attempt.index)
          }
        }
      }
    }
  }

  private func attemptLine(_ index: Int) -> Markup {
    let result = submission(index).result
    return Markup.element("li") {
      link(to: index)
      ": " + (result.trainee.map { "trainee \($0)" } ?? "unnamed")
        + ", \(result.mode.rawValue), \(result.verdict.rawValue) with "
        + Words.tenths(result.score.units)
    }
  }
}
