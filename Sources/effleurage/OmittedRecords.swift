import Handover

/// Records of which nothing is stated: how many of each kind, and which the first was.
struct OmittedRecords: Sendable {
  private var found: [(reason: Statement.Omission, first: String, count: Int)] = []

  mutating func note(_ reason: Statement.Omission, _ path: String) {
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

  private static func words(_ reason: Statement.Omission, _ count: Int) -> String {
    switch reason {
    case .demonstration: HistoryText.count(count, "demonstration")
    case .drill: HistoryText.count(count, "drill")
    case .foreign: HistoryText.count(count, "record") + " of another program"
    case .nameless: HistoryText.count(count, "attempt") + " without a trainee"
    }
  }
}
