import History

/// What is known of one trainee.
struct TraineeHistory {
  /// Nil: attempts of nobody named.
  var id: String?
  /// Nil when the history knows only the id.
  var name: String?
  /// The latest first.
  var attempts: [AttemptSummary]
  /// In the order in which they were begun.
  var courses: [Course]

  /// A case, and where the trainee stands with it.
  struct Case {
    var id: String
    /// Nil when there is no attempt at it.
    var title: String?
    var summary: CaseSummary
    var standing: Standing
    /// The course begun last.
    var course: Course?
  }

  /// Attempts that count, in order of their start.
  var past: [PastAttempt] { attempts.reversed().map(\.past).filter(\.counts) }

  /// Every case that was tried or that a course was begun of, in the order of their ids.
  var cases: [Case] {
    let past = past
    let summaries = CaseSummary.all(past)
    let standings = Standing.all(past)
    let ids = Set(summaries.map(\.caseID) + courses.map(\.caseID)).sorted()
    return ids.map { id in
      Case(
        id: id, title: attempts.first { $0.past.caseID == id }?.title,
        summary: summaries.first { $0.caseID == id } ?? CaseSummary(caseID: id),
        standing: standings.first { $0.caseID == id }?.standing ?? Standing(),
        course: courses.first { $0.caseID == id })
    }
  }
}

extension UserHistory {
  /// What is known of everybody, or of one: by name, then those without a name, then of nobody named.
  ///
  /// - Throws: ``Failure`` 66 when nobody is called so, 74.
  func chapters(of name: String?) throws(Failure) -> [TraineeHistory] {
    if let name {
      let trainee = try trainee(name)
      return [try chapter(trainee.id, trainee.name)]
    }
    var chapters: [TraineeHistory] = []
    for trainee in try UserHistory.told({ () throws(HistoryError) in try store.everybody() }) {
      chapters.append(try chapter(trainee.id, trainee.name))
    }
    let nobody = try chapter(nil, nil)
    return nobody.attempts.isEmpty && nobody.courses.isEmpty ? chapters : chapters + [nobody]
  }

  private func chapter(_ id: String?, _ name: String?) throws(Failure) -> TraineeHistory {
    try UserHistory.told { () throws(HistoryError) in
      TraineeHistory(
        id: id, name: name, attempts: try store.attempts(of: id),
        courses: try store.courses(of: id))
    }
  }
}
