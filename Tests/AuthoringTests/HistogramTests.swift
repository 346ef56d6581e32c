import Testing

@testable import Authoring

@Suite struct HistogramTests {
  private func histogram(_ values: [Int]) -> Histogram {
    var histogram = Histogram()
    for value in values { histogram.add(value) }
    return histogram
  }

  @Test func mediansAreThoseOfTheDefinition() {
    #expect(histogram([]).twiceMedian == nil && histogram([]).fourTimesDeviation == nil)
    #expect(histogram([7]).twiceMedian == 14 && histogram([7]).fourTimesDeviation == 0)
    #expect(histogram([1, 2]).twiceMedian == 3)
    // Both are half a class from the median.
    #expect(histogram([1, 2]).fourTimesDeviation == 2)
    #expect(histogram([5, 1, 9]).twiceMedian == 10)
    #expect(histogram([5, 1, 9]).fourTimesDeviation == 16)
    // Distances 0, 1, 1, 2: between the two in the middle.
    #expect(histogram([1, 1, 2, 2, 4, 6, 9]).twiceMedian == 4)
    #expect(histogram([1, 1, 2, 2, 4, 6, 9]).fourTimesDeviation == 4)
    #expect(histogram([-3, -1]).twiceMedian == -4)
  }

  /// The median of numbers, by sorting them all.
  @Test func theyAgreeWithSorting() {
    var state: UInt64 = 5
    for round in 1...200 {
      var values: [Int] = []
      for _ in 0..<round {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        values.append(Int(state >> 58))
      }
      func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      }
      let exact = median(values.map(Double.init))
      let made = histogram(values)
      #expect(made.twiceMedian.map(Double.init) == 2 * exact, "round \(round)")
      #expect(
        made.fourTimesDeviation.map(Double.init)
          == 4 * median(values.map { abs(Double($0) - exact) }), "round \(round)")
      #expect(made.count == round)
    }
  }

  @Test func weightsCountLikeRepetitions() {
    var weighted = Histogram()
    weighted.add(3, weight: 2)
    weighted.add(8, weight: 3)
    weighted.add(20, weight: 0)
    let repeated = histogram([3, 3, 8, 8, 8])
    #expect(weighted.twiceMedian == repeated.twiceMedian)
    #expect(weighted.fourTimesDeviation == repeated.fourTimesDeviation)
    #expect(weighted.count == 2)
  }

  @Test func partsMakeTheSameWhole() {
    var a = histogram([1, 5, 9])
    a.add(histogram([2, 5]))
    var b = histogram([5, 2])
    b.add(histogram([9, 1, 5]))
    #expect(a == b && a == histogram([1, 2, 5, 5, 9]))
  }
}
