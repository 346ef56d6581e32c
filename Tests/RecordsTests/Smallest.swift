import Attempts
import Foundation
import Geometry
import Records
import Scenarios
import Testing

/// What `Fixtures/smallest.inkml` says, told a second time.
enum Smallest {
  static let path = ForeignTests.fixture("smallest.inkml")

  static func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  static let scenario = """
    effleurage: 1
    id: smallest
    title: One stroke
    patient:
      sex: female
      age: 40
      cause: chilling
      period: easing
      diagnosis: {by: neurologist, text: Easing}
    decision: proceed
    phases:
      - {id: stroke, technique: stroking, guides: [{id: left, path: [[0, 100], [0, 400]]}]}

    """

  static let header = Header(
    device: Device(kind: .mouse, pressure: .set), program: "0.1.0",
    start: "2025-05-14T09:30:00Z", trainee: "t-7k3qvm2x", shown: [.guide, .gauges])

  static let events: [Event] = [
    .act(.ask(.nerves), time: 2_000_000),
    .act(.decision(.proceed), time: 4_500_000),
    .act(.prepare(.position(.prone)), time: 6_000_000),
    .act(.phase("stroke"), time: 8_000_000),
    .land(
      Landing(
        contact: 1, hand: 0, nanometresPerPixel: 350_000,
        sample: Sample(time: 9_000_000, position: Position(x: -5, y: 10_000), pressure: 300))),
    .move(
      contact: 1, Sample(time: 9_008_250, position: Position(x: 12, y: 10_050), pressure: 300)),
    .lift(
      contact: 1, Sample(time: 9_016_500, position: Position(x: 20, y: 10_100), pressure: 300)),
    .act(.end, time: 10_000_000),
  ]
}

@Suite struct SmallestTests {
  @Test("The smallest record reads as it is explained")
  func reads() throws {
    let (head, events) = try RecordReader().read(.file(Smallest.path))
    #expect(head.header == Smallest.header)
    #expect(head.scenario == Array(Smallest.scenario.utf8))
    #expect(head.sha256.count == 64)
    #expect(events == Smallest.events)
  }

  @Test("The writer writes it byte for byte")
  func writes() throws {
    let written = try RecordWriter.document(
      of: Smallest.events, header: Smallest.header, scenario: Array(Smallest.scenario.utf8))
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data(written).write(to: URL(filePath: Smallest.path))
      Issue.record("recorded, not compared")
    }
    #expect(written == (try Smallest.bytes()))
  }
}
