import Classes
import Pages
import Scoring

/// Cells and links that several tables have.
extension ClassPage {
  func submission(_ index: Int) -> Submission { records.submissions[index] }

  /// How a record is called on the page.
  func recordWords(_ submission: Submission) -> Markup {
    var words = Markup.element("span", .class("id")) { "No. \(submission.number)" }
    words += Markup.element("br")
    words += Markup.element("span", .class("id faint")) { String(submission.sha256.prefix(8)) }
    if let file = submission.file {
      words += Markup.element("br")
      words += Markup.isolated(file)
    }
    return words
  }

  func recordCell(_ submission: Submission) -> Table.Cell {
    Table.Cell(recordWords(submission), key: String(submission.number))
  }

  /// A link to the row of an attempt.
  func link(to index: Int) -> Markup {
    let submission = submission(index)
    return Markup.element("a", .href("#record-\(submission.number)")) {
      "No. \(submission.number)"
    }
  }

  func traineeCell(_ id: String?) -> Table.Cell {
    // Behind every id that can be.
    Table.Cell(
      Markup.element("span", .class("id")) { Words.trainee(id) }, key: id ?? "\u{7F}")
  }

  func scoreCell(_ result: Scoring.Result) -> Table.Cell {
    Table.Cell(
      Markup(Words.tenths(result.score.units)), key: Figure.tenths(result.score.units).description)
  }

  func verdictCell(_ result: Scoring.Result) -> Table.Cell {
    let colour =
      switch result.verdict {
      case .passed: "good-text"
      case .failed: "bad-text"
      case .abandoned: "note"
      }
    return Table.Cell(
      Markup.element("span", .class(colour)) { result.verdict.rawValue },
      key: result.verdict.rawValue)
  }

  func durationCell(_ result: Scoring.Result) -> Table.Cell {
    Table.Cell(Markup(Words.clock(result)), key: result.duration.description)
  }

  func startCell(_ submission: Submission) -> Table.Cell {
    guard let (day, time) = Words.start(submission.start) else {
      return Table.Cell("\u{2013}", key: "")
    }
    var words = Markup.element("span", .class("id")) { day }
    words += Markup.element("br")
    words += Markup.element("span", .class("id faint")) { time }
    return Table.Cell(words, key: submission.start)
  }

  func deviceCell(_ input: InputClass) -> Table.Cell {
    let (device, scale) = Words.deviceLines(input)
    var words = Markup.element("span", .class("id")) { device }
    if !scale.isEmpty {
      words += Markup.element("br")
      words += Markup.element("span", .class("id faint")) { scale }
    }
    return Table.Cell(words, key: Words.device(input))
  }

  static func numberCell(_ value: Int) -> Table.Cell { Table.Cell(Markup(String(value))) }

  /// Tenths of a point, or a dash.
  static func tenthsCell(_ value: Int?) -> Table.Cell {
    guard let value else { return Table.Cell("\u{2013}", key: "") }
    return Table.Cell(Markup(Words.tenths(value)), key: Figure.tenths(value).description)
  }
}
