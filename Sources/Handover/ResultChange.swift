import Scoring

/// How the result of a record differs from an earlier one, and why.
public struct ResultChange: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case equal
    /// Another result than before.
    case changed
    /// There was no earlier result.
    case new
    /// There is no such record any more.
    case gone
    /// It had a result and cannot be scored any more.
    case unscored
    /// It could not be scored before.
    case scored
  }

  /// Why a result can be another one.
  public enum Cause: String, CaseIterable, Sendable {
    /// The case has other bytes.
    case scenario = "case"
    /// Another rule set judged it.
    case rules
    /// Another attempt under the same name: its trainee, mode, origin, device or duration differ.
    case attempt
    /// None of these, and yet what the score is made of differs: the record was changed, or the
    /// program judges otherwise.
    case program
    /// As the last, and nothing that the score is made of differs.
    case measures
  }

  /// One thing that differs; JSON, nil where it is not there.
  public struct Difference: Hashable, Sendable {
    /// As in `score`, `criteria.path.lost`, `deductions.speed.tooFast`, `measures.warm-up.contact_s`.
    public var name: String
    public var old: String?
    public var new: String?
  }

  public var record: String
  public var kind: Kind
  /// Whether several records of this name could have been meant.
  public var isAmbiguous: Bool
  public var causes: [Cause] = []
  public var differences: [Difference] = []

  /// - Parameters:
  ///   - old: nil when there was no line of the record.
  ///   - new: nil when there is no such record any more.
  public init(record: String, old: ResultLine.Content?, new: ResultLine.Content?, isAmbiguous: Bool)
  {
    self.record = record
    self.isAmbiguous = isAmbiguous
    switch (old, new) {
    case (nil, nil), (.error?, .error?): kind = .equal
    case (nil, _): kind = .new
    case (_, nil): kind = .gone
    case (.error(let error)?, .result(let new)?):
      kind = .scored
      differences = [
        Difference(name: "error", old: JSONText.string(error), new: nil),
        Difference(name: "score", old: nil, new: new.score.description),
        Difference(name: "verdict", old: nil, new: JSONText.string(new.verdict)),
      ]
    case (.result(let old)?, .error(let error)?):
      kind = .unscored
      differences = [
        Difference(name: "error", old: nil, new: JSONText.string(error)),
        Difference(name: "score", old: old.score.description, new: nil),
        Difference(name: "verdict", old: JSONText.string(old.verdict), new: nil),
      ]
    case (.result(let old)?, .result(let new)?):
      kind = .equal
      compare(old, new)
    }
  }

  private mutating func note(_ name: String, _ old: String?, _ new: String?) -> Bool {
    guard old != new else { return false }
    differences.append(Difference(name: name, old: old, new: new))
    return true
  }

  private mutating func compare(_ old: ReadResult, _ new: ReadResult) {
    if note(
      "scenario.sha256", JSONText.string(old.scenarioSHA256), JSONText.string(new.scenarioSHA256))
    {
      causes.append(.scenario)
    }
    _ = note("scenario.id", JSONText.string(old.scenarioID), JSONText.string(new.scenarioID))
    if note("rules", String(old.rules), String(new.rules)) { causes.append(.rules) }
    let known = differences.count
    noteMeasures("", old.attempt, new.attempt)
    if differences.count > known { causes.append(.attempt) }
    let circumstances = differences.count
    noteScore(old, new)
    let hasOtherScore = differences.count > circumstances
    noteWords(old, new)
    noteMeasures("measures.", old.measures, new.measures)
    // Keys of a later version are in the digest and not here.
    if differences.isEmpty {
      _ = note("digest", JSONText.string(old.digest), JSONText.string(new.digest))
    }
    guard !differences.isEmpty else { return }
    kind = .changed
    if causes.isEmpty { causes = [hasOtherScore ? .program : .measures] }
  }

  private mutating func noteScore(_ old: ReadResult, _ new: ReadResult) {
    _ = note("verdict", JSONText.string(old.verdict), JSONText.string(new.verdict))
    _ = note("score", old.score.description, new.score.description)
    _ = note("passMark", old.passMark.description, new.passMark.description)
    func list(_ texts: [String]) -> String { JSONText.array(texts.map { JSONText.string($0) }) }
    _ = note("critical", list(old.critical), list(new.critical))
    _ = note("below", list(old.below), list(new.below))
    _ = note("borderline", JSONText.boolean(old.borderline), JSONText.boolean(new.borderline))
    func criteria(_ result: ReadResult) -> [ReadResult.Measure] {
      result.criteria.flatMap { criterion in
        [
          ReadResult.Measure(name: criterion.id + ".weight", value: criterion.weight.description),
          ReadResult.Measure(
            name: criterion.id + ".assessed", value: JSONText.boolean(criterion.assessed)),
          ReadResult.Measure(name: criterion.id + ".lost", value: criterion.lost.description),
        ]
      }
    }
    noteMeasures("criteria.", criteria(old), criteria(new))
    func deductions(_ result: ReadResult) -> [ReadResult.Measure] {
      result.deductions.map { ReadResult.Measure(name: $0.code, value: $0.points.description) }
    }
    noteMeasures("deductions.", deductions(old), deductions(new))
  }

  /// Where and in which words deductions of the same points are told.
  private mutating func noteWords(_ old: ReadResult, _ new: ReadResult) {
    for deduction in new.deductions {
      guard let before = old.deductions.first(where: { $0.code == deduction.code }) else {
        continue
      }
      _ = note(
        "deductions.\(deduction.code).phase", JSONText.string(before.phase),
        JSONText.string(deduction.phase))
      if before.words != deduction.words {
        differences.append(
          Difference(name: "deductions.\(deduction.code).spans", old: nil, new: nil))
      }
    }
  }

  /// In the order of the new ones, then what is there no more.
  private mutating func noteMeasures(
    _ prefix: String, _ old: [ReadResult.Measure], _ new: [ReadResult.Measure]
  ) {
    // Mostly each stands where it stood.
    let isAligned = old.count == new.count && zip(old, new).allSatisfy { $0.name == $1.name }
    guard !isAligned else {
      for (before, after) in zip(old, new) {
        _ = note(prefix + after.name, before.value, after.value)
      }
      return
    }
    let before = Dictionary(old.map { ($0.name, $0.value) }) { first, _ in first }
    for measure in new { _ = note(prefix + measure.name, before[measure.name], measure.value) }
    let after = Set(new.map(\.name))
    for measure in old where !after.contains(measure.name) {
      _ = note(prefix + measure.name, measure.value, nil)
    }
  }
}
