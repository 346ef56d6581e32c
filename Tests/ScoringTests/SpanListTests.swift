import Testing

@testable import Scoring

@Suite struct SpanListTests {
  @Test func spansAreMergedAndInOrder() {
    var spans = SpanList()
    spans.add(0, 100_000)
    spans.add(900_000, 1_000_000)
    spans.add(250_000, 400_000)
    #expect(spans.spans.map(\.start) == [0, 900_000])
    #expect(spans.total == 500_000)
    spans.add(380_000, 800_000)
    #expect(spans.spans.map(\.end) == [1_000_000])
    #expect(spans.total == 1_000_000)
    // One that ends before it begins is a moment.
    #expect(SpanList(7, 3).total == 0)
  }

  /// Stretches in any order, nearer than what joins them, overlapping, within others, and moments.
  @Test(arguments: [0, 3, 20])
  func anyOrderGivesTheirUnion(join: Int) {
    for seed in UInt64(1)...300 {
      var numbers = RepeatableNumbers(seed: seed)
      var spans = SpanList(join: join)
      var all: [(start: Int, end: Int)] = []
      var clock = 0
      for _ in 0..<1 + numbers.next() % 30 {
        clock += Int(numbers.next() % 30)
        let start = numbers.next() % 4 == 0 ? Int(numbers.next() % UInt64(clock + 1)) : clock
        let end = start + Int(numbers.next() % 25)
        spans.add(start, end)
        all.append((start, end))
        let union = SpanListTests.union(all, join: join)
        #expect(spans.spans.map { [$0.start, $0.end] } == union, "seed \(seed), join \(join)")
        #expect(
          spans.total == union.reduce(0) { $0 + $1[1] - $1[0] }, "seed \(seed), join \(join)")
      }
    }
  }

  /// Stretches that are no farther apart than `join`, made one.
  private static func union(_ spans: [(start: Int, end: Int)], join: Int) -> [[Int]] {
    var union: [[Int]] = []
    for span in spans.sorted(by: { $0 < $1 }) {
      if let last = union.last, last[1] + join >= span.start {
        union[union.count - 1][1] = max(last[1], span.end)
      } else {
        union.append([span.start, span.end])
      }
    }
    return union
  }
}

@Suite struct SpeedHistogramTests {
  /// As if there were a bin for every speed from the beginning, at both sides of where bins are added.
  @Test func binsThatComeLateChangeNothing() {
    for speeds in [
      [0], [127], [128], [127, 128, 129], [2_000], [1_999, 2_000, 3], [255, 256, 0, 50, 50],
      [10, 20, 30, 40, 50, 400, 400, 400],
    ] {
      var histogram = SpeedHistogram()
      for (index, speed) in speeds.enumerated() {
        histogram.add(speed, duration: 5_000 + index)
        let seen = Array(speeds[...index])
        for part in [0.25, 0.5, 1] {
          let found = histogram.hesitation(part: part)
          let plain = SpeedHistogramTests.hesitation(seen, part: part)
          #expect(found.slow == plain.slow && found.all == plain.all, "\(seen), \(part)")
        }
      }
    }
    #expect(SpeedHistogram().hesitation(part: 0.25).all == 0)
  }

  private static func hesitation(_ speeds: [Int], part: Double) -> (slow: Int, all: Int) {
    let times = speeds.enumerated().map { (speed: $1, time: 5_000 + $0) }
    let all = times.reduce(0) { $0 + $1.time }
    var sum = 0
    var median = 0
    for (speed, time) in times.sorted(by: { $0.speed < $1.speed }) {
      sum += time
      median = speed
      if sum * 2 >= all { break }
    }
    let limit = (Double(median) + 0.5) * part
    let slow = times.filter { Double($0.speed) + 0.5 < limit }.reduce(0) { $0 + $1.time }
    return (slow, all)
  }
}
