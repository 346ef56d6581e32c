import Scenarios

/// Technique: whether the hand did what the phase asks, and nothing that nobody prescribed.
extension Measures {
  var techniqueLoss: CriterionLoss {
    var loss = CriterionLoss(
      criterion: .technique, isAssessed: judgesHands && fold.isTimed && !asked.isEmpty)
    guard loss.isAssessed else { return loss }
    loss.codes = circleCodes + [otherCode, pressCode] + alarmCodes
    loss.scale(byCompletion: completion, notShown: notShown(.technique))
    return loss
  }

  private var circleCodes: [CodeLoss] {
    var diameter = Loss()
    var advance = Loss()
    var wrongSpans = SpanList()
    var (loops, turned, wrong) = (0, 0, 0)
    var wrongPhase: Int?
    var bands: PreparedCircles?
    for phase in asked {
      let tally = fold.phases[phase].loops
      loops += tally.loops
      diameter.add(tally.diameterLoss)
      advance.add(tally.advanceLoss)
      turned += tally.turned
      wrong += tally.wrong
      wrongSpans.add(tally.wrongSpans)
      if tally.wrong > 0, wrongPhase == nil { wrongPhase = phase }
      bands = bands ?? fold.prepared.phases[phase].circles
    }
    guard loops > 0, let circles = bands else { return [] }
    let share = { (loss: Loss) in Double(loss.total) / Double(loops) / Double(Fixed.one) }
    func circlesAsked(_ phase: Int?) -> PreparedCircles {
      phase.flatMap { fold.prepared.phases[$0].circles } ?? circles
    }
    let size = circlesAsked(diameter.worstPhase)
    let pace = circlesAsked(advance.worstPhase)
    return [
      CodeLoss(
        code: "technique.diameter", share: share(diameter), phase: diameter.worstPhase,
        spans: diameter.spans,
        message: "Circles \(self.meanDiameter.map { "\(Figure($0, places: 0)) mm" } ?? "") wide on "
          + "average, aim for \(Words.whole(size.diameter.fullLow)) to "
          + "\(Words.whole(size.diameter.fullHigh)) mm"),
      CodeLoss(
        code: "technique.advance", share: share(advance), phase: advance.worstPhase,
        spans: advance.spans,
        message:
          "From circle to circle \(self.meanAdvance.map(Words.percent) ?? "0 %") of a diameter "
          + "forward on average, aim for \(Words.percent(pace.advance.fullLow)) to "
          + Words.percent(pace.advance.fullHigh)),
      CodeLoss(
        code: "technique.turn",
        share: turned > 0 ? rules.wrongTurnLoss * Double(wrong) / Double(turned) : 0,
        phase: wrongPhase, spans: wrongSpans,
        message: "\(wrong) of \(turned) circles turned the wrong way, turn "
          + circlesAsked(wrongPhase).turn.rawValue),
    ]
  }

  private var otherCode: CodeLoss {
    var other = Loss()
    var time = 0
    for phase in asked {
      other.add(fold.phases[phase].other)
      time += scorer.hands.phases[phase].handTime
    }
    let share = time > 0 ? min(1, Double(other.total) / Double(time)) : 0
    let technique = other.worstPhase.map { fold.prepared.phases[$0].technique } ?? .stroking
    let what =
      switch technique {
      case .stroking: "in circles where strokes are asked"
      case .combCircles: "without circles where circles are asked"
      case .pointPress: "beside the points to press"
      case .honeyLift: "without lifting where lifts are asked"
      }
    return CodeLoss(
      code: "technique.other", share: share, phase: other.worstPhase, spans: other.spans,
      message: "\(Words.seconds(other.total)) \(what)")
  }

  private var pressCode: CodeLoss {
    var (presses, faulty) = (0, 0)
    var spans = SpanList()
    var worst: Int?
    for phase in asked {
      for tally in fold.points[phase] {
        presses += tally.presses
        faulty += tally.faulty
        spans.add(tally.faultySpans)
        if tally.faulty > 0, worst == nil { worst = phase }
      }
    }
    return CodeLoss(
      code: "technique.press", share: presses > 0 ? Double(faulty) / Double(presses) : 0,
      phase: worst, spans: spans,
      message: "\(faulty) of \(presses) presses were lifted early or slipped by more than "
        + "\(Words.whole(self.rules.pressSlip)) mm, hold still until the time is over")
  }

  private var alarmCodes: [CodeLoss] {
    let allowed = scenario.patient.prescription.allow
    var (vibrations, vibration, alarms, taps) = (0, 0, 0, 0)
    var shaking = SpanList()
    var tapping = SpanList()
    var shakingPhase: (phase: Int, time: Int)?
    var tappingPhase: (phase: Int, taps: Int)?
    for phase in asked {
      let tally = scorer.hands.phases[phase]
      vibrations += tally.vibrations
      vibration += tally.vibration
      shaking.add(tally.vibrationSpans)
      alarms += tally.tapAlarms
      taps += tally.taps
      tapping.add(tally.tapSpans)
      if tally.vibration > shakingPhase?.time ?? 0 { shakingPhase = (phase, tally.vibration) }
      if tally.taps > tappingPhase?.taps ?? 0 { tappingPhase = (phase, tally.taps) }
    }
    return [
      CodeLoss(
        code: "technique.vibration",
        share: allowed.contains(.vibration) ? 0 : rules.alarmLoss * Double(vibrations),
        phase: shakingPhase?.phase, spans: shaking,
        message: "Vibrated for \(Words.seconds(vibration)), which nobody prescribed"),
      CodeLoss(
        code: "technique.tapping",
        share: allowed.contains(.tapping) ? 0 : rules.alarmLoss * Double(alarms),
        phase: tappingPhase?.phase, spans: tapping,
        message: "Tapped \(taps) times, which nobody prescribed"),
    ]
  }

  /// Over all counted loops, in mm and as a share of the diameter; nil without any.
  private var meanDiameter: Double? { mean(\.meanDiameter, \.loops) }
  private var meanAdvance: Double? { mean(\.meanAdvance, \.advanced) }

  private func mean(_ value: (LaneTally) -> Double?, _ count: (LaneTally) -> Int) -> Double? {
    var (sum, all) = (0.0, 0)
    for lane in asked.flatMap({ fold.lanes[$0] }) {
      guard let value = value(lane) else { continue }
      sum += value * Double(count(lane))
      all += count(lane)
    }
    return all > 0 ? sum / Double(all) : nil
  }
}
