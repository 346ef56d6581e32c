import Attempts
import Geometry
import Patients
import Scenarios
import Scoring

@testable import Scenes

/// Moments of replays, made up for pictures.
enum ReplaySamples {
  /// The comb strokes of an attempt that is too fast, beside the expert's.
  static func model(
    _ debrief: DebriefModel = DebriefTests.ordinary.model, isAlone: Bool = false
  ) -> ReplayModel {
    var attempt = PracticeSamples.comb
    attempt.scenario = debrief.scenario
    attempt.isPaused = false
    attempt.setPressure = nil
    var expert = attempt
    expert.cue = .steady
    expert.trail = attempt.trail.map { contact in
      var calm = TrailContact(contact: contact.contact)
      for point in contact.points { calm.add(point.place, .inBand) }
      calm.isOver = contact.isOver
      return calm
    }
    expert.hands[0].speed = 58
    expert.hands[0].pressure = 0.25
    expert.hands[0].deviation = -2
    let chosen = debrief.result.deductions.firstIndex { $0.code == "speed.tooFast" }
    var model = ReplayModel(
      debrief: debrief, attempt: ReplaySide(attempt),
      expert: isAlone ? nil : ReplaySide(expert),
      time: chosen.flatMap { debrief.marks[$0].moment } ?? debrief.duration / 2)
    model.chosen = chosen
    model.now = chosen.map { [$0, 0] } ?? []
    return model
  }

  static var ordinary: ReplayScreen {
    ReplayScreen(model(), caseTitle: SampleCases.lifting.title)
  }

  /// Played on the whole back, nothing wrong, from a record alone.
  static var playing: ReplayScreen {
    var model = model(isAlone: true)
    model.isPlaying = true
    model.speed = 4
    model.chosen = nil
    model.now = []
    model.view = .wholeBack
    model.attempt.practice.cue = .none
    model.attempt.practice.hands = []
    var screen = ReplayScreen(model, caseTitle: SampleCases.lifting.title)
    screen.isAlone = true
    return screen
  }

  static var reading: ReplayScreen {
    ReplayScreen(nil, caseTitle: SampleCases.lifting.title, progress: 0.4)
  }

  /// Twelve steps, every deduction there is, and the longest words.
  static var longest: ReplayScreen {
    let scenario = SampleCases.longest
    let events = SampleAttempts.events(scenario)
    let result = SampleAttempts.result(
      scenario, verdict: .failed, deductions: SampleAttempts.manyDeductions(phases: 12),
      critical: ["spasm.wentOn"], below: [.speed, .path],
      seconds: Double(events.last?.time ?? 0) / 1_000_000, mode: .exam)
    let debrief = DebriefModel(
      scenario: scenario, result: result, events: events,
      effect: SampleAttempts.effect(isExtreme: true))
    let practice = PracticeSamples.longest
    var model = ReplayModel(
      debrief: debrief, attempt: ReplaySide(practice), expert: ReplaySide(practice), time: 140)
    model.chosen = 7
    model.now = [7, 3, 4, 5]
    return ReplayScreen(model, caseTitle: scenario.title)
  }

  /// Reading the case; nothing cost points.
  static var before: ReplayScreen {
    let scenario = SampleCases.lifting
    let result = SampleAttempts.result(scenario, deductions: [], seconds: 40)
    var practice = PracticeModel(mode: .practice, scenario: scenario)
    practice.isPaused = true
    let model = ReplayModel(
      debrief: DebriefModel(
        scenario: scenario, result: result,
        events: [Event.act(.decision(.proceed), time: 20_000_000)]),
      attempt: ReplaySide(practice), expert: ReplaySide(practice), time: 10)
    return ReplayScreen(model, caseTitle: scenario.title)
  }
}
