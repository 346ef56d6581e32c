import Attempts
import Foundation
import Testing

@testable import Records

/// Damaged records: an error or valid events, never a trap.
@Suite struct DamageTests {
  @Test("Cut anywhere, the smallest record is an error")
  func truncated() throws {
    let bytes = try Smallest.bytes()
    // The last byte is the line's end after the document.
    for count in 0..<bytes.count - 1 {
      let error = #expect(throws: RecordError.self, "cut to \(count) bytes") {
        try RecordReader().read(.bytes(Array(bytes[..<count])))
      }
      #expect(error?.kind == .badData)
      #expect(error?.line != nil)
    }
  }

  @Test(
    "Flipped bytes give an error or events within the bounds and in order",
    arguments: 1...400 as ClosedRange<UInt64>)
  func flipped(seed: UInt64) throws {
    var random = Generator(state: seed)
    let files = ["smallest.inkml", "foreign/tablet.inkml", "foreign/differences.inkml"]
    let path = ForeignTests.fixture(files[Int(seed % 3)])
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
      } else {
        bytes[index] =
          Array("0123456789.-+eE'\"!*?#TF,<>&/ \n".utf8).randomElement(using: &random) ?? 0
      }
    }
    do {
      let (_, events) = try RecordReader().read(.bytes(bytes))
      var last = 0
      for event in events {
        #expect(event.time >= last, "seed \(seed)")
        last = event.time
        switch event {
        case .act: break
        case .land(let landing): #expect(Bounds.holds(landing.sample), "seed \(seed)")
        case .move(_, let sample), .lift(_, let sample):
          #expect(Bounds.holds(sample), "seed \(seed)")
        }
      }
    } catch {
      #expect(error.kind == .badData, "seed \(seed)")
    }
  }

  @Test("Noise is an error", arguments: 1...50 as ClosedRange<UInt64>)
  func noise(seed: UInt64) {
    var random = Generator(state: seed)
    let bytes = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let error = #expect(throws: RecordError.self, "seed \(seed)") {
      try RecordReader().read(.bytes(bytes))
    }
    #expect(error?.kind == .badData)
  }

  @Test(
    "The text of a trace never traps, whatever it is", arguments: 1...300 as ClosedRange<UInt64>)
  func traceText(seed: UInt64) {
    var random = Generator(state: seed)
    let letters = Array("0123456789999.-+eE'\"!*?#TFA,, \n".utf8)
    let text = (0..<200).compactMap { _ in letters.randomElement(using: &random) }
    let document =
      Array("<ink><traceFormat><channel name=\"X\"/><channel name=\"Y\"/>".utf8)
      + Array("<intermittentChannels><channel name=\"T\"/></intermittentChannels>".utf8)
      + Array("</traceFormat><trace>1 2 3,".utf8) + text + Array("</trace></ink>".utf8)
    _ = try? RecordReader().read(.bytes(document))
  }

  @Test("The size of the pieces read changes nothing", arguments: [1, 2, 3, 7, 64, 1000])
  func pieces(size: Int) throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let attempt = RandomAttempt(seed: seed, contacts: 5, points: 10)
      let bytes = try RecordWriter.document(
        of: attempt.events, header: attempt.header, scenario: attempt.scenario)
      let (head, events) = try RecordReader(piece: size).read(.bytes(bytes))
      #expect(head.header == attempt.header, "seed \(seed)")
      #expect(events == attempt.events, "seed \(seed)")
    }
    for name in ["tablet", "differences", "bare", "restarting"] {
      let source = RecordSource.file(ForeignTests.fixture("foreign/\(name).inkml"))
      #expect(
        try RecordReader(piece: size).read(source).events == RecordReader().read(source).events)
    }
  }
}
