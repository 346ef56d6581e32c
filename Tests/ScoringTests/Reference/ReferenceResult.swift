import Attempts
import Geometry
import Scenarios

/// What the reference makes of an attempt: unrounded.
struct ReferenceResult {
  let scenario: Scenario
  let header: Header
  let events: [Event]
  let isTimed: Bool
  /// Judged ones, in the order of landing.
  let contacts: [ReferenceContact]
  let phases: [ReferencePhase]
  let areas: [ReferenceArea]
  /// Indices of the contacts of each alarm of tapping.
  let tapping: [[Int]]

  var asked: [ReferencePhase] { phases.filter(\.isAsked) }
  var isWhole: Bool { header.scope == .whole }

  /// The attempt after its last event.
  var attempt: Attempt {
    var attempt = Attempt(scenario: scenario, header: header)
    for event in events { attempt.add(event) }
    return attempt
  }

  /// Whether the hands are judged at all.
  var judgesHands: Bool {
    !asked.isEmpty && (!isWhole || attempt.decision == .proceed)
  }

  /// How far everything asked was done, 0 to 1.
  var completion: Double {
    let done = asked.flatMap(\.done)
    return done.isEmpty ? 0 : done.reduce(0, +) / Double(done.count)
  }

  // MARK: Criteria

  /// What a criterion loses by each of its codes, as shares of it, after completion.
  struct Loss {
    var isAssessed = false
    var codes: [(code: String, share: Double)] = []

    var total: Double { codes.reduce(0) { $0 + $1.share } }

    /// What exceeds 1 is cut from the last code backward.
    mutating func cut() {
      for index in codes.indices.reversed() {
        codes[index].share -= min(codes[index].share, max(0, total - 1))
      }
    }
  }

  func loss(_ criterion: Criterion) -> Loss {
    if criterion == .procedure { return procedureLoss }
    var loss = Loss()
    switch criterion {
    case .procedure: break
    case .path: loss = pathLoss
    case .speed: loss = speedLoss
    case .pressure: loss = pressureLoss
    case .spasm: loss = spasmLoss
    case .flow: loss = flowLoss
    case .technique: loss = techniqueLoss
    }
    guard loss.isAssessed, judgesHands else { return Loss() }
    loss.cut()
    let completion = completion
    loss.codes = loss.codes.map { ($0.code, $0.share * completion) }
    loss.codes.append(("\(criterion.rawValue).notShown", 1 - completion))
    return loss
  }

  private var pathLoss: Loss {
    let asked = asked.filter { $0.technique != .honeyLift }
    let judged = asked.reduce(0) { $0 + $1.judgedTravel }
    let length = asked.reduce(0) { $0 + $1.asked }
    let strokes = asked.reduce(0) { $0 + $1.askedStrokes }
    let lost = asked.reduce(0) { $0 + $1.pathLoss }
    let backward = asked.reduce(0) { $0 + $1.backward }
    let divisor = min(judged, length / 2)
    let off = divisor > 0 ? min(1, lost / divisor) : 0
    // Without strokes nothing can go backward: then the other part is all there is.
    return Loss(
      isAssessed: !asked.isEmpty,
      codes: [
        ("path.offGuide", (strokes > 0 ? 0.7 : 1) * off),
        ("path.backward", strokes > 0 ? 0.3 * min(1, backward / strokes) : 0),
      ])
  }

  private var speedLoss: Loss {
    let speeds = asked.compactMap(\.speed)
    let seconds = Double(speeds.reduce(0) { $0 + $1.time }) / 1_000_000
    let tooFast = speeds.reduce(0) { $0 + $1.tooFastLoss }
    let tooSlow = speeds.reduce(0) { $0 + $1.tooSlowLoss }
    let variation = ReferenceEvenness.mean(asked.filter { $0.speed != nil }.flatMap(\.evenness))
    let uneven =
      1
      - ReferenceFigures.grade(
        variation ?? 0, full: ReferenceFigures.evennessFull, none: ReferenceFigures.evennessNone)
    let (bandShare, evenShare) =
      switch (seconds > 0, variation != nil) {
      case (true, true): (0.8, 0.2)
      case (true, false): (1.0, 0.0)
      case (false, true): (0.0, 1.0)
      case (false, false): (0.0, 0.0)
      }
    let parts = ReferenceResult.capped([tooFast, tooSlow], over: seconds)
    return Loss(
      isAssessed: isTimed && !speeds.isEmpty,
      codes: [
        ("speed.tooFast", bandShare * parts[0]), ("speed.tooSlow", bandShare * parts[1]),
        ("speed.uneven", evenShare * uneven),
      ])
  }

