import Attempts
import Scenarios

/// What the speed of a phase's hands was, as far as it is judged.
struct ReferenceSpeed {
  struct Judged {
    /// mm/s.
    var speed: Double
    /// Microseconds.
    var duration: Int
    var isReturning: Bool
  }

  let band: Band
  private(set) var judged: [Judged] = []

  init(
    _ band: Band, _ contacts: [ReferenceContact],
    moment: (ReferenceContact, ReferenceTick) -> ReferenceMoment
  ) {
    self.band = band
    for contact in contacts {
      for run in contact.runs where run.duration > 0 {
        if run.isJudgedWhole {
          let stretch = ReferenceStretch(start: run.start, end: run.end)
          guard !contact.hasAlarm(overlapping: stretch) else { continue }
          judged.append(
            Judged(
              speed: run.wholeSpeed(pixel: contact.pixel), duration: run.duration,
              isReturning: false))
        } else {
          for tick in run.ticks
          where run.isSpeedJudged(tick) && !contact.isInAlarm(tick.time) {
            judged.append(
              Judged(
                speed: tick.speed, duration: ReferenceFigures.tick,
                isReturning: moment(contact, tick).isReturning))
          }
        }
      }
    }
  }

  var time: Int { judged.reduce(0) { $0 + $1.duration } }
  var seconds: Double { Double(time) / 1_000_000 }

  private func upper(_ item: Judged) -> Double { band.fullHigh * (item.isReturning ? 2 : 1) }

  private func grade(_ item: Judged) -> Double {
    ReferenceFigures.grade(
      item.speed, fullLow: band.fullLow, fullHigh: upper(item), noneLow: band.noneLow,
      noneHigh: band.noneHigh * (item.isReturning ? 2 : 1))
  }

  /// Seconds lost, too fast and too slow.
  var tooFastLoss: Double { sum { $0.speed > upper($0) ? 1 - grade($0) : 0 } }
  var tooSlowLoss: Double { sum { $0.speed < band.fullLow ? 1 - grade($0) : 0 } }

  private func sum(_ value: (Judged) -> Double) -> Double {
    judged.reduce(0) { $0 + booked(value($1), $1) } / 1_000_000
  }

  private func booked(_ value: Double, _ item: Judged) -> Double {
    ReferenceFigures.booked(value * Double(item.duration))
  }

  func mean(_ value: (Judged) -> Double) -> Double? {
    time > 0 ? sum(value) / seconds : nil
  }

  var tooFastShare: Double? { mean { $0.speed > upper($0) ? 1 : 0 } }
  var tooSlowShare: Double? { mean { $0.speed < band.fullLow ? 1 : 0 } }

  /// Microseconds below a quarter of the median, in bins of 1 mm/s.
  var hesitating: Int {
    var bins = Array(repeating: 0, count: Int(ReferenceFigures.topSpeed) + 1)
    for item in judged { bins[Int(item.speed)] += item.duration }
    var sum = 0
    var median = 0
    for bin in bins.indices {
      sum += bins[bin]
      if sum * 2 >= time {
        median = bin
        break
      }
    }
    return bins.indices.filter { Double($0) + 0.5 < (Double(median) + 0.5) / 4 }
      .reduce(0) { $0 + bins[$1] }
  }
}

/// The coefficient of variation of speed over the middle of a stroke or contact.
struct ReferenceEvenness {
  var variation: Double
  /// Ticks in the middle.
  var ticks: Int

  /// - Parameter origin: when it began, in microseconds.
  init?(_ speeds: [(time: Int, speed: Double)], origin: Int) {
    let grid = ReferenceFigures.tick
    let start = (origin + grid - 1) / grid * grid
    let entries = speeds.filter { $0.time >= start }
      .map { (index: ($0.time - start) / grid, speed: ($0.speed * 100).rounded() / 100) }
    guard let last = entries.map(\.index).max() else { return nil }
    let count = last + 1
    var size = 1
    while (count + size - 1) / size > 2048 { size *= 2 }
    let blocks = (count + size - 1) / size
    let edge = (blocks + 9) / 10
    let middle = entries.filter { $0.index / size >= edge && $0.index / size < blocks - edge }
      .map(\.speed)
    guard middle.count >= 2 else { return nil }
    let mean = middle.reduce(0, +) / Double(middle.count)
    guard mean > 0 else { return nil }
    let variance =
      middle.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(middle.count)
    variation = variance.squareRoot() / mean
    ticks = middle.count
  }

  /// The mean, weighted by ticks.
  static func mean(_ parts: [ReferenceEvenness]) -> Double? {
    let ticks = parts.reduce(0) { $0 + $1.ticks }
    guard ticks > 0 else { return nil }
    return parts.reduce(0) {
      $0 + ReferenceFigures.bookedShare($1.variation) * Double($1.ticks)
    } / Double(ticks)
  }
}
