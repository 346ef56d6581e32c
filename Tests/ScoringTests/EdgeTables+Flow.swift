import Foundation
import Geometry
import Scenarios
import Scoring
import Testing

/// Flow and evenness: what is measured, and what it costs.
@Suite struct FlowEdgeTables {
  @Test(arguments: [(0, 0.0), (1, 10), (2, 10), (3, 30), (4, 30)])
  func breaksCostAThirdAndThenAll(breaks: Int, points: Double) {
    var ways = Ways()
    ways.stroke()
    for _ in 0..<breaks {
      ways.time += 2_500_000
      ways.contact([(0, -150, 100), (1_000_000, -150, 160)])
    }
    let result = Edge.score(Cases.straight().weighing(.flow), ways)
    #expect(result.phases[0].breaks == breaks)
    #expect(Edge.points(result, "flow.breaks") == points)
  }

  // The median is 60 mm/s, in the bin from 60 to 61: a quarter of its middle is 15.125.
  @Test(arguments: [(14.5, true), (15.5, false)])
  func belowAQuarterOfTheMedianAHandHesitates(speed: Double, hesitates: Bool) throws {
    var ways = Ways()
    let slow = 400 + speed
    ways.contact([(0, -60, 100), (5_000_000, -60, 400), (6_000_000, -60, slow)])
    let hesitation = Edge.phase(Cases.straight(), ways).hesitation
    #expect((try #require(hesitation).value > 0.05) == hesitates)
  }

  // Of a hand as slow as 4 mm/s only rest is below a quarter: 0.35 s until the string of 2 mm is
  // taut and the speed over 200 ms is at 1 mm/s, 1.65 s at the end, of 9.6 s.
  @Test func restIsInABinOfItsOwn() throws {
    var ways = Ways()
    ways.contact([(0, -60, 100), (8_000_000, -60, 132), (10_000_000, -60, 132)])
    let hesitation = Edge.phase(Cases.straight(), ways).hesitation
    #expect(abs(try #require(hesitation).value - 2.0 / 9.6) < 0.003)
  }

  // Nothing up to 0.05, all from 0.35.
  @Test(arguments: [0.2, 0.6, 1.0, 1.6, 2.5, 4.0])
  func hesitationCosts(rest: Double) throws {
    var ways = Ways()
    let time = Int(rest * 1_000_000)
    ways.contact([(0, -60, 100), (2_500_000, -60, 250), (2_500_000 + time, -60, 250)])
    ways.contact([(0, -60, 250), (2_500_000, -60, 400)])
    let result = Edge.score(Cases.straight().weighing(.flow), ways)
    let share = try #require(result.phases[0].hesitation).value
    let points = 30 * min(1, max(0, (share - 0.05) / 0.30))
    let completion = try #require(result.phases[0].guides[0].done).value
    #expect(abs(Edge.points(result, "flow.hesitation") - points * completion) < 0.2)
  }

  /// A hand that sways beside its guide. Its wobble is the difference of two means of its
  /// deviation, over 20 and 80 ms, every 10 ms.
  @Test(arguments: [(1.0, 0.5), (1.0, 2), (2.0, 2), (3.0, 1), (3.0, 3)])
  func swayingIsWobble(frequency: Double, width: Double) throws {
    func place(_ seconds: Double) -> Double {
      (-6000 + 100 * width * sin(2 * Double.pi * frequency * seconds)).rounded() / 100
    }
    var ways = Ways()
    ways.contact(seconds: 5) { Point(place($0), 100 + 60 * $0) }
    var squares = 0.0
    var (quick, slow) = (0.0, 0.0)
    for tick in 1...500 {
      let deviation = -60 - place(Double(tick) / 100)
      quick += 10.0 / 30 * (deviation - quick)
      slow += 10.0 / 90 * (deviation - slow)
      squares += (quick - slow) * (quick - slow)
    }
    let result = Edge.score(Cases.straight().weighing(.flow), ways)
    let wobble = try #require(result.phases[0].guides[0].wobble).value
    #expect(abs(wobble - (squares / 500).squareRoot()) < 0.01)
    // Nothing up to 0.5 mm, all from 2.5.
    let points = 40 * min(1, max(0, (wobble - 0.5) / 2))
    #expect(abs(Edge.points(result, "flow.wobble") - points) < 0.2)
  }

  // MARK: Evenness

  private func variation(_ speeds: [Double]) -> Double {
    let mean = speeds.reduce(0, +) / Double(speeds.count)
    let squares = speeds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(speeds.count)).squareRoot() / mean
  }

  /// Half of a stroke at one speed, half at another. Over 200 ms speed goes over to the other in 40
  /// ticks; a tenth of the ticks is left out at either end.
  @Test(arguments: [(60.0, 60.0), (50, 70), (40, 80), (30, 90), (24, 96), (22, 98)])
  func unevennessIsTheVariationOfTheMiddle(first: Double, second: Double) throws {
    // 300 mm in 5 s; the last judged tick is the 960th.
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (2_500_000, -60, 100 + 2.5 * first), (5_000_000, -60, 400),
    ])
    let speeds = (97...863).map { tick -> Double in
      first + (second - first) * min(1, max(0, Double(tick - 500) / 40))
    }
    let result = Edge.score(Cases.straight().weighing(.speed), ways)
    let measured = try #require(result.phases[0].speedVariation).value
    #expect(abs(measured - variation(speeds)) < 0.001)
    // Nothing up to 0.30, all from 0.70.
    let points = 20 * min(1, max(0, (measured - 0.30) / 0.40))
    #expect(abs(Edge.points(result, "speed.uneven") - points) < 0.1)
  }

  /// A jump of 7 mm makes 40 ticks faster by 35 mm/s. Over 2,048 ticks a block is two of them, and
  /// the part left out is made of whole blocks: so it is seen whether the last fast ones are in it.
  @Test(arguments: [
    (2_049, 205, 0), (2_049, 206, 1), (2_061, 207, 0), (2_061, 208, 1), (4_090, 409, 0),
    (4_090, 411, 2),
  ])
  func speedsAreKeptInBlocks(ticks: Int, lastFast: Int, inside: Int) throws {
    let scenario = Edge.guide([(-60, 20), (-60, 500)])
    let jump = (lastFast - 40) * 5_000
    let end = (ticks - 1) * 5_000 + 200_000
    var ways = Ways()
    ways.contact([
      (0, -60, 20), (jump, -60, 20 + Double(jump) / 50_000),
      (jump + 5_000, -60, 27 + Double(jump) / 50_000 + 0.1),
      (end, -60, 27 + Double(end) / 50_000),
    ])
    let cut = ticks == 2_049 ? 206 : ticks == 2_061 ? 208 : 410
    let kept = ticks - 2 * cut
    let speeds = (0..<kept).map { $0 < inside ? 55.0 : 20 }
    let measured = Edge.phase(scenario, ways).speedVariation
    #expect(abs(try #require(measured).value - variation(speeds)) < 0.003)
  }
}
