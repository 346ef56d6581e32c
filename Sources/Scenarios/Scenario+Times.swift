import Geometry

/// Whether what is asked fits the minutes of a massage.
extension Scenario {
  func reviewTimes() -> [ScenarioFinding] {
    guard decision == .proceed else { return [] }
    var findings: [ScenarioFinding] = []
    var seconds = 0.0
    for (index, phase) in phases.enumerated() {
      let work = Workload(phase)
      seconds += work.seconds(at: phase.speed?.middle) + work.pauses
      guard let minutes = phase.minutes else { continue }
      let path: [ScenarioPath.Step] = [.key("phases"), .index(index), .key("minutes")]
      let shortest = work.seconds(at: phase.speed?.fullHigh) / 60
      let longest = work.seconds(at: phase.speed?.fullLow) / 60
      if shortest > minutes.fullHigh {
        findings.append(
          ScenarioFinding(
            .warning, path,
            "at most \(minutes.fullHigh.words) minutes are asked, but this phase takes "
              + "\(shortest.words) even at the fastest that is right; ask for less, or give it "
              + "more time"))
      }
      if longest < minutes.fullLow {
        findings.append(
          ScenarioFinding(
            .warning, path,
            "at least \(minutes.fullLow.words) minutes are asked, but this phase is done in "
              + "\(longest.words) even at the slowest that is right; ask for more, or give it "
              + "less time"))
      }
    }
    if seconds / 60 > Fairness.minutes {
      findings.append(
        ScenarioFinding(
          .warning, [.key("phases")],
          "all phases together take about \((seconds / 60).words) minutes at the middle of the "
            + "speeds asked; a massage of the lower back takes at most "
            + "\(Fairness.minutes.words)"))
    }
    return findings
  }

  /// About how many minutes the whole massage takes at the middle of the speeds asked, with a
  /// second between strokes.
  public var askedMinutes: Double {
    phases.reduce(0) { sum, phase in
      let work = Workload(phase)
      return sum + work.seconds(at: phase.speed?.middle) + work.pauses
    } / 60
  }
}

/// What a phase asks of the hand, done once and well.
private struct Workload {
  /// Way in mm.
  var way = 0.0
  /// Seconds of holding still.
  var holding = 0.0
  /// Seconds without a hand.
  var pauses = 0.0

  init(_ phase: Phase) {
    switch phase.task {
    case .stroking(let task):
      let strokes = Double(task.strokes)
      way = task.guides.reduce(0) { $0 + $1.line(task.curve).length } * strokes
      pauses = Double(task.guides.count) * strokes * Fairness.pause
    case .combCircles(let task):
      let loops = Double(task.guides.count * task.loops)
      way = loops * Double.pi * task.diameter.middle
      pauses = Double(task.guides.count) * Fairness.pause
    case .pointPress(let task):
      holding = task.points.reduce(0) { $0 + $1.hold }
      pauses = Double(task.points.count) * Fairness.pause
    case .honeyLift(let task):
      holding = Double(task.lifts) * Fairness.pause
      pauses = holding
    }
  }

  /// - Parameter speed: in mm/s; nil where the technique has none.
  func seconds(at speed: Double?) -> Double {
    guard let speed, speed > 0 else { return way > 0 ? .infinity : holding }
    return way / speed + holding
  }
}
