import Geometry
import Scenarios
import Scoring
import Testing

/// Strokes along a straight guide of 300 mm.
@Suite struct StrokeEdgeTables {
  private func guide(_ ways: Ways, scenario: Scenario = Cases.straight()) -> GuideResult {
    Edge.phase(scenario, ways).guides[0]
  }

  /// A guide that turns back beside itself: 100 mm down, 10 across, 100 up. A hand that goes across
  /// before the turn is 10 mm from the other leg's end of what is searched when it is 15 mm short.
  @Test(arguments: [(14.8, true), (15.2, false)])
  func theMatchIsSoughtWithinThirtyMillimetres(short: Double, jumps: Bool) throws {
    let scenario = Edge.guide([(-120, 200), (-120, 300), (-110, 300), (-110, 200)])
    let y = 300 - short
    var ways = Ways()
    ways.contact([
      (0, -120, 200), (Int((100 - short) / 60 * 1_000_000), -120, y),
      (1_700_000, -110, y), (2_000_000, -110, y),
    ])
    let coverage = try #require(guide(ways, scenario: scenario).coverage).value
    #expect((coverage > 0.5) == jumps)
  }

  // The mark is at 100 mm. A hand comes back onto the line farther on: 60 mm ahead are searched,
  // and what is found may be 20 mm away.
  @Test(arguments: [(179.0, true), (181.5, false)])
  func aHandComesBackWithinSixtyMillimetres(arc: Double, comesBack: Bool) {
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (1_700_000, -60, 200), (2_200_000, -90, 200),
      (3_700_000, -90, 100 + arc), (4_200_000, -60, 100 + arc), (5_200_000, -60, 140 + arc),
    ])
    // Later ticks find what lies before them; a hand that never came back stays off.
    #expect(
      (Edge.phase(Cases.straight(), ways).offPath.map { $0.value < 150 } ?? false) == comesBack)
  }

  // The mark is at 150 mm: lifted there, or after going back, and taken up elsewhere.
  @Test(arguments: [
    (150.0, 180.0, 1), (150, 180.1, 0), (150, 120, 1), (150, 119.9, 0), (120, 150, 1),
    (119.9, 150, 0),
  ])
  func aStrokeIsTakenUpWithinThirtyMillimetres(left: Double, landed: Double, breaks: Int) {
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (2_500_000, -60, 250), (3_000_000, -60, 100 + left),
      (3_100_000, -60, 100 + left),
    ])
    ways.time += 1_000_000
    ways.stroke(from: landed)
    #expect(Edge.phase(Cases.straight(), ways).breaks == breaks)
  }

  // 10 mm back: all but 5 mm or 4 pixels of it are against the guide.
  @Test(arguments: [(200_000, 5.0), (1_240_000, 5.0), (1_300_000, 4.8), (2_000_000, 2.0)])
  func goingBackALittleIsNotAgainstTheGuide(scale: Int, backward: Double) throws {
    var ways = Ways()
    ways.scale = scale
    ways.contact([(0, -60, 100), (3_000_000, -60, 250), (3_200_000, -60, 240)])
    #expect(abs(try #require(guide(ways).backward).value - backward) < 0.03)
  }

  // From arc to arc, then 100 mm back. A return needs half of the guide and its last tenth.
  @Test(arguments: [
    (150.0, 300.0, true), (150.5, 300, false), (100, 270.1, true), (100, 269.5, false),
  ])
  func aReturnFollowsHalfTheGuideAndItsLastTenth(start: Double, mark: Double, isReturn: Bool) {
    var ways = Ways()
    let time = Int((mark - start) / 60 * 1_000_000)
    ways.contact([
      (0, -60, 100 + start), (time, -60, 100 + mark), (time + 2_000_000, -60, mark),
    ])
    #expect((guide(ways).backward?.units == 0) == isReturn)
  }

  // Back from a mark: to the first tenth, or over half of the guide, ends the stroke, and what is
  // stroked then is another; else it goes on and covers all of the guide by itself.
  @Test(arguments: [(170.0, 30.0, true), (170, 30.5, false), (200, 49.5, true), (200, 50.5, false)])
  func aRunBackEndsAStroke(mark: Double, low: Double, ends: Bool) throws {
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (4_000_000, -60, 100 + mark), (7_000_000, -60, 100 + low),
      (12_000_000, -60, 400),
    ])
    #expect((try #require(guide(ways).coverage).value < 0.95) == ends)
  }

  // Nine tenths of 150 bins are 135.
  @Test(arguments: [(30.5, 1), (32.5, 0)])
  func aStrokeThatCoversNineTenthsIsMade(start: Double, strokes: Int) {
    var ways = Ways()
    ways.stroke(from: start)
    #expect(guide(ways).strokes == strokes)
  }

  // Ten ways back on the way of 300 mm: over a quarter of both together is rubbing.
  // Ticks see a way back up to 0.6 mm shorter than it is.
  @Test(arguments: [(9.5, 1), (11.0, 0)])
  func waysBackOverAQuarterAreRubbing(back: Double, strokes: Int) {
    #expect(rubbing(ways: 10, back: back).strokes == strokes)
  }

  // Eight ways back of 15 mm and more: one that is longer is a run back and no rubbing.
  @Test(arguments: [(14.9, 0), (15.8, 1)])
  func aLongerWayBackIsNoRubbing(back: Double, strokes: Int) {
    #expect(rubbing(ways: 8, back: back).strokes == strokes)
  }

  private func rubbing(ways count: Int, back: Double) -> GuideResult {
    var ways = Ways()
    var places = [(0, -60.0, 100.0)]
    func go(to arc: Double) {
      guard let last = places.last else { return }
      places.append((last.0 + Int(abs(arc - last.2) / 60 * 1_000_000), -60, arc))
    }
    for way in 1...count {
      go(to: 100 + 25 * Double(way))
      go(to: 100 + 25 * Double(way) - back)
    }
    go(to: 400)
    ways.contact(places)
    return guide(ways)
  }

  // Two ways back on a guide of 40 mm, which are more than a quarter: rubbing from 20 mm.
  @Test(arguments: [(9.8, 1), (10.0, 1), (10.2, 0)])
  func waysBackOfTwentyMillimetresAreNoRubbing(back: Double, strokes: Int) {
    let scenario = Edge.guide([(-60, 100), (-60, 140)])
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (500_000, -60, 125), (700_000, -60, 115), (1_100_000, -60, 135),
      (1_300_000, -60, 135 - back), (1_600_000, -60, 140),
    ])
    #expect(guide(ways, scenario: scenario).strokes == strokes)
  }

  // Ways back shorter than the string are noise, whatever their sum.
  @Test(arguments: [(1.9, 1), (2.1, 0)])
  func waysBackShorterThanTheStringAreNoise(back: Double, strokes: Int) {
    var ways = Ways()
    var stops: [Ways.Stop] = [(0, -60, 100)]
    for step in 1...100 {
      let y = 100 + 3 * Double(step)
      stops.append((step * 100_000, -60, y))
      stops.append((step * 100_000 + 40_000, -60, y - back))
    }
    ways.contact(stops)
    #expect(guide(ways).strokes == strokes)
  }

  // Within 4 mm is within the corridor's full width, beyond 20 mm is off.
  @Test(arguments: [(4.0, 1.0, 0.0), (4.01, 0, 0), (20.0, 0, 0), (20.01, 0, 1)])
  func deviationsHaveEdges(offset: Double, inFull: Double, off: Double) {
    var ways = Ways()
    // The first match is on the line: beyond the corridor a hand is of no guide.
    ways.contact([
      (0, -60, 100), (500_000, -60 - offset, 100), (5_500_000, -60 - offset, 400),
    ])
    let phase = Edge.phase(Cases.straight(), ways)
    #expect((phase.guides[0].corridorShare.map { $0.value > 0.9 } ?? false) == (inFull == 1))
    #expect((phase.offPath.map { $0.value > 250 } ?? false) == (off == 1))
  }

  // Down to 200 mm and back to 20: all but 5 mm are against the guide, also when that has ended the
  // stroke.
  @Test func goingBackFartherThanTheStrokeIsAgainstTheGuide() throws {
    var ways = Ways()
    ways.contact([(0, -60, 100), (4_000_000, -60, 300), (7_000_000, -60, 120)])
    #expect(abs(try #require(guide(ways).backward).value - 175) < 0.1)
  }

  // 15 mm back at 10 mm/s: against the guide once it is over 5 mm, and so marked.
  @Test func goingBackIsMarkedWhereItIsTooMuch() throws {
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (3_000_000, -60, 250), (4_500_000, -60, 235), (8_500_000, -60, 400),
    ])
    let result = Edge.score(Cases.straight().weighing(.path), ways)
    let spans = try #require(result.deductions.first { $0.code == "path.backward" }).spans
    #expect(spans.count == 1)
    #expect(abs(spans[0].start.value - 3.5) < 0.01)
    #expect(spans[0].end.value == 4.5)
  }

  // Taps upon a stroke that pauses are as if they had not been: it goes on, and was lifted once.
  @Test func tappingDoesNotEndAStroke() {
    var ways = Ways()
    ways.stroke(to: 150)
    for _ in 0..<3 {
      ways.time += 200_000
      ways.rest(-60, 120, for: 100_000)
    }
    ways.time += 200_000
    ways.stroke(from: 150)
    let phase = Edge.phase(Cases.straight(), ways)
    #expect(phase.taps == 3)
    #expect(phase.guides[0].strokes == 1)
    #expect(phase.breaks == 1)
  }

  @Test func aStrokeTooFastToCountIsSaidToBeOne() throws {
    var ways = Ways()
    ways.contact([(0, -60, 100), (1_000_000, -60, 400)])
    let result = Edge.score(Cases.straight(), ways)
    let lost = try #require(result.deductions.first { $0.code == "path.notShown" })
    #expect(lost.message.contains("; 1 stroke"))
  }
}
