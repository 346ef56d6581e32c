import Scenarios
import Testing

@testable import Authoring

@Suite struct BandProposalTests {
  /// Three values a distance apart: their median, and that distance as MAD.
  private func asked(
    _ measure: CalibratedMeasure, median: Double, deviation: Double, width: Double = 2
  ) throws -> AskedBand {
    var values = Histogram()
    for value in [median - deviation, median, median + deviation] {
      values.add(Int((value * Double(measure.classesInUnit)).rounded()))
    }
    let proposal = try #require(BandProposal(values, measure: measure, width: width))
    #expect(abs(proposal.median - median) < 0.001 && abs(proposal.deviation - deviation) < 0.001)
    return proposal.asked
  }

  @Test func aBandReachesSoManyDeviationsEitherSide() throws {
    #expect(
      try asked(.speed, median: 60, deviation: 5) == .band(Band(full: 50...70, none: 35...85)))
    #expect(
      try asked(.speed, median: 60, deviation: 5, width: 1)
        == .band(Band(full: 55...65, none: 47...73)))
    #expect(
      try asked(.pressure, median: 0.2, deviation: 0.03)
        == .band(Band(full: 0.14...0.26, none: 0.05...0.35)))
    #expect(
      try asked(.minutes, median: 3, deviation: 0.26)
        == .band(Band(full: 2.4...3.6, none: 1.7...4.3)))
    #expect(
      try asked(.diameter, median: 40.1, deviation: 2)
        == .band(Band(full: 36...44.5, none: 30...50.5)))
  }

  @Test func aLimitReachesOneWay() throws {
    #expect(
      try asked(.corridor, median: 2, deviation: 2) == .limit(Limit(full: 6, none: 12)))
    #expect(
      try asked(.radius, median: 4, deviation: 3) == .limit(Limit(full: 10, none: 19)))
    // A steady hand's corridor stays wide enough to be found.
    #expect(
      try asked(.corridor, median: 0.2, deviation: 0.1) == .limit(Limit(full: 3, none: 12)))
  }

  @Test func fullIsNeverNarrowerThanStated() throws {
    #expect(
      try asked(.speed, median: 60, deviation: 0.5) == .band(Band(full: 55...65, none: 47...73)))
    #expect(
      try asked(.pressure, median: 0.3, deviation: 0)
        == .band(Band(full: 0.25...0.35, none: 0.17...0.43)))
  }

  @Test func nothingLeavesTheRange() throws {
    #expect(
      try asked(.pressure, median: 0.02, deviation: 0.01)
        == .band(Band(full: 0...0.1, none: 0...0.15)))
    #expect(
      try asked(.pressure, median: 1, deviation: 0) == .band(Band(full: 0.9...1, none: 0.87...1)))
    #expect(
      try asked(.speed, median: 2, deviation: 1) == .band(Band(full: 0...10, none: 0...15)))
    #expect(
      try asked(.speed, median: 1_999, deviation: 100, width: 100)
        == .band(Band(full: 0...2_000, none: 0...2_000)))
    #expect(
      try asked(.radius, median: 1_900, deviation: 500) == .limit(Limit(full: 2_000, none: 2_000)))
  }

  /// Whatever the values: none holds full, full is wide enough, and edges lie on their steps.
  @Test(arguments: CalibratedMeasure.allCases)
  func everyProposalIsABand(measure: CalibratedMeasure) throws {
    let top = measure.range.upperBound
    for part in 0...20 {
      for spread in [0, 0.001, 0.02, 0.3, 1] {
        for width in [0.1, 2, 100] {
          var values = Histogram()
          for share in [-spread, 0, spread] {
            let value = min(top, max(0, top * (Double(part) / 20 + share)))
            values.add(Int(value * Double(measure.classesInUnit)))
          }
          let proposal = try #require(BandProposal(values, measure: measure, width: width))
          func isOnStep(_ edge: Double) -> Bool {
            let steps = edge * Double(measure.stepsInUnit)
            return abs(steps - steps.rounded()) < 1e-6 && measure.range.contains(edge)
          }
          switch proposal.asked {
          case .band(let band):
            #expect(band.noneLow <= band.fullLow && band.fullHigh <= band.noneHigh)
            #expect(band.fullHigh - band.fullLow >= measure.leastFull - 1e-9)
            #expect(
              [band.fullLow, band.fullHigh, band.noneLow, band.noneHigh].allSatisfy(isOnStep))
          case .limit(let limit):
            #expect(limit.full <= limit.none && limit.full >= measure.leastFull)
            #expect(isOnStep(limit.full) && isOnStep(limit.none))
          case .nothing: Issue.record("\(measure) has a band")
          }
        }
      }
    }
  }
}
