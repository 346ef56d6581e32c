import Geometry

/// Whether what is asked fits the minutes of a massage.
extension Scenario {
  func reviewTimes() -> [ScenarioFinding] {
    guard decision == .proceed else { return [] }
    var findings: [ScenarioFinding] = []
    for (index, phase) in phases.enumerated() {
      // That nobody works at 0 mm/s is said elsewhere.
      guard let minutes = phase.minutes, phase.speed.map({ $0.fullHigh > 0 }) ?? true else {
        continue
      }
      let work = Workload(phase)
      let path: [ScenarioPath.Step] = [.key("phases"), .index(index), .key("minutes")]
      if work.shortest / 60 > minutes.fullHigh {
        findings.append(
          ScenarioFinding(
            .warning, path,
            "at most \(minutes.fullHigh.words) minutes are asked, but this phase takes "
              + "\((work.shortest / 60).words) even at the fastest that is right; ask for less work or "
              + "more minutes"))
      }
      if work.longest / 60 < minutes.fullLow {
        findings.append(
          ScenarioFinding(
            .warning, path,
            "at least \(minutes.fullLow.words) minutes are asked, but this phase is done in "
              + "\((work.longest / 60).words) even at the slowest that is right; ask for more work or "
              + "fewer minutes"))
      }
    }
    if askedMinutes > Fairness.minutes, askedMinutes.isFinite {
      findings.append(
        ScenarioFinding(
          .warning, [.key("phases")],
          "all phases together take about \(askedMinutes.words) minutes at the middle of the "
            + "speeds asked; a massage of the lower back takes at most "
            + "\(Fairness.minutes.words)"))
    }
    return findings
  }

  /// About how many minutes the whole massage takes at the middle of the speeds asked, with a
  /// second between strokes, and at least the minutes that its phases ask for.
  public var askedMinutes: Double {
    phases.reduce(0) { sum, phase in
      let work = Workload(phase)
      return sum + max(work.usual, (phase.minutes?.fullLow ?? 0) * 60) + work.pauses
    } / 60
  }
}

/// What a phase asks of the hand, done once and well, in seconds.
private struct Workload {
  /// In contact: at the fastest, the middle and the slowest that is right.
  var shortest = 0.0
  var usual = 0.0
  var longest = 0.0
  /// Without a hand.
  var pauses = 0.0

  init(_ phase: Phase) {
    switch phase.task {
    case .stroking(let task):
      let strokes = Double(task.strokes)
      let way = task.guides.reduce(0) { $0 + $1.line(task.curve).length } * strokes
      take(phase.speed, least: way, usual: way, most: way)
      pauses = Double(task.guides.count) * strokes * Fairness.pause
    case .combCircles(let task):
      let turns = Double(task.guides.count * task.loops) * Double.pi
      take(
        phase.speed, least: turns * task.diameter.fullLow, usual: turns * task.diameter.middle,
        most: turns * task.diameter.fullHigh)
      pauses = Double(task.guides.count) * Fairness.pause
    case .pointPress(let task):
      hold(task.points.reduce(0) { $0 + $1.hold })
      pauses = Double(task.points.count) * Fairness.pause
    case .honeyLift(let task):
      hold(Double(task.lifts) * Fairness.pause)
      pauses = Double(task.lifts) * Fairness.pause
    }
  }

  private mutating func hold(_ seconds: Double) {
    (shortest, usual, longest) = (seconds, seconds, seconds)
  }

  /// - Parameters: ways in mm.
  private mutating func take(_ speed: Band?, least: Double, usual way: Double, most: Double) {
    guard let speed else { return }
    shortest = Workload.seconds(least, at: speed.fullHigh)
    usual = Workload.seconds(way, at: speed.middle)
    longest = Workload.seconds(most, at: speed.fullLow)
  }

  private static func seconds(_ way: Double, at speed: Double) -> Double {
    way > 0 ? (speed > 0 ? way / speed : .infinity) : 0
  }
}
