import Attempts
import Scenarios

@testable import Scoring

/// What the fold and the reference make of one attempt, figure by figure.
struct Agreement {
  struct Figures {
    var name: String
    var fold: Double?
    var reference: Double?
    var tolerance: Double

    var doAgree: Bool {
      guard let fold, let reference else { return (fold == nil) == (reference == nil) }
      return abs(fold - reference) <= tolerance
    }
  }

  /// Everything both sides keep unrounded.
  static let exact = 1e-9
  /// Depths in areas are found by halving, to within 0.02 mm.
  static let depth = 0.03

  private(set) var figures: [Figures] = []
  /// What the fold says.
  let result: Result

  /// Whether the verdict hangs on a pixel needs four more references: only where it is asked.
  init(
    _ scenario: Scenario, _ header: Header, _ events: [Event], isBorderlineCompared: Bool = false
  ) {
    var scorer = Scorer(scenario: scenario, header: header)
    for event in events { scorer.add(event) }
    let measures = scorer.measures
    result = scorer.result()
    let reference = ReferenceScorer(scenario: scenario, header: header).score(events)
    add("completion", measures.completion, reference.completion)
    compareCriteria(measures, reference)
    compareScore(result, reference)
    if isBorderlineCompared {
      add("borderline", result.borderline ? 1 : 0, reference.isBorderline ? 1 : 0)
    }
    for phase in measures.phaseResults {
      guard let other = reference.phases.first(where: { $0.phase.id == phase.id }) else { continue }
      comparePhase(phase, other, reference)
    }
    for (area, other) in zip(measures.areaResults, reference.areas) { compareArea(area, other) }
  }

  var disagreements: [Figures] { figures.filter { !$0.doAgree } }

  // MARK: Adding

  private mutating func add(
    _ name: String, _ fold: Double?, _ reference: Double?, within tolerance: Double = exact
  ) {
    figures.append(
      Figures(name: name, fold: fold, reference: reference, tolerance: tolerance))
  }

  /// A figure rounded when it left the fold: half a unit, and what makes a tie of it.
  private mutating func add(
    _ name: String, rounded fold: Figure?, _ reference: Double?, within tolerance: Double = 0
  ) {
    var unit = 0.5
    for _ in 0..<(fold?.places ?? 0) { unit /= 10 }
    add(name, fold?.value, reference, within: unit + 1e-6 + tolerance)
  }

  private mutating func add(_ name: String, _ fold: Int?, _ reference: Int?) {
    add(name, fold.map { Double($0) }, reference.map { Double($0) })
  }

  // MARK: Comparing

  private mutating func compareCriteria(_ measures: Measures, _ reference: ReferenceResult) {
    let losses = [
      measures.procedureLoss, measures.pathLoss, measures.speedLoss, measures.pressureLoss,
      measures.spasmLoss, measures.flowLoss, measures.techniqueLoss,
    ]
    for var loss in losses {
      loss.cut()
      let other = reference.loss(loss.criterion)
      add("\(loss.criterion).assessed", loss.isAssessed ? 1 : 0, other.isAssessed ? 1 : 0)
      guard loss.isAssessed, other.isAssessed else { continue }
      // The depth of an entry costs at most 0.2 for 3 mm.
      let entries = reference.areas.flatMap(\.entries).filter(\.isBroken).count
      let tolerance =
        loss.criterion == .spasm ? Agreement.exact + 0.002 * Double(entries) : Agreement.exact
      var codes: [String] = []
      for code in other.codes.map(\.code) + loss.codes.map(\.code) where !codes.contains(code) {
        codes.append(code)
      }
      let isScaled = loss.criterion != .procedure
      for code in codes {
        // Before completion, which is compared by itself, so that one fault shows once.
        func share(_ share: Double, _ completion: Double) -> Double {
          isScaled && !code.hasSuffix("notShown") ? share / max(completion, 1e-3) : share
        }
        if isScaled, min(measures.completion, reference.completion) < 1e-3 { continue }
        add(
          code,
          share(
            loss.codes.reduce(0) { $0 + ($1.code == code ? $1.share : 0) }, measures.completion),
          share(
            other.codes.reduce(0) { $0 + ($1.code == code ? $1.share : 0) },
            reference.completion), within: tolerance)
      }
    }
    let critical = measures.critical
    for code in ReferenceResult.criticalCodes {
      add(
        "critical " + code, critical.contains(code) ? 1 : 0,
        reference.critical.contains(code) ? 1 : 0)
    }
  }

  private mutating func compareScore(_ result: Result, _ reference: ReferenceResult) {
    let score = reference.score
    for (criterion, index) in zip(result.criteria, score.lost.indices) {
      let name = criterion.criterion.rawValue
      add("\(name).weight", criterion.effectiveTenths, score.weights[index])
      add("\(name).lost", criterion.lost.units, score.lost[index])
      add(
        "\(name).below", result.below.contains(criterion.criterion) ? 1 : 0,
        score.below.contains(criterion.criterion) ? 1 : 0)
    }
    for deduction in result.deductions {
      add(
        "\(deduction.code).points", deduction.points.units,
        score.deductions[deduction.code] ?? 0)
    }
    add("deductions", result.deductions.count, score.deductions.count)
    add("score", result.score.units, score.total)
    add("criticals", result.critical.count, reference.critical.count)
    for verdict in ["passed", "failed", "abandoned"] {
      add(
        verdict, result.verdict.rawValue == verdict ? 1 : 0,
        reference.verdict() == verdict ? 1 : 0)
    }
  }

