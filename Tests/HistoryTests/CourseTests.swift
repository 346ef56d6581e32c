import Attempts
import Foundation
import History
import Scoring
import Testing

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
    for (number, start) in [(2, "2025-05-16T09:30:00Z"), (1, "2025-05-14T09:30:00Z")] {
      try store.save(
        Example.attempt(
          Example.header(start: start, trainee: trainee), score: 870 + number,
          day: String(start.prefix(10)),
          session: Example.session(course.id, number)))
    }
    store.close()
    let found = try #require(try store.course(of: trainee, caseID: "smallest"))
    #expect(found.id == course.id)
    #expect(found.planned == 10)
    #expect(found.sessions.map(\.session) == [1, 2].map { Example.session(course.id, $0) })
    #expect(found.sessions.map(\.score) == [871, 872])
    #expect(found.sessions.map(\.day?.description) == ["2025-05-14", "2025-05-16"])
    #expect(try store.attempts(of: trainee).map(\.session) == [2, 1])
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
    let course = try store.beginCourse(
      of: Example.trainee, caseID: "smallest", planned: 10, begun: "2025-05-14T09:00:00Z")
    try store.save(Example.attempt())
    let again = try store.save(Example.attempt(session: Example.session(course.id, 1)))
    #expect(!again.isNew)
    try store.save(Example.attempt(session: Example.session(course.id, 5)))
    #expect(
      try store.course(of: Example.trainee, caseID: "smallest")?.sessions.map(\.session.number)
        == [1])
  }

  @Test func aSessionOfNoCourseKeepsTheRecordAndSaysSo() throws {
    #expect {
      try store.save(Example.attempt(session: Example.session("c-nowhere", 1)))
    } throws: { error in
      guard let error = error as? HistoryError, let kept = error.keptRecord else { return false }
      return error.message.contains("no course c-nowhere") && error.message.contains(kept)
        && FileManager.default.fileExists(atPath: kept)
    }
    #expect(try store.attempts().isEmpty)
    #expect(try store.adopt().added.count == 1)
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
