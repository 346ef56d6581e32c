import Attempts
import Geometry
import Testing

@testable import study

@Suite struct TraceTests {
  private func trace(_ contacts: [[TracePoint]], pixel: Double = 0.5) -> Trace {
    Trace(name: "t", millimetresPerPixel: pixel, contacts: contacts)
  }

  @Test func eventsBeginAtZeroAndEnd() {
    let events = trace([
      [TracePoint(time: 7000, 1, 2, pressure: 0.25), TracePoint(time: 17_000, 1.004, 2)],
      [TracePoint(time: 507_000, 3, 3)],
    ]).events
    #expect(
      events == [
        .land(
          Landing(
            contact: 1, hand: 0, nanometresPerPixel: 500_000,
            sample: Sample(time: 0, position: Position(x: 100, y: 200), pressure: 250))),
        .move(contact: 1, Sample(time: 10_000, position: Position(x: 100, y: 200))),
        .lift(contact: 1, Sample(time: 10_000, position: Position(x: 100, y: 200))),
        .land(
          Landing(
            contact: 2, hand: 0, nanometresPerPixel: 500_000,
            sample: Sample(time: 500_000, position: Position(x: 300, y: 300)))),
        .lift(contact: 2, Sample(time: 500_000, position: Position(x: 300, y: 300))),
        .act(.end, time: 500_001),
      ])
  }

  /// As in foreign records: up to a second without a report is a hand at rest.
  @Test(arguments: [(100, 0), (101, 2), (1000, 19), (1001, 0)])
  func aHandThatReportsNothingRests(gap: Int, rests: Int) {
    let events = trace([[TracePoint(time: 0, 1, 1), TracePoint(time: gap * 1000, 9, 9)]]).events
    let resting = events.dropFirst().prefix(rests)
    #expect(events.count == rests + 4)
    for (index, event) in resting.enumerated() {
      #expect(
        event
          == .move(
            contact: 1,
            Sample(time: (index + 1) * 50_000, position: Position(x: 100, y: 100))))
    }
  }

  @Test func resamplingKeepsBothEnds() {
    let resampled = trace([
      [
        TracePoint(time: 1000, 0, 0), TracePoint(time: 11_000, 10, 0),
        TracePoint(time: 26_000, 10, 3),
      ]
    ]).resampled(rate: 100)
    #expect(
      resampled.contacts == [
        [
          TracePoint(time: 1000, 0, 0), TracePoint(time: 11_000, 10, 0),
          TracePoint(time: 21_000, 10, 2), TracePoint(time: 26_000, 10, 3),
        ]
      ])
  }

  @Test func aGridRoundsToItsPixels() {
    let seen = trace([[TracePoint(time: 0, 1.1, -0.7)]]).throughGrid(of: 1.35)
    #expect(seen.contacts == [[TracePoint(time: 0, 1.35, -1.35)]])
    #expect(seen.millimetresPerPixel == 1.35)
  }

  @Test func scalingScalesThePixelsToo() {
    let large = trace([[TracePoint(time: 0, 1, 2), TracePoint(time: 5, 4, 4)]]).scaled(by: 3)
    #expect(large.millimetresPerPixel == 1.5)
    #expect(large.extent == 9)
  }

  @Test func noiseIsTheSameForTheSameSeed() {
    let still = trace([Array(repeating: TracePoint(time: 0, 0, 0), count: 4000)])
    var first = SeededNumbers(seed: 5)
    var second = SeededNumbers(seed: 5)
    let noisy = still.jittering(2, &first)
    #expect(noisy.contacts == still.jittering(2, &second).contacts)
    let squares = noisy.points.map { $0.place.x * $0.place.x + $0.place.y * $0.place.y }
    #expect(abs(Statistics.mean(squares) - 8) < 0.5)
  }

  @Test func wanderingIsSlow() {
    let points = (0..<2000).map { TracePoint(time: $0 * 5000, Double($0), 0) }
    var numbers = SeededNumbers(seed: 3)
    let offsets = zip(trace([points]).wandering(1, &numbers).points, points).map {
      $0.place - $1.place
    }
    // From knot to knot it takes 80 samples; a step is at most 1.5 times the mean of those.
    for (a, b) in zip(offsets, offsets.dropFirst()) { #expect(a.distance(to: b) < 0.15) }
    #expect(offsets.contains { $0.length > 1 })
  }

  @Test func separationCountsPairs() {
    #expect(Statistics.separation(low: [1, 2], high: [3, 4]) == 1)
    #expect(Statistics.separation(low: [1, 3], high: [2, 3]) == 0.625)
    #expect(Statistics.median([3, 1, 2]) == 2)
    #expect(Statistics.median([4, 1, 2, 3]) == 2.5)
  }

  @Test func aTableLinesUp() {
    var table = Table("Title", ["a", "bb"])
    table.rows = [["long", "1"]]
    #expect(table.text == "Title\n  a     bb\n  long   1\n")
  }
}
