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

  /// Keeps a session of a day, or what was none.
  private func keep(
    _ day: String, second: Int = 0, trainee: String? = Example.trainee,
    work: SessionWork? = Example.work()
  ) throws {
    try store.save(
      Example.attempt(
        Example.header(start: day + "T12:00:\(second + 10)Z", trainee: trainee),
        score: 871 + second, day: day, work: work))
  }

  private func course(of trainee: String? = Example.trainee) throws -> Course? {
    try store.course(of: trainee, caseID: "smallest")
  }

  @Test(arguments: [Example.trainee, nil])
  func theFirstSessionOfEachDayCounts(trainee: String?) throws {
    #expect(try course(of: trainee) == nil)
    for (second, day) in ["2025-05-14", "2025-05-16", "2025-05-16", "2025-05-15"].enumerated() {
      try keep(day, second: second, trainee: trainee)
    }
    // No session: a drill, say.
    try keep("2025-05-13", second: 9, trainee: trainee, work: nil)
    store.close()
    let found = try #require(try course(of: trainee))
    #expect(found.planned == 10 && !found.isOver && found.trainee == trainee)
    #expect(found.sessions.map(\.number) == [1, 2, 3])
    #expect(found.sessions.map(\.score) == [871, 874, 872])
    #expect(found.sessions.map(\.day.description) == ["2025-05-14", "2025-05-15", "2025-05-16"])
    // The latest first; the second one of the 16th is practice beside the course.
    #expect(try store.attempts(of: trainee).map(\.session) == [nil, 3, 2, 1, nil])
    #expect(try store.attempts().map(\.session) == [nil, 3, 2, 1, nil])
    #expect(try store.courses(of: trainee) == [found])
    #expect(try store.course(of: trainee, caseID: "other") == nil)
    #expect(try course(of: Example.other) == nil)
  }

  /// A course follows from its attempts, in whatever order they were entered.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func theOrderOfEnteringDoesNotMatter(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let plan = (0..<14).map { index in
      (
        day: "2025-05-\(10 + Int.random(in: 0...12, using: &random))", second: index,
        work: Example.work(
          calm: Double.random(in: 0...300, using: &random),
          painSignals: Int.random(in: 0...2, using: &random), planned: 8)
      )
    }
    for one in plan { try keep(one.day, second: one.second, work: one.work) }
    let other = HistoryStore(folder: folder.path + "/other")
    for one in plan.shuffled(using: &random) {
      try other.save(
        Example.attempt(
          Example.header(start: one.day + "T12:00:\(one.second + 10)Z"),
          score: 871 + one.second, day: one.day, work: one.work))
    }
    func seen(_ store: HistoryStore) throws -> [Course.Session] {
      try #require(try store.course(of: Example.trainee, caseID: "smallest")).sessions.map {
        var session = $0
        session.attempt = 0
        return session
      }
    }
    let sessions = try seen(store)
    #expect(try seen(other) == sessions, "seed \(seed)")
    #expect(sessions.count == min(8, Set(plan.map(\.day)).count), "seed \(seed)")
    #expect(zip(sessions, sessions.dropFirst()).allSatisfy { $0.day < $1.day }, "seed \(seed)")
  }

  @Test func whatAnAttemptWasIsSaidOnce() throws {
    try store.save(Example.attempt(day: "2025-05-14"))
    #expect(try course() == nil)
    for painSignals in 0...1 {
      let again = try store.save(
        Example.attempt(day: "2025-05-14", work: Example.work(painSignals: painSignals)))
      #expect(!again.isNew)
    }
    #expect(try course()?.sessions.map(\.effect.painSignals) == [0])
  }

  /// After the last session nothing is counted.
  @Test func aCourseEnds() throws {
    for day in 10...22 { try keep("2025-05-\(day)", work: Example.work(planned: 12)) }
    let course = try #require(try course())
    #expect(course.sessions.count == 12 && course.isOver)
    #expect(course.sessions.last?.day == Day("2025-05-21"))
  }

  /// How the patient comes: on the day of a session, between two, after missed days, and before all.
  @Test func thePatientComesAsLeft() throws {
    let scenario = try Example.read()
    func patient(_ day: String?) throws -> CourseState {
      try store.patient(of: scenario, to: Example.trainee, on: day.flatMap { Day($0) })
    }
    let fresh = CourseState.beginning(.easing)
    #expect(try patient("2025-05-14") == fresh)
    try keep("2025-05-14")
    try keep("2025-05-16")
    let course = try #require(try course())
    let (first, second) = (course.sessions[0], course.sessions[1])
    #expect(first.before == fresh)
    // Good work helps, and what it left is what comes.
    #expect(first.after.comfort > fresh.comfort && first.after.tone < fresh.tone)
    #expect(second.before == first.after && second.after.comfort > second.before.comfort)
    for (day, state) in [
      ("2025-05-13", fresh), ("2025-05-14", fresh), ("2025-05-15", first.after),
      ("2025-05-16", second.before), ("2025-05-17", second.after), ("2025-05-18", second.after),
    ] { #expect(try patient(day) == state, "\(day)") }
    // Two days are planned; later the gain fades, and never below the beginning.
    let (late, later) = (try patient("2025-05-26"), try patient("2026-05-26"))
    #expect(late.comfort < second.after.comfort && late.comfort > later.comfort)
    #expect(later.comfort >= fresh.comfort)
    #expect(try patient(nil) == fresh)
    #expect(try store.patient(of: scenario, to: Example.other, on: Day("2025-05-17")) == fresh)
  }

  @Test(arguments: [
    (Example.header(), false, 300.0, true), (Example.header(mode: .exam), false, 300, true),
    (Example.header(mode: .drill), false, 300, false),
    (Example.header(origin: .demonstration), false, 300, false),
    (Example.header(), true, 300, false), (Example.header(), false, 0, false),
  ])
  func onlyWorkThatATraineeEndedIsASession(
    header: Header, isAbandoned: Bool, contact: Double, is: Bool
  ) throws {
    var effect = Example.work().effect
    effect.contact = contact
    let work = SessionWork(
      on: try Example.read(), header: header, isAbandoned: isAbandoned, effect: effect)
    #expect((work != nil) == `is`)
    if let work { #expect(work.planned == 10 && work.period == .easing) }
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
