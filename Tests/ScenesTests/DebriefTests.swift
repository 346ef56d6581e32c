import Attempts
import Drawing
import Geometry
import Scenarios
import Scoring
import Testing

@testable import Scenes

@Suite struct DebriefTests {
  static var ordinary: DebriefScreen {
    let scenario = SampleCases.lifting
    let events = SampleAttempts.events(scenario)
    let start =
      events.compactMap { event -> Double? in
        if case .act(.phase("comb"), let time) = event { Double(time) / 1_000_000 } else { nil }
      }.first ?? 0
    var result = SampleAttempts.result(
      scenario, deductions: SampleAttempts.ordinaryDeductions(from: start),
      seconds: Double(events.last?.time ?? 0) / 1_000_000)
    result.phases = SampleAttempts.measures(scenario)
    result.areas = SampleAttempts.areas(scenario)
    return DebriefScreen(
      model: DebriefModel(
        scenario: scenario, result: result, events: events, effect: SampleAttempts.effect()),
      selected: 2)
  }

  /// The same beside an attempt before it, with a verdict that was close.
  static var compared: DebriefScreen {
    var screen = ordinary
    screen.model.result.borderline = true
    screen.model.last = DebriefModel.Last(
      score: .tenths(792), kept: [0.9, 0.78, 0.61, 1, 0.7, nil, 1])
    return screen
  }

  /// In the middle of its circles, played.
  static var playing: DebriefScreen {
    var screen = compared
    let combs = screen.model.segments.first { $0.phase == 1 }
    screen.choice = screen.moving(to: combs.map { ($0.start * 2 + $0.end) / 3 } ?? 0)
    screen.choice = screen.togglingPlay()
    return screen
  }

  /// All that can be said below the verdict, beside an attempt before it.
  static var worst: DebriefScreen {
    var screen = compared
    screen.model.result.verdict = .failed
    screen.model.result.below = [.path, .speed, .spasm]
    screen.selected = 0
    return screen
  }

  private func check(_ name: String, _ screen: DebriefScreen) {
    SceneStage.check(name) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsAtEverySize() { check("debrief", Self.ordinary) }

  @Test func holdsBesideAnAttemptBefore() {
    check("debrief-compared", Self.compared)
    check("debrief-worst", Self.worst)
  }

  @Test func holdsWithTwelvePhasesAndEveryDeduction() {
    let scenario = SampleCases.longest
    let events = SampleAttempts.events(scenario)
    let result = SampleAttempts.result(
      scenario, verdict: .failed, deductions: SampleAttempts.manyDeductions(phases: 12),
      critical: ["spasm.wentOn"], below: [.speed, .path],
      seconds: Double(events.last?.time ?? 0) / 1_000_000, mode: .exam)
    check(
      "debrief-longest",
      DebriefScreen(
        model: DebriefModel(
          scenario: scenario, result: result, events: events,
          effect: SampleAttempts.effect(isExtreme: true)), selected: 7))
  }

  @Test func holdsWithoutTouchAndWithoutDeductions() {
    let scenario = SampleCases.lifting
    var events = [Event.act(.ask(.nerves), time: 1_000_000)]
    events.append(.act(.decision(.refer), time: 20_000_000))
    let result = SampleAttempts.result(
      scenario, verdict: .passed, deductions: [], seconds: 20, assessed: [.procedure])
    check(
      "debrief-empty",
      DebriefScreen(
        model: DebriefModel(scenario: scenario, result: result, events: events), hasNext: false))
  }

  @Test func segmentsCoverTheSession() {
    let model = Self.ordinary.model
    #expect(model.segments.map(\.phase) == [nil, 0, 1, 2])
    #expect(model.segments.first?.start == 0)
    #expect(model.segments.last?.end == model.duration)
    for (before, after) in zip(model.segments, model.segments.dropFirst()) {
      #expect(before.end == after.start)
    }
  }

  @Test func speedsAreThoseOfTheHand() throws {
    let model = Self.ordinary.model
    let warmUp = try #require(model.segments.first { $0.phase == 0 })
    let slice = model.duration / Double(model.speeds.count)
    let inside = model.speeds.enumerated().filter {
      Double($0.offset) * slice > warmUp.start && Double($0.offset + 1) * slice < warmUp.end
    }.compactMap(\.element).sorted()
    // Strokes at 60, 67 and 74 mm/s.
    let median = try #require(inside.isEmpty ? nil : inside[inside.count / 2])
    #expect(median > 60 && median < 76)
    // Before the first touch nothing was fast.
    #expect(model.speeds.first == .some(nil))
  }

  @Test func stepsThroughDeductionsInTheOrderOfTheirMoments() {
    var screen = Self.ordinary
    screen.selected = nil
    var seen: [Int] = []
    while let next = screen.neighbour(1), !seen.contains(next) {
      seen.append(next)
      screen.selected = next
    }
    // Off the path, too slow, pressed, too fast; the question not asked has no moment.
    #expect(seen == [1, 3, 4, 2, 0])
    #expect(screen.neighbour(1) == nil)
    #expect(screen.neighbour(-1) == 2)
  }

  @Test func aChosenDeductionIsNamedAndPlaced() throws {
    var screen = Self.ordinary
    for index in screen.deductions.indices {
      screen.selected = index
      let targets = SceneStage.picture(1280, 800) { canvas, frame, recorder in
        screen.draw(on: canvas, in: frame, recorder: recorder)
      }.targets
      #expect(targets.contains { $0.command == .selectDeduction(index) })
    }
    let mark = screen.model.marks[2]
    #expect(mark.shape == .diamond && mark.phase == 1)
    // It happened on the right lane.
    #expect(try #require(mark.place).x > 40)
    #expect(screen.changes.map(\.deductions) == [[2], [1], [4]])
  }

  @Test func manyCriteriaBelowTheirMinimumAreCounted() {
    let scenario = SampleCases.lifting
    for count in 1...7 {
      let result = SampleAttempts.result(
        scenario, verdict: .failed, deductions: [], below: Array(Criterion.allCases.prefix(count)))
      let screen = DebriefScreen(
        model: DebriefModel(scenario: scenario, result: result, events: []))
      let recorder = TextRecorder()
      _ = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
        Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
          screen.drawScore(painter, screen.places(painter).score)
        }
      }
      #expect(recorder.entries.contains { $0.text == Words.Debrief.reason(result) })
      for entry in recorder.entries { #expect(!entry.isCut, "“\(entry.text)” is cut") }
    }
  }

