import Attempts

/// When the contacts of a foreign document begin and end by its own clock.
struct ForeignSurvey {
  struct Contact {
    /// Microseconds of the document's clock; nil without a T channel.
    var start: Int?
    var end: Int?
    var timeOffset: Int?
    var line: Int
  }

  var contacts: [Contact] = []
  var hasPressure = false

  /// What is added to the times of each contact, and when each begins then.
  enum Layout {
    /// No times: points 5 ms and traces 10 s apart.
    case untimed
    case timed(shifts: [Int], starts: [Int])
  }

  static let pointGap = 5_000
  static let traceGap = 10_000_000

  /// Places the contacts on one clock that begins with the first point.
  ///
  /// Where all traces begin at the same time, each has a clock of its own: they are laid by their
  /// `timeOffset` if all have one that does not go back, else one after another 10 s apart.
  func layout() throws(RecordError) -> Layout {
    var spans: [(start: Int, end: Int)] = []
    for contact in contacts {
      guard let start = contact.start, let end = contact.end else { return .untimed }
      spans.append((start, end))
    }
    guard let first = spans.first else { return .timed(shifts: [], starts: []) }
    var starts: [Int] = []
    if spans.count > 1, spans.allSatisfy({ $0.start == first.start }) {
      let offsets = contacts.compactMap(\.timeOffset).filter { $0.magnitude < 1 << 50 }
      let isOrdered = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
      if offsets.count == contacts.count, isOrdered, offsets.first != offsets.last {
        starts = offsets.map { ($0 - offsets[0]) * 1_000 }
      } else {
        var next = 0
        for (span, contact) in zip(spans, contacts) {
          starts.append(next)
          let (end, over) = span.end.subtractingReportingOverflow(span.start)
          guard !over, end <= Bounds.time, next <= Bounds.time else { throw tooLong(contact) }
          next += end + ForeignSurvey.traceGap
        }
      }
    } else {
      for (index, span) in spans.enumerated() {
        let (start, over) = span.start.subtractingReportingOverflow(first.start)
        guard index == 0 || span.start >= spans[index - 1].start else {
          throw RecordError(
            .badData, line: contacts[index].line,
            "this trace begins before the one above it: time goes back")
        }
        guard !over else { throw tooLong(contacts[index]) }
        starts.append(start)
      }
    }
    var shifts: [Int] = []
    for (index, span) in spans.enumerated() {
      let (shift, over) = starts[index].subtractingReportingOverflow(span.start)
      let (end, beyond) = span.end.addingReportingOverflow(shift)
      guard !over, !beyond, end <= Bounds.time else { throw tooLong(contacts[index]) }
      shifts.append(shift)
    }
    return .timed(shifts: shifts, starts: starts)
  }

  private func tooLong(_ contact: Contact) -> RecordError {
    RecordError(.badData, line: contact.line, "the traces take more than 24 hours")
  }
}
