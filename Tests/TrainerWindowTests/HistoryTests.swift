import Attempts
import Foundation
import History
import Patients
import Preferences
import ScenarioFiles
import Scenarios
import Scenes
import Scoring
import Sessions
import Testing

@testable import TrainerWindow

/// What the session knows of the past, as the screen shows it, and the way there and back.
@Suite struct HistoryTests {
  private static func attempt(
    _ id: String, _ start: String, caseID: String = "lifting-easing-left", score: Double = 80
  ) -> HistoryContents.Attempt {
    HistoryContents.Attempt(
      id: id, start: start, caseID: caseID, title: "Case " + caseID, mode: .practice, score: score,
      passMark: 75, verdict: score >= 75 ? .passed : .failed,
      device: Device(kind: .mouse, pressure: .set), millimetresPerPixel: 0.7,
      kept: Criterion.allCases.map { $0 == .technique ? nil : score / 100 })
  }

  private static func zone(_ hours: Int) throws -> TimeZone {
    try #require(TimeZone(secondsFromGMT: hours * 3600))
  }

  private static let today = CalendarDay(year: 2026, month: 5, day: 28)

  @Test func theNewestComesFirstAndWhatHasNoTimeLast() throws {
    let contents = HistoryContents(attempts: [
      Self.attempt("old", "2026-05-14T09:30:00Z"), Self.attempt("never", ""),
      Self.attempt("new", "2026-05-28T08:00:01Z"), Self.attempt("broken", "2026-13-28T08:00:01Z"),
      Self.attempt("same", "2026-05-28T08:00:01Z"), Self.attempt("before", "2026-05-28T08:00:00Z"),
    ])
    let model = HistoryModel(
      contents, trainee: "Anna", today: Self.today, zone: try Self.zone(0))
    #expect(model.attempts.map(\.id) == ["same", "new", "before", "old", "broken", "never"])
    #expect(model.attempts.last?.day == nil)
    #expect(model.trainee == "Anna")
  }

  @Test(arguments: [
    ("2026-05-28T23:30:00Z", 2, 29, 90), ("2026-05-28T00:30:59Z", -1, 27, 1410),
    ("2026-05-28T12:00:00.250Z", 0, 28, 720), ("2026-05-28T12:00:00Z", 13, 29, 60),
  ])
  func dayAndTimeAreThoseOfThePlace(start: String, hours: Int, day: Int, minute: Int) throws {
    let model = HistoryModel(
      HistoryContents(attempts: [Self.attempt("a", start)]), trainee: nil, today: Self.today,
      zone: try Self.zone(hours))
    #expect(model.attempts[0].day == CalendarDay(year: 2026, month: 5, day: day))
    #expect(model.attempts[0].minute == minute)
  }