  @Test func whatWasNotShownIsOneChangeAndACriticalFaultComesFirst() throws {
    var screen = Self.ordinary
    let sample = try #require(screen.deductions.first)
    func deduction(_ criterion: Criterion, _ code: String, _ tenths: Int) -> Deduction {
      var deduction = sample
      deduction.criterion = criterion
      deduction.code = code
      deduction.points = .tenths(tenths)
      return deduction
    }
    screen.model.result.deductions = [
      deduction(.procedure, "procedure.wrongDecision", 100),
      deduction(.path, "path.notShown", 300), deduction(.speed, "speed.tooFast", 20),
      deduction(.speed, "speed.notShown", 150), deduction(.spasm, "spasm.notShown", 70),
    ]
    screen.model.result.critical = ["procedure.wrongDecision"]
    #expect(screen.changes.map(\.deductions) == [[0], [1, 3, 4], [2]])
    #expect(screen.changes.map(\.points) == [.tenths(100), .tenths(520), .tenths(20)])
    #expect(
      screen.changes.map(Words.Debrief.gain) == [
        "Critical, up to +10", "3 criteria, up to +52", "Speed, up to +2",
      ])
  }

  @Test func everyDeductionCanBeReachedByPointerAlone() {
    let scenario = SampleCases.longest
    let result = SampleAttempts.result(
      scenario, verdict: .failed, deductions: SampleAttempts.manyDeductions(phases: 12))
    var screen = DebriefScreen(
      model: DebriefModel(scenario: scenario, result: result, events: []))
    var reached: Set<Int> = []
    var open: [Int?] = [nil]
    while let chosen = open.popLast() {
      screen.selected = chosen
      for target in SceneStage.picture(
        1280, 800,
        { canvas, frame, recorder in
          screen.draw(on: canvas, in: frame, recorder: recorder)
        }
      ).targets {
        if case .selectDeduction(let next) = target.command, reached.insert(next).inserted {
          open.append(next)
        }
      }
    }
    #expect(reached == Set(result.deductions.indices))
  }

  @Test func whatIsNotAssessedSaysSo() {
    let scenario = SampleCases.lifting
    let recorder = TextRecorder()
    let result = SampleAttempts.result(scenario, deductions: [], assessed: [.procedure, .path])
    _ = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      DebriefScreen(model: DebriefModel(scenario: scenario, result: result, events: []))
        .draw(on: canvas, in: frame, recorder: recorder)
    }
    #expect(recorder.entries.filter { $0.text == Words.Debrief.notAssessed }.count == 5)
  }

  /// What was left out has no moment, so nothing on the timeline stands for it.
  @Test func onlyMarksOnTheTimelineAreCounted() {
    var screen = Self.ordinary
    func remark() -> String? {
      let recorder = TextRecorder()
      _ = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
        screen.draw(on: canvas, in: frame, recorder: recorder)
      }
      return recorder.entries.map(\.text).first { $0.contains("the timeline") }
    }
    // Five deductions, one of them a question that was not asked.
    #expect(screen.momentCount == 4)
    #expect(remark() == Words.Debrief.marks(4))
    let result = SampleAttempts.result(
      screen.model.scenario,
      deductions: [
        SampleAttempts.deduction(.path, "path.notShown", 70, "comb", [(0, 90)], ""),
        SampleAttempts.deduction(.speed, "speed.notShown", 40, "comb", [(0, 90)], ""),
        SampleAttempts.deduction(.speed, "speed.tooFast", 40, "comb", [(60, 62)], ""),
      ])
    screen = DebriefScreen(
      model: DebriefModel(
        scenario: screen.model.scenario, result: result,
        events: SampleAttempts.events(screen.model.scenario)))
    #expect(screen.momentCount == 1)
    #expect(remark() == Words.Debrief.marks(1))
    // The marks of the timeline come first, so their numbers are those that are named.
    #expect(screen.order.first == 2)
  }

  @Test func aPictureHasNothingToPress() {
    var screen = Self.ordinary
    screen.isPicture = true
    SceneStage.check("debrief-picture", controls: 0...5) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }
}
