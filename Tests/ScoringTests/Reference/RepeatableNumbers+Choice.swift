@testable import Scoring

/// Choices by chance: a failing case is found again by its seed.
extension RepeatableNumbers {
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * share()
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True with a probability.
  mutating func chance(_ probability: Double) -> Bool { share() < probability }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[whole(0...list.count - 1)] }

  /// A place in a list, the more likely the greater its weight.
  mutating func weighted(_ weights: [Double]) -> Int {
    var rest = number(0...weights.reduce(0, +))
    for index in weights.indices {
      rest -= weights[index]
      if rest < 0 { return index }
    }
    return weights.count - 1
  }
}
