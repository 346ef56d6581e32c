import Scoring

/// What the program says of itself.
public enum Program {
  public static let name = "effleurage"
  public static let version = "0.1.0"

  /// Name and version, as records carry it.
  public static let signature = "\(name) \(version)"

  /// What `--version` prints: program, rule set, formats.
  public static let description = """
    \(signature)
    rule set \(RuleSet.latest.number)
    formats: scenario \(formats.scenario), record \(formats.record), result \(formats.result)
    """

  /// Versions of the kinds of file that it reads and writes.
  public static let formats = (scenario: 1, record: 1, result: ResultJSON.format)

  /// Shown wherever the program introduces itself.
  public static let notice = "A teaching tool, not a medical device."
}