  private var pressureLoss: Loss {
    let seconds = Double(asked.reduce(0) { $0 + $1.pressureTime }) / 1_000_000
    let parts = ReferenceResult.capped(
      [
        asked.reduce(0) { $0 + $1.tooHardLoss }, asked.reduce(0) { $0 + $1.tooLightLoss },
      ], over: seconds)
    return Loss(
      isAssessed: isTimed && pressureWeight > 0,
      codes: [("pressure.tooHard", parts[0]), ("pressure.tooLight", parts[1])])
  }

  /// Seconds lost over `min(seconds, 120)`, at most 1 together, shared in proportion.
  private static func capped(_ lost: [Double], over seconds: Double) -> [Double] {
    let divisor = min(seconds, ReferenceFigures.dilution)
    guard divisor > 0 else { return lost.map { _ in 0 } }
    let sum = lost.reduce(0, +) / divisor
    return lost.map { $0 / divisor / max(1, sum) }
  }

  /// How much of its weight pressure has.
  var pressureWeight: Double {
    switch header.device.pressure {
    case .set: return 0.5
    case .none: return 0
    case .measured:
      return Set(contacts.flatMap(\.samples).compactMap(\.pressure)).count >= 3 ? 1 : 0
    }
  }

  private var spasmLoss: Loss {
    func loss(_ isKind: (ReferenceArea.Kind) -> Bool) -> Double {
      areas.filter { isKind($0.kind) }.flatMap(\.entries).reduce(0) {
        $0 + ReferenceFigures.bookedShare($1.loss)
      }
    }
    return Loss(
      isAssessed: true,
      codes: [
        ("spasm.pressed", loss { if case .light = $0 { true } else { false } }),
        ("spasm.touched", loss { if case .closed = $0 { true } else { false } }),
        ("spasm.spine", loss { if case .spine = $0 { true } else { false } }),
        ("spasm.kidney", loss { if case .kidney = $0 { true } else { false } }),
      ])
  }

  private var flowLoss: Loss {
    let wobbles = asked.flatMap { $0.strokes?.guides ?? [] }.flatMap(\.wobbles)
    let length = wobbles.reduce(0) { $0 + $1.length }
    let wobble =
      length > 0
      ? (wobbles.reduce(0) { $0 + ReferenceFigures.booked($1.square * $1.length) } / length)
        .squareRoot() : nil
    let speeds = asked.compactMap(\.speed)
    let time = speeds.reduce(0) { $0 + $1.time }
    let hesitation =
      time > 0 ? Double(speeds.reduce(0) { $0 + $1.hesitating }) / Double(time) : nil
    let breaks = asked.reduce(0) { $0 + $1.breaks(in: contacts) }
    let weights = (wobble == nil ? 0 : 0.4, hesitation == nil ? 0 : 0.3, 0.3)
    let sum = weights.0 + weights.1 + weights.2
    return Loss(
      isAssessed: isTimed,
      codes: [
        (
          "flow.wobble",
          weights.0 / sum
            * (1
              - ReferenceFigures.grade(
                wobble ?? 0, full: ReferenceFigures.wobbleFull,
                none: ReferenceFigures.wobbleNone))
        ),
        (
          "flow.hesitation",
          weights.1 / sum
            * (1
              - ReferenceFigures.grade(
                hesitation ?? 0, full: ReferenceFigures.hesitationFull,
                none: ReferenceFigures.hesitationNone))
        ),
        ("flow.breaks", weights.2 / sum * (breaks == 0 ? 0 : breaks <= 2 ? 1.0 / 3 : 1)),
      ])
  }
}