  @Test func everythingOfAnAttemptAndACourseArrives() throws {
    let day = Self.today.number
    let contents = HistoryContents(
      attempts: [Self.attempt("a", "2026-05-14T09:30:00Z", score: 62.5)],
      courses: [
        (HistoryContents.Course.Next.session(from: day), HistoryContents.Course.Proficiency.none),
        (.retention(from: day + 3), .oneExam(day - 1)), (.over, .proficient(day - 2)),
      ].map { next, proficiency in
        HistoryContents.Course(
          caseID: "c", title: "Case", sessionsDone: 3, planned: 12, next: next,
          proficiency: proficiency,
          indicators: [
            .init(
              pain: 0.1, circulation: 0.2, tension: 0.3, rootPressure: 0.4, nerveActivity: 0.5,
              mobility: 0.6)
          ])
      })
    let model = HistoryModel(
      contents, trainee: nil, today: Self.today, zone: try Self.zone(0))
    let attempt = model.attempts[0]
    #expect(attempt.caseID == "lifting-easing-left" && attempt.title == "Case lifting-easing-left")
    #expect(attempt.score == 62.5 && attempt.passMark == 75 && attempt.verdict == .failed)
    #expect(attempt.deviceClass.quarters == 2 && attempt.deviceClass.device.kind == .mouse)
    #expect(attempt.kept == [0.625, 0.625, 0.625, 0.625, 0.625, 0.625, nil])
    #expect(model.courses.map(\.isDue) == [true, false, false])
    #expect(
      model.courses.map(\.next) == [
        .session(Self.today), .retention(CalendarDay(number: day + 3)), .over,
      ])
    #expect(
      model.courses.map(\.proficiency) == [
        .none, .oneExam(CalendarDay(number: day - 1)), .proficient(CalendarDay(number: day - 2)),
      ])
    #expect(
      Indicator.allCases.map { model.courses[0].states[0][$0] }
        == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
  }

  @Test func theModelIsMadeAnewOnlyWhenSomethingChanged() throws {
    var picture = HistoryPicture()
    var contents = HistoryContents(attempts: [Self.attempt("a", "2026-05-14T09:30:00Z")])
    let zone = try Self.zone(0)
    let first = picture.model(of: contents, trainee: nil, today: Self.today, zone: zone)
    #expect(picture.model(of: contents, trainee: nil, today: Self.today, zone: zone) == first)
    contents.attempts.append(Self.attempt("b", "2026-05-15T09:30:00Z"))
    let second = picture.model(of: contents, trainee: "Anna", today: Self.today, zone: zone)
    #expect(second.attempts.map(\.id) == ["b", "a"] && second.trainee == "Anna")
  }

  // MARK: On the screen

  /// A trainer without a display in the library, with a history.
  @MainActor private static func trainer(in home: URL) throws -> Trainer {
    let folders = UserFolders(environment: ["EFFLEURAGE_HOME": home.path], home: home.path)
    let library = ScenarioLibrary(user: folders, shipped: .ofThisProgram())
    var settings = Settings()
    settings.language = "en"
    let session = Session(
      cases: [CaseFile(try library.find("lifting-easing-left"))],
      setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folders.records), settings: settings)
    try keep(at: "2026-05-14T09:30:00Z", in: session)
    try keep(at: "2026-05-15T09:30:00Z", in: session)
    try keep(at: "2026-05-16T09:30:00Z", in: session)
    try keep(at: "2026-05-17T09:30:00Z", isSession: false, caseID: "other", in: session)
    return try Trainer.offscreen(session, Trainer.View())
  }

  /// Keeps a short attempt in the history.
  ///
  /// - Parameter isSession: whether it is a session of the case's course.
  private static func keep(
    at start: String, isSession: Bool = true, caseID: String = "lifting-easing-left",
    in session: Session
  ) throws {
    let file = try #require(session.cases.first)
    let history = session.store.history
    let header = Header(
      mode: .practice, device: Device(kind: .mouse, pressure: .set), program: "effleurage test",
      start: start)
    let events = [Event.act(.decision(.proceed), time: 1), .act(.end, time: 2)]
    var scorer = Scorer(scenario: file.scenario, header: header)
    for event in events { scorer.add(event) }
    var patient = Patients.Patient(scenario: file.scenario, header: header).effect
    patient.contact = 60
    _ = try history.save(
      events, count: events.count,
      of: NewAttempt(
        header: header, scenario: file.source.bytes, caseID: caseID, title: "Case " + caseID,
        result: scorer.result(),
        work: isSession ? SessionWork(planned: 10, period: .easing, effect: patient) : nil))
  }

  @MainActor private static func lines(_ trainer: Trainer) -> [String] {
    trainer.picture(Trainer.View()).text?.lines(notNow: "-", chosen: "+") ?? []
  }

  @Test func keysLeadThereThroughItAndBack() async {
    await #expect(processExitsWith: .success) { try await HistoryTests.goThrough() }
  }

  @MainActor private static func goThrough() throws {
    let home = FileManager.default.temporaryDirectory.appending(
      path: "effleurage-history-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    let trainer = try HistoryTests.trainer(in: home)
    defer { trainer.close() }
    #expect(HistoryTests.lines(trainer).contains { $0.contains("Session 4 of 10") })
    func press(_ key: Key) { trainer.press(key, [], at: Trainer.startMoment) }
    press(.character("h"))
    #expect(trainer.session.screen == .history)
    #expect(HistoryTests.lines(trainer).contains { $0.hasPrefix("[Case other") })
    #expect(trainer.historyScreen.model.attempts.map(\.id) == ["4", "3", "2", "1"])
    press(.down)
    #expect(trainer.historyChoice.attempt == "3")
    press(.down)
    press(.down)
    press(.down)
    #expect(trainer.historyChoice.attempt == "1")
    press(.right)
    #expect(trainer.historyChoice.curve == .criterion(.procedure))
    press(.left)
    press(.left)
    #expect(trainer.historyChoice.curve == .criterion(.technique))
    press(.character("c"))
    #expect(trainer.historyChoice.caseID == "other")
    #expect(!HistoryTests.lines(trainer).contains { $0.hasPrefix("[Case lifting") })
    trainer.perform(.historyCurve(.score), at: Trainer.startMoment)
    #expect(trainer.historyChoice.curve == .score)
    // Settings open over it and lead back to it.
    press(.character("s"))
    #expect(trainer.session.screen == .settings)
    press(.escape)
    #expect(trainer.session.screen == .history && trainer.historyChoice.caseID == "other")
    press(.escape)
    #expect(trainer.session.screen == .library)
    // It begins anew.
    press(.character("h"))
    #expect(trainer.historyChoice == HistoryChoice())
    press(.character("h"))
    #expect(trainer.session.screen == .library)
  }

  @Test func anAttemptIsOpenedByKeysAndLeadsBack() async {
    await #expect(processExitsWith: .success) { try await HistoryTests.openOne() }
  }

  @MainActor private static func openOne() throws {
    let home = FileManager.default.temporaryDirectory.appending(
      path: "effleurage-history-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    let trainer = try HistoryTests.trainer(in: home)
    defer { trainer.close() }
    func press(_ key: Key) {
      trainer.press(key, [], at: Trainer.startMoment)
      _ = trainer.picture(Trainer.View())
    }
    func wait() {
      let end = ContinuousClock.now + .seconds(60)
      while trainer.session.openingAttempt != nil, ContinuousClock.now < end {
        trainer.takeOpenedAttempt()
      }
    }
    press(.character("h"))
    press(.down)
    press(.down)
    #expect(trainer.historyChoice.attempt == "2")
    #expect(HistoryTests.lines(trainer).contains { $0.hasPrefix("[Open the debrief]") })
    // Escape ends the reading, and so does another choice.
    press(.enter)
    #expect(trainer.session.openingAttempt == "2")
    #expect(HistoryTests.lines(trainer).contains { $0.hasPrefix("[Opening…] <Esc> (-)") })
    #expect(HistoryTests.lines(trainer).contains("<Esc> Stop opening"))
    press(.escape)
    #expect(trainer.session.openingAttempt == nil && trainer.session.screen == .history)
    press(.enter)
    press(.down)
    #expect(trainer.session.openingAttempt == nil && trainer.historyChoice.attempt == "1")
    press(.enter)
    wait()
    #expect(trainer.session.screen == .debrief)
    #expect(trainer.session.finished?.header.start == "2026-05-14T09:30:00Z")
    #expect(HistoryTests.lines(trainer).contains { $0.hasPrefix("[History]") })
    press(.escape)
    #expect(trainer.session.screen == .history && trainer.historyChoice.attempt == "1")
    // Again, and the case once more.
    press(.enter)
    wait()
    press(.character("r"))
    #expect(trainer.session.screen == .patient)
    press(.escape)
    #expect(trainer.session.screen == .library)
    // Without its record it is listed, and not opened.
    try FileManager.default.removeItem(at: home.appending(path: "records"))
    press(.character("h"))
    #expect(trainer.historyScreen.model.attempts.count == 4)
    press(.enter)
    #expect(trainer.session.openingAttempt == nil)
  }

  @Test func helpNamesItsKeys() {
    let keys = KeyMap.help(on: .history, isExam: false).flatMap(\.keys)
    for key in ["↑", "↓", "←", "→", "C", "D", "S", "Enter", "Esc"] {
      #expect(keys.contains(key), "\(key)")
    }
    #expect(Set(keys).count == keys.count)
    #expect(KeyMap.help(on: .library, isExam: false).flatMap(\.keys).contains("H"))
  }
}
