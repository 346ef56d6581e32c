import Attempts
import Scenarios
import Testing

@testable import Scoring

@Suite struct TenthsTests {
  @Test(
    arguments: [
      (10, [1, 1, 1], [4, 3, 3]), (0, [1, 2], [0, 0]),
      (1000, [15, 25, 15, 15], [215, 357, 214, 214]), (5, [0, 0], [0, 0]), (1, [0, 1], [0, 1]),
      // Remainders of one third, four times: the tie goes to the first in the table.
      (1000, [20, 5, 20, 15], [334, 83, 333, 250]),
    ] as [(Int, [Int], [Int])])
  func sharesByLargestRemainder(total: Int, weights: [Int], shares: [Int]) {
    #expect(Tenths.share(total, by: weights) == shares)
  }

  @Test func sharesAlwaysSumToTheTotal() {
    for seed in UInt64(1)...500 {
      var numbers = RepeatableNumbers(seed: seed)
      let weights = (0..<Int(1 + numbers.next() % 7)).map { _ in 1 + Int(numbers.next() % 100) }
      let total = Int(numbers.next() % 1001)
      #expect(Tenths.share(total, by: weights).reduce(0, +) == total, "seed \(seed)")
    }
  }

  @Test func figuresHaveNoTrailingZerosExponentOrMinusZero() {
    for (figure, text) in [
      (Figure(units: 602, places: 2), "6.02"), (Figure(units: -120, places: 2), "-1.2"),
      (Figure(units: 0, places: 3), "0"), (Figure(-0.0001, places: 2), "0"),
      (Figure(units: 5, places: 3), "0.005"), (Figure(units: -5, places: 1), "-0.5"),
      (Figure(1e-9, places: 3), "0"), (Figure(123456789.5, places: 1), "123456789.5"),
      (Figure(0.125, places: 2), "0.13"), (Figure(-0.125, places: 2), "-0.13"),
      (Figure.seconds(1_499), "0.001"), (Figure.seconds(1_500), "0.002"),
    ] { #expect(figure.description == text) }
  }
}
