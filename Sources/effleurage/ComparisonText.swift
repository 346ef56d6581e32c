import Handover

/// What differs between results, as text, JSON or CSV.
enum ComparisonText {
  /// Columns of a line, at most.
  private static let width = 80
  /// Measures that a text names; json and csv name all.
  private static let shownMeasures = 3

  /// - Parameter changes: equal ones are only counted.
  static func page(_ changes: [ResultChange], as format: ScoreCommand.Format) -> String {
    let told = changes.filter { $0.kind != .equal }
    switch format {
    case .text: return text(told, counts(changes))
    case .json:
      return told.map { json($0) + "\n" }.joined() + summary(counts(changes)) + "\n"
    case .csv: return csv(told)
    }
  }

  private static func counts(_ changes: [ResultChange]) -> [(kind: ResultChange.Kind, count: Int)] {
    ResultChange.Kind.allCases.map { kind in (kind, changes.count { $0.kind == kind }) }
  }

  // MARK: JSON

  private static func json(_ change: ResultChange) -> String {
    JSONText.object([
      "effleurage": String(ResultJSON.format),
      "kind": JSONText.string("change"),
      "record": JSONText.string(change.record),
      "change": JSONText.string(change.kind.rawValue),
      "ambiguous": JSONText.boolean(change.isAmbiguous),
      "because": JSONText.array(change.causes.map { JSONText.string($0.rawValue) }),
      "differences": JSONText.array(
        change.differences.map {
          JSONText.object([
            "what": JSONText.string($0.name), "old": $0.old ?? JSONText.null,
            "new": $0.new ?? JSONText.null,
          ])
        }),
    ])
  }

  private static func summary(_ counts: [(kind: ResultChange.Kind, count: Int)]) -> String {
    func count(_ kind: ResultChange.Kind) -> String {
      String(counts.first { $0.kind == kind }?.count ?? 0)
    }
    return JSONText.object([
      "effleurage": String(ResultJSON.format),
      "kind": JSONText.string("summary"),
      "equal": count(.equal), "changed": count(.changed), "new": count(.new), "gone": count(.gone),
      "unscored": count(.unscored), "scored": count(.scored),
    ])
  }

  // MARK: CSV

  private static func csv(_ changes: [ResultChange]) -> String {
    var text = "record,change,ambiguous,because,what,old,new" + ResultCSV.lineEnd
    for change in changes {
      let head = [
        ResultCSV.ownText(change.record), change.kind.rawValue, String(change.isAmbiguous),
        change.causes.map(\.rawValue).joined(separator: " "),
      ]
      let differences = change.differences.map { [$0.name, cell($0.old), cell($0.new)] }
      for row in differences.isEmpty ? [["", "", ""]] : differences {
        text += (head + row).map(ResultCSV.cell).joined(separator: ",") + ResultCSV.lineEnd
      }
    }
    return text
  }

  /// Texts are the records' and the earlier file's own; figures may begin with a sign.
  private static func cell(_ value: String?) -> String {
    let words = plain(value)
    return value?.hasPrefix("\"") == true ? ResultCSV.ownText(words) : words
  }

  // MARK: Text

  private static func text(
    _ changes: [ResultChange], _ counts: [(kind: ResultChange.Kind, count: Int)]
  ) -> String {
    var page = TextPage(width: width)
    for change in changes {
      add(change, to: &page)
      page.gap()
    }
    page.add(
      counts.filter { $0.count > 0 || $0.kind == .equal || $0.kind == .changed }
        .map { "\($0.count) \(words($0.kind))" }.joined(separator: ", "))
    return page.text
  }

  private static func words(_ kind: ResultChange.Kind) -> String {
    switch kind {
    case .equal: "equal"
    case .changed: "changed"
    case .new: "new"
    case .gone: "gone"
    case .unscored: "cannot be scored any more"
    case .scored: "could not be scored before"
    }
  }

  private static func add(_ change: ResultChange, to page: inout TextPage) {
    page.add("\(change.record): \(words(change.kind))", hang: 2)
    func add(_ lead: String, _ text: String) {
      let space = String(repeating: " ", count: max(1, 12 - lead.count))
      page.add(text, after: "  " + lead + space)
    }
    for cause in change.causes { add("Why", why(cause, change)) }
    if change.isAmbiguous {
      add("Which", "Several records have this name; they were compared in their order.")
    }
    for difference in change.differences where isFigure(difference.name) {
      add("", sentence(difference))
    }
    let deductions = change.differences.filter {
      $0.name.hasPrefix("deductions.") && !isDetail($0.name)
    }
    for difference in deductions { add("", deduction(difference)) }
    let rest = change.differences.filter { isDetail($0.name) }
    if !rest.isEmpty {
      let shown = rest.prefix(shownMeasures).map(sentence)
      let more = rest.count - shown.count
      add("Measures", shown.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : ""))
    }
  }

  private static func why(_ cause: ResultChange.Cause, _ change: ResultChange) -> String {
    func values(_ name: String) -> String {
      guard let difference = change.differences.first(where: { $0.name == name }) else { return "" }
      return "\(plain(difference.old).prefix(12)), now \(plain(difference.new).prefix(12))"
    }
    return switch cause {
    case .scenario: "The case is another one (SHA-256 \(values("scenario.sha256")))."
    case .rules: "Another rule set judged it (\(values("rules")))."
    case .attempt: "It is another attempt under the same name."
    case .program:
      "Case, rule set and attempt are the same: the record was changed, or the program judges "
        + "otherwise than it did."
    case .measures: "Only measures and words differ, and nothing that the score is made of."
    }
  }

  /// What is told in a line of its own: not what a cause tells already.
  private static func isFigure(_ name: String) -> Bool {
    !name.hasPrefix("deductions.") && !isDetail(name) && name != "scenario.sha256"
      && name != "rules"
  }

  private static func isDetail(_ name: String) -> Bool {
    name.hasPrefix("measures.") || name == "digest"
      || name.hasPrefix("deductions.") && (name.hasSuffix(".phase") || name.hasSuffix(".spans"))
  }

  private static func sentence(_ difference: ResultChange.Difference) -> String {
    let name =
      difference.name.hasPrefix("measures.")
      ? String(difference.name.dropFirst("measures.".count)) : difference.name
    switch (difference.old, difference.new) {
    case (nil, nil): return "\(name) differ"
    case (nil, let new): return "\(name): \(plain(new))"
    case (let old, nil): return "\(name): no more, was \(plain(old))"
    case (let old, let new): return "\(name): \(plain(old)), now \(plain(new))"
    }
  }

  private static func deduction(_ difference: ResultChange.Difference) -> String {
    let code = difference.name.dropFirst("deductions.".count)
    switch (difference.old, difference.new) {
    case (nil, let new): return "\(code): -\(plain(new)), a new deduction"
    case (let old, nil): return "\(code): deducted no more, was -\(plain(old))"
    case (let old, let new): return "\(code): -\(plain(old)), now -\(plain(new))"
    }
  }

  /// A JSON scalar without its quotes; lists as they are.
  private static func plain(_ value: String?) -> String {
    guard let value else { return "" }
    return ResultLine.plain(value)
  }
}
