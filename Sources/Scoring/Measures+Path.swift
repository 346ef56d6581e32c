import Scenarios

/// Path: how near the guides the strokes ran, in which direction, and what was off them.
extension Measures {
  var pathLoss: CriterionLoss {
    let phases = asked.filter { !fold.guides[$0].isEmpty }
    var loss = CriterionLoss(
      criterion: .path, isAssessed: judgesHands && !phases.isEmpty)
    guard loss.isAssessed else { return loss }
    var offGuide = Loss()
    var backward = Loss()
    var judged = 0
    var askedLength = 0.0
    var off = 0
    for phase in phases {
      askedLength += fold.prepared.phases[phase].askedLength
      let tally = fold.phases[phase]
      offGuide.add(tally.offPath)
      off += tally.offPath.total
      judged += tally.offPath.total
      for track in fold.guides[phase] {
        offGuide.add(track.tally.offGuide)
        offGuide.add(track.tally.backward)
        backward.add(track.tally.backward)
        judged += track.tally.length + track.tally.backward.total
      }
    }
    let travel = min(FixedLength.millimetres(judged), askedLength / 2)
    if travel > 0 {
      let share = min(1, FixedLength.millimetres(offGuide.total) / travel)
      loss.codes.append(
        CodeLoss(
          code: "path.offGuide", share: rules.offGuideShare * share,
          phase: offGuide.worstPhase, spans: offGuide.spans,
          message: offGuideMessage(phases, off: off)))
    }
    let back = min(1, FixedLength.millimetres(backward.total) / askedLength)
    loss.codes.append(
      CodeLoss(
        code: "path.backward",
        share: rules.backwardShare * back, phase: backward.worstPhase,
        spans: backward.spans,
        message: "Against the guide: \(Words.millimetres(backward.total)), stroke from its start"))
    loss.scale(byCompletion: completion, notShown: notShown(.path))
    return loss
  }

  private func offGuideMessage(_ phases: [Int], off: Int) -> String {
    var length = 0
    var absolute = 0
    var full = 0.0
    for phase in phases {
      for track in fold.guides[phase] {
        length += track.tally.length
        absolute += track.tally.absolute
        full = max(full, track.guide.corridor.full)
      }
    }
    var parts: [String] = []
    if length > 0 {
      let mean = Figure(Double(absolute) / Double(length), places: 1)
      parts.append("Beside the guide: \(mean) mm on average, keep within \(Words.whole(full)) mm")
    }
    if off > 0 { parts.append("\(Words.millimetres(off)) off every guide") }
    return parts.joined(separator: "; ")
  }
}
