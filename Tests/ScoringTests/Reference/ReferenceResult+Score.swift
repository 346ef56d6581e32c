import Attempts
import Geometry
import Scenarios

/// Points, in tenths.
struct ReferenceScore {
  var assessed: [Criterion] = []
  /// What each criterion weighs after those that are not assessed gave their weight away.
  var weights: [Int] = []
  var lost: [Int] = []
  /// By code; none that costs nothing.
  var deductions: [String: Int] = [:]
  var below: [Criterion] = []
  var total: Int { 1000 - lost.reduce(0, +) }
}

extension ReferenceResult {
  var score: ReferenceScore {
    let rubric = scenario.rubric
    let losses = Criterion.allCases.map(loss)
    var shares = zip(Criterion.allCases, losses).map { criterion, loss in
      guard loss.isAssessed else { return 0 }
      // In halves: set pressure weighs half.
      return rubric.weight(criterion) * (criterion == .pressure ? Int(pressureWeight * 2) : 2)
    }
    if shares.reduce(0, +) == 0 { shares = losses.map { $0.isAssessed ? 1 : 0 } }
    var score = ReferenceScore()
    score.weights = ReferenceResult.divide(1000, shares)
    for (index, criterion) in Criterion.allCases.enumerated() {
      let (loss, weight) = (losses[index], score.weights[index])
      guard loss.isAssessed else {
        score.lost.append(0)
        continue
      }
      score.assessed.append(criterion)
      let billionths = loss.codes.map { Int(($0.share * 1_000_000_000).rounded()) }
      // Half up.
      let exact = weight * min(1_000_000_000, billionths.reduce(0, +))
      let lost = min(weight, (exact + 500_000_000) / 1_000_000_000)
      score.lost.append(lost)
      for (code, tenths) in zip(loss.codes, ReferenceResult.divide(lost, billionths))
      where tenths > 0 {
        score.deductions[code.code, default: 0] += tenths
      }
      if (weight - lost) * 100 < rubric.minimum * weight { score.below.append(criterion) }
    }
    return score
  }

  /// Whole parts of a total in proportion to weights, by the largest remainder.
  private static func divide(_ total: Int, _ weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { total * $0 / sum }
    while parts.reduce(0, +) < total {
      // Of equal remainders the first.
      var best: Int?
      for index in parts.indices where total * weights[index] - parts[index] * sum > 0 {
        let rest = total * weights[index] - parts[index] * sum
        if let known = best, total * weights[known] - parts[known] * sum >= rest { continue }
        best = index
      }
      guard let best else { break }
      parts[best] += 1
    }
    return parts
  }

  /// The verdict, had the score been higher by some tenths.
  func verdict(higherBy tenths: Int = 0) -> String {
    guard attempt.hasEnded || header.origin == .foreign else { return "abandoned" }
    let score = score
    let passes =
      score.total + tenths >= scenario.rubric.passMark * 10 && critical.isEmpty
      && score.below.isEmpty
    return passes ? "passed" : "failed"
  }

  /// Whether the verdict hangs on a pixel or on a point.
  var isBorderline: Bool {
    let verdict = verdict()
    if [-10, 10].contains(where: { self.verdict(higherBy: $0) != verdict }) { return true }
    return [(-1, 0), (1, 0), (0, -1), (0, 1)].contains { x, y in
      ReferenceScorer(scenario: scenario, header: header)
        .score(ReferenceResult.moved(events, x, y)).verdict() != verdict
    }
  }

  /// Every hand some pixels to the right and down.
  private static func moved(_ events: [Event], _ x: Int, _ y: Int) -> [Event] {
    var pixels: [Int: Int] = [:]
    func moved(_ sample: Sample, _ contact: Int) -> Sample {
      var sample = sample
      // In hundredths of a millimetre.
      let pixel = ((pixels[contact] ?? 0) + 5_000) / 10_000
      sample.position.x += x * pixel
      sample.position.y += y * pixel
      return sample
    }
    return events.map { event in
      switch event {
      case .act: return event
      case .land(var landing):
        pixels[landing.contact] = landing.nanometresPerPixel
        landing.sample = moved(landing.sample, landing.contact)
        return .land(landing)
      case .move(let contact, let sample): return .move(contact: contact, moved(sample, contact))
      case .lift(let contact, let sample): return .lift(contact: contact, moved(sample, contact))
      }
    }
  }
}
