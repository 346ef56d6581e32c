import Attempts
import Foundation
import History
import Patients
import Scenarios
import Scoring

/// What the history knows, as the session needs it.
extension AttemptStore {
  /// The attempts of a trainee that count, nil: of nobody named.
  public func past(of trainee: String?) throws(StoreError) -> PastAttempts {
    do throws(HistoryError) {
      var past = PastAttempts()
      for attempt in try history.past(of: trainee) {
        past.add(
          caseID: attempt.caseID, score: Double(attempt.score) / 10,
          verdict: attempt.verdict.rawValue, mode: attempt.mode.rawValue)
      }
      return past
    } catch {
      throw .history(error.description)
    }
  }

  /// What an attempt of the history is compared with. A history that cannot be asked is told by whoever
  /// asks it for more than this.
  func last(before id: Int) -> LastAttempt? {
    (try? history.attempt(before: id)).flatMap { $0 }.map {
      LastAttempt(score: .tenths($0.score), kept: $0.kept)
    }
  }

  /// Courses of a trainee, where they stand with each case, and what is due.
  ///
  /// - Parameter scenarios: of the library: their titles, and the courses that they would be.
  func courses(
    of trainee: String?, with scenarios: [Scenario]
  ) throws(StoreError) -> [HistoryContents.Course] {
    do throws(HistoryError) {
      let courses = try history.courses(of: trainee)
      let standings = Standing.all(try history.past(of: trainee))
      let today = Day(Date(), in: .current)
      return standings.compactMap { entry in
        let scenario = scenarios.first { $0.id == entry.caseID }
        let course = courses.first { $0.caseID == entry.caseID }
        // Who is to be referred comes to no session, but a check may be due.
        let isTreated = course != nil || scenario?.decision == .proceed
        guard isTreated || entry.standing.due != nil else { return nil }
        return HistoryContents.Course(
          entry.caseID, title: scenario?.title ?? entry.caseID, course: course,
          planned: isTreated ? scenario?.patient.prescription.sessions ?? 10 : 0,
          standing: entry.standing, today: today)
      }
    } catch {
      throw .history(error.description)
    }
  }

  /// Every live attempt of a trainee, drills too, the latest first.
  func attempts(of trainee: String?) throws(StoreError) -> [HistoryContents.Attempt] {
    do throws(HistoryError) {
      let shares = try history.keptShares(of: trainee)
      let none = [Double?](repeating: nil, count: Criterion.allCases.count)
      // The folder is read once, however many attempts there are.
      let files = Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      return try history.attempts(of: trainee).filter { $0.past.origin == .live }.map { attempt in
        HistoryContents.Attempt(
          id: String(attempt.past.id), start: attempt.past.start, caseID: attempt.past.caseID,
          title: attempt.title, mode: attempt.past.mode, score: Double(attempt.past.score) / 10,
          passMark: attempt.passMark, verdict: attempt.past.verdict,
          device: Device(kind: attempt.device.kind, pressure: attempt.device.pressure),
          millimetresPerPixel: attempt.device.scale?.millimetresPerPixel,
          kept: shares[attempt.past.id] ?? none,
          record: files.contains(AttemptStore.file(attempt.record)) ? attempt.record : nil,
          day: attempt.past.day?.number, sha256: attempt.sha256)
      }
    } catch {
      throw .history(error.description)
    }
  }
}

extension HistoryContents.Course {
  fileprivate init(
    _ caseID: String, title: String, course: Course?, planned: Int, standing: Standing,
    today: Day
  ) {
    let done = course?.sessions.count ?? 0
    let planned = course?.planned ?? planned
    let next: Next
    if let due = standing.due, standing.isDue(today) || done >= planned {
      next = .retention(from: due.number)
    } else if done < planned {
      next = .session(from: (course?.sessions.last?.day).map { $0.number + 1 } ?? 0)
    } else {
      next = .over
    }
    let proficiency: Proficiency
    if let since = standing.proficient {
      proficiency = .proficient(since.number)
    } else if let passed = standing.lastPassed {
      proficiency = .oneExam(passed.number)
    } else {
      proficiency = .none
    }
    self.init(
      caseID: caseID, title: title, sessionsDone: done, planned: planned, next: next,
      proficiency: proficiency, indicators: HistoryContents.Course.indicators(course))
  }

  /// The patient before the first session, then after each one.
  private static func indicators(_ course: Course?) -> [PatientIndicators] {
    guard let sessions = course?.sessions, let first = sessions.first else { return [] }
    return [first.effect.before] + sessions.map(\.effect.after)
  }
}
