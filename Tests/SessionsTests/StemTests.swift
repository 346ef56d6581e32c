import Attempts
import Testing

@testable import Sessions

/// The journal of an attempt begins as its record does, and neither leads out of the folder.
@Suite struct StemTests {
  @Test(arguments: [
    ("small-case", "2026-05-14T09:30:00Z", "20260514-093000-small-case"),
    ("small-case", "", "small-case"),
    ("../../small case", "2026-05-14T09:30:00Z", "20260514-093000-smallcase"),
    (
      "small-case", "123456789012345678901234567890", "12345678901234567890-small-case"
    ),
  ])
  func itIsShortAndHarmless(id: String, start: String, stem: String) {
    let header = Header(
      device: Device(kind: .mouse, pressure: .set), program: "effleurage test", start: start)
    #expect(AttemptStore.stem(of: id, header: header) == stem)
  }
}
