import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

@Suite struct EdgeCaseTests {
  /// Samples every 20 ms, 1.2 mm apart, toward the feet on the guide's line.
  private func line(_ count: Int, from start: Double, y: Double) -> [(Double, Double, Double)] {
    (0..<count).map { index -> (Double, Double, Double) in
      let step = Double(index)
      return (start + step * 0.02, -60, y + step * 1.2)
    }
  }

  @Test func anEmptyAttemptHasAResult() {
    let live = Header(device: Device(kind: .mouse, pressure: .set), program: "test")
    let result = Cases.score(Cases.lifting(), [], header: live)
    #expect(result.verdict == .abandoned)
    #expect(result.duration.units == 0)
    #expect(Cases.score(Cases.straight(), []).score.units == 0)
  }

  @Test func aSingleSampleTouchesAndEarnsNothing() {
    var strokes = Strokes()
    strokes.samples([(1, -60, 100)])
    let result = Cases.score(Cases.straight(), strokes.events)
    #expect(result.phases[0].contacts == 1)
    #expect(result.score.units == 0)
  }

  @Test func ofEqualTimesTheLastSampleCounts() {
    var twice = Strokes()
    var once = Strokes()
    let places = line(250, from: 0, y: 100)
    once.samples(places)
    // At every time the hand first seems to be 50 mm away.
    var doubled: [(Double, Double, Double)] = [places[0]]
    for place in places.dropFirst() { doubled += [(place.0, place.1 + 50, place.2), place] }
    twice.samples(doubled)
    #expect(
      Cases.score(Cases.straight(), twice.events) == Cases.score(Cases.straight(), once.events))
  }

  @Test func aGapIsLostTimeAndNotTravel() throws {
    var strokes = Strokes()
    strokes.samples(
      line(126, from: 0, y: 100) + line(126, from: 12.5, y: 250))
    let phase = Cases.score(Cases.straight(), strokes.events).phases[0]
    #expect(phase.lost.value == 10)
    #expect(phase.contact.value == 5)
    #expect(phase.breaks == 0)
    #expect(try #require(phase.guides[0].coverage).value > 0.98)
    #expect(phase.speedInBand?.value == 1)
  }

  @Test func aClosedCurveIsFollowedOnce() throws {
    let corners = (0...16).map { index -> Position in
      let (x, y) = (Ellipse.cosine(index * 4) * 80, Ellipse.sine(index * 4) * 80)
      return Cases.position(x, 300 + y)
    }
    let scenario = Cases.straight(
      guides: [Guide(id: "ring", path: corners)], curve: .smooth)
    var strokes = Strokes()
    let length = Guide(id: "ring", path: corners).line(.smooth)
    strokes.contact(seconds: 8, rate: 125) { length.place(at: length.length * $0 / 8).point }
    let guide = Cases.score(scenario, strokes.events).phases[0].guides[0]
    #expect(try #require(guide.coverage).value > 0.98)
    #expect(guide.backward?.units == 0)
  }

  @Test func aJumpAcrossASpasmAreaIsFound() {
    let area = SpasmArea(
      id: "left", outline: .ellipse(at: Cases.position(-60, 250), radiusX: 8, radiusY: 8),
      contact: .none)
    let scenario = Cases.straight(spasm: [area], hand: .fingertips)
    var strokes = Strokes()
    // 24 mm before and 26 mm behind the middle: clear of it by more than the hand's radius.
    strokes.samples(line(31, from: 0, y: 190) + line(30, from: 0.62, y: 276))
    let result = Cases.score(scenario, strokes.events)
    #expect(result.areas[0].entries == 1)
    #expect(abs(result.areas[0].depth.value - 23) < 0.05)
    #expect(result.deductions.contains { $0.code == "spasm.touched" })
  }

  @Test func nothingTrapsOnWildInput() {
    var strokes = Strokes()
    strokes.samples([(0, -2000, -2000), (0.001, 2000, 2000), (0.002, -2000, 2000), (86_000, 0, 0)])
    let result = Cases.score(Cases.lifting(), strokes.events)
    #expect(result.phases.count == 1)
  }

  @Test func eventsOutOfPlaceAreIgnored() {
    let live = Header(device: Device(kind: .mouse, pressure: .set), program: "test")
    let sample = Sample(time: 0, position: Position(x: 0, y: 0))
    let result = Cases.score(
      Cases.lifting(),
      [
        .lift(contact: 7, sample), .move(contact: 3, sample), .act(.resume, time: 0),
        .act(.phase("comb"), time: 1), .act(.decision(.refer), time: 2),
        .act(.phase("comb"), time: 3), .act(.end, time: 4),
      ], header: live)
    #expect(result.verdict == .failed)
    #expect(result.criteria.filter(\.assessed).map(\.criterion) == [.procedure])
  }
}
