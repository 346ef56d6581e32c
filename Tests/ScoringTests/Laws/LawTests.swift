import Attempts
import Geometry
import Handover
import Scenarios
import Testing

@testable import Records
@testable import Scoring

/// The laws of the fold that hold bit for bit, on attempts by chance. A failure names its seed.
@Suite struct LawTests {
  static let seeds: ClosedRange<UInt64> = {
    #if DEBUG
      1...8
    #else
      1...80
    #endif
  }()

  static func line(_ scorer: Scorer) -> String {
    ResultJSON.line(scorer.result(), record: "-", scenarioSHA256: "")
  }

  static func line(_ scenario: Scenario, _ header: Header, _ events: [Event]) -> String {
    var scorer = Scorer(scenario: scenario, header: header)
    for event in events { scorer.add(event) }
    return line(scorer)
  }

  static func line(_ attempt: LawAttempt) -> String {
    line(attempt.scenario, attempt.header, attempt.events)
  }

  @Test(arguments: seeds)
  func aRecordReadInAnyPiecesIsJudgedAsItWasLive(seed: UInt64) throws {
    let attempt = LawAttempt(seed: seed)
    let live = Self.line(attempt)
    let bytes = try RecordWriter.document(
      of: attempt.events, header: attempt.header, scenario: [1, 2, 3])
    var numbers = RepeatableNumbers(seed: seed)
    let pieces = [1 << 17, 4096, 1 + Int(numbers.next() % 97), 1 + Int(numbers.next() % 5000)]
    for piece in pieces {
      let scorer = try RecordReader(piece: piece).read(
        .bytes(bytes), into: { Scorer(scenario: attempt.scenario, header: $0.header) },
        { $0.add($1) })
      #expect(Self.line(scorer) == live, "seed \(seed), pieces of \(piece)")
    }
  }

  @Test(arguments: seeds)
  func aSnapshotAndWhatItWasTakenFromGoOnToOneResult(seed: UInt64) {
    let attempt = LawAttempt(seed: seed)
    let whole = Self.line(attempt)
    var numbers = RepeatableNumbers(seed: seed)
    let moments = (0..<4).map { _ in Int(numbers.next() % UInt64(attempt.events.count)) }
    var scorer = Scorer(scenario: attempt.scenario, header: attempt.header)
    var copies: [Scorer] = []
    for (index, event) in attempt.events.enumerated() {
      if moments.contains(index) {
        copies.append(scorer)
        // Asking leaves no trace, neither in the copy nor in what it was taken from.
        _ = scorer.result()
        _ = scorer.reading
        _ = scorer.cue
      }
      scorer.add(event)
      for copy in copies.indices { copies[copy].add(event) }
    }
    #expect(Self.line(scorer) == whole, "seed \(seed)")
    for copy in copies { #expect(Self.line(copy) == whole, "seed \(seed)") }
  }

  @Test(arguments: seeds)
  func repeatingSamplesChangesNothing(seed: UInt64) {
    let attempt = LawAttempt(seed: seed)
    var numbers = RepeatableNumbers(seed: seed)
    var events: [Event] = []
    for event in attempt.events {
      let times = Int(numbers.next() % 3)
      switch event {
      case .act: events.append(event)
      case .land(let landing):
        events.append(event)
        for _ in 0..<times {
          events.append(.move(contact: landing.contact, landing.sample))
        }
      case .move: for _ in 0...times { events.append(event) }
      case .lift(let contact, let sample):
        for _ in 0..<times { events.append(.move(contact: contact, sample)) }
        events.append(event)
      }
    }
    #expect(
      Self.line(attempt.scenario, attempt.header, events) == Self.line(attempt), "seed \(seed)")
  }

  @Test(arguments: seeds)
  func movingAttemptAndCaseChangesNothing(seed: UInt64) {
    // A metre beside the back, where no landmark is: what is judged there knows no place.
    let attempt = LawAttempt(seed: seed).moved { Position(x: $0.x + 100_000, y: $0.y) }
    let before = Self.line(attempt.scenario, attempt.header, attempt.events)
    var numbers = RepeatableNumbers(seed: seed)
    for _ in 0..<2 {
      let (x, y) = (Int(numbers.next() % 60_000) - 30_000, Int(numbers.next() % 240_000) - 120_000)
      let moved = attempt.moved { Position(x: $0.x + x, y: $0.y + y) }
      let after = Self.line(moved.scenario, moved.header, moved.events)
      #expect(after == before, "seed \(seed), moved by \(x), \(y)")
    }
  }

