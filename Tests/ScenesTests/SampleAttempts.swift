import Attempts
import Geometry
import Scenarios

@testable import Scoring

/// Attempts as a trainee might make them, and results with every kind of deduction.
enum SampleAttempts {
  /// Strokes along every guide at about `speed` mm/s with a slow sway of `sway` mm.
  static func events(_ scenario: Scenario, speed: Double = 60, sway: Double = 4) -> [Event] {
    var intake = Intake()
    var events: [Event] = []
    var time = 30_000_000
    for group in FlagGroup.allCases { events.append(intake.act(.ask(group), at: 5_000_000)) }
    events.append(intake.act(.decision(.proceed), at: 20_000_000))
    for phase in scenario.phases {
      time += 2_000_000
      events.append(intake.act(.phase(phase.id), at: time))
      let (guides, curve) = phase.task.guides
      let strokes = phase.id == "warm-up" ? 6 : 3
      for round in 0..<strokes {
        for guide in guides {
          let line = guide.line(curve)
          let isComb = phase.technique == .combCircles
          // Six loops of radius 20 along the lane, or strokes that sway a little.
          let loops = isComb ? 6.0 : 1.0
          let way = isComb ? loops * 126 : line.length
          let pace = isComb && round == 2 ? speed * 2 : speed + Double(round % 3) * 7
          let steps = Int(way / pace * 60)
          time += 600_000
          for step in 0...steps {
            let share = Double(step) / Double(steps)
            let turn = Int(share * 64 * loops)
            let centre = line.place(at: line.length * share).point
            let place = Point(
              centre.x + (isComb ? 20 : sway) * Ellipse.cosine(turn),
              centre.y + (isComb ? 20 * Ellipse.sine(turn) : 0))
            time += 16_667
            if step == 0 {
              if let event = intake.land(
                hand: 0, at: time, place, pressure: 0.2, millimetresPerPixel: 0.77)
              {
                events.append(event)
              }
            } else if let event = intake.move(hand: 0, at: time, place, pressure: 0.2) {
              events.append(event)
            }
          }
          if let event = intake.lift(hand: 0, at: time + 10_000, nil) { events.append(event) }
        }
      }
    }
    events.append(intake.act(.end, at: time + 1_000_000))
    return events
  }

  static func deduction(
    _ criterion: Criterion, _ code: String, _ tenths: Int, _ phase: String? = nil,
    _ spans: [(Double, Double)] = [], _ message: String
  ) -> Deduction {
    Deduction(
      criterion: criterion, code: code, points: .tenths(tenths), phase: phase,
      spans: spans.map { Scoring.Span(start: .thousandths($0.0), end: .thousandths($0.1)) },
      message: message)
  }

  /// A result of an ordinary attempt, with a few deductions.
  static func result(
    _ scenario: Scenario, verdict: Scoring.Result.Verdict = .passed, deductions: [Deduction],
    critical: [String] = [], below: [Criterion] = [], seconds: Double = 200,
    assessed: [Criterion] = Criterion.allCases, mode: Mode = .practice
  ) -> Scoring.Result {
    let total = deductions.reduce(0) { $0 + $1.points.units }
    return Scoring.Result(
      scenarioID: scenario.id, ruleSet: 1, trainee: nil, mode: mode, origin: .live,
      device: Device(kind: .mouse, pressure: .set), duration: .thousandths(seconds),
      verdict: verdict, score: .tenths(1000 - total), passMark: scenario.rubric.passMark,
      critical: critical, below: below, borderline: false,
      criteria: Criterion.allCases.map { criterion in
        CriterionResult(
          criterion: criterion, weight: scenario.rubric.weight(criterion),
          assessed: assessed.contains(criterion),
          lost: .tenths(
            deductions.filter { $0.criterion == criterion }.reduce(0) { $0 + $1.points.units }),
          effectiveTenths: scenario.rubric.weight(criterion) * 10)
      },
      deductions: deductions, phases: [], areas: [])
  }

