import Attempts
import Foundation
import Geometry
import Handover
import History
import Patients
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@testable import Sessions

/// An attempt that can be looked at as it was at any time.
@Suite struct ReplayTests {
  private static func file(_ scenario: Scenario) -> CaseFile {
    CaseFile(
      scenario: scenario,
      source: ScenarioSource(bytes: Array(ScenarioWriter.text(of: scenario).utf8)))
  }

  private static func shipped(_ id: String) throws -> Scenario {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let library = ScenarioLibrary(folders: [(path: root + "/Scenarios", origin: .shipped)])
    return try #require(library.entries.compactMap(\.scenario).first { $0.id == id })
  }

  /// A clumsy attempt at a case.
  static func attempt(
    _ scenario: Scenario, seed: UInt64 = 1, skill: Double = 0.4, rate: Int = 60,
    faults: [DemonstrationFault] = []
  ) throws -> (attempt: RecordedAttempt, events: [Event]) {
    var options = Demonstration.Options()
    (options.seed, options.skill, options.rate) = (seed, skill, rate)
    options.faults = faults
    let made = try Demonstration(of: scenario, options: options, program: "effleurage test")
    var header = made.header
    header.origin = .live
    var attempt = RecordedAttempt(of: file(scenario), header: header, rules: .latest)
    for event in made.events { attempt.append(event) }
    return (attempt, made.events)
  }

  private static func fold(
    _ attempt: RecordedAttempt, spacing: Int = Replay.usualSpacing, most: Int = Replay.mostCopies
  ) throws -> Replay {
    try #require(try Replay.fold(attempt, spacing: spacing, most: most))
  }

  /// Everything that is shown or judged of a state, as text.
  private func words(_ state: AttemptUnderWay, at time: Int) -> String {
    [
      ResultJSON.line(state.scorer.result(), record: "-", scenarioSHA256: ""),
      "\(state.scorer.reading)", "\(state.scorer.cue)", "\(state.trail.strips)",
      "\(state.deviations.entries)", "\(state.line(at: time))",
      "\(state.times.contact(at: time)) \(state.times.total(at: time))",
      "\(state.patient.state)", "\(state.patient.effect)", "\(state.attempt.stage)",
      "\(state.attempt.down)", "\(state.events.count)",
    ].joined(separator: "\n")
  }

  /// The fold of all events up to a time, from the beginning.
  private func folded(_ attempt: RecordedAttempt, _ events: [Event], to time: Int)
    -> AttemptUnderWay
  {
    var state = attempt.beginning
    for event in events where event.time <= time { state.play(event, at: event.time) }
    state.watchPatient(at: time)
    return state
  }