  @Test(arguments: seeds)
  func mirroringFlipsLeftRightAndTurnOnly(seed: UInt64) {
    var attempt = LawAttempt(seed: seed).moved { $0 }
    // The squares that lifts visit begin at the left: only areas of whole squares are alike from
    // both sides.
    for index in attempt.scenario.phases.indices {
      guard case .honeyLift(var task) = attempt.scenario.phases[index].task else { continue }
      let (x, y) = (
        task.area.polygon.lowerBound.x / 10_000, task.area.polygon.lowerBound.y / 10_000
      )
      task.area = .polygon(
        [(0, 0), (12_000, 0), (12_000, 12_000), (0, 12_000)].map {
          Position(x: x + $0.0, y: y + $0.1)
        })
      attempt.scenario.phases[index].task = .honeyLift(task)
    }
    let mirrored = attempt.moved(isMirror: true) { Position(x: -$0.x, y: $0.y) }
    let (before, after) = (attempt.result, mirrored.result)
    #expect(after.flipped == before.withoutSides, "seed \(seed)")
    #expect(before.flipped == after.withoutSides, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func doingNothingKeepsWhatProcedureEarned(seed: UInt64) {
    let attempt = LawAttempt(seed: seed)
    let events = attempt.events.filter { if case .act = $0 { true } else { false } }
    var scorer = Scorer(scenario: attempt.scenario, header: attempt.header)
    for event in events { scorer.add(event) }
    let result = scorer.result()
    var kept = 0
    for criterion in result.criteria where criterion.assessed {
      if criterion.criterion == .procedure {
        kept = criterion.effectiveTenths - criterion.lost.units
      } else {
        #expect(criterion.lost.units == criterion.effectiveTenths, "seed \(seed)")
      }
    }
    #expect(result.score.units == kept, "seed \(seed)")
    for deduction in result.deductions where deduction.criterion != .procedure {
      #expect(deduction.code.hasSuffix(".notShown"), "seed \(seed)")
    }
  }

  @Test(arguments: seeds)
  func theScoreIsAHundredLessTheDeductionsExactly(seed: UInt64) {
    let attempt = LawAttempt(seed: seed)
    let result = Cases.score(attempt.scenario, attempt.events, header: attempt.header)
    #expect(
      result.score.units == 1000 - result.deductions.reduce(0) { $0 + $1.points.units },
      "seed \(seed)")
    for criterion in result.criteria {
      let sum = result.deductions.filter { $0.criterion == criterion.criterion }
        .reduce(0) { $0 + $1.points.units }
      #expect(criterion.lost.units == sum, "seed \(seed)")
      #expect((0...criterion.effectiveTenths).contains(criterion.lost.units), "seed \(seed)")
      #expect(criterion.assessed || criterion.effectiveTenths == 0, "seed \(seed)")
    }
    #expect(result.criteria.reduce(0) { $0 + $1.effectiveTenths } == 1000, "seed \(seed)")
  }

  #if !DEBUG
    /// The laws are worth what the attempts are: together they reach whatever can be judged.
    @Test func attemptsByChanceReachEverything() {
      var seen: [String: Int] = [:]
      for seed in Self.seeds {
        let attempt = LawAttempt(seed: seed)
        let result = Cases.score(attempt.scenario, attempt.events, header: attempt.header)
        var marks = result.deductions.map(\.code) + result.critical + [result.verdict.rawValue]
        for phase in result.phases {
          marks.append(phase.technique.rawValue)
          if phase.vibrations ?? 0 > 0 { marks.append("vibration") }
          if phase.taps ?? 0 > 0 { marks.append("taps") }
          if phase.breaks > 0 { marks.append("breaks") }
          if phase.lost.units > 0 { marks.append("lost") }
          if phase.guides.contains(where: { $0.loops ?? 0 > 0 }) { marks.append("loops") }
          if phase.guides.contains(where: { $0.strokes ?? 0 > 0 }) { marks.append("strokes") }
          if phase.points.contains(where: { $0.done?.units != 0 }) { marks.append("press") }
          if phase.area?.lifts ?? 0 > 0 { marks.append("lifts") }
        }
        if result.borderline { marks.append("borderline") }
        for mark in marks { seen[mark, default: 0] += 1 }
      }
      let expected =
        ChangeTests.codes.filter { !$0.hasPrefix("procedure") } + Technique.allCases.map(\.rawValue)
        + ["vibration", "taps", "breaks", "lost", "loops", "strokes", "press", "lifts"]
        + ["technique.vibration", "technique.tapping", "spasm.kidney", "failed", "abandoned"]
      for mark in expected { #expect(seen[mark] ?? 0 > 0, "\(mark)") }
    }
  #endif
}
