import Scenarios

/// What happened in one phase where the hands were, beside its guides.
struct PhaseTally: Sendable {
  var breaks = 0
  var breakSpans = SpanList()
  /// Travel while OFF or of no guide, in nanometres.
  var offPath = Loss()

  // Speed, in microseconds of judged time.
  var judged = 0
  var inBand = 0
  var tooSlow = 0
  var tooFast = 0
  /// Nanometres per second times microseconds, divided by 1,000: fits a day at the top speed.
  var speedSum = 0
  var slowLoss = Loss()
  var fastLoss = Loss()
  var fastest = 0.0
  var slowest = Double.infinity
  var histogram = SpeedHistogram()
  /// Of contacts that circle.
  var evenness = Evenness()
  var unevenSpans = SpanList()

  // Technique.
  var loops = LoopTally()
  /// Time in another technique than asked.
  var other = Loss()
}

extension PhaseTally {
  /// Books a judged speed that held over a stretch of time.
  mutating func judge(
    _ speed: JudgedSpeed, by band: Band, from start: Int, to end: Int, phase: Int
  ) {
    let duration = end - start
    judged += duration
    speedSum += speed.units * duration / 1000
    histogram.add(speed.whole, duration: duration)
    let speed = speed.value
    guard speed < band.fullLow || speed > band.fullHigh else {
      inBand += duration
      return
    }
    let loss = FixedLength.units((1 - band.grade(speed)) * Double(duration))
    if speed < band.fullLow {
      tooSlow += duration
      slowest = min(slowest, speed)
      slowLoss.add(loss, phase: phase, from: start, to: end)
    } else {
      tooFast += duration
      fastest = max(fastest, speed)
      fastLoss.add(loss, phase: phase, from: start, to: end)
    }
  }
}

/// Judged time by speed, in steps of 1 mm/s.
struct SpeedHistogram: Sendable {
  /// Microseconds; as many as the fastest so far asks for, for most hands are slow.
  private var bins: [Int] = []
  /// Bins come so many at a time.
  private static let group = 128

  /// - Parameter speed: in whole mm/s, at most the rule set's `topSpeed`: `SpeedTrack` caps what it
  ///   judges, else one jump of a hand would ask for as many bins as it is fast.
  mutating func add(_ speed: Int, duration: Int) {
    while bins.count <= speed {
      bins.append(contentsOf: repeatElement(0, count: SpeedHistogram.group))
    }
    bins[speed] += duration
  }

  /// Time below a part of the median, and all judged time, in microseconds.
  func hesitation(part: Double) -> (slow: Int, all: Int) {
    let all = bins.reduce(0, +)
    guard all > 0 else { return (0, 0) }
    var sum = 0
    var median = 0
    for (bin, time) in bins.enumerated() {
      sum += time
      if sum * 2 >= all {
        median = bin
        break
      }
    }
    let limit = (Double(median) + 0.5) * part
    var slow = 0
    for (bin, time) in bins.enumerated() where Double(bin) + 0.5 < limit { slow += time }
    return (slow, all)
  }
}

/// How good the counted loops of a phase were, in billionths.
struct LoopTally: Sendable {
  private(set) var loops = 0
  private(set) var diameterLoss = Loss()
  private(set) var advanceLoss = Loss()
  /// Loops of a phase that asks a turn, and those of the wrong one.
  private(set) var turned = 0
  private(set) var wrong = 0
  private(set) var wrongSpans = SpanList()

  mutating func add(
    _ loop: ClosedLoop, diameter: Double, advance: Double, isWrong: Bool?, phase: Int
  ) {
    loops += 1
    let lost = 1 - diameter * advance
    let lacking = (1 - diameter) + (1 - advance)
    if lost > 0, lacking > 0 {
      // Named in proportion to what each lacks.
      diameterLoss.add(
        Fixed.units(lost * (1 - diameter) / lacking), phase: phase, from: loop.start, to: loop.end)
      advanceLoss.add(
        Fixed.units(lost * (1 - advance) / lacking), phase: phase, from: loop.start, to: loop.end)
    }
    guard let isWrong else { return }
    turned += 1
    guard isWrong else { return }
    wrong += 1
    wrongSpans.add(loop.start, loop.end)
  }
}
