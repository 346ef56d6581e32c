import Geometry
import Scenarios

/// What it takes to say how a tick counts, wherever it was.
struct TickJudging: Sendable {
  /// Whether the record carries times.
  let isTimed: Bool
  let allowsVibration: Bool
  /// The upper edge of the speeds of the phase, in mm/s; nil: speed is not judged.
  let top: Double?
  /// Whether the evenness of the whole contact's speed is judged: circles have no strokes that begin
  /// and end.
  let isCircling: Bool

  init(_ prepared: PreparedCase, phase: Int, isTimed: Bool) {
    self.isTimed = isTimed
    isCircling = prepared.phases[phase].technique == .combCircles
    allowsVibration = prepared.allowsVibration
    top = prepared.phases[phase].speed?.noneHigh
  }
}

/// Settles the ticks of one contact.
///
/// Two things are known only later: whether an alarm covers a tick, and how fast the hand was 200 ms
/// after it. Neither hangs on where the hand is, so both are found once for all shifts.
struct TickSettler: Sendable {
  private struct Waiting: Sendable {
    var time: Int
    var from: Int
    var speed: Double
    var burst: Double
    var isOnGrid: Bool
    var turning: TurningMarks
    /// When the loop that closed here began and ended; both 0: none did.
    var loopStart = 0
    var loopEnd = 0
  }

  /// A tick that may still come to lie in an alarm.
  private struct Doubtful: Sendable {
    var time: Int
    var from: Int
    var way: (from: FinePoint, to: FinePoint)
  }

  private let judging: TickJudging
  private let tick: Int
  private let speedWindow: Int
  private let halfBurst: Int
  private let wholeContact: Int
  private var runStart: Int
  /// Whether it was not yet told what was touched where the run began.
  private var owesStart = false
  /// Those before ``head`` are done with.
  private var waiting: [Waiting] = []
  private var head = 0
  /// Loops that closed at those, in order.
  private var loops: [ClosedLoop] = []
  private var doubtful: [Doubtful] = []
  private var doubtfulHead = 0
  private var doubtfulSerial = 0
  /// Judged speeds of a contact that circles.
  private(set) var speeds: SpeedBlocks

  init(_ judging: TickJudging, start: Int, rules: RuleSet) {
    self.judging = judging
    tick = rules.tick
    speedWindow = rules.speedWindow
    halfBurst = rules.burstWindow / 2
    wholeContact = rules.wholeContact
    runStart = start
    speeds = SpeedBlocks(start: start, rules: rules)
  }

  /// The first run begins where the hand came down.
  mutating func land() { owesStart = true }

  mutating func startRun(at time: Int) {
    runStart = time
    owesStart = true
  }

  /// - Parameter way: of the step that holds the tick.
  mutating func wait(
    for tick: MotionTick, loop: ClosedLoop?, way: (from: FinePoint, to: FinePoint)
  ) {
    waiting.append(
      Waiting(
        time: tick.time, from: tick.from, speed: tick.speed, burst: tick.burst,
        isOnGrid: tick.isOnGrid, turning: tick.turning, loopStart: loop?.start ?? 0,
        loopEnd: loop?.end ?? 0))
    if let loop { loops.append(loop) }
    doubtful.append(Doubtful(time: tick.time, from: tick.from, way: way))
  }

  /// Settles what is known of up to a moment, `now` being that of the newest sample.
  mutating func settle(
    until certain: Int, now: Int, _ alarms: SpanList, _ step: inout MotionStep
  ) {
    clear(until: certain, alarms, &step)
    guard now - runStart >= wholeContact else { return }
    let until = min(certain, now - speedWindow)
    while head < waiting.count, waiting[head].time <= until {
      tellStart(whole: nil, &step)
      let time = waiting[head].time
      let later = speed(at: time + speedWindow)
      settleFirst(later: later, alarms, &step) { isOnGrid, runStart, window in
        isOnGrid && time - runStart >= window
      }
    }
    compact()
  }

  /// Settles whatever of a run is not.
  mutating func endRun(_ end: RunEnd, _ alarms: SpanList, _ step: inout MotionStep) {
    var end = end
    clear(until: end.time, alarms, &step)
    tellStart(whole: end.whole ?? (head == waiting.count ? end.latest : nil), &step)
    while head < waiting.count, waiting[head].time <= end.time {
      let time = waiting[head].time
      let later = end.whole ?? speed(at: time + speedWindow) ?? end.latest
      settleFirst(later: later, alarms, &step) { isOnGrid, _, window in
        end.whole == nil && isOnGrid && time - end.start >= window && time + window <= end.time
      }
    }
    waiting.removeAll(keepingCapacity: true)
    head = 0
    loops.removeAll(keepingCapacity: true)
    end.isShaken = alarms.overlaps(end.start, end.time)
    step.runEnd = end
    owesStart = false
  }

