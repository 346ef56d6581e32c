import Geometry

/// Finds vibration in the movement of one hand: quick small swings to and fro, on both axes and
/// both diagonals.
struct VibrationWatch: Sendable {
  /// Alarms of the contact, united where they overlap or touch; a tick is in one when it lies after
  /// its start and up to its end.
  private(set) var alarms = SpanList(join: 0)
  private let hysteresis: Double
  private let fast: Double
  private let slow: Double
  private let swing: SwingLimits
  private var origin: FinePoint?
  private var fastMean = Point.zero
  private var slowMean = Point.zero
  /// x, y, and the two diagonals.
  private var directions: [SwingCounter]
  private var now = 0
  private var loopClosedAt: Int?

  init(millimetresPerPixel: Double, rules: RuleSet) {
    swing = SwingLimits(rules)
    hysteresis = max(rules.vibrationHysteresis, rules.vibrationPixels * millimetresPerPixel)
    let tick = Double(rules.tick)
    fast = tick / (tick + Double(rules.vibrationFast))
    slow = tick / (tick + Double(rules.vibrationSlow))
    directions = Array(repeating: SwingCounter(), count: 4)
  }

  /// Begins anew after lost time; the alarms stay.
  mutating func restart() {
    origin = nil
    directions = Array(repeating: SwingCounter(), count: 4)
  }

  /// Nothing more comes of this run.
  mutating func end() { restart() }

  /// A loop of a working size closed: no swing that holds this moment is a vibration.
  mutating func loopClosed(at time: Int) { loopClosedAt = time }

  mutating func take(_ place: FinePoint, time: Int) {
    now = time
    guard let origin else {
      origin = place
      fastMean = .zero
      slowMean = .zero
      for index in directions.indices { directions[index] = SwingCounter(value: 0, time: time) }
      return
    }
    let offset = place.offset(from: origin)
    fastMean = fastMean + (offset - fastMean) * fast
    slowMean = slowMean + (offset - slowMean) * slow
    let shake = fastMean - slowMean
    let diagonal = 1 / 2.0.squareRoot()
    follow(0, shake.x, time)
    follow(1, shake.y, time)
    follow(2, (shake.x + shake.y) * diagonal, time)
    follow(3, (shake.x - shake.y) * diagonal, time)
  }

  private mutating func follow(_ index: Int, _ value: Double, _ time: Int) {
    if let alarm = directions[index].take(
      value, time: time, hysteresis: hysteresis, loopClosedAt: loopClosedAt, limits: swing)
    {
      alarms.add(alarm.start, alarm.end)
    }
  }

  /// Up to this moment it is settled which ticks lie in an alarm.
  var settledUntil: Int {
    guard origin != nil else { return now }
    return directions.reduce(now) { min($0, $1.settledUntil(now, swing)) }
  }
}

/// What makes a swing good; see ``RuleSet``.
struct SwingLimits: Sendable {
  let shortest: Int
  let longest: Int
  let widest: Double
  let forAlarm: Int

  init(_ rules: RuleSet) {
    shortest = rules.shortestSwing
    longest = rules.longestSwing
    widest = rules.widestSwing
    forAlarm = rules.swingsForAlarm
  }
}

/// Counts swings of one signal in a row.
struct SwingCounter: Sendable {
  private struct Turning: Sendable {
    var value = 0.0
    var time = 0
  }

  /// The running extremes since the last turning point; both run until the first one.
  private var high = Turning()
  private var low = Turning()
  /// Whether the signal rises from its last turning point; nil before the first.
  private var isRising: Bool?
  private var last: Turning?
  /// Good swings in a row, and where the row began.
  private var row = 0
  private var rowStart = 0

  init() {}

  init(value: Double, time: Int) {
    high = Turning(value: value, time: time)
    low = high
  }

  /// Takes the next value; returns the alarm that it begins or prolongs.
  mutating func take(
    _ value: Double, time: Int, hysteresis: Double, loopClosedAt: Int?, limits: SwingLimits
  ) -> (start: Int, end: Int)? {
    let here = Turning(value: value, time: time)
    if value > high.value { high = here }
    if value < low.value { low = here }
    if isRising != false, high.value - value >= hysteresis {
      return turned(at: high, now: here, isRising: false, loopClosedAt, limits)
    }
    if isRising != true, value - low.value >= hysteresis {
      return turned(at: low, now: here, isRising: true, loopClosedAt, limits)
    }
    return nil
  }

  private mutating func turned(
    at point: Turning, now: Turning, isRising rises: Bool, _ loopClosedAt: Int?,
    _ limits: SwingLimits
  ) -> (start: Int, end: Int)? {
    defer { last = point }
    isRising = rises
    high = now
    low = now
    guard let last, isGood(last, point, now.time, loopClosedAt, limits) else {
      row = 0
      return nil
    }
    if row == 0 { rowStart = last.time }
    row += 1
    return row >= limits.forAlarm ? (rowStart, point.time) : nil
  }

  private func isGood(
    _ start: Turning, _ end: Turning, _ confirmed: Int, _ loopClosedAt: Int?, _ limits: SwingLimits
  ) -> Bool {
    let duration = end.time - start.time
    guard duration >= limits.shortest, duration <= limits.longest,
      abs(end.value - start.value) <= limits.widest,
      confirmed - end.time <= limits.longest
    else { return false }
    // A loop that closed within the swing: later ones cannot be known yet, earlier ones are past.
    guard let loopClosedAt else { return true }
    return loopClosedAt <= start.time || loopClosedAt > end.time
  }

  /// Up to this moment it is settled whether ticks lie in an alarm of this signal.
  func settledUntil(_ now: Int, _ limits: SwingLimits) -> Int {
    var settled = now
    if isRising != false { settled = min(settled, settledUntil(now, turningAt: high, limits)) }
    if isRising != true { settled = min(settled, settledUntil(now, turningAt: low, limits)) }
    return settled
  }

  /// A turning point that may still be confirmed in time may begin or end a good swing.
  private func settledUntil(_ now: Int, turningAt extreme: Turning, _ limits: SwingLimits) -> Int {
    guard now - extreme.time <= limits.longest else { return now }
    guard let last, extreme.time - last.time <= limits.longest else { return extreme.time }
    // Within an alarm all up to the last turning point is settled.
    return min(extreme.time, row >= limits.forAlarm || row == 0 ? last.time : rowStart)
  }
}
