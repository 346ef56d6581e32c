import Attempts
import Handover
import History
import Scenarios
import Scoring

/// The history in words, for a terminal.
enum HistoryText {
  /// Columns of a line, at most.
  static let width = 80

  /// Lines of at most ``width`` columns, each with a line end.
  static func page(_ chapters: [TraineeHistory], today: Day) -> String {
    var page = TextPage(width: width)
    if chapters.isEmpty {
      page.add(
        "The history is empty. What you practise is kept in it: \"effleurage practice\" opens the "
          + "library, \"effleurage practice CASE --trainee NAME\" begins at once.")
    }
    for (index, chapter) in chapters.enumerated() {
      if index > 0 { page.gap() }
      add(chapter, today, to: &page)
    }
    return page.text
  }

  private static func add(_ chapter: TraineeHistory, _ today: Day, to page: inout TextPage) {
    switch (chapter.name, chapter.id) {
    case (let name?, let id?): page.add("\(name) (\(id))")
    case (nil, let id?): page.add("\(id), whose name is not known here")
    default: page.add("Nobody named")
    }
    let cases = chapter.cases
    guard !chapter.attempts.isEmpty || !cases.isEmpty else {
      page.add("Nothing yet. Begin with \"effleurage practice\".", after: "  ")
      return
    }
    addDue(cases, today, to: &page)
    if !cases.isEmpty {
      page.gap()
      page.add("Cases", after: "  ")
      for one in cases { add(one, of: chapter, today, to: &page) }
    }
    if !chapter.attempts.isEmpty {
      page.gap()
      page.add("Attempts, the latest first", after: "  ")
      for attempt in chapter.attempts { add(attempt, to: &page) }
    }
  }

  private static func addDue(
    _ cases: [TraineeHistory.Case], _ today: Day, to page: inout TextPage
  ) {
    let due = cases.compactMap { one in one.standing.due.map { (day: $0, id: one.id) } }
      .filter { $0.day <= today }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    guard !due.isEmpty else { return }
    page.gap()
    page.add("Due", after: "  ")
    for (day, id) in due {
      page.add(
        "\(id): a check, which is an exam (\(distance(day, from: today)))", after: "    \(day)  ")
    }
  }

  private static func distance(_ day: Day, from today: Day) -> String {
    let days = day - today
    if days == 0 { return "today" }
    return days > 0 ? "in \(count(days, "day"))" : "\(count(-days, "day")) ago"
  }

  private static func add(
    _ one: TraineeHistory.Case, of chapter: TraineeHistory, _ today: Day, to page: inout TextPage
  ) {
    page.add(one.title.map { "\($0) (\(one.id))" } ?? one.id, after: "    ", hang: 6)
    func add(_ words: String) { page.add(words, after: "      ", hang: 8) }
    let summary = one.summary
    if summary.attempts > 0 {
      let best = summary.best.map { "best \(Figure.tenths($0))" } ?? "none ended"
      add(
        "\(count(summary.attempts, "attempt")), \(best), "
          + (summary.hasPassed ? "passed" : "not passed yet"))
    }
    if let course = one.course { add(words(of: course)) }
    if let proficient = one.standing.proficient {
      add("Proficient since \(proficient); \(count(one.standing.checks, "check")) passed since")
      if let due = one.standing.due {
        add("The next check, an exam, is due on \(due), \(distance(due, from: today))")
      }
    } else if summary.attempts > 0 {
      add("Not proficient yet: pass two exams in a row on different days")
    }
    for (device, scores) in progress(one.id, chapter) {
      let shown = scores.suffix(10).map { Figure.tenths($0).description }.joined(separator: ", ")
      add(
        (scores.count > 10 ? "The last 10 scores" : "Scores")
          + " (\(words(of: device))): \(shown)")
    }
  }

  private static func words(of course: Course) -> String {
    let done = course.sessions.count
    return "Course: session \(done) of \(course.planned) done, "
      + (course.isOver ? "the course is done" : "session \(done + 1) of \(course.planned) is next")
  }

  /// The scores of a case within each device class, in order of their start; of abandoned attempts
  /// none. The class that was used last comes first.
  private static func progress(
    _ id: String, _ chapter: TraineeHistory
  ) -> [(device: DeviceClass, scores: [Int])] {
    var classes: [(device: DeviceClass, scores: [Int])] = []
    for attempt in chapter.attempts
    where attempt.past.counts && attempt.past.caseID == id && attempt.past.verdict != .abandoned {
      if let index = classes.firstIndex(where: { $0.device == attempt.device }) {
        classes[index].scores.append(attempt.past.score)
      } else {
        classes.append((attempt.device, [attempt.past.score]))
      }
    }
    return classes.map { ($0.device, $0.scores.reversed()) }
  }

  private static func add(_ attempt: AttemptSummary, to page: inout TextPage) {
    let past = attempt.past
    let lead = [
      padded(past.day?.description ?? "undated", 10),
      padded(Figure.tenths(past.score).description, 5, right: true),
      padded(past.verdict.rawValue, 9),
    ]
    var words: [String] = []
    switch past.origin {
    case .live: break
    case .demonstration: words.append("demonstration")
    case .foreign: words.append("record of another program")
    }
    words += [past.mode.rawValue, past.caseID]
    if let session = attempt.session { words.append("session \(session)") }
    if attempt.borderline { words.append("borderline") }
    page.add(
      words.joined(separator: ", ") + "; " + self.words(of: attempt.device),
      after: "    " + lead.joined(separator: "  ") + "  ")
  }

  private static func words(of device: DeviceClass) -> String {
    var words = [device.kind.rawValue]
    switch device.pressure {
    case .measured: words.append("measured pressure")
    case .set: words.append("set pressure")
    case .none: words.append("no pressure")
    }
    if let scale = device.scale {
      words.append("\(Figure.hundredths(scale.millimetresPerPixel)) mm a pixel")
    }
    return words.joined(separator: ", ")
  }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }
}