  private mutating func settleFirst(
    later: Double?, _ alarms: SpanList, _ step: inout MotionStep,
    isJudged: (_ isOnGrid: Bool, _ runStart: Int, _ window: Int) -> Bool
  ) {
    let entry = waiting[head]
    var settled = SettledTick(time: entry.time, from: entry.from, speed: entry.speed)
    settled.number = number(of: entry.time)
    settled.isAlarm = !alarms.isEmpty && alarms.holds(entry.time)
    settled.touches = isWork(at: entry.time, later, settled.isAlarm)
    settled.isJudged = !settled.isAlarm && isJudged(entry.isOnGrid, runStart, speedWindow)
    if settled.isJudged, judging.isCircling, judging.top != nil {
      speeds.add(settled.speed.hundredths, at: settled.number)
    }
    settled.turning = entry.turning
    if entry.loopEnd > 0 {
      settled.isLoopAlarm = alarms.overlaps(entry.loopStart, entry.loopEnd)
      settled.loop = step.settledLoops.count
      step.settledLoops.append(loops.removeFirst())
    }
    step.settled.append(settled)
    head += 1
  }

  private mutating func tellStart(whole: Double?, _ step: inout MotionStep) {
    guard owesStart else { return }
    owesStart = false
    step.startIsWork = isWork(at: runStart, whole ?? speed(at: runStart + speedWindow), false)
  }

  /// Whether what was touched at a tick was touched by work: calmly, and, where vibration is
  /// allowed, not by that.
  private func isWork(at time: Int, _ later: Double?, _ isAlarm: Bool) -> Bool {
    guard judging.isTimed else { return true }
    if isAlarm, judging.allowsVibration { return false }
    guard let top = judging.top else { return true }
    // The jerk around the tick: half of the window before it, half after.
    return (later ?? 0) <= top && burst(at: time + halfBurst) <= top
  }

  // MARK: What waits

  /// The speed at the last tick of the grid up to a moment; nil when none waits.
  private func speed(at time: Int) -> Double? {
    guard head < waiting.count else { return nil }
    var at = min(head + ticks(until: time), waiting.count - 1)
    if !waiting[at].isOnGrid, at > head { at -= 1 }
    return waiting[at].isOnGrid ? waiting[at].speed : nil
  }

  /// The speed over 50 ms at a moment, as far as ticks wait.
  private func burst(at time: Int) -> Double {
    guard head < waiting.count else { return 0 }
    return waiting[min(head + ticks(until: time), waiting.count - 1)].burst
  }

  /// How many whole ticks of the attempt's clock have gone at a moment.
  private func number(of time: Int) -> Int {
    // Dividing half the digits is several times as fast.
    if let short = UInt32(exactly: time), let tick = UInt32(exactly: tick) {
      return Int(short / tick)
    }
    return time / tick
  }

  /// Whole ticks from the first that waits to a moment.
  private func ticks(until time: Int) -> Int {
    let way = time - waiting[head].time
    return way > 0 ? number(of: way) : 0
  }

  /// Those that are done with go many at a time, because the others then move up.
  private mutating func compact() {
    guard head >= 256 else { return }
    waiting.removeFirst(head)
    head = 0
  }

  // MARK: Alarms

  /// Up to a moment it is known which ticks lie in an alarm.
  private mutating func clear(until certain: Int, _ alarms: SpanList, _ step: inout MotionStep) {
    while doubtfulHead < doubtful.count, doubtful[doubtfulHead].time <= certain {
      if !alarms.isEmpty, alarms.holds(doubtful[doubtfulHead].time) {
        let tick = doubtful[doubtfulHead]
        step.shaken.append(
          ShakenTick(serial: doubtfulSerial, time: tick.time, from: tick.from, way: tick.way))
      }
      doubtfulHead += 1
      doubtfulSerial += 1
    }
    step.unsettledSerial = doubtfulSerial
    if doubtfulHead == doubtful.count {
      doubtful.removeAll(keepingCapacity: true)
      doubtfulHead = 0
    } else if doubtfulHead >= 256 {
      doubtful.removeFirst(doubtfulHead)
      doubtfulHead = 0
    }
  }
}
