import Attempts
import Foundation
import Geometry
import Testing

@testable import Records

/// Journals of attempts that were under way, whole, cut off and damaged.
@Suite struct JournalTests {
  /// The bytes of a journal.
  static func journal(_ events: [Event], _ header: Header, _ scenario: [UInt8]) -> [UInt8] {
    var bytes = JournalOpening.bytes(header: header, scenario: scenario)
    var number = 0
    for event in events { JournalFrame.append(event, to: &bytes, number: &number) }
    return bytes
  }

  static let opening = JournalOpening.bytes(
    header: Smallest.header, scenario: Array(Smallest.scenario.utf8))
  static let smallest = journal(
    Smallest.events, Smallest.header, Array(Smallest.scenario.utf8))

  /// A journal's attempts have no untimed drill and no device but those of a window.
  private static func attempt(_ seed: UInt64) -> RandomAttempt {
    var attempt = RandomAttempt(seed: seed)
    if case .phase(let id, _) = attempt.header.scope {
      attempt.header.scope = .phase(id, timed: true)
    }
    return attempt
  }

  @Test("What was written reads back", arguments: 1...60 as ClosedRange<UInt64>)
  func reads(seed: UInt64) throws {
    let attempt = Self.attempt(seed)
    let bytes = Self.journal(attempt.events, attempt.header, attempt.scenario)
    let journal = try JournalReader(.bytes(bytes))
    #expect(journal.head.header == attempt.header, "seed \(seed)")
    #expect(journal.head.scenario == attempt.scenario, "seed \(seed)")
    #expect(try journal.events(liftsHands: false) == attempt.events, "seed \(seed)")
    #expect(try journal.events() == attempt.events, "seed \(seed)")
    #expect(!journal.ending.isEarly)
    #expect(journal.ending.offset == bytes.count)
    #expect(journal.ending.events == attempt.events.count)
    #expect(journal.ending.time == attempt.events.last?.time)
    let (head, events) = try RecordReader().read(.bytes(bytes))
    #expect(head.header == attempt.header)
    #expect(head.journal == journal.ending)
    #expect(events == attempt.events)
  }

