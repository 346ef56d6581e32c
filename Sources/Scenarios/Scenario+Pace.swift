import Geometry

/// The figures by which a case is fair.
///
/// They judge cases, not hands: no score depends on them.
enum Fairness {
  /// How fast a way can be steered: 10 bit/s.
  ///
  /// Steering law (Accot & Zhai 1997, CHI '97, 295-302): the time along a way of length L and width
  /// W is L / W over the index of performance, so the speed is that index times W. Mouse and
  /// stylus users reach about 10.
  static let steering = 10.0
  /// A corridor that leaves more than three times the time it needs asks for no skill.
  static let idleness = 3.0
  /// The lane of circles beside the spine, in mm from the midline: the strip of the long back
  /// muscles that a circling hand can work on without the spine.
  /// A choice, as docs/cases.md says.
  static let lane = 50.0...80
  /// Half of a hundredth of a millimetre, to which places are kept.
  static let laneTolerance = 0.005
  /// Circles a minute of calm comb strokes: slow enough to be smooth, quick enough to go round.
  /// A choice too; no text was found that counts them.
  /// At 19 the widest circle that is asked when a case does not say, 100 mm, keeps within 100 mm/s.
  static let tempo = 19.0...50
  /// The most minutes of a massage of the lower back.
  static let minutes = 20.0
  /// Seconds between two strokes or presses, and for each lift of a fold.
  static let pause = 1.0
}

/// Whether what is asked can be followed, and is worth following.
extension Scenario {
  func reviewLanes() -> [ScenarioFinding] {
    var findings: [ScenarioFinding] = []
    for (index, phase) in phases.enumerated() {
      guard case .combCircles(let task) = phase.task else { continue }
      for (number, guide) in task.guides.enumerated() {
        let beside = guide.line(task.curve).vertices.map { abs($0.point.x) }
        guard let least = beside.min(), let most = beside.max(),
          least < Fairness.lane.lowerBound - Fairness.laneTolerance
            || most > Fairness.lane.upperBound + Fairness.laneTolerance
        else { continue }
        let found =
          least < Fairness.lane.lowerBound - Fairness.laneTolerance
          ? "\(least.words) mm beside the midline" : "\(most.words) mm from the midline"
        findings.append(
          ScenarioFinding(
            .warning,
            [
              .key("phases"), .index(index), .key("guides"), .index(number), .key("path"),
            ],
            "the lane of these circles comes to \(found); "
              + "comb circles run \(Fairness.lane.words) mm from it"))
      }
    }
    return findings
  }

  func reviewSteering() -> [ScenarioFinding] {
    var findings: [ScenarioFinding] = []
    for (index, phase) in phases.enumerated() {
      guard case .stroking(let task) = phase.task, let speed = phase.speed else { continue }
      let asked = speed.middle
      guard asked > 0 else { continue }
      let steered = Fairness.steering * 2 * task.corridor.full
      let path: [ScenarioPath.Step] = [.key("phases"), .index(index), .key("corridor")]
      let least = asked / Fairness.steering / 2
      if steered < asked {
        findings.append(
          ScenarioFinding(
            .warning, path,
            "\(task.corridor.full.words) mm to each side is too narrow to follow at "
              + "\(asked.words) mm/s, the middle of the speed asked (steering law, 10 bit/s: "
              + "\(steered.words) mm/s); allow at least \(least.roundedUp.words) mm"))
      } else if steered > Fairness.idleness * asked {
        let most = Fairness.idleness * least
        findings.append(
          ScenarioFinding(
            .warning, path,
            "\(task.corridor.full.words) mm to each side is so wide that following it at "
              + "\(asked.words) mm/s is no skill (steering law, 10 bit/s: \(steered.words) mm/s, "
              + "more than three times as fast); allow at most \(most.roundedDown.words) mm"))
      }
    }
    return findings
  }

  func reviewCircles() -> [ScenarioFinding] {
    var findings: [ScenarioFinding] = []
    for (index, phase) in phases.enumerated() {
      guard case .combCircles(let task) = phase.task, let speed = phase.speed else { continue }
      let path: [ScenarioPath.Step] = [.key("phases"), .index(index), .key("diameter")]
      guard speed.fullHigh > 0 else { continue }
      let slowest = Double.pi * task.diameter.fullHigh * Fairness.tempo.lowerBound / 60
      let quickest = Double.pi * task.diameter.fullLow * Fairness.tempo.upperBound / 60
      let tempo = "at \(Fairness.tempo.words) circles a minute"
      if slowest > speed.fullHigh {
        let most = speed.fullHigh * 60 / Fairness.tempo.lowerBound / Double.pi
        findings.append(
          ScenarioFinding(
            .warning, path,
            "circles of \(task.diameter.fullHigh.words) mm run at \(slowest.words) mm/s or more "
              + "\(tempo), faster than the \(speed.fullHigh.words) mm/s asked; "
              + "let full end at \(most.roundedDown.words) mm"))
      }
      if quickest < speed.fullLow {
        let least = speed.fullLow * 60 / Fairness.tempo.upperBound / Double.pi
        findings.append(
          ScenarioFinding(
            .warning, path,
            "circles of \(task.diameter.fullLow.words) mm run at \(quickest.words) mm/s or less "
              + "\(tempo), slower than the \(speed.fullLow.words) mm/s asked; "
              + "let full begin at \(least.roundedUp.words) mm"))
      }
    }
    return findings
  }

  func reviewPressure() -> [ScenarioFinding] {
    guard decision == .proceed, !phases.isEmpty, rubric.weight(.pressure) > 0,
      phases.allSatisfy({ $0.pressure.fullLow <= 0 && $0.pressure.fullHigh >= 1 })
    else { return [] }
    return [
      ScenarioFinding(
        .warning, [.key("rubric"), .key("weights"), .key("pressure")],
        "pressure weighs \(rubric.weight(.pressure)), but every pressure is right in every phase; "
          + "ask for a pressure or give its weight to another criterion")
    ]
  }
}

extension Band {
  /// The middle of what earns full marks.
  var middle: Double { (fullLow + fullHigh) / 2 }
}

extension Double {
  /// To a tenth, without a needless ".0".
  var words: String {
    let tenths = (self * 10).rounded() / 10
    guard abs(tenths) < 1e15 else { return "\(self)" }
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }

  /// Up and down to a tenth, so that what a message advises is allowed.
  var roundedUp: Double { (self * 10 - 1e-9).rounded(.up) / 10 }
  var roundedDown: Double { (self * 10 + 1e-9).rounded(.down) / 10 }
}

extension ClosedRange<Double> {
  var words: String { "\(lowerBound.words) to \(upperBound.words)" }
}
