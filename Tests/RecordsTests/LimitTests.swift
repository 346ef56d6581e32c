import Attempts
import Digests
import Foundation
import Geometry
import Testing

@testable import Records

/// What a record may ask for: just as much is read, and one more is refused in words and with its
/// line.
@Suite struct LimitTests {
  struct Limit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var most: Int
    /// What is said of one more.
    var message: String
    var document: @Sendable (Int) -> String
  }

  private static let format =
    "<traceFormat><channel name=\"X\"/><channel name=\"Y\"/></traceFormat>"

  /// A document of other programs with something before its trace.
  private static func foreign(_ inner: String) -> String {
    "<ink>\n\(inner)\n\(format)<trace>1 2</trace></ink>"
  }

  /// This program's, with contacts that all land at once, and last.
  private static func own(contacts: Int = 1, header: String = "", program: String = "p") -> String {
    let none = SHA256.text(of: [])
    let traces = (0..<contacts).map {
      "<annotation type=\"effleurage:contact\" contact=\"\($0 + 1)\" hand=\"\($0)\" "
        + "mmPerPixel=\"1\"/><trace>0 0 0, 0 0 1000</trace>\n"
    }
    return "<ink><annotationXML type=\"effleurage:record:1\">\n"
      + "<record format=\"1\" program=\"\(program)\" rules=\"1\" mode=\"practice\" origin=\"live\" "
      + "start=\"\"/><device kind=\"touch\" pressure=\"none\"/><scenario sha256=\"\(none)\"/>"
      + "<shown/>\n\(header)</annotationXML><traceFormat><channel name=\"X\"/>"
      + "<channel name=\"Y\"/><channel name=\"T\"/></traceFormat>\n\(traces.joined())</ink>"
  }

  /// A format whose points may have values of further channels.
  private static func optional(_ channels: String) -> String {
    "<traceFormat><channel name=\"X\"/><channel name=\"Y\"/><intermittentChannels>\(channels)"
      + "</intermittentChannels></traceFormat>"
  }

  private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  static let limits = [
    Limit(testDescription: "elements within elements", most: 32, message: "32 deep") { count in
      foreign(
        String(repeating: "<a>", count: count - 1) + String(repeating: "</a>", count: count - 1))
    },
    Limit(testDescription: "definitions", most: 999, message: "more than 1000 definitions") {
      foreign(String(repeating: "<context/>", count: $0))
    },
    Limit(testDescription: "channels", most: 64, message: "more than 64 channels") { count in
      foreign(optional((2..<count).map { "<channel name=\"C\($0)\"/>" }.joined()))
    },
    Limit(testDescription: "an id", most: 1_000, message: "id of <context> has over 1000 bytes") {
      foreign("<context id=\"\(letters($0))\"/>")
    },
    Limit(
      testDescription: "a channel's name", most: 1_000,
      message: "name of <channel> has over 1000 bytes"
    ) { foreign(optional("<channel name=\"\(letters($0))\"/>")) },
    Limit(
      testDescription: "words of the header", most: 1_000,
      message: "program of <record> has over 1000 bytes"
    ) { own(program: letters($0)) },
    Limit(
      testDescription: "an act's value", most: 1_000,
      message: "value of <event> has over 1000 bytes"
    ) { own(header: "<event t=\"0\" kind=\"phase\" value=\"\(letters($0))\"/>\n") },
    Limit(
      testDescription: "values together", most: (1 << 24) / 1_000,
      message: "values have over 16 MiB"
    ) { count in
      own(
        header: String(
          repeating: "<event t=\"0\" kind=\"phase\" value=\"\(letters(1_000))\"/>\n", count: count))
    },
    Limit(
      testDescription: "contacts at once", most: 100,
      message: "more than 100 contacts are down at the same time"
    ) { own(contacts: $0) },
  ]

  @Test("One more than the limit is refused", arguments: limits.indices)
  func limit(index: Int) throws {
    let limit = Self.limits[index]
    _ = try RecordReader().read(.bytes(Array(limit.document(limit.most).utf8)))
    let error = #expect(throws: RecordError.self, "\(limit)") {
      try RecordReader().read(.bytes(Array(limit.document(limit.most + 1).utf8)))
    }
    #expect(error?.kind == .badData)
    #expect(error?.message.contains(limit.message) == true, "\(error?.description ?? "")")
    #expect(error?.line ?? 0 > 1, "\(error?.description ?? "")")
  }

  /// Behind a prefix that nobody declared the parser would go on, and find the next.
  @Test("The first fault in the XML is told, and the last word")
  func firstFault() throws {
    let text = "<ink>\n" + String(repeating: "<q:a/>\n", count: 1_000) + "</ink>"
    let error = #expect(throws: RecordError.self) {
      try RecordReader().read(.bytes(Array(text.utf8)))
    }
    #expect(error?.description == "2: a prefix that no xmlns declares")
  }

  /// Of such a document the parser would make another encoding.
  @Test("A zero is no text", arguments: ["\0", "\0\0\0", "<ink>\n\0"])
  func zeros(before: String) {
    let error = #expect(throws: RecordError.self) {
      try RecordReader().read(.bytes(Array((before + "<ink>").utf8)))
    }
    #expect(error?.message == "the file is not text in UTF-8")
  }

  @Test("What nobody reads may be long")
  func unread() throws {
    _ = try RecordReader().read(
      .bytes(Array(Self.foreign("<brush id=\"\(Self.letters(5_000))\"/>").utf8)))
  }

  @Test("A million acts and no more", arguments: [0, 3])
  func acts(limit: Int) throws {
    #expect(OwnHeader.acts == 1_000_000)
    var header = try OwnHeader(type: OwnHeader.prefix + "1", limit: limit)
    try header.begin(
      "record",
      ["format": "1", "program": "", "rules": "1", "mode": "exam", "origin": "live", "start": ""])
    try header.begin("device", ["kind": "pen", "pressure": "set"])
    try header.begin("scenario", ["sha256": ""])
    try header.begin("shown", [:])
    for _ in 0..<limit { try header.begin("event", ["t": "0", "kind": "pause"]) }
    let words = #expect(throws: Words.self) {
      try header.begin("event", ["t": "0", "kind": "pause"])
    }
    #expect(words?.text == "more than \(limit) events")
  }

  @Test("A case of 1 MiB and no more", arguments: [0, 1])
  func scenario(more: Int) throws {
    let scenario = [UInt8](repeating: 0x20, count: 1 << 20 + more)
    let bytes = try RecordWriter.document(
      of: [], header: Smallest.header, scenario: scenario)
    guard more > 0 else {
      #expect(try RecordReader().read(.bytes(bytes)).head.scenario == scenario)
      return
    }
    let error = #expect(throws: RecordError.self) { try RecordReader().read(.bytes(bytes)) }
    #expect(error?.message == "a scenario of over 1 MiB")
  }

  @Test("Samples that wait for another contact are few")
  func waiting() throws {
    #expect(EventOrder.longestWait == 4_000_000)
    func read(_ wait: Int) throws -> [Event] {
      var events: [Event] = []
      let order = EventOrder(acts: [], starts: [0, 1], wait: wait) { events.append($0) }
      for contact in 1...2 {
        try order.land(Self.landing(contact, contact - 1), line: contact)
        for time in 2...5 { try order.move(Self.sample(time)) }
        try order.lift()
      }
      try order.end()
      return events
    }
    #expect(try read(4).count == 10)
    let error = #expect(throws: RecordError.self) { try read(3) }
    #expect(error?.description == "1: more than 3 samples of contacts that overlap the next one")
  }

  private static func sample(_ time: Int) -> Sample {
    Sample(time: time, position: Position(x: 0, y: 0))
  }

  private static func landing(_ contact: Int, _ time: Int) -> Landing {
    Landing(contact: contact, hand: 0, nanometresPerPixel: 1, sample: sample(time))
  }

  // MARK: Journals

  private static func counted(_ events: [Event]) throws -> Int {
    let bytes = JournalTests.journal(events, Smallest.header, [])
    return try JournalReader(.bytes(bytes)).ending.events
  }

  @Test("A journal counts up to what a record holds")
  func journal() throws {
    let hands = (1...101).map { Event.land(Self.landing($0, $0)) }
    #expect(try Self.counted(hands) == 100)
    let phases = [1_000, 1_001].map { Event.act(.phase(Self.letters($0)), time: 0) }
    #expect(try Self.counted(phases) == 1)
  }

  /// Found by `Scripts/fuzz journal`: what no record can hold could never be saved.
  @Test("A journal says nothing that no record can hold")
  func characters() throws {
    #expect(try Self.counted([.act(.phase("a\u{1}"), time: 0)]) == 0)
    for program in ["a\u{FFFF}", Self.letters(1_001)] {
      var header = Smallest.header
      header.program = program
      let error = #expect(throws: RecordError.self) {
        try JournalReader(.bytes(JournalOpening.bytes(header: header, scenario: [])))
      }
      #expect(error?.message.contains("program is longer") == true)
    }
  }

  @Test("A journal whose case is too large is none", arguments: [0, 1])
  func journalScenario(more: Int) throws {
    let bytes = JournalOpening.bytes(
      header: Smallest.header, scenario: [UInt8](repeating: 0x20, count: 1 << 20 + more))
    guard more > 0 else {
      #expect(try JournalReader(.bytes(bytes)).head.scenario?.count == 1 << 20)
      return
    }
    let error = #expect(throws: RecordError.self) { try JournalReader(.bytes(bytes)) }
    #expect(error?.message.contains("over 1 MiB") == true)
  }

  // MARK: Writing

  @Test("What could not be read is not written")
  func writing() throws {
    func write(_ events: [Event], _ header: Header = Smallest.header) throws {
      _ = try RecordWriter.document(of: events, header: header, scenario: [])
    }
    let hands = (1...101).map { Event.land(Self.landing($0, $0)) }
    try write(Array(hands.dropLast()))
    #expect(throws: RecordError.self) { try write(hands) }
    try write([.act(.phase(Self.letters(1_000)), time: 0)])
    #expect(throws: RecordError.self) { try write([.act(.phase(Self.letters(1_001)), time: 0)]) }
    let most = (1 << 24) / 1_000
    let acts = [Event](repeating: .act(.phase(Self.letters(1_000)), time: 0), count: most + 1)
    try write(Array(acts.dropLast()))
    #expect(throws: RecordError.self) { try write(acts) }
    var header = Smallest.header
    header.program = Self.letters(1_001)
    #expect(throws: RecordError.self) { try write([], header) }
  }
}
