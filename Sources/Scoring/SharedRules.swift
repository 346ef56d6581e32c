/// A rule set that is kept once, however many parts of a fold judge by it.
///
/// Its figures are many, and a value that held them all would carry them through every copy.
struct SharedRules: Sendable {
  /// Exactly one: a list is what values share.
  private let sets: [RuleSet]

  init(_ rules: RuleSet) { sets = [rules] }

  var rules: RuleSet { sets[0] }
}