  @Test("Cut anywhere, it gives the events before, and hands lifted at their last sample")
  func cut() throws {
    for count in 0...Self.smallest.count {
      let bytes = Array(Self.smallest[..<count])
      guard count >= Self.opening.count else {
        let error = #expect(throws: RecordError.self, "cut to \(count)") {
          try JournalReader(.bytes(bytes))
        }
        #expect(error?.kind == .badData)
        continue
      }
      let journal = try JournalReader(.bytes(bytes))
      let written = try journal.events(liftsHands: false)
      #expect(Smallest.events.starts(with: written), "cut to \(count)")
      let frames = (count - Self.opening.count) / JournalFrame.length
      #expect(journal.ending.offset <= Self.opening.count + frames * JournalFrame.length)
      #expect(journal.ending.isEarly == (journal.ending.offset < count))
      // As a record's end does, the journal's lifts every hand.
      let record = try RecordWriter.document(
        of: written, header: Smallest.header, scenario: Array(Smallest.scenario.utf8))
      let (_, events) = try RecordReader().read(.bytes(record))
      let read = try journal.events()
      if written.last == Smallest.events[4] {
        // A hand that was seen once is lifted where it landed.
        #expect(read.count == written.count + 1)
      } else {
        #expect(read == events, "cut to \(count)")
      }
    }
  }

  @Test(
    "Cut anywhere, it becomes a record of the same events", arguments: 1...60 as ClosedRange<UInt64>
  )
  func becomesARecord(seed: UInt64) throws {
    var random = Generator(state: seed)
    let attempt = Self.attempt(seed)
    let bytes = Self.journal(attempt.events, attempt.header, attempt.scenario)
    let start = JournalOpening.bytes(header: attempt.header, scenario: attempt.scenario).count
    let count = Int.random(in: start...bytes.count, using: &random)
    let events = try JournalReader(.bytes(Array(bytes[..<count]))).events()
    let record = try RecordWriter.document(
      of: events, header: attempt.header, scenario: attempt.scenario)
    #expect(try RecordReader().read(.bytes(record)).events == events, "seed \(seed)")
  }

  @Test("A flipped bit anywhere ends what counts", arguments: 1...300 as ClosedRange<UInt64>)
  func flipped(seed: UInt64) throws {
    var random = Generator(state: seed)
    var bytes = Self.smallest
    let place = Int.random(in: 0..<bytes.count, using: &random)
    bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    guard place >= Self.opening.count else {
      #expect(throws: RecordError.self, "seed \(seed)") { try JournalReader(.bytes(bytes)) }
      return
    }
    let journal = try JournalReader(.bytes(bytes))
    #expect(Smallest.events.starts(with: try journal.events(liftsHands: false)), "seed \(seed)")
    #expect(journal.ending.isEarly, "seed \(seed)")
    #expect(journal.ending.offset <= place, "seed \(seed)")
  }

  @Test("Noise behind an opening holds no event", arguments: 1...40 as ClosedRange<UInt64>)
  func noise(seed: UInt64) throws {
    var random = Generator(state: seed)
    let noise = (0..<Int.random(in: 1...3_000, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    let journal = try JournalReader(.bytes(Self.opening + noise))
    #expect(try journal.events() == [])
    #expect(journal.ending.isEarly)
    #expect(throws: RecordError.self) { try JournalReader(.bytes(noise)) }
    #expect(throws: RecordError.self) {
      try JournalReader(.bytes(JournalOpening.signature + noise))
    }
  }

  @Test("Nothing at all is no journal")
  func empty() {
    #expect(throws: RecordError.self) { try JournalReader(.bytes([])) }
  }

  private static func sample(_ time: Int, x: Int = 0, pressure: Int? = 300) -> Sample {
    Sample(time: time, position: Position(x: x, y: 10_000), pressure: pressure)
  }

  private static func landing(
    _ contact: Int, _ time: Int, nanometresPerPixel: Int = 350_000
  ) -> Event {
    .land(
      Landing(
        contact: contact, hand: 0, nanometresPerPixel: nanometresPerPixel, sample: sample(time)))
  }

  /// What whole frames may not say, after a first contact at a second.
  static let refused: [(String, Event)] = [
    ("time goes back", .act(.pause, time: 999_999)),
    ("an act after a hand at the same time", .act(.pause, time: 1_000_000)),
    ("a time below zero", .act(.pause, time: -1)),
    ("a time beyond 24 hours", .act(.pause, time: Bounds.time + 1)),
    ("a contact that is not down", .move(contact: 2, sample(1_100_000))),
    ("a contact that landed before", landing(1, 1_100_000)),
    ("a pixel of nothing", landing(2, 1_100_000, nanometresPerPixel: 0)),
    ("a place beyond two metres", .move(contact: 1, sample(1_100_000, x: 200_001))),
    ("a pressure over one", .move(contact: 1, sample(1_100_000, pressure: 1_001))),
  ]

  @Test(
    "A whole frame that breaks a bound or the order ends what counts", arguments: refused.indices)
  func bounds(index: Int) throws {
    let (what, event) = Self.refused[index]
    let first = Self.landing(1, 1_000_000)
    let bytes = Self.journal(
      [first, event, .act(.end, time: 2_000_000)], Smallest.header, [])
    let journal = try JournalReader(.bytes(bytes))
    #expect(try journal.events(liftsHands: false) == [first], "\(what)")
    #expect(journal.ending.isEarly, "\(what)")
  }

  @Test("What a bound just allows counts")
  func withinBounds() throws {
    let events: [Event] = [
      .act(.pause, time: 0), Self.landing(1, 1_000_000),
      .move(contact: 1, Self.sample(1_000_000, x: 200_000, pressure: 1_000)),
      Self.landing(10_000, Bounds.time, nanometresPerPixel: 1_000_000_000),
    ]
    let journal = try JournalReader(.bytes(Self.journal(events, Smallest.header, [])))
    #expect(try journal.events(liftsHands: false) == events)
    #expect(!journal.ending.isEarly)
  }

  @Test("Two hands that are down are both lifted at their own last sample")
  func twoHands() throws {
    let events: [Event] = [
      Self.landing(1, 1_000_000), Self.landing(2, 1_000_000),
      .move(contact: 1, Self.sample(1_010_000)), .move(contact: 2, Self.sample(1_020_000)),
    ]
    let journal = try JournalReader(.bytes(Self.journal(events, Smallest.header, [])))
    #expect(
      try journal.events() == [
        events[0], events[1], .lift(contact: 1, Self.sample(1_010_000)),
        .lift(contact: 2, Self.sample(1_020_000)),
      ])
  }

  @Test("The device that was known with the first contact is the attempt's")
  func device() throws {
    var bytes = Self.opening
    var number = 0
    let touch = Device(kind: .touch, pressure: .none)
    let first = Smallest.events[0]
    JournalFrame.append(first, to: &bytes, number: &number)
    JournalFrame.append(touch, time: 2_000_000, to: &bytes, number: &number)
    let landing = Event.land(
      Landing(
        contact: 1, hand: 0, nanometresPerPixel: 1,
        sample: Self.sample(3_000_000, pressure: nil)))
    JournalFrame.append(landing, to: &bytes, number: &number)
    let before = bytes.count
    // Nobody changes the device in the middle, and none without pressure reports one.
    var other = bytes
    var otherNumber = number
    JournalFrame.append(
      Device(kind: .pen, pressure: .measured), time: 3_000_000, to: &other, number: &otherNumber)
    let journal = try JournalReader(.bytes(other))
    #expect(journal.head.header.device == touch)
    #expect(journal.ending.offset == before)
    #expect(journal.ending.isEarly)
    JournalFrame.append(
      .move(contact: 1, Self.sample(3_100_000, pressure: 5)), to: &bytes, number: &number)
    #expect(try JournalReader(.bytes(bytes)).ending.offset == before)
  }

  @Test("An act whose words are cut off does not count")
  func longWords() throws {
    let act = Event.act(.phase(String(repeating: "p", count: 300)), time: 5)
    let bytes = Self.journal([.act(.pause, time: 1), act], Smallest.header, [])
    let cut = try JournalReader(.bytes(Array(bytes.dropLast(JournalFrame.length))))
    #expect(try cut.events() == [.act(.pause, time: 1)])
    #expect(cut.ending.frames == 1)
    #expect(try JournalReader(.bytes(bytes)).events() == [.act(.pause, time: 1), act])
  }

  /// Openings whose sum is right and whose words are not.
  @Test(
    "An opening that says what no attempt is, is refused",
    arguments: [
      ("mode practice", "mode play"), ("origin live", "origin foreign"), ("rules 1", "rules 0"),
      ("trainee t-7k3qvm2x", "trainee Anna"), ("shown guide", "shown nothing"),
      ("device mouse", "device hand"), ("program 0.1.0\n", ""),
      ("start 2025-05-14T09:30:00Z", "phase stroke"),
    ])
  func opening(from: String, to: String) {
    let body = String(
      decoding: Self.opening.dropFirst(JournalOpening.start), as: UTF8.self
    ).replacing(from, with: to)
    #expect(throws: Words.self) { try JournalOpening.read(Array(body.utf8)) }
  }

  @Test("A length beyond any case is refused before it is read")
  func hostileLength() {
    let bytes = Array("EFFLOG2\nffffffff 00000000\n".utf8)
    let error = #expect(throws: RecordError.self) { try JournalReader(.bytes(bytes)) }
    #expect(error?.description.contains("opening of the journal") == true)
  }
}
