import Attempts
import Geometry
import Scoring
import Testing

@testable import Sessions

/// What of the hands' ways is remembered.
@Suite struct TrailTests {
  private func sample(_ time: Int, _ x: Int) -> Sample {
    Sample(time: time, position: Position(x: x, y: 0), pressure: nil)
  }

  private func add(_ event: Event, to trail: inout Trail) -> Bool {
    trail.add(event, phase: 0, reading: LiveReading(phase: 0), quality: .inBand)
  }

  private func stroke(_ contact: Int, points: Int, in trail: inout Trail) {
    let landing = Landing(
      contact: contact, hand: 0, nanometresPerPixel: 1_000_000, sample: sample(0, 0))
    _ = add(.land(landing), to: &trail)
    for step in 1..<points {
      _ = add(.move(contact: contact, sample(step, step * 100)), to: &trail)
    }
    _ = add(.lift(contact: contact, sample(points, (points - 1) * 100)), to: &trail)
  }

  @Test func pointsLieAMillimetreApartAndTheLastStandsWhereTheHandLeft() {
    var trail = Trail()
    let landing = Landing(
      contact: 1, hand: 0, nanometresPerPixel: 1_000_000, sample: sample(0, 0))
    #expect(add(.land(landing), to: &trail))
    #expect(add(.move(contact: 1, sample(1, 99)), to: &trail))
    #expect(!add(.move(contact: 1, sample(2, 99)), to: &trail))
    #expect(add(.move(contact: 1, sample(3, 100)), to: &trail))
    #expect(add(.move(contact: 1, sample(4, 150)), to: &trail))
    #expect(add(.lift(contact: 1, sample(5, 160)), to: &trail))
    #expect(trail.strips.map { $0.points.map(\.place.x) } == [[0, 100, 160]])
  }

  @Test func theOldestStripsAreForgotten() throws {
    var trail = Trail()
    for contact in 1...400 { stroke(contact, points: 200, in: &trail) }
    #expect(trail.forgotten + trail.strips.count == 400)
    #expect(trail.strips.last?.contact == 400)
    #expect(trail.strips.first?.contact == trail.forgotten + 1)
    let points = trail.strips.map(\.points.count).reduce(0, +)
    #expect(points <= Trail.mostPoints)
    #expect(points > Trail.mostPoints / 2)
  }

  @Test func aStripThatStillGrowsIsNotForgotten() {
    var trail = Trail()
    let landing = Landing(
      contact: 1, hand: 0, nanometresPerPixel: 1_000_000, sample: sample(0, 0))
    _ = add(.land(landing), to: &trail)
    for contact in 2...400 { stroke(contact, points: 200, in: &trail) }
    #expect(trail.forgotten == 0)
    #expect(add(.lift(contact: 1, sample(9, 500)), to: &trail))
    #expect(trail.forgotten > 0)
    #expect(!trail.isEmpty)
  }

  @Test func deviationsOfTheLastTwentySecondsAreKept() {
    var history = DeviationHistory()
    for tick in 0..<450_000 {
      history.add(time: tick * 8_000, deviation: Double(tick % 7), quality: .inBand)
    }
    let last = 449_999 * 8_000
    #expect(history.entries.count < 600)
    let recent = history.recent(at: last)
    #expect(recent.allSatisfy { last - $0.time <= DeviationHistory.span })
    #expect(recent.count > 340)
  }
}
