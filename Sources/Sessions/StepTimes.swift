/// How long each step was worked on, from the attempt's events.
public struct StepTimes: Sendable {
  private struct Step: Sendable {
    var total = 0
    var contact = 0
    var wasEntered = false
  }

  private var steps: [Step]
  private var current: Int?
  private var entered = 0
  private var landed: Int?

  public init(count: Int) { steps = Array(repeating: Step(), count: count) }

  mutating func enter(_ step: Int?, at time: Int) {
    if let current { steps[current].total += time - entered }
    current = step.flatMap { steps.indices.contains($0) ? $0 : nil }
    entered = time
    if let current { steps[current].wasEntered = true }
  }

  mutating func hands(areDown: Bool, at time: Int) {
    if areDown {
      if landed == nil { landed = time }
    } else if let start = landed {
      if let current { steps[current].contact += time - start }
      landed = nil
    }
  }

  public func wasEntered(_ step: Int) -> Bool {
    steps.indices.contains(step) && steps[step].wasEntered
  }

  /// Microseconds in the step under way, all its entries together; 0 outside any.
  public func total(at time: Int) -> Int {
    guard let current else { return 0 }
    return steps[current].total + max(0, time - entered)
  }

  /// Microseconds with a hand down in the step under way.
  public func contact(at time: Int) -> Int {
    guard let current else { return 0 }
    return steps[current].contact + (landed.map { max(0, time - $0) } ?? 0)
  }
}
