import Attempts
import ScenarioFiles
import Scenarios
import Scenes
import Scoring
import Sessions
import Testing

/// Debrief and replay show a deduction by one and the same moment, though each of them looks for the
/// steps of an attempt in its own way.
@Suite struct MarkAgreementTests {
  enum Course: String, CaseIterable, Sendable { case asAsked, stepsTwice, drill }

  /// A clumsy attempt; its first step is entered once more amid the others.
  private static func attempt(_ scenario: Scenario, _ course: Course, seed: UInt64) throws -> (
    header: Header, events: [Event]
  ) {
    var options = Demonstration.Options()
    (options.seed, options.skill, options.rate) = (seed, 0.2, 60)
    let made = try Demonstration(of: scenario, options: options, program: "effleurage test")
    var header = made.header
    header.origin = .live
    var events = made.events
    let first = try #require(scenario.phases.first?.id)
    switch course {
    case .asAsked: break
    case .stepsTwice:
      let lifts = events.indices.filter { if case .lift = events[$0] { true } else { false } }
      for index in lifts.enumerated().filter({ $0.offset % 3 == 2 }).map(\.element).reversed() {
        events.insert(.act(.phase(first), time: events[index].time), at: index + 1)
      }
    case .drill:
      header.mode = .drill
      header.scope = .phase(first, timed: true)
      let end = events.firstIndex {
        if case .act(.phase(let id), _) = $0 { id != first } else { false }
      }
      events = Array(events[..<(end ?? events.endIndex)])
    }
    return (header, events)
  }

  @Test(arguments: Course.allCases, [1, 2, 3] as [UInt64])
  func theMomentsAreTheSame(course: Course, seed: UInt64) throws {
    let library = ScenarioLibrary(
      user: UserFolders(environment: ["EFFLEURAGE_HOME": "/dev/null"], home: "/dev/null"),
      shipped: .ofThisProgram())
    let scenario = CaseFile(try library.find("lifting-easing-left"))
    let (header, events) = try Self.attempt(scenario.scenario, course, seed: seed)
    var attempt = RecordedAttempt(of: scenario, header: header, rules: .latest)
    for event in events { attempt.append(event) }
    let replay = try #require(try Replay.fold(attempt))
    let debrief = DebriefModel(
      scenario: scenario.scenario, result: replay.result, events: events)
    try #require(!replay.marks.isEmpty)
    let moments = debrief.marks.enumerated().compactMap { index, mark in
      mark.moment.map { "\(index) at \(Int(($0 * 1_000).rounded()))" }
    }
    let marks = replay.marks.sorted { $0.deduction < $1.deduction }
    #expect(marks.map { "\($0.deduction) at \($0.time / 1_000)" } == moments)
    // The step that is named is the one that the points are counted in, where a stretch lies there.
    let segments = debrief.segments
    for (deduction, mark) in zip(replay.result.deductions, debrief.marks) where mark.moment != nil {
      guard let counted = deduction.phase.flatMap(scenario.scenario.phaseIndex) else { continue }
      let inside = mark.stretches.filter { stretch in
        let middle = (stretch.start + stretch.end) / 2
        return segments.contains { $0.phase == counted && $0.start < middle && middle < $0.end }
      }
      guard !inside.isEmpty else { continue }
      #expect(mark.phase == counted, "\(deduction.code)")
      let shown = try #require(mark.mainStretch)
      #expect(inside.allSatisfy { $0.end - $0.start <= shown.end - shown.start + 0.002 })
    }
  }
}
