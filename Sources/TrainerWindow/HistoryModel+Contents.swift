import Foundation
import Scenes
import Sessions

/// What the session knows of the past, as the screen shows it.
extension HistoryModel {
  /// - Parameter zone: in which attempts have their day and time.
  init(_ contents: HistoryContents, trainee: String?, today: CalendarDay, zone: TimeZone) {
    let dated = contents.attempts.map { (minute: HistoryModel.minute(of: $0.start), attempt: $0) }
    // Newest first, those without a time last; the later of two in the order given comes first.
    let order = dated.indices.sorted { one, other in
      let (first, second) = (dated[one].minute, dated[other].minute)
      if first?.order == second?.order { return one > other }
      guard let first else { return false }
      guard let second else { return true }
      return first.order > second.order
    }
    self.init(
      trainee: trainee, today: today,
      attempts: order.map { HistoryModel.Attempt(dated[$0].attempt, dated[$0].minute, zone) },
      courses: contents.courses.map { CourseModel($0, today: today) })
  }

  /// A moment of a record, to the second and to the minute.
  struct Start: Hashable {
    /// Minutes since 1970 in UTC.
    var minute: Int
    var second: Int
    var order: Int { minute * 60 + second }
  }

  /// Reads `2026-05-14T09:30:00Z`; nil for anything else. By hand, because ten thousand are read
  /// before the screen stands.
  static func minute(of start: String) -> Start? {
    let letters = Array(start.utf8)
    guard letters.count >= 20, letters.last == UInt8(ascii: "Z"), letters[4] == UInt8(ascii: "-"),
      letters[7] == UInt8(ascii: "-"), letters[10] == UInt8(ascii: "T"),
      letters[13] == UInt8(ascii: ":"), letters[16] == UInt8(ascii: ":")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for letter in letters[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) else { return nil }
        value = value * 10 + Int(letter - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    let date = CalendarDay(year: year, month: month, day: day)
    return Start(minute: (date.number * 24 + hour) * 60 + minute, second: second)
  }

  /// The day and the minute of the day in a zone, of a minute since 1970 in UTC.
  static func local(_ minute: Int, in zone: TimeZone) -> (day: CalendarDay, minute: Int) {
    let moment = Date(timeIntervalSince1970: Double(minute) * 60)
    let there = minute + zone.secondsFromGMT(for: moment) / 60
    let day = Int((Double(there) / 1440).rounded(.down))
    return (CalendarDay(number: day), there - day * 1440)
  }
}

extension HistoryModel.Attempt {
  fileprivate init(
    _ attempt: HistoryContents.Attempt, _ start: HistoryModel.Start?, _ zone: TimeZone
  ) {
    let place = start.map { HistoryModel.local($0.minute, in: zone) }
    self.init(
      id: attempt.id, day: place?.day, minute: place?.minute ?? 0, caseID: attempt.caseID,
      title: attempt.title, mode: attempt.mode, score: attempt.score, passMark: attempt.passMark,
      verdict: attempt.verdict,
      deviceClass: DeviceClass(
        attempt.device, millimetresPerPixel: attempt.millimetresPerPixel), kept: attempt.kept,
      canBeOpened: attempt.record != nil)
  }
}

extension CourseModel {
  init(_ course: HistoryContents.Course, today: CalendarDay) {
    func day(_ number: Int) -> CalendarDay { CalendarDay(number: number) }
    let next: CourseStep =
      switch course.next {
      case .session(let from): .session(day(from))
      case .retention(let from): .retention(day(from))
      case .over: .over
      }
    let proficiency: Proficiency =
      switch course.proficiency {
      case .none: .none
      case .oneExam(let number): .oneExam(day(number))
      case .proficient(let since): .proficient(day(since))
      }
    self.init(
      caseID: course.caseID, title: course.title, sessionsDone: course.sessionsDone,
      planned: course.planned, next: next, proficiency: proficiency,
      states: course.indicators, today: today)
  }
}