  @Test(arguments: ["lifting-easing-left", "honey-prevention", "point-remission"])
  func theStateAtAnyTimeIsTheFoldUpToThen(_ id: String) throws {
    let scenario = try (try? Self.shipped(id)) ?? Self.shipped("lifting-easing-left")
    let seed = UInt64.random(in: 1...UInt64(UInt32.max))
    print("replay of \(scenario.id): seed \(seed)")
    var numbers = SeededNumbers(seed)
    let (attempt, events) = try Self.attempt(scenario, seed: seed)
    let spacing = numbers.next(in: 40...2_000)
    let replay = try Self.fold(attempt, spacing: spacing, most: numbers.next(in: 2...60))
    #expect(replay.copies.count > 1)
    #expect(replay.end == events.last?.time)
    var times = (0..<5).map { _ in numbers.next(in: 0...replay.end) }
    // At an event, a microsecond before it, and at both ends.
    let event = events[numbers.next(in: 0...events.count - 1)]
    times += [event.time, max(0, event.time - 1), 0, replay.end]
    for time in times {
      let fresh = words(folded(attempt, events, to: time), at: time)
      #expect(
        words(replay.state(at: time), at: time) == fresh, "seed \(seed), time \(time)")
    }
    #expect(replay.result == folded(attempt, events, to: replay.end).scorer.result())
  }

  @Test func playingAndSeekingShowTheSame() throws {
    let seed = UInt64.random(in: 1...UInt64(UInt32.max))
    print("replay played and sought: seed \(seed)")
    var numbers = SeededNumbers(seed)
    let (attempt, _) = try Self.attempt(smallScenario(), seed: seed)
    let replay = try Self.fold(attempt, spacing: 200)
    var play = ReplayPlay(replay, beside: nil)
    var moment = 0
    play.play(at: moment)
    for _ in 0..<40 {
      moment += numbers.next(in: 1_000...400_000)
      switch numbers.next(in: 0...9) {
      case 0: play.seek(to: numbers.next(in: 0...replay.end), at: moment)
      case 1: play.step(by: numbers.next(in: 0...1) * 2 - 1, at: moment)
      case 2: play.stepMark(by: numbers.next(in: 0...1) * 2 - 1, at: moment)
      case 3: play.change(to: .eightTimes, at: moment)
      default: play.advance(to: moment)
      }
      play.play(at: moment)
      #expect(
        words(play.shown, at: play.time) == words(replay.state(at: play.time), at: play.time),
        "seed \(seed), moment \(moment)")
    }
  }

  @Test func copiesAreBounded() throws {
    let (attempt, events) = try Self.attempt(smallScenario())
    let replay = try Self.fold(attempt, spacing: 10, most: 8)
    #expect(replay.copies.count <= 8 && replay.copies.count >= 4)
    #expect(replay.copies.first?.frame == 0)
    // Of one length all the way: nowhere takes longer to reach than elsewhere.
    let counts = replay.copies.map(\.state.events.count)
    let steps = Set(zip(counts, counts.dropFirst()).map { $1 - $0 })
    #expect(
      steps.count == 1 && counts.last.map { events.count - $0 } ?? 0 <= 2 * (steps.first ?? 0))
  }

  @Test func foldingIsCancelledAndTellsHowFarItIs() throws {
    let (attempt, events) = try Self.attempt(smallScenario(), rate: 250)
    try #require(events.count > 3 * Replay.usualSpacing)
    var asked = 0
    let none = try Replay.fold(
      attempt,
      isCancelled: {
        asked += 1
        return true
      })
    #expect(none == nil && asked == 1)
    var told: [Double] = []
    _ = try Replay.fold(attempt, progress: { told.append($0) })
    #expect(told.count >= 3 && told == told.sorted() && told.allSatisfy { (0...1).contains($0) })
  }

  @Test func eventsThatCannotBeReadBackAreToldOf() throws {
    var attempt = RecordedAttempt(
      of: caseFile(), header: Header(device: Device(kind: .mouse, pressure: .set), program: "t"),
      rules: .latest)
    attempt.append(.act(.decision(.proceed), time: 1))
    var forgetful = AttemptUnderWay(
      of: caseFile(), header: attempt.header, at: 0, events: .forgetful)
    forgetful.act(.decision(.proceed), at: 1)
    let lost = RecordedAttempt(FinishedAttempt(forgetful))
    #expect(throws: StoreError.eventsLost) { try Replay.fold(lost) }
    #expect(try Replay.fold(attempt) != nil)
  }

  @Test func anAttemptWithoutEventsStands() throws {
    let attempt = RecordedAttempt(
      of: caseFile(), header: Header(device: Device(kind: .mouse, pressure: .set), program: "t"),
      rules: .latest)
    let replay = try Self.fold(attempt)
    #expect(replay.end == 0 && replay.stops.allSatisfy { $0 == 0 })
    var play = ReplayPlay(replay, beside: nil)
    play.play(at: 0)
    #expect(!play.isPlaying)
    play.step(by: 1, at: 0)
    play.stepMark(by: -1, at: 0)
    #expect(play.time == 0)
  }

  // MARK: Stops and marks

  @Test func stopsAreActsTouchesLiftsAndMarks() throws {
    let (attempt, events) = try Self.attempt(smallScenario(), skill: 0.2)
    let replay = try Self.fold(attempt)
    let kept = events.filter { if case .move = $0 { false } else { true } }.map(\.time)
    #expect(Set(kept).isSubset(of: Set(replay.stops)))
    #expect(replay.stops == Array(Set(replay.stops)).sorted())
    #expect(!replay.marks.isEmpty)
    #expect(Set(replay.marks.map(\.time)).isSubset(of: Set(replay.stops)))
    let moves = Set(events.map(\.time)).subtracting(kept).subtracting(replay.marks.map(\.time))
    #expect(Set(replay.stops).intersection(moves).isEmpty)
    for mark in replay.marks {
      let spans = replay.result.deductions[mark.deduction].spans
      #expect(
        spans.contains {
          Replay.microseconds($0.start) == mark.time && Replay.microseconds($0.end) == mark.end
        })
    }
  }

  @Test func painIsAStop() throws {
    let scenario = try Self.shipped("lifting-easing-left")
    let (attempt, _) = try Self.attempt(scenario, skill: 1, faults: [.pressSpasm])
    let replay = try Self.fold(attempt)
    let pain = replay.stops.first { time in
      replay.state(at: time).patient.state.isInPain
    }
    let first = try #require(pain)
    // Nothing hurt just before the first of them.
    #expect(!replay.state(at: first - 100_000).patient.state.isInPain)
  }

  @Test func stepsGoFromStopToStopAndEndAtTheEnds() throws {
    let (attempt, _) = try Self.attempt(smallScenario())
    let replay = try Self.fold(attempt)
    var play = ReplayPlay(replay, beside: nil)
    var seen: [Int] = []
    for _ in replay.stops {
      play.step(by: 1, at: 0)
      seen.append(play.time)
    }
    #expect(seen == replay.stops)
    play.step(by: 1, at: 0)
    #expect(play.time == replay.end)
    for time in replay.stops.reversed().dropFirst() {
      play.step(by: -1, at: 0)
      #expect(play.time == time)
    }
    play.step(by: -1, at: 0)
    #expect(play.time == 0)
  }

  @Test func marksAreSteppedThroughInTheOrderOfMomentsAlsoWhereTwoAreAtOne() throws {
    let (attempt, _) = try Self.attempt(smallScenario(), skill: 0.2)
    let replay = try Self.fold(attempt)
    try #require(replay.marks.count > 2)
    var play = ReplayPlay(replay, beside: nil)
    var seen: [Int] = []
    for _ in replay.marks {
      play.stepMark(by: 1, at: 0)
      seen.append(try #require(play.chosen))
    }
    #expect(seen == replay.marks.map(\.deduction))
    play.stepMark(by: 1, at: 0)
    #expect(play.chosen == seen.last && play.time == replay.marks.last?.time)
    play.stepMark(by: -1, at: 0)
    #expect(play.chosen == seen[seen.count - 2])
    play.seek(to: replay.end, at: 0)
    #expect(play.chosen == nil)
    play.stepMark(by: -1, at: 0)
    #expect(play.chosen == seen.last)
  }

  @Test func whatCostsPointsNowIsNamedTheChosenOneFirst() throws {
    let (attempt, _) = try Self.attempt(smallScenario(), skill: 0.2)
    let replay = try Self.fold(attempt)
    try #require(!replay.marks.isEmpty)
    var play = ReplayPlay(replay, beside: nil)
    for mark in replay.marks {
      play.choose(mark.deduction, at: 0)
      #expect(play.time == mark.time && play.deductionsNow.first == mark.deduction)
      for index in play.deductionsNow.dropFirst() {
        #expect(
          replay.result.deductions[index].spans.contains {
            Replay.microseconds($0.start) <= play.time && play.time <= Replay.microseconds($0.end)
          })
      }
      // Played on, it is named as long as it goes on.
      play.play(at: 0)
      play.advance(to: 3_600_000_000)
      #expect(play.time == replay.end && play.chosen == nil && !play.isPlaying)
    }
  }

  // MARK: Playing

  @Test(arguments: DemonstrationSpeed.allCases)
  func timePassesAtTheSpeedThatWasChosen(_ speed: DemonstrationSpeed) throws {
    let (attempt, _) = try Self.attempt(smallScenario())
    var play = ReplayPlay(try Self.fold(attempt), beside: nil)
    play.change(to: speed, at: 10)
    play.play(at: 1_000)
    play.advance(to: 401_000)
    #expect(play.time == Int(400_000 * speed.factor))
    play.pause(at: 501_000)
    let stopped = play.time
    #expect(stopped == Int(500_000 * speed.factor))
    play.advance(to: 9_000_000)
    #expect(play.time == stopped)
    play.play(at: 10_000_000)
    play.advance(to: 10_100_000)
    #expect(play.time == Int(600_000 * speed.factor))
    play.change(to: .usual, at: 10_100_000)
    play.advance(to: 10_200_000)
    #expect(play.time == Int(600_000 * speed.factor) + 100_000)
  }

  @Test func fromTheEndItBeginsAtTheStart() throws {
    let (attempt, _) = try Self.attempt(smallScenario())
    var play = ReplayPlay(try Self.fold(attempt), beside: nil)
    play.seek(to: .max, at: 0)
    #expect(play.time == play.replay.end)
    play.play(at: 5)
    play.advance(to: 105)
    #expect(play.time == 100 && play.isPlaying)
    play.seek(to: -4, at: 200)
    #expect(play.time == 0 && play.isPlaying)
  }

  @Test func onlyGoingElsewhereIsAJump() throws {
    let (attempt, _) = try Self.attempt(smallScenario())
    var play = ReplayPlay(try Self.fold(attempt, spacing: 100), beside: nil)
    play.play(at: 0)
    for moment in 1...20 { play.advance(to: moment * 16_667) }
    #expect(play.jumps == 0)
    play.seek(to: 0, at: 400_000)
    #expect(play.jumps == 1)
    play.seek(to: play.replay.end, at: 400_000)
    #expect(play.jumps == 2)
  }
}

/// Numbers that a seed repeats.
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(in range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let high = Int(state >> 33)
    return range.lowerBound + high % (range.upperBound - range.lowerBound + 1)
  }
}
