public import Scenarios

/// Something that was good.
public struct Strength: Hashable, Sendable {
  public var criterion: Criterion
  /// English, with a figure where there is one, as in "1.2 mm from the guide on average".
  public var sentence: String
}

extension Result {
  /// Percent of its weight that a criterion has kept to be called good.
  private static let goodPercent = 95
  /// Less of what is asked than this, in thousandths, and nothing of the hands is called good.
  private static let goodCompletion = 950
  /// Share of the time inside a band that is worth a word.
  private static let goodShare = 0.9

  /// How far all that is asked was done, 0 to 1: the mean over guides, points and areas; nil where
  /// none of them has a measure of it.
  public var completion: Figure? {
    var done: [Int] = []
    for phase in phases {
      done += phase.guides.compactMap(\.done?.units)
      done += phase.points.compactMap(\.done?.units)
      if let area = phase.area?.done { done.append(area.units) }
    }
    guard !done.isEmpty else { return nil }
    return Figure(units: done.reduce(0, +) / done.count, places: 3)
  }

  /// What was good, in the order of ``Criterion``: criteria that kept nearly all of their weight
  /// and have something to say for themselves.
  ///
  /// A good figure is no strength where it comes of leaving things out, of a critical fault of the
  /// same criterion, or of a massage that should not have been given.
  public var strengths: [Strength] {
    guard !critical.contains("procedure.wrongDecision") else { return [] }
    return criteria.compactMap { judged in
      guard isGood(judged), let sentence = praise(judged.criterion) else { return nil }
      return Strength(criterion: judged.criterion, sentence: sentence)
    }
  }

  private func isGood(_ judged: CriterionResult) -> Bool {
    let weight = judged.effectiveTenths
    guard judged.assessed, weight > 0,
      (weight - judged.lost.units) * 100 >= weight * Result.goodPercent,
      !critical.contains(where: { $0.hasPrefix(judged.criterion.rawValue + ".") })
    else { return false }
    return judged.criterion == .procedure || (completion?.units ?? 0) >= Result.goodCompletion
  }

  private func praise(_ criterion: Criterion) -> String? {
    switch criterion {
    case .procedure: procedurePraise
    case .path: pathPraise
    case .speed: Result.percent(inBand: weighted(\.speedInBand))
    case .pressure: Result.percent(inBand: weighted(\.pressureInBand))
    case .spasm: spasmPraise
    case .flow: flowPraise
    case .technique: techniquePraise
    }
  }

  private var procedurePraise: String? {
    let codes = deductions.filter { $0.criterion == .procedure }.map(\.code)
    guard codes.allSatisfy({ $0 == "procedure.duration" }) else { return nil }
    let judgesHands = criteria.contains { $0.criterion != .procedure && $0.assessed }
    return judgesHands
      ? "every question asked, prepared as the case asks, no step left out"
      : "every question asked, the right decision for the right reasons"
  }

  private var pathPraise: String? {
    var parts: [String] = []
    if let mean = deviation(.stroking) {
      parts.append("\(Result.millimetres(mean)) from the guide on average")
    }
    if let mean = deviation(.combCircles) {
      parts.append("circles \(Result.millimetres(mean)) from their line on average")
    }
    let distances = phases.flatMap(\.points).compactMap(\.meanDistance?.value)
    if !distances.isEmpty {
      let mean = distances.reduce(0, +) / Double(distances.count)
      parts.append("presses \(Result.millimetres(mean)) from their points on average")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Mean over the guides of a technique, each phase weighing as much as its contact lasted.
  private func deviation(_ technique: Technique) -> Double? {
    Result.mean(
      phases.filter { $0.technique == technique }.flatMap { phase in
        let values = phase.guides.compactMap(\.meanDeviation?.value)
        return values.map { ($0, phase.contact.value / Double(values.count)) }
      })
  }

  private func weighted(_ measure: (PhaseResult) -> Figure?) -> Double? {
    Result.mean(
      phases.compactMap { phase in measure(phase).map { ($0.value, phase.contact.value) } })
  }

  private static func mean(_ values: [(value: Double, weight: Double)]) -> Double? {
    let weight = values.reduce(0) { $0 + $1.weight }
    return weight > 0 ? values.reduce(0) { $0 + $1.value * $1.weight } / weight : nil
  }

  /// Just outside the band costs little, but it is nothing to praise.
  private static func percent(inBand share: Double?) -> String? {
    guard let share, share >= goodShare else { return nil }
    return percent(down: share) + " of the time inside the band"
  }

  private var spasmPraise: String? {
    guard !areas.isEmpty, areas.allSatisfy({ $0.pressed.units == 0 }) else { return nil }
    let drawn = areas.filter(\.isSpasm)
    guard !drawn.isEmpty else { return "never on the spine with weight" }
    let touched = drawn.reduce(0) { $0 + $1.contact.units }
    guard touched > 0 else { return "never touched, and the spine never pressed" }
    let seconds = Figure(Figure(units: touched, places: 3).value, places: 1)
    return "never pressed, the hand passed lightly over it for \(seconds) s"
  }

  private var flowPraise: String? {
    var parts: [String] = []
    if phases.allSatisfy({ $0.breaks == 0 }) { parts.append("no break in the work") }
    let wobble = Result.mean(
      phases.flatMap { phase in
        let values = phase.guides.compactMap(\.wobble?.value)
        return values.map { ($0, phase.contact.value / Double(values.count)) }
      })
    if let wobble { parts.append("a calm line (\(Result.millimetres(wobble)) of wobble)") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var techniquePraise: String? {
    var parts: [String] = []
    let guides = phases.flatMap(\.guides)
    let strokes = phases.filter { $0.technique == .stroking }.flatMap(\.guides)
      .reduce(0) { $0 + ($1.strokes ?? 0) }
    if strokes > 0 { parts.append(Result.count(strokes, "whole stroke")) }
    let loops = guides.reduce(0) { $0 + ($1.loops ?? 0) }
    if loops > 0 {
      let width = Result.mean(
        guides.compactMap { guide in
          guide.meanDiameter.map { ($0.value, Double(guide.loops ?? 0)) }
        })
      parts.append(
        Result.count(loops, "circle")
          + (width.map { " \(Figure($0, places: 0)) mm wide on average" } ?? ""))
    }
    let points = phases.flatMap(\.points)
    let held = points.count { ($0.done?.units ?? 0) >= 1000 }
    if held > 0 { parts.append("\(held) of \(points.count) points held in full") }
    let lifts = phases.reduce(0) { $0 + ($1.area?.lifts ?? 0) }
    if lifts > 0 { parts.append(Result.count(lifts, "lift")) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ one: String) -> String {
    "\(number) \(one)\(number == 1 ? "" : "s")"
  }
}
