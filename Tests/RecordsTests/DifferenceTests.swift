import Attempts
import Foundation
import Geometry
import Records
import Testing

/// Records whose points are differences.
@Suite struct DifferenceTests {
  @Test("It reads back to equal header and events", arguments: 1...200 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let attempt = RandomAttempt(seed: seed)
    let bytes = try RecordWriter.document(
      of: attempt.events, header: attempt.header, scenario: attempt.scenario,
      encoding: .difference)
    let (head, events) = try RecordReader().read(.bytes(bytes))
    #expect(head.header == attempt.header, "seed \(seed)")
    #expect(head.scenario == attempt.scenario, "seed \(seed)")
    #expect(events == attempt.events, "seed \(seed)")
  }

  @Test("A hand that moves as hands do reads back", arguments: 1...100 as ClosedRange<UInt64>)
  func smooth(seed: UInt64) throws {
    let events = SmoothHand(seed: seed, samples: 400).events
    let header = Header(device: Device(kind: .pen, pressure: .measured), program: "1")
    let bytes = try RecordWriter.document(
      of: events, header: header, scenario: [], encoding: .difference)
    #expect(try RecordReader().read(.bytes(bytes)).events == events, "seed \(seed)")
  }

  @Test("Prefixes and space stand where the recommendation has them")
  func text() throws {
    let points: [(x: Int, y: Int, pressure: Int?, time: Int)] = [
      (100, -250, 300, 1_000_000), (110, -200, 300, 1_004_000), (120, -150, 300, 1_008_000),
      (131, -100, nil, 1_012_000), (142, -3, 305, 1_016_250), (142, -3, 306, 1_020_250),
    ]
    let text = try traces(points)
    #expect(
      text == """
        1-2.5 0.3 1000,'0.1'0.5'0'4,0.1 0.5 0 4,0.11 0.5?4,0.11 0.97!0.305 4.25,0 0'0.001 4
        """)
  }

  @Test("The page on formats shows the smallest record's trace as it is written")
  func page() throws {
    let samples: [Sample] = Smallest.events.compactMap {
      switch $0 {
      case .land(let landing): landing.sample
      case .move(_, let sample), .lift(_, let sample): sample
      case .act: nil
      }
    }
    let text = try traces(
      samples.map { ($0.position.x, $0.position.y, $0.pressure, $0.time) })
    let page = try String(
      contentsOf: URL(filePath: #filePath).appending(path: "../../../docs/formats.md").standardized,
      encoding: .utf8)
    #expect(page.contains("```\n\(text)\n```"))
  }

  @Test("Records of earlier programs, with second differences and `*`, read as ever")
  func earlier() throws {
    func read(_ trace: String) throws -> [[Int]] {
      let explicit = try RecordWriter.document(
        of: Smallest.events, header: Header(device: Smallest.header.device, program: "1"),
        scenario: [])
      let document = String(decoding: explicit, as: UTF8.self)
      let start = try #require(document.range(of: "contextRef=\"#hand\">\n"))
      let end = try #require(document.range(of: "</trace>"))
      let earlier =
        document[..<start.upperBound].replacing(">contact 1</annotation>", with: "/>") + trace
        + document[end.lowerBound...]
      return try RecordReader().read(.bytes(Array(earlier.utf8))).events.compactMap {
        switch $0 {
        case .land(let landing): landing.sample
        case .move(_, let sample), .lift(_, let sample): sample
        case .act: nil
        }
      }.map { [$0.position.x, $0.position.y, $0.pressure ?? -1, $0.time] }
    }
    #expect(
      try read("-.05 100 .3 9000,'.17'.5'0'8.25,.08***") == [
        [-5, 10_000, 300, 9_000_000], [12, 10_050, 300, 9_008_250], [20, 10_100, 300, 9_016_500],
      ])
    // Every step is a hundredth longer than the one before.
    var points: [[Int]] = []
    var x = 0
    for index in 0..<6 {
      points.append([x, 0, 0, 9_000_000 + index * 4_000])
      x += 1_000 + index
    }
    #expect(
      try read("0 0 0 9000,'10'0'0'4,10.01***,\".01***,****,****") == points)
  }

  @Test(
    "Nothing is written that readers take for something else",
    arguments: 1...100 as ClosedRange<UInt64>)
  func plainGrammar(seed: UInt64) throws {
    let points = SmoothHand(seed: seed, samples: 100).samples.map {
      (x: $0.position.x, y: $0.position.y, pressure: $0.pressure, time: $0.time)
    }
    let text = try traces(points)
    #expect(!text.contains { "*\"?!".contains($0) }, "seed \(seed)")
    #expect(text.firstMatch(of: #/(^|[^0-9])\./#) == nil, "seed \(seed)")
    // One prefix a value, of the second point alone: then no reader need keep one for each channel.
    let marked = text.split(separator: ",").map { $0.count { $0 == "'" } }
    #expect(marked == [0, 4] + Array(repeating: 0, count: 98), "seed \(seed)")
  }

  @Test("A circling hand takes at most 16 bytes a sample, about half of the explicit text")
  func size() throws {
    let events = SmoothHand(seed: 7, samples: 5_000).events
    let header = Header(device: Device(kind: .pen, pressure: .measured), program: "1")
    func count(_ encoding: TraceEncoding) throws -> Int {
      try RecordWriter.document(of: events, header: header, scenario: [], encoding: encoding)
        .count
    }
    let (explicit, difference) = (try count(.explicit), try count(.difference))
    #expect(difference <= 16 * 5_000 + 2_000, "\(difference)")
    #expect(difference * 100 < explicit * 55, "\(difference) of \(explicit)")
  }

  /// What stands in the one trace of points of a contact.
  private func traces(
    _ points: [(x: Int, y: Int, pressure: Int?, time: Int)]
  ) throws -> String {
    let samples = points.map {
      Sample(time: $0.time, position: Position(x: $0.x, y: $0.y), pressure: $0.pressure)
    }
    var events: [Event] = [
      .land(Landing(contact: 1, hand: 0, nanometresPerPixel: 1_000, sample: samples[0]))
    ]
    events += samples.dropFirst().dropLast().map { .move(contact: 1, $0) }
    events.append(.lift(contact: 1, samples[samples.count - 1]))
    let header = Header(device: Device(kind: .pen, pressure: .measured), program: "1")
    let bytes = try RecordWriter.document(
      of: events, header: header, scenario: [], encoding: .difference)
    #expect(try RecordReader().read(.bytes(bytes)).events == events)
    let document = String(decoding: bytes, as: UTF8.self)
    let start = try #require(document.range(of: "contextRef=\"#hand\">\n"))
    let end = try #require(document.range(of: "</trace>"))
    return String(document[start.upperBound..<end.lowerBound])
  }
}

/// A hand that circles 40 mm wide, a little unsteadily, at 250 samples a second.
private struct SmoothHand {
  var events: [Event] = []
  var samples: [Sample] = []

  init(seed: UInt64, samples: Int) {
    var random = Generator(state: seed)
    let jitter = Int.random(in: 0...40, using: &random)
    var time = 5_000_000
    var all: [Sample] = []
    for index in 0..<samples {
      let angle = Double(index) * 0.04
      all.append(
        Sample(
          time: time,
          position: Position(
            x: Int(2_000 * cos(angle)) + Int.random(in: -1...1, using: &random),
            y: 10_000 + Int(2_000 * sin(angle)) + index / 4),
          pressure: 250 + Int(20 * sin(angle * 0.3))))
      time += 4_000 + Int.random(in: -jitter...jitter, using: &random) / 40 * 250
    }
    self.samples = all
    events.append(
      .land(Landing(contact: 1, hand: 0, nanometresPerPixel: 250_000, sample: all[0])))
    events += all.dropFirst().dropLast().map { .move(contact: 1, $0) }
    events.append(.lift(contact: 1, all[all.count - 1]))
  }
}
