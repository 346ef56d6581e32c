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

  @Test("Prefixes, going on and space stand where the recommendation has them")
  func text() throws {
    let points: [(x: Int, y: Int, pressure: Int?, time: Int)] = [
      (100, -250, 300, 1_000_000), (110, -200, 300, 1_004_000), (120, -150, 300, 1_008_000),
      (131, -100, nil, 1_012_000), (142, -3, 305, 1_016_250), (142, -3, 306, 1_020_250),
    ]
    let text = try traces(points)
    #expect(
      text == """
        1-2.5.3 1000,'.1'.5'0'4,****,.11*?*,*.97!.305 4.25,0 0'.001 4
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

  @Test("Once second differences have been shorter for a while, they are written")
  func second() throws {
    // Every step is a hundredth longer than the one before.
    var points: [(x: Int, y: Int, pressure: Int?, time: Int)] = []
    var x = 0
    for index in 0..<8 {
      points.append((x, 0, 0, index * 4_000))
      x += 1_000 + index
    }
    #expect(
      try traces(points) == """
        0 0 0 0,'10'0'0'4,10.01***,".01***,****,****,****,****
        """)
  }

  @Test("A circling hand takes at most ten bytes a sample, a third of the explicit text")
  func size() throws {
    let events = SmoothHand(seed: 7, samples: 5_000).events
    let header = Header(device: Device(kind: .pen, pressure: .measured), program: "1")
    func count(_ encoding: TraceEncoding) throws -> Int {
      try RecordWriter.document(of: events, header: header, scenario: [], encoding: encoding)
        .count
    }
    let (explicit, difference) = (try count(.explicit), try count(.difference))
    #expect(difference <= 10 * 5_000 + 2_000, "\(difference)")
    #expect(difference * 5 < explicit * 2, "\(difference) of \(explicit)")
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
    events.append(
      .land(Landing(contact: 1, hand: 0, nanometresPerPixel: 250_000, sample: all[0])))
    events += all.dropFirst().dropLast().map { .move(contact: 1, $0) }
    events.append(.lift(contact: 1, all[all.count - 1]))
  }
}
