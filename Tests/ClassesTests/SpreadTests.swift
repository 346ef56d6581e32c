import Testing

@testable import Classes

/// Least, quarters and greatest.
@Suite struct SpreadTests {
  @Test(arguments: [
    ([5], [5, 5, 5, 5, 5]), ([1, 2], [1, 1, 2, 2, 2]), ([2, 1, 3], [1, 2, 2, 3, 3]),
    ([0, 100, 200, 300], [0, 75, 150, 225, 300]), ([4, 4, 4, 4], [4, 4, 4, 4, 4]),
    // A quarter of the way from 1 to 3 is 1.5, which is rounded half up.
    ([1, 3], [1, 2, 2, 3, 3]), ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
  ])
  func quartersLieBetweenValuesInProportion(values: [Int], expected: [Int]) throws {
    let spread = try #require(Spread(values))
    #expect(spread.count == values.count)
    #expect(
      [
        spread.least, spread.lowerQuarter, spread.median, spread.upperQuarter, spread.greatest,
      ] == expected)
  }

  @Test func nothingHasNone() { #expect(Spread([]) == nil) }
}
