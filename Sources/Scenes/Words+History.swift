import Attempts
import Catalogue
import Patients
import Scoring

/// Texts of the history and of courses.
extension Words {
  enum History {
    static func day(_ day: CalendarDay, today: CalendarDay) -> String {
      let parts = day.parts
      let month = Texts["month.\(String(parts.month))"]
      guard parts.year != today.parts.year else {
        return Texts["history.day", ["day": String(parts.day), "month": month]]
      }
      return Texts[
        "history.dayOfYear",
        ["day": String(parts.day), "month": month, "year": String(parts.year)]]
    }

    /// Day and time of an attempt, and what it was for.
    static func occasion(_ attempt: HistoryModel.Attempt, today: CalendarDay) -> String {
      let mode = Words.mode(attempt.mode)
      guard let day = attempt.day else {
        return Texts["history.undated", ["mode": mode]]
      }
      return Texts[
        "history.occasion",
        [
          "day": self.day(day, today: today), "time": time(attempt.minute), "mode": mode,
        ]]
    }

    private static func time(_ minute: Int) -> String {
      let (hour, rest) = min(max(minute, 0), 1439).quotientAndRemainder(dividingBy: 60)
      return "\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }

    static func deviceClass(_ deviceClass: DeviceClass) -> String {
      let device = deviceClass.device
      let input = Texts[
        "debrief.input.\(device.pressure.rawValue)",
        ["device": Texts["device.\(device.kind.rawValue)"]]]
      guard let quarters = deviceClass.quarters else { return Words.sentence(input) }
      return Texts[
        "history.class",
        [
          "input": Words.sentence(input),
          "measure": Words.figure(Figure(Double(quarters) / 4, places: 2)),
        ]]
    }

    static func verdict(_ verdict: Result.Verdict) -> String {
      Texts["history.verdict.\(verdict.rawValue)"]
    }

    static func curve(_ curve: HistoryCurve) -> String {
      switch curve {
      case .score: Texts["history.score"]
      case .criterion(let criterion): Words.criterion(criterion)
      }
    }

    /// A share as it is written on the curve: points of 100, or percent; rounded down, as a score
    /// just short of a mark must not read as the mark.
    static func value(_ share: Double, _ curve: HistoryCurve) -> String {
      let whole = String(Int((min(max(share, 0), 1) * 100 + 1e-9).rounded(.down)))
      switch curve {
      case .score: return whole
      case .criterion: return Texts["number.percent", ["value": whole]]
      }
    }

    static func percent(_ share: Double) -> String {
      Texts["number.percent", ["value": String(Int((min(max(share, 0), 1) * 100).rounded()))]]
    }
  }

  enum Course {
    static func session(_ course: CourseModel) -> String {
      if course.sessionsDone >= course.planned {
        return Texts.count("course.sessionsDone", course.sessionsDone)
      }
      return Texts[
        "course.session",
        ["number": String(course.session), "planned": String(course.planned)]]
    }

    static func next(_ course: CourseModel) -> String {
      let today = course.today
      switch course.next {
      case .over: return Texts["course.over"]
      case .session(let day):
        if day <= today { return Texts["course.sessionNow"] }
        return day.number == today.number + 1
          ? Texts["course.sessionTomorrow"]
          : Texts["course.sessionFrom", ["day": History.day(day, today: today)]]
      case .retention(let day):
        if day == today { return Texts["course.retentionToday"] }
        let words = History.day(day, today: today)
        return day < today
          ? Texts["course.retentionSince", ["day": words]]
          : Texts["course.retentionFrom", ["day": words]]
      }
    }

    static func proficiency(_ course: CourseModel) -> String? {
      switch course.proficiency {
      case .none: nil
      case .oneExam(let day):
        Texts["course.oneExam", ["day": History.day(day, today: course.today)]]
      case .proficient(let day):
        Texts["course.proficientSince", ["day": History.day(day, today: course.today)]]
      }
    }

    static func indicator(_ indicator: Indicator) -> String {
      Texts["course.indicator.\(indicator.rawValue)"]
    }
  }
}
