import Handover

/// Records of which nothing is stated: how many of each kind, and which the first was.
struct OmittedRecords: Sendable {
  enum Reason: Hashable, Error, Sendable {
    case notStated(Statement.Omission)
    /// The same judgement of the same attempt was stated of a record before.
    case again
  }

  private var found: [(reason: Reason, first: String, count: Int)] = []

  mutating func note(_ reason: Reason, _ path: String) {
    if let place = found.firstIndex(where: { $0.reason == reason }) {
      found[place].count += 1
    } else {
      found.append((reason, path, 1))
    }
  }

  /// A line for each kind, as in "effleurage: warning: not exported: 2 demonstrations (a.inkml and 1
  /// more)".
  var lines: [String] {
    found.map { entry in
      let more = entry.count > 1 ? " and \(entry.count - 1) more" : ""
      return "\(Program.name): warning: not exported: "
        + "\(OmittedRecords.words(entry.reason, entry.count)) (\(entry.first)\(more))"
    }
  }

  private static func words(_ reason: Reason, _ count: Int) -> String {
    switch reason {
    case .notStated(.demonstration): HistoryText.count(count, "demonstration")
    case .notStated(.drill): HistoryText.count(count, "drill")
    case .notStated(.foreign): HistoryText.count(count, "record") + " of another program"
    case .notStated(.nameless): HistoryText.count(count, "attempt") + " without a trainee"
    case .again: HistoryText.count(count, "record") + " of an attempt that is stated already"
    }
  }
}