  private mutating func comparePhase(
    _ phase: PhaseResult, _ other: ReferencePhase, _ reference: ReferenceResult
  ) {
    func seconds(_ microseconds: Int) -> Double { Double(microseconds) / 1_000_000 }
    add("contact", rounded: phase.contact, seconds(other.contactTime))
    add("contacts", phase.contacts, other.contacts.count)
    add("breaks", phase.breaks, other.breaks(in: reference.contacts))
    add("lost", rounded: phase.lost, seconds(other.lostTime))
    if other.lift == nil { add("offPath", rounded: phase.offPath, other.offPath) }
    add("meanSpeed", rounded: phase.meanSpeed, other.speed?.mean(\.speed))
    add("tooSlow", rounded: phase.speedTooSlow, other.speed?.tooSlowShare)
    add("tooFast", rounded: phase.speedTooFast, other.speed?.tooFastShare)
    add(
      "speedCV", rounded: phase.speedVariation, ReferenceEvenness.mean(other.evenness))
    add("hesitation", rounded: phase.hesitation, other.hesitation)
    add("meanPressure", rounded: phase.meanPressure, other.meanPressure)
    add("pressureInBand", rounded: phase.pressureInBand, other.pressureInBand)
    add("vibrations", phase.vibrations, other.contacts.reduce(0) { $0 + $1.alarms.count })
    add(
      "vibration", rounded: phase.vibration,
      seconds(other.contacts.flatMap(\.alarms).reduce(0) { $0 + $1.duration }))
    add("taps", phase.taps, other.contacts.filter(\.isTapping).count)
    if let strokes = other.strokes {
      for (guide, other) in zip(phase.guides, strokes.guides) { compareGuide(guide, other) }
    } else if let comb = other.comb {
      for (lane, guide) in phase.guides.enumerated() { compareLane(guide, comb, lane) }
    }
    if let press = other.press {
      for (index, point) in phase.points.enumerated() {
        add("point.done", rounded: point.done, press.done(index))
        add("point.held", rounded: point.held, seconds(press.longest(index)?.held ?? 0))
        add(
          "point.meanDistance", rounded: point.meanDistance, press.longest(index)?.meanDistance)
      }
    }
    if let lift = other.lift {
      add("lifts.done", rounded: phase.area?.done, lift.done)
      add("lifts", phase.area?.lifts, lift.lifts.count)
    }
  }

  private mutating func compareGuide(_ guide: GuideResult, _ other: ReferenceGuide) {
    add("guide.done", rounded: guide.done, other.coverage)
    add("guide.strokes", guide.strokes, other.made)
    add("guide.coverage", rounded: guide.coverage, other.coverage)
    add("guide.meanDeviation", rounded: guide.meanDeviation, other.mean { abs($0.deviation) })
    add("guide.meanOffset", rounded: guide.meanOffset, other.mean(\.deviation))
    add(
      "guide.maxDeviation", rounded: guide.maxDeviation,
      other.covers.map { abs($0.deviation) }.max())
    add(
      "guide.corridorShare", rounded: guide.corridorShare,
      other.mean { abs($0.deviation) <= other.corridor.full ? 1 : 0 })
    add("guide.backward", rounded: guide.backward, other.backward)
    add("guide.wobble", rounded: guide.wobble, other.wobble)
  }

  private mutating func compareLane(_ guide: GuideResult, _ comb: ReferenceComb, _ lane: Int) {
    let counted = comb.counted(on: lane)
    func mean(_ values: [Double]) -> Double? {
      values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    add("lane.done", rounded: guide.done, comb.done(lane))
    add("lane.loops", guide.loops, counted.count)
    add("lane.meanDeviation", rounded: guide.meanDeviation, comb.mean(lane) { $0.match.distance })
    add("lane.meanOffset", rounded: guide.meanOffset, comb.mean(lane, \.match.deviation))
    add(
      "lane.maxDeviation", rounded: guide.maxDeviation,
      comb.calm(lane).map(\.match.distance).max())
    add(
      "lane.corridorShare", rounded: guide.corridorShare,
      comb.mean(lane) { $0.match.distance <= comb.task.corridor.full ? 1 : 0 })
    add("lane.meanDiameter", rounded: guide.meanDiameter, mean(counted.map(\.loop.diameter)))
    add("lane.meanAdvance", rounded: guide.meanAdvance, mean(counted.compactMap(\.advance)))
    let time = counted.reduce(0) { $0 + $1.loop.duration }
    add(
      "lane.loopsPerMinute", rounded: guide.loopsPerMinute,
      time > 0 ? Double(counted.count) / (Double(time) / 60_000_000) : nil)
  }

  private mutating func compareArea(_ area: AreaResult, _ other: ReferenceArea) {
    func seconds(_ microseconds: Int) -> Double { Double(microseconds) / 1_000_000 }
    let kind =
      if case .kidney = other.kind { "kidney" } else if case .spine = other.kind { "spine" } else {
        "area"
      }
    add("\(kind).contact", rounded: area.contact, seconds(other.entries.reduce(0) { $0 + $1.time }))
    add("\(kind).entries", area.entries, other.entries.count)
    add(
      "\(kind).depth", rounded: area.depth, other.entries.map(\.depth).max() ?? 0,
      within: Agreement.depth)
    add(
      "\(kind).peakPressure", rounded: area.peakPressure,
      other.entries.compactMap(\.peakPressure).max().map { Double($0) / 1000 })
    add(
      "\(kind).pressed", rounded: area.pressed,
      seconds(other.entries.reduce(0) { $0 + $1.broken }))
  }
}
