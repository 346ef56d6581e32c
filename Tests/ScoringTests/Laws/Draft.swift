import Attempts

/// An attempt in the making: acts and contacts in any order, contacts numbered as they land.
struct Draft: Sendable {
  private(set) var acts: [(act: Act, time: Int)] = []
  private(set) var contacts: [(samples: [Sample], nanometresPerPixel: Int)] = []
  /// Whether the hands that are down at the end of the record were never seen to leave.
  var leavesHandsDown = false

  mutating func add(_ act: Act, at time: Int) { acts.append((act, time)) }

  mutating func add(_ samples: [Sample], nanometresPerPixel: Int) {
    contacts.append((samples, nanometresPerPixel))
  }

  /// Everything in the one order of events: by time, acts first, then contacts by number.
  var events: [Event] {
    var entries: [(time: Int, contact: Int, place: Int, event: Event)] = []
    for (place, entry) in acts.enumerated() {
      entries.append((entry.time, 0, place, .act(entry.act, time: entry.time)))
    }
    let order = contacts.indices.sorted {
      (contacts[$0].samples[0].time, $0) < (contacts[$1].samples[0].time, $1)
    }
    let end = contacts.compactMap { $0.samples.last?.time }.max()
    for (number, index) in order.enumerated() {
      let (samples, pixel) = contacts[index]
      for (place, sample) in samples.enumerated() {
        let isLast = place == samples.count - 1
        let event: Event =
          if place == 0 {
            .land(
              Landing(
                contact: number + 1, hand: number % 3, nanometresPerPixel: pixel, sample: sample))
          } else if isLast, !leavesHandsDown || sample.time != end {
            .lift(contact: number + 1, sample)
          } else {
            .move(contact: number + 1, sample)
          }
        entries.append((sample.time, number + 1, place, event))
      }
    }
    entries.sort { ($0.time, $0.contact, $0.place) < ($1.time, $1.contact, $1.place) }
    return entries.map(\.event)
  }
}
