import Scenarios

/// Flow: how steady the hand was beside its guide, how seldom it faltered, and whether it stayed.
extension Measures {
  var flowLoss: CriterionLoss {
    var loss = CriterionLoss(
      criterion: .flow, isAssessed: judgesHands && fold.isTimed && !asked.isEmpty)
    guard loss.isAssessed else { return loss }
    var sums = DeviationSums()
    var slow = 0
    var judged = 0
    var breaks = 0
    var breakSpans = SpanList()
    var most: (phase: Int, breaks: Int)?
    for phase in asked {
      for track in fold.guides[phase] { sums.add(track.tally.sums) }
      let part = fold.phases[phase].histogram.hesitation(part: rules.hesitationPart)
      slow += part.slow
      judged += part.all
      let count = fold.phases[phase].breaks
      breaks += count
      breakSpans.add(fold.phases[phase].breakSpans)
      if count > most?.breaks ?? 0 { most = (phase, count) }
    }
    let wobble = Measures.wobble(sums)
    let hesitation = judged > 0 ? Double(slow) / Double(judged) : nil
    // A part without anything to judge gives its share to the others.
    let whole =
      (wobble == nil ? 0 : rules.wobbleShare) + (hesitation == nil ? 0 : rules.hesitationShare)
      + rules.breaksShare
    if let wobble {
      let phase = worst { Measures.wobble(self.sums($0)) }
      loss.codes.append(
        CodeLoss(
          code: "flow.wobble",
          share: rules.wobbleShare / whole * (1 - rules.wobble.grade(wobble)), phase: phase,
          spans: work(phase),
          message: "Unsteady: the hand wavered by \(Figure(wobble, places: 1)) mm, keep it under "
            + "\(Figure(self.rules.wobble.full, places: 1)) mm"))
    }
    if let hesitation {
      let phase = worst(self.hesitation)
      loss.codes.append(
        CodeLoss(
          code: "flow.hesitation",
          share: rules.hesitationShare / whole * (1 - rules.hesitation.grade(hesitation)),
          phase: phase, spans: work(phase),
          message: "Faltering: \(Words.percent(hesitation)) of the time far slower than usual, "
            + "keep moving"))
    }
    let broken =
      breaks <= rules.breaksWithoutLoss ? 0 : breaks <= rules.breaksForThird ? 1.0 / 3 : 1
    loss.codes.append(
      CodeLoss(
        code: "flow.breaks", share: rules.breaksShare / whole * broken, phase: most?.phase,
        spans: breakSpans,
        message: breaks == 1
          ? "The hand left once within a stroke or for over 2 s, stay in contact"
          : "The hand left \(breaks) times within a stroke or for over 2 s, stay in contact"))
    loss.scale(byCompletion: completion, notShown: notShown(.flow))
    return loss
  }

  func sums(_ phase: Int) -> DeviationSums {
    var sums = DeviationSums()
    for track in fold.guides[phase] { sums.add(track.tally.sums) }
    return sums
  }

  func hesitation(_ phase: Int) -> Double? {
    let part = fold.phases[phase].histogram.hesitation(part: rules.hesitationPart)
    return part.all > 0 ? Double(part.slow) / Double(part.all) : nil
  }

  /// Root of the mean square of the wobble over length, in mm; nil when nothing was covered.
  static func wobble(_ sums: DeviationSums) -> Double? {
    guard sums.wobbleLength > 0 else { return nil }
    return (Double(sums.wobble) / Double(sums.wobbleLength)).squareRoot()
  }

  private func worst(_ value: (Int) -> Double?) -> Int? {
    var worst: (phase: Int, value: Double)?
    for phase in asked {
      guard let value = value(phase), value > worst?.value ?? 0 else { continue }
      worst = (phase, value)
    }
    return worst?.phase
  }
}
