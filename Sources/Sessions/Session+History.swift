import Attempts
import Foundation
public import History
import Patients
import Scenarios

/// What was done so far: the history screen, opened over the library, and the courses in it.
extension Session {
  /// Whether the history can be opened.
  public var offersHistory: Bool { question == nil && screen == .library }

  /// Opens the history, read anew.
  public mutating func openHistory(at moment: Int) {
    guard offersHistory else { return }
    lookUpHistory()
    open(.history, at: moment)
  }

  /// Reads every attempt and course of the trainee; what goes wrong is told.
  mutating func lookUpHistory() {
    do throws(StoreError) {
      history = HistoryContents(
        attempts: try store.attempts(of: setting.trainee),
        courses: try store.courses(of: setting.trainee, with: cases.map(\.scenario)))
    } catch {
      tell(Notice(.warning, error.description))
    }
  }

  /// Reads the trainee's courses, which the library shows. What they lack was told already by
  /// whoever looked up the attempts.
  mutating func lookUpCourses() {
    // The screen of the history shows attempts too, also while another lies over it.
    if screen == .history || under.contains(.history) { return lookUpHistory() }
    history = HistoryContents(
      courses: (try? store.courses(of: setting.trainee, with: cases.map(\.scenario))) ?? [])
  }

  /// How the patient of a case comes to an attempt; nil where it can be no session. A history that does
  /// not say is told, and they come as to a first session.
  mutating func patientState(of scenario: Scenario, for header: Header) -> CourseState? {
    guard header.mode != .drill, header.origin == .live, introduction == nil else { return nil }
    do throws(HistoryError) {
      return try store.history.patient(
        of: scenario, to: header.trainee, on: Day(start: header.start, in: .current))
    } catch {
      tell(Notice(.warning, error.description))
      return nil
    }
  }

  /// Takes what was found beside the history and entered in it.
  public mutating func take(_ adoption: Adoption) {
    if !adoption.added.isEmpty || adoption.names > 0 {
      lookUpPast()
      lookUpTrainees()
    }
    guard !adoption.left.isEmpty else { return }
    tell(Notice(.warning, SessionWords.leftRecords(adoption.left.map { ($0.name, $0.reason) })))
  }
}
