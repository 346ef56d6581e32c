/// What the program says of itself.
public enum Program {
  public static let name = "effleurage"
  public static let version = "0.1.0"
  /// The newest rule set, by which an attempt is judged unless another is asked for.
  public static let ruleSet = 1
  /// Every rule set this version can judge by.
  public static let ruleSets = [1]

  /// Name and version, as records carry it.
  public static let signature = "\(name) \(version)"

  /// What `--version` prints: program, rule set, formats.
  public static let description = """
    \(signature)
    rule set \(ruleSet)
    formats: scenario 1, record 1, result 1
    """

  /// Shown wherever the program introduces itself.
  public static let notice = "A teaching tool, not a medical device."
}
