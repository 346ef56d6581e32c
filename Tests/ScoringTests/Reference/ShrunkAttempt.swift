import Attempts

/// The smallest part of an attempt that still fails, so that the cause can be seen.
enum ShrunkAttempt {
  /// Drops whole contacts, acts and samples as long as the rest fails.
  static func events(_ events: [Event], _ doesFail: ([Event]) -> Bool) -> [Event] {
    var events = events
    for contact in Set(events.compactMap(contact)).sorted() {
      let fewer = events.filter { self.contact($0) != contact }
      if doesFail(fewer) { events = fewer }
    }
    var index = 0
    while index < events.count {
      var fewer = events
      if case .act = fewer.remove(at: index), doesFail(fewer) {
        events = fewer
      } else {
        index += 1
      }
    }
    for contact in Set(events.compactMap(contact)).sorted() {
      events = shortened(events, contact, doesFail)
    }
    return events
  }

  /// Drops stretches of samples, at first half of them, at last single ones.
  private static func shortened(
    _ events: [Event], _ contact: Int, _ doesFail: ([Event]) -> Bool
  ) -> [Event] {
    var events = events
    var size = moves(events, contact).count / 2
    while size > 0 {
      var start = 0
      while start < moves(events, contact).count {
        let places = moves(events, contact)
        let dropped = Set(places[start..<min(start + size, places.count)])
        let fewer = events.indices.filter { !dropped.contains($0) }.map { events[$0] }
        if doesFail(fewer) { events = fewer } else { start += size }
      }
      size /= 2
    }
    return events
  }

  private static func moves(_ events: [Event], _ contact: Int) -> [Int] {
    events.indices.filter {
      if case .move(contact, _) = events[$0] { true } else { false }
    }
  }

  static func contact(_ event: Event) -> Int? {
    switch event {
    case .act: nil
    case .land(let landing): landing.contact
    case .move(let contact, _), .lift(let contact, _): contact
    }
  }
}