  /// What the measures of such an attempt may be, with something in each.
  static func measures(_ scenario: Scenario) -> [PhaseResult] {
    scenario.phases.map { phase in
      let isComb = phase.technique == .combCircles
      return PhaseResult(
        id: phase.id, technique: phase.technique, contact: .thousandths(61.4), contacts: 6,
        breaks: 2, lost: .thousandths(0), offPath: .hundredths(0), meanSpeed: .hundredths(84.2),
        speedInBand: .thousandths(0.71), speedTooSlow: .thousandths(0.03),
        speedTooFast: .thousandths(0.26), speedVariation: .thousandths(0.45),
        hesitation: .thousandths(0.12), meanPressure: .thousandths(0.52),
        pressureInBand: .thousandths(0.4), vibrations: 3, vibration: .thousandths(4.2), taps: 12,
        guides: phase.task.guides.guides.map {
          GuideResult(
            id: $0.id, done: .thousandths(0.62), strokes: isComb ? 0 : 5, loops: isComb ? 6 : 0,
            coverage: .thousandths(0.62), meanDeviation: .hundredths(8.24),
            meanOffset: .hundredths(-3.1), maxDeviation: .hundredths(22.4),
            corridorShare: .thousandths(0.55), backward: .hundredths(42.4),
            wobble: isComb ? nil : .hundredths(1.84),
            meanDiameter: isComb ? .hundredths(58.3) : nil,
            meanAdvance: isComb ? .thousandths(0.912) : nil)
        }, points: [], area: nil)
    }
  }

  static func areas(_ scenario: Scenario) -> [AreaResult] {
    (scenario.spasm.map(\.id) + ["spine", "kidney-left", "kidney-right"]).map {
      AreaResult(
        id: $0, contact: .thousandths(12.3), entries: 4, depth: .hundredths(8.4),
        peakPressure: .thousandths(0.4), pressed: .thousandths(2.13))
    }
  }

  static func ordinaryDeductions(from start: Double) -> [Deduction] {
    [
      deduction(
        .procedure, "procedure.notAsked", 15, nil, [],
        "One group of questions was not asked: medicines and pregnancy."),
      deduction(
        .path, "path.offGuide", 31, "comb", [(start + 8, start + 9.4), (start + 40, start + 41)],
        "Off the guide by up to 22 mm, most of it at left L3; aim for 6 mm or less."),
      deduction(
        .speed, "speed.tooFast", 52, "comb", [(start + 57, start + 60), (start + 64, start + 66)],
        "Too fast: up to 142 mm/s, aim for 20 to 100."),
      deduction(
        .speed, "speed.tooSlow", 8, "comb", [(start + 16, start + 17.4)],
        "Too slow: down to 14 mm/s, aim for 20 to 100."),
      deduction(
        .spasm, "spasm.pressed", 24, "comb", [(start + 35, start + 35.8)],
        "The area in spasm at left L4 was pressed for 0.8 s; touch it lightly at most."),
    ]
  }

  /// Every code there is, each with spans and a message of some length.
  static func manyDeductions(phases: Int) -> [Deduction] {
    let codes: [(Criterion, [String])] = [
      (
        .procedure,
        ["position", "arms", "cushion", "product", "before", "notAsked", "phaseMissing"]
      ),
      (.path, ["offGuide", "backward", "notShown"]), (.speed, ["tooFast", "tooSlow", "uneven"]),
      (.pressure, ["tooHard", "tooLight"]), (.spasm, ["pressed", "touched", "spine", "kidney"]),
      (.flow, ["wobble", "hesitation", "breaks"]),
      (.technique, ["diameter", "advance", "other", "vibration", "tapping"]),
    ]
    var deductions: [Deduction] = []
    for (criterion, names) in codes {
      for name in names {
        let at = Double(deductions.count) * 4 + 40
        deductions.append(
          deduction(
            criterion, "\(criterion.rawValue).\(name)", 9 + deductions.count % 5,
            "phase-\(deductions.count % phases + 1)", [(at, at + 1.2), (at + 60, at + 61)],
            "Measured 142 mm/s for 12.4 s in all, most of it near left L3; aim for 20 to 100 mm/s.")
        )
      }
    }
    return deductions
  }
}
