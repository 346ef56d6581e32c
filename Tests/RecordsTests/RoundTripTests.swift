import Attempts
import Records
import Testing

@Suite struct RoundTripTests {
  @Test("A record reads back to equal header and events", arguments: 1...200 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let attempt = RandomAttempt(seed: seed)
    let bytes = try RecordWriter.document(
      of: attempt.events, header: attempt.header, scenario: attempt.scenario)
    let (head, events) = try RecordReader().read(.bytes(bytes))
    #expect(head.header == attempt.header, "seed \(seed)")
    #expect(head.scenario == attempt.scenario, "seed \(seed)")
    #expect(head.isForeign == false)
    #expect(events == attempt.events, "seed \(seed)")
  }
}
