import Scenarios
import Scoring

/// What was good, and what to change first.
extension ResultText {
  static func addStrengths(_ result: Result, to page: inout TextPage) {
    addHeading("What was good", to: &page)
    let strengths = result.strengths
    guard !strengths.isEmpty else {
      page.add("Nothing to name this time.", after: "  ")
      return
    }
    for strength in strengths {
      page.add(strength.sentence, after: "  " + padded(name(strength.criterion), to: 12))
    }
  }

  static func addChanges(_ result: Result, to page: inout TextPage) {
    let changes = result.changes
    switch changes.count {
    case 0: return
    case 1: addHeading("The change worth most", to: &page)
    case 2: addHeading("The two changes worth most", to: &page)
    default: addHeading("The three changes worth most", to: &page)
    }
    for (index, change) in changes.enumerated() {
      page.add(change.sentence, after: "  \(index + 1). ")
      page.add(worth(change, in: result), after: "     ")
    }
    let rest = 1000 - result.score.units - changes.reduce(0) { $0 + $1.points.units }
    if rest > 0 {
      page.add("All the rest cost \(oneDecimal(.tenths(rest))).", after: "  ")
    }
  }

  /// What a change would bring, where to look for it, and when it happened first.
  private static func worth(_ change: Change, in result: Result) -> String {
    var parts: [String] = []
    if change.isCritical { parts.append("critical") }
    if change.points.units > 0 { parts.append("up to +\(oneDecimal(change.points))") }
    parts.append(
      change.criteria.count > 3
        ? "\(change.criteria.count) criteria" : list(change.criteria.map(\.rawValue)))
    if let phase = change.phase { parts.append(phase) }
    if let first = change.span {
      let count = change.deductions.reduce(0) { $0 + result.deductions[$1].spans.count }
      parts.append((count > 1 ? "first " : "") + span(first))
    }
    return parts.joined(separator: ", ")
  }
}
