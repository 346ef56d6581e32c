import Attempts
import Scenarios

extension ReferenceResult {
  private var allow: [PrescribableTechnique] { scenario.patient.prescription.allow }

  var techniqueLoss: Loss {
    var (diameter, advance) = (0.0, 0.0)
    var loops = 0
    var turns = 0
    var wrongTurns = 0
    for comb in asked.compactMap(\.comb) {
      let (size, step) = (comb.task.diameter, comb.task.advance)
      for counted in comb.counted {
        let ofDiameter = ReferenceFigures.grade(
          counted.loop.diameter, fullLow: size.fullLow, fullHigh: size.fullHigh,
          noneLow: size.noneLow, noneHigh: size.noneHigh)
        let ofAdvance =
          counted.advance.map {
            ReferenceFigures.grade(
              $0, fullLow: step.fullLow, fullHigh: step.fullHigh, noneLow: step.noneLow,
              noneHigh: step.noneHigh)
          } ?? 1
        let lacks = (1 - ofDiameter) + (1 - ofAdvance)
        if lacks > 0 {
          let lost = 1 - ofDiameter * ofAdvance
          diameter += ReferenceFigures.bookedShare(lost * (1 - ofDiameter) / lacks)
          advance += ReferenceFigures.bookedShare(lost * (1 - ofAdvance) / lacks)
        }
        loops += 1
        if comb.task.turn != .either {
          turns += 1
          if counted.loop.isClockwise != (comb.task.turn == .clockwise) { wrongTurns += 1 }
        }
      }
    }
    let handTime = asked.reduce(0) { $0 + $1.handTime }
    let other = asked.reduce(0) { $0 + $1.otherTechnique }
    let presses = asked.compactMap(\.press).flatMap(\.presses)
    let badPresses = presses.filter { $0.isEarly || $0.isMoved }.count
    func share(_ part: Int, _ whole: Int) -> Double {
      whole > 0 ? Double(part) / Double(whole) : 0
    }
    return Loss(
      isAssessed: isTimed,
      codes: [
        ("technique.diameter", loops > 0 ? diameter / Double(loops) : 0),
        ("technique.advance", loops > 0 ? advance / Double(loops) : 0),
        ("technique.turn", 0.3 * share(wrongTurns, turns)),
        ("technique.other", share(other, handTime)),
        ("technique.press", share(badPresses, presses.count)),
        ("technique.vibration", allow.contains(.vibration) ? 0 : 0.2 * Double(vibrations)),
        ("technique.tapping", allow.contains(.tapping) ? 0 : 0.2 * Double(tapping.count)),
      ])
  }

  /// Alarms of vibration, by contact.
  var vibrations: Int { contacts.reduce(0) { $0 + $1.alarms.count } }

  var vibrationTime: Int { contacts.reduce(0) { $0 + $1.alarms.reduce(0) { $0 + $1.duration } } }

  static let criticalCodes = [
    "procedure.wrongDecision", "procedure.allergy", "spasm.wentOn", "technique.vibration",
    "technique.tapping", "spasm.kidney",
  ]

  /// Codes of critical faults, by name.
  var critical: [String] {
    var codes: [String] = []
    if isWrongDecisionCritical { codes.append("procedure.wrongDecision") }
    if isWhole, let allergen = attempt.product?.allergen,
      scenario.patient.allergies.contains(allergen)
    {
      codes.append("procedure.allergy")
    }
    guard judgesHands else { return codes.sorted() }
    if areas.contains(where: { !$0.wentOn.isEmpty }) { codes.append("spasm.wentOn") }
    let kidneys = areas.filter { if case .kidney = $0.kind { true } else { false } }
    let entries = kidneys.flatMap(\.entries)
    let taps = Set(entries.filter(\.isBroken).map(\.contact))
      .filter { order in contacts.contains { $0.order == order && $0.isTapping } }
    if isTimed {
      if vibrationTime >= ReferenceFigures.criticalVibration, !allow.contains(.vibration) {
        codes.append("technique.vibration")
      }
      if tapping.flatMap({ $0 }).count >= ReferenceFigures.criticalTaps,
        !allow.contains(.tapping)
      {
        codes.append("technique.tapping")
      }
    }
    // What a hand did over both at once counts once.
    let vibration = contacts.reduce(0) { sum, contact in
      entries.filter { $0.contact == contact.order }
        .reduce(into: Set<Int>()) { $0.formUnion($1.vibration) }.count * ReferenceFigures.tick + sum
    }
    if vibration >= ReferenceFigures.criticalKidneyVibration
      || taps.count >= ReferenceFigures.criticalKidneyTaps
    {
      codes.append("spasm.kidney")
    }
    return codes.sorted()
  }
}
