import Scenarios

/// What is shown of the history, and what a step in it leads to.
extension HistoryScreen {
  /// What the curves are drawn over, at most; older attempts stand in the list.
  static let longestCurve = 200

  /// Attempts at the chosen case, newest first.
  var listed: [HistoryModel.Attempt] {
    guard let caseID = choice.caseID else { return model.attempts }
    return model.attempts.filter { $0.caseID == caseID }
  }

  /// Cases that were tried or have a course, in the order of the newest attempt.
  var cases: [(id: String, title: String)] {
    var seen: Set<String> = []
    var cases: [(id: String, title: String)] = []
    for attempt in model.attempts where seen.insert(attempt.caseID).inserted {
      cases.append((attempt.caseID, attempt.title))
    }
    for course in model.courses where seen.insert(course.caseID).inserted {
      cases.append((course.caseID, course.title))
    }
    return cases
  }

  /// Device classes that occur, that of the newest attempt first.
  func classes(of attempts: [HistoryModel.Attempt]) -> [DeviceClass] {
    var seen: Set<DeviceClass> = []
    return attempts.lazy.filter(\.isCounted).map(\.deviceClass).filter { seen.insert($0).inserted }
  }

  func shownClass(of attempts: [HistoryModel.Attempt]) -> DeviceClass? {
    let classes = classes(of: attempts)
    if let asked = choice.deviceClass, classes.contains(asked) { return asked }
    if let chosen = chosen(of: attempts), chosen.isCounted { return chosen.deviceClass }
    return classes.first
  }

  /// The chosen attempt, or the newest one.
  func chosen(of attempts: [HistoryModel.Attempt]) -> HistoryModel.Attempt? {
    attempts.first { $0.id == choice.attempt } ?? attempts.first
  }

  // MARK: Steps

  /// The choice with an attempt, and the class in which it can be compared.
  public func choosing(attempt id: String) -> HistoryChoice {
    var result = choice
    result.attempt = id
    result.deviceClass = nil
    return result
  }

  /// The choice with the case before (-1) or after (1) it; all of them stand before the first.
  public func choosingCase(_ step: Int) -> HistoryChoice {
    let ids: [String?] = [nil] + cases.map(\.id)
    var result = choice
    result.caseID = HistoryScreen.neighbour(choice.caseID, step, ids) ?? nil
    result.attempt = nil
    return result
  }

  public func choosingClass(_ step: Int) -> HistoryChoice {
    let listed = listed
    var result = choice
    guard let shown = shownClass(of: listed) else { return result }
    result.deviceClass = HistoryScreen.neighbour(shown, step, classes(of: listed))
    return result
  }

  public func choosingCurve(_ step: Int) -> HistoryChoice {
    var result = choice
    result.curve =
      HistoryScreen.neighbour(choice.curve, step, HistoryCurve.all) ?? choice.curve
    return result
  }

  /// The attempt below (1) or above (-1) the chosen one; the ends hold.
  public func choosingAttempt(_ step: Int) -> HistoryChoice {
    let listed = listed
    let place = listed.firstIndex { $0.id == choice.attempt } ?? 0
    let next = min(max(place + step, 0), max(listed.count - 1, 0))
    return listed.indices.contains(next) ? choosing(attempt: listed[next].id) : choice
  }

  /// Round and round.
  private static func neighbour<Value: Equatable>(
    _ value: Value, _ step: Int, _ values: [Value]
  ) -> Value? {
    guard !values.isEmpty else { return nil }
    let place = values.firstIndex(of: value) ?? 0
    return values[((place + step) % values.count + values.count) % values.count]
  }
}
