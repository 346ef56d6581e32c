/// A rule set that is kept once, however many parts of a fold judge by it.
///
/// Its figures are many, and a value that held them all would carry them through every copy.
final class SharedRules: Sendable {
  let rules: RuleSet

  // What is asked for at every tick.
  let tick: Int
  let speedWindow: Int
  let wobbleTick: Int
  let guideChange: Int
  let matchReach: Double

  init(_ rules: RuleSet) {
    self.rules = rules
    tick = rules.tick
    speedWindow = rules.speedWindow
    wobbleTick = rules.wobbleTick
    guideChange = rules.guideChange
    matchReach = rules.matchReach
  }
}
