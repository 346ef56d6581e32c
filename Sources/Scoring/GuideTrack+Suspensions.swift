import Geometry

/// Hands that may turn out to be tapping: what they found is kept until it is known.
extension GuideTrack {
  struct Suspension: Sendable {
    let contact: Int
    var stroke: StrokeState?
    var leftAt: (time: Int, place: FinePoint)?
    /// Strokes that ended since.
    var ended: [StrokeState] = []
  }

  /// From now on a hand is here that may turn out to be tapping: nothing it ends is final.
  mutating func suspend(_ contact: Int) {
    suspensions.append(Suspension(contact: contact, stroke: current, leftAt: leftAt))
  }

  /// It was no tapping: what ended, ended, and so did what earlier hands ended.
  mutating func commit(_ contact: Int) {
    guard let last = suspensions.firstIndex(where: { $0.contact == contact }) else { return }
    let ended = suspensions[...last].flatMap(\.ended)
    suspensions.removeSubrange(...last)
    for stroke in ended { close(stroke) }
  }

  /// It was tapping, and so were others: the stroke under way is as if nobody had come. `serials`
  /// are the strokes of its ticks that were expected and never come.
  mutating func restore(_ contact: Int, amongTaps others: [Int], forgetting serials: [Int]) {
    guard let first = suspensions.firstIndex(where: { $0.contact == contact }) else {
      // A hand that came in between took the stroke as it found it.
      for serial in serials { forget(serial, whereKept: true) }
      return
    }
    let kept = suspensions[first]
    if let next = suspensions[first...].firstIndex(where: { !others.contains($0.contact) }) {
      // A hand is here that may be tapping too: it goes on with what it found.
      suspensions[next].stroke = kept.stroke
      suspensions[next].leftAt = kept.leftAt
      suspensions[next].ended.insert(
        contentsOf: suspensions[first..<next].flatMap(\.ended), at: 0)
      suspensions.removeSubrange(first..<next)
      for serial in serials { forget(serial, whereKept: false) }
    } else {
      current = kept.stroke
      currentSerial = kept.stroke?.serial ?? -1
      leftAt = kept.leftAt
      suspensions.removeSubrange(first...)
    }
  }

  /// A tick that was expected does not come.
  private mutating func forget(_ serial: Int, whereKept isKept: Bool) {
    change(serial, whereKept: isKept) { $0.pending -= 1 }
    tallyIfSettled(serial)
  }

  /// Nothing more comes: whatever ended, ended.
  mutating func commitAll() {
    if let last = suspensions.last { commit(last.contact) }
  }
}
