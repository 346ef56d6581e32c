import Attempts
import Foundation
import Patients
import Scenarios
import Scoring
import Testing

@testable import History

/// Courses and who practises.
@Suite struct CourseTests {
  private let folder: TestFolder
  private let store: HistoryStore

  init() throws {
    folder = try TestFolder()
    store = folder.store()
  }

  @Test(arguments: [Example.trainee, nil])
  func aCourseKeepsItsSessionsInOrder(trainee: String?) throws {
    #expect(try store.course(of: trainee, caseID: "smallest") == nil)
    let course = try store.beginCourse(
      of: trainee, caseID: "smallest", planned: 10, begun: "2025-05-14T09:00:00Z")
    #expect(try store.course(of: trainee, caseID: "smallest") == course)
    for (index, day) in ["2025-05-14", "2025-05-16", "2025-05-16", "2025-05-15"].enumerated() {
      // A patient comes once a day, and never before the session that was last.
      try store.save(
        Example.attempt(
          Example.header(start: day + "T09:30:0\(index)Z", trainee: trainee), score: 871 + index,
          day: day, done: Example.done))
    }
    store.close()
    let found = try #require(try store.course(of: trainee, caseID: "smallest"))
    #expect(found.id == course.id)
    #expect(found.planned == 10)
    #expect(found.sessions.map(\.session) == [1, 2].map { Example.session(course.id, $0) })
    #expect(found.sessions.map(\.score) == [871, 872])
    #expect(found.sessions.map(\.day?.description) == ["2025-05-14", "2025-05-16"])
    #expect(try store.attempts(of: trainee).map(\.session) == [nil, 2, nil, 1])
    #expect(try store.course(of: trainee, caseID: "other") == nil)
    #expect(try store.course(of: Example.other, caseID: "smallest") == nil)
  }

  @Test func theCourseBegunLastIsTheOpenOne() throws {
    let first = try store.beginCourse(
      of: Example.trainee, caseID: "smallest", planned: 10, begun: "2025-05-14T09:00:00Z")
    let second = try store.beginCourse(
      of: Example.trainee, caseID: "smallest", planned: 12, begun: "2025-08-01T09:00:00Z")
    #expect(try store.course(of: Example.trainee, caseID: "smallest") == second)
    #expect(try store.courses(of: Example.trainee).map(\.id) == [first.id, second.id])
  }

  @Test func anAttemptKeptBeforeGetsItsSession() throws {
    try store.save(Example.attempt())
    #expect(try store.course(of: Example.trainee, caseID: "smallest") == nil)
    for _ in 0..<2 {
      let again = try store.save(Example.attempt(done: Example.done))
      #expect(!again.isNew)
    }
    let course = try #require(try store.course(of: Example.trainee, caseID: "smallest"))
    #expect(course.sessions.map(\.session.number) == [1])
    #expect(course.planned == 10 && course.begun == "2025-05-14T09:30:00Z")
  }

  /// After the last session nothing is counted, and no other course begins.
  @Test func aCourseEnds() throws {
    for day in 1...12 {
      let text = "2025-05-" + (day < 10 ? "0" : "") + String(day)
      try store.save(
        Example.attempt(
          Example.header(start: text + "T09:30:00Z"), day: text, done: Example.done))
    }
    let course = try #require(try store.course(of: Example.trainee, caseID: "smallest"))
    #expect(course.sessions.count == 10 && course.done == 10)
    #expect(try store.courses(of: Example.trainee).count == 1)
    let start = try store.sessionStart(
      of: Example.trainee, with: Example.read(), start: "2025-06-14T09:30:00Z")
    #expect(!start.counts && start.number == 10)
  }

  /// What the patient brings: on the day of the last session, the day after, and after missed days.
  @Test func thePatientComesAsLeft() throws {
    let scenario = try Example.read()
    func start(_ text: String) throws -> SessionStart {
      try store.sessionStart(of: Example.trainee, with: scenario, start: text)
    }
    let first = try start("2025-05-14T12:00:00Z")
    let fresh = CourseState.beginning(scenario.patient.period)
    #expect(first == SessionStart(number: 1, planned: 10, before: fresh, counts: true))
    var effect = SessionEffect(
      before: Patients.Patient(scenario: scenario, header: Example.header()).effect.before,
      after: Patients.Patient(scenario: scenario, header: Example.header()).effect.after)
    // Nobody was touched: no session.
    #expect(
      SessionDone(first, header: Example.header(), isAbandoned: false, effect: effect) == nil)
    effect.contact = 300
    effect.calm = 280
    for (header, isAbandoned) in [
      (Example.header(mode: .drill), false), (Example.header(origin: .demonstration), false),
      (Example.header(), true),
    ] {
      #expect(
        SessionDone(first, header: header, isAbandoned: isAbandoned, effect: effect) == nil)
    }
    let done = try #require(
      SessionDone(first, header: Example.header(), isAbandoned: false, effect: effect))
    try store.save(
      Example.attempt(
        Example.header(start: "2025-05-14T12:00:00Z"), day: "2025-05-14", done: done))
    let left = fresh.finishing(effect)
    #expect(left != fresh)
    // The same day once more, and a day before.
    for text in ["2025-05-14T13:00:00Z", "2025-05-12T12:00:00Z"] {
      #expect(
        try start(text) == SessionStart(number: 1, planned: 10, before: fresh, counts: false))
    }
    #expect(
      try start("2025-05-15T12:00:00Z")
        == SessionStart(number: 2, planned: 10, before: left, counts: true))
    let late = try start("2025-05-24T12:00:00Z")
    #expect(late.before == left.resting(days: 10) && late.before != left)
  }

  @Test func aNameHasOneID() throws {
    let id = try store.id(of: "  Ada\nLovelace ")
    #expect(id.hasPrefix("t-") && id.count == 10)
    #expect(try store.id(of: "Ada Lovelace") == id)
    #expect(try store.name(of: id) == "Ada Lovelace")
    #expect(try store.knownID(of: "Nobody") == nil)
    #expect(try store.name(of: "t-22222222") == nil)
    let long = try store.id(of: String(repeating: "x", count: 100))
    #expect(try store.name(of: long)?.count == 80)
    let other = try store.id(of: "bo")
    #expect(other != id)
    #expect(try store.rename(other, to: "Ada Lovelace") == false)
    #expect(try store.rename(other, to: "Bo B.") == true)
    #expect(try store.rename(other, to: "Bo B.") == true)
    #expect(try store.rename("t-22222222", to: "Cy") == false)
    #expect(try store.trainees().compactMap(\.name).prefix(2) == ["Ada Lovelace", "Bo B."])
    #expect(try store.id(of: "bo") != other)
  }

  @Test func whoIsOnlyAnIDHasNoName() throws {
    try store.save(Example.attempt())
    #expect(try store.everybody() == [Trainee(id: Example.trainee, name: nil)])
    #expect(try store.trainees().isEmpty)
    #expect(try store.rename(Example.trainee, to: "Ada") == true)
    #expect(try store.trainees() == [Trainee(id: Example.trainee, name: "Ada")])
  }
}
