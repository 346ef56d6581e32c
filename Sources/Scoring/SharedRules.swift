/// A rule set that is kept once, however many parts of a fold judge by it.
///
/// Its figures are many, and a value that held them all would carry them through every copy.
final class SharedRules: Sendable {
  let rules: RuleSet

  init(_ rules: RuleSet) { self.rules = rules }
}
