import Scenarios

/// Path: how near the guides the hands worked, in which direction, and what was off them.
extension Measures {
  var pathLoss: CriterionLoss {
    let phases = asked.filter { fold.prepared.phases[$0].lifts == nil }
    var loss = CriterionLoss(
      criterion: .path, isAssessed: judgesHands && !phases.isEmpty)
    guard loss.isAssessed else { return loss }
    var sums = PathSums()
    var askedLength = 0.0
    var strokeLength = 0.0
    for phase in phases {
      askedLength += fold.prepared.phases[phase].askedLength(rules)
      strokeLength += fold.prepared.phases[phase].strokeLength
      sums.add(fold, phase: phase)
    }
    let travel = min(FixedLength.millimetres(sums.judged), askedLength / 2)
    // A part without anything to judge gives its share to the other.
    let offShare = strokeLength > 0 ? rules.offGuideShare : 1
    if travel > 0 {
      let share = min(1, FixedLength.millimetres(sums.offGuide.total) / travel)
      loss.codes.append(
        CodeLoss(
          code: "path.offGuide", share: offShare * share,
          phase: sums.offGuide.worstPhase, spans: sums.offGuide.spans,
          message: self.offGuideMessage(sums.offGuide.worstPhase)))
    }
    if strokeLength > 0 {
      let backShare = travel > 0 ? rules.backwardShare : 1
      let back = min(1, FixedLength.millimetres(sums.backward.total) / strokeLength)
      loss.codes.append(
        CodeLoss(
          code: "path.backward",
          share: backShare * back, phase: sums.backward.worstPhase,
          spans: sums.backward.spans,
          message:
            "Against the guide: \(Words.millimetres(sums.backward.total)), stroke from its start"))
    }
    loss.scale(byCompletion: completion, notShown: notShown(.path))
    return loss
  }

  /// What the phase that lost most did, in its own figures.
  private func offGuideMessage(_ phase: Int?) -> String {
    guard let phase else { return "" }
    let prepared = fold.prepared.phases[phase]
    var sums = DeviationSums()
    var full = 0.0
    for track in fold.guides[phase] {
      sums.add(track.tally.sums)
      full = track.guide.corridor.full
    }
    if let circles = prepared.circles {
      for (lane, tally) in zip(circles.lanes, fold.lanes[phase]) {
        sums.add(tally.sums)
        full = lane.corridor.full
      }
    }
    var parts: [String] = []
    if sums.length > 0 {
      let mean = Figure(Double(sums.absolute) / Double(sums.length), places: 1)
      parts.append("Beside the guide: \(mean) mm on average, keep within \(Words.whole(full)) mm")
    }
    if let points = prepared.points {
      parts.append("Presses: keep within \(Words.whole(points.radius.full)) mm of the points")
    }
    let off = fold.phases[phase].offPath.total
    if off > 0 { parts.append("\(Words.millimetres(off)) off every guide") }
    // Circles that were too fast to count have a way beside the lane, and no deviation.
    if parts.isEmpty { parts.append("Beside the guide: keep within \(Words.whole(full)) mm") }
    return parts.joined(separator: "; ")
  }
}

/// What path adds up over phases, in nanometres.
private struct PathSums {
  var offGuide = Loss()
  var backward = Loss()
  var judged = 0

  mutating func add(_ fold: Fold, phase: Int) {
    let tally = fold.phases[phase]
    offGuide.add(tally.offPath)
    judged += tally.offPath.total
    for track in fold.guides[phase] {
      offGuide.add(track.tally.offGuide)
      offGuide.add(track.tally.backward)
      backward.add(track.tally.backward)
      judged += track.tally.sums.length + track.tally.backward.total
    }
    for lane in fold.lanes[phase] {
      offGuide.add(lane.offGuide)
      judged += lane.travel
    }
    for point in fold.points[phase] {
      offGuide.add(point.offGuide)
      judged += point.travel
    }
  }
}
