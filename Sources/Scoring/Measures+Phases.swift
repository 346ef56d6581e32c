import Scenarios

/// The measures of each phase, as results list them.
extension Measures {
  var phaseResults: [PhaseResult] {
    asked.map { index in
      let phase = fold.prepared.phases[index]
      let tally = fold.phases[index]
      func share(_ part: Int, _ whole: Int) -> Figure? {
        whole > 0 ? .thousandths(Double(part) / Double(whole)) : nil
      }
      let isStroking = phase.technique == .stroking
      return PhaseResult(
        id: phase.id, technique: phase.technique, contact: .seconds(tally.contact),
        contacts: tally.contacts, breaks: tally.breaks, lost: .seconds(tally.lost),
        offPath: isStroking ? .hundredths(FixedLength.millimetres(tally.offPath.total)) : nil,
        meanSpeed: tally.judged > 0 && fold.isTimed
          ? .hundredths(Double(tally.speedSum) / Double(tally.judged) / 1000) : nil,
        speedInBand: fold.isTimed ? share(tally.inBand, tally.judged) : nil,
        speedTooSlow: fold.isTimed ? share(tally.tooSlow, tally.judged) : nil,
        speedTooFast: fold.isTimed ? share(tally.tooFast, tally.judged) : nil,
        speedVariation: nil, hesitation: nil,
        meanPressure: tally.pressureTime > 0
          ? .thousandths(Double(tally.pressureSum) / Double(tally.pressureTime) / 1000) : nil,
        pressureInBand: share(tally.pressureInBand, tally.pressureTime), vibrations: nil,
        vibration: nil, taps: nil, guides: guideResults(index), points: pointResults(index),
        area: areaResult(index))
    }
  }

  private func guideResults(_ phase: Int) -> [GuideResult] {
    if case .combCircles(let task) = scenario.phases[phase].task {
      // Loops are not counted: nothing is claimed of them.
      return task.guides.map { GuideResult(id: $0.id) }
    }
    return fold.guides[phase].map { track in
      let tally = track.tally
      func mean(_ sum: Int) -> Figure? {
        tally.length > 0 ? .hundredths(Double(sum) / Double(tally.length)) : nil
      }
      let coverage = Figure.thousandths(tally.coverage(of: track.guide))
      return GuideResult(
        id: track.guide.id, done: coverage, strokes: tally.made, loops: 0, coverage: coverage,
        meanDeviation: mean(tally.absolute), meanOffset: mean(tally.signed),
        maxDeviation: tally.length > 0 ? .hundredths(tally.greatest) : nil,
        corridorShare: tally.length > 0
          ? .thousandths(Double(tally.inFull) / Double(tally.length)) : nil,
        backward: .hundredths(FixedLength.millimetres(tally.backward.total)))
    }
  }

  private func pointResults(_ phase: Int) -> [PointResult] {
    guard case .pointPress(let task) = scenario.phases[phase].task else { return [] }
    return task.points.map { PointResult(id: $0.id) }
  }

  private func areaResult(_ phase: Int) -> LiftResult? {
    guard case .honeyLift = scenario.phases[phase].task else { return nil }
    return LiftResult()
  }
}
