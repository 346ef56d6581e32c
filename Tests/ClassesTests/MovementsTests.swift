import Attempts
import Geometry
import Scenarios
import Testing

@testable import Classes

/// Fingerprints of what hands did.
@Suite struct MovementsTests {
  private let massage = Samples.massage(1)

  @Test func whatStandsBesideTheSamplesChangesNothing() {
    let original = Movements(massage)
    #expect(original.contacts.count == 4)
    #expect(original.samples == 160)
    let later = massage.map { $0.moved(time: 17_123_456, contact: 30) }
    #expect(Movements(later) == original)
    #expect(Movements([.act(.ask(.nerves), time: 0)] + massage) == original)
  }

  @Test func everyFigureOfASampleCounts() {
    let original = Movements(massage)
    let changes: [(Sample) -> Sample] = [
      { Sample(time: $0.time + 1, position: $0.position, pressure: $0.pressure) },
      {
        Sample(
          time: $0.time, position: Position(x: $0.position.x + 1, y: $0.position.y),
          pressure: $0.pressure)
      },
      {
        Sample(
          time: $0.time, position: Position(x: $0.position.x, y: $0.position.y - 1),
          pressure: $0.pressure)
      },
      { Sample(time: $0.time, position: $0.position, pressure: 301) },
      { Sample(time: $0.time, position: $0.position, pressure: nil) },
    ]
    for change in changes {
      var changed = massage
      guard case .move(let contact, let sample) = changed[20] else {
        Issue.record("no sample there")
        return
      }
      changed[20] = .move(contact: contact, change(sample))
      let movements = Movements(changed)
      #expect(movements.whole != original.whole)
      #expect(movements.contacts.count { original.contacts.contains($0) } == 3)
    }
  }

  @Test func whenContactsBeginAfterEachOtherIsOfTheWholeAlone() {
    let original = Movements(massage)
    let spread = Movements(
      massage.map { $0.contact == 4 ? $0.moved(time: 1) : $0 })
    #expect(spread.contacts == original.contacts)
    #expect(spread.whole != original.whole)
  }

  /// Too short, or hardly moved: anybody could do it twice.
  @Test(arguments: [
    (7, 1_000, false), (8, 1_000, true), (8, 999, false), (8, 1_000, true), (40, 999, false),
    (2, 9_000, false),
  ])
  func onlyWhatIsLongAndFarTells(samples: Int, extent: Int, tells: Bool) {
    // The last sample brings the rest of the way.
    var events = Samples.contact(1, at: 0, step: 0, samples: samples)
    guard case .lift(let contact, let last)? = events.last else { return }
    events[events.count - 1] = .lift(
      contact: contact,
      Sample(time: last.time, position: Position(x: 0, y: extent), pressure: last.pressure))
    #expect(Movements(events).contacts.count == (tells ? 1 : 0))
  }

  @Test(arguments: [(19, false), (20, true)])
  func anAttemptOfAFewSamplesIsNoWhole(samples: Int, isWhole: Bool) {
    let events = Samples.contact(1, at: 0, step: 0, samples: samples)
    #expect((Movements(events).whole != nil) == isWhole)
  }

  @Test func handsAtOneTimeAreToldApart() {
    let left = Samples.contact(1, at: 0, x: -5_000)
    let right = Samples.contact(2, at: 4_000, x: 5_000)
    let both = (left + right).sorted { $0.time < $1.time }
    let movements = Movements(both)
    #expect(movements.contacts.count == 2)
    #expect(
      movements.contacts == Movements(left + right.map { $0.moved(time: 9_000_000) }).contacts)
  }

  @Test func aHandThatIsStillDownCountsAsFarAsItIs() {
    let events = Array(Samples.contact(1, at: 0).dropLast(5))
    #expect(Movements(events).contacts.map(\.samples) == [35])
  }
}
