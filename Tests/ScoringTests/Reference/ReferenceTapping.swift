import Attempts
import Geometry

/// Quick light contacts one after the other.
enum ReferenceTapping {
  /// The alarms: rows of three taps or more, as indices of contacts.
  static func alarms(_ contacts: [ReferenceContact]) -> [[Int]] {
    let taps = contacts.indices
      .filter { contacts[$0].isJudged && isTap(contacts[$0]) }
      .sorted {
        (contacts[$0].lift.time, contacts[$0].number, $0)
          < (contacts[$1].lift.time, contacts[$1].number, $1)
      }
    var rows: [[Int]] = []
    for tap in taps {
      if let last = rows.last?.last, goesOn(contacts[last], contacts[tap]) {
        rows[rows.count - 1].append(tap)
      } else {
        rows.append([tap])
      }
    }
    return rows.filter { $0.count >= ReferenceFigures.tapsOfAlarm }
  }

  private static func isTap(_ contact: ReferenceContact) -> Bool {
    contact.lift.time - contact.landing.time <= ReferenceFigures.longestTap
      && extent(contact.samples.map(\.position.fine)) <= ReferenceFigures.widestTap
  }

  private static func goesOn(_ last: ReferenceContact, _ next: ReferenceContact) -> Bool {
    next.phase == last.phase
      && next.landing.time - last.lift.time <= ReferenceFigures.tapGap
      && next.landing.position.fine.distance(to: last.landing.position.fine)
        <= ReferenceFigures.tapReach
  }

  /// The larger side of the box around the places, in mm.
  static func extent(_ places: [FinePoint]) -> Double {
    let (x, y) = (places.map(\.x), places.map(\.y))
    let width = (x.max() ?? 0) - (x.min() ?? 0)
    let height = (y.max() ?? 0) - (y.min() ?? 0)
    return Double(max(width, height)) / 1_000_000
  }
}
