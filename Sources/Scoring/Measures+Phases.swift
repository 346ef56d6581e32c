import Scenarios

/// The measures of each phase, as results list them.
extension Measures {
  var phaseResults: [PhaseResult] {
    asked.map { index in
      let phase = fold.prepared.phases[index]
      let tally = fold.phases[index]
      let hands = scorer.hands.phases[index]
      let isTimed = fold.isTimed
      func share(_ part: Int, _ whole: Int) -> Figure? {
        whole > 0 ? .thousandths(Double(part) / Double(whole)) : nil
      }
      return PhaseResult(
        id: phase.id, technique: phase.technique, contact: .seconds(hands.contact),
        contacts: hands.contacts, breaks: tally.breaks, lost: .seconds(hands.lost),
        offPath: phase.lifts == nil
          ? .hundredths(FixedLength.millimetres(tally.offPath.total)) : nil,
        meanSpeed: tally.judged > 0 && isTimed
          ? .hundredths(Double(tally.speedSum) / Double(tally.judged) / 1000) : nil,
        speedInBand: isTimed ? share(tally.inBand, tally.judged) : nil,
        speedTooSlow: isTimed ? share(tally.tooSlow, tally.judged) : nil,
        speedTooFast: isTimed ? share(tally.tooFast, tally.judged) : nil,
        speedVariation: isTimed ? evenness(of: index).mean.map(Figure.thousandths) : nil,
        hesitation: isTimed ? hesitation(index).map(Figure.thousandths) : nil,
        meanPressure: hands.pressure.time > 0
          ? .thousandths(Double(hands.pressure.sum) / Double(hands.pressure.time) / 1000) : nil,
        pressureInBand: share(hands.pressure.inBand, hands.pressure.time),
        vibrations: isTimed ? hands.vibrations : nil,
        vibration: isTimed ? .seconds(hands.vibration) : nil,
        taps: isTimed ? hands.taps : nil,
        guides: strokeResults(index) + laneResults(index), points: pointResults(index),
        area: phase.lifts.map {
          LiftResult(
            done: .thousandths(fold.lifts[index].done(of: $0)), lifts: fold.lifts[index].lifts)
        })
    }
  }

  private func strokeResults(_ phase: Int) -> [GuideResult] {
    fold.guides[phase].map { track in
      let tally = track.tally
      let coverage = Figure.thousandths(tally.coverage(of: track.guide))
      var result = GuideResult(
        id: track.guide.id, done: coverage, strokes: tally.made, loops: 0, coverage: coverage,
        backward: .hundredths(FixedLength.millimetres(tally.backward.total)))
      result.take(tally.sums)
      result.wobble = fold.isTimed ? Measures.wobble(tally.sums).map(Figure.hundredths) : nil
      return result
    }
  }

  private func laneResults(_ phase: Int) -> [GuideResult] {
    guard let circles = fold.prepared.phases[phase].circles else { return [] }
    return zip(circles.lanes, fold.lanes[phase]).map { lane, tally in
      var result = GuideResult(
        id: lane.id, done: .thousandths(tally.done(of: lane)), strokes: 0, loops: tally.loops,
        coverage: .thousandths(tally.coverage(of: lane)))
      result.take(tally.sums)
      result.meanDiameter = tally.meanDiameter.map(Figure.hundredths)
      result.meanAdvance = tally.meanAdvance.map(Figure.thousandths)
      if tally.duration > 0, fold.isTimed {
        result.loopsPerMinute = .hundredths(
          Double(tally.loops) * 60_000_000 / Double(tally.duration))
      }
      return result
    }
  }

  private func pointResults(_ phase: Int) -> [PointResult] {
    guard let presses = fold.prepared.phases[phase].points else { return [] }
    return zip(presses.points, fold.points[phase]).map { point, tally in
      PointResult(
        id: point.id, done: .thousandths(tally.done(of: point)), held: .seconds(tally.held),
        meanDistance: tally.meanDistance.map(Figure.hundredths))
    }
  }
}

extension GuideResult {
  mutating func take(_ sums: DeviationSums) {
    guard sums.length > 0 else { return }
    let length = Double(sums.length)
    meanDeviation = .hundredths(Double(sums.absolute) / length)
    meanOffset = .hundredths(Double(sums.signed) / length)
    maxDeviation = .hundredths(sums.greatest)
    corridorShare = .thousandths(Double(sums.inFull) / length)
  }
}
