import Attempts
import Geometry

/// How one judged hand moved, wherever that was: what a shift of the whole attempt cannot change.
///
/// Takes samples and hands out steps between settled ones with their ticks. Its memory does not
/// grow with its samples.
struct HandMotion: Sendable {
  let number: Int
  let phase: Int
  let nanometresPerPixel: Int
  let landing: SettledSample
  /// The last sample that no later one can replace; nil before the second time.
  private(set) var settled: SettledSample?
  /// The newest sample: of equal times the last one counts.
  private(set) var newest: SettledSample
  private(set) var speed: SpeedTrack
  private(set) var vibration: VibrationWatch
  private(set) var loops: LoopCounter
  private var settler: TickSettler
  /// Judged speeds of a hand that circles.
  var speeds: SpeedBlocks { settler.speeds }
  /// Loops that closed so far, in all runs.
  private(set) var loopsClosed = 0
  /// Time in them, and that of the longest, in microseconds.
  private(set) var loopTime = 0
  private(set) var longestLoop = 0
  /// Time in alarms that was booked already, in microseconds.
  var alarmBooked = 0
  /// The newest step, for whoever follows the hand. Folds are lent it where it stands, so that nothing
  /// is copied; none of them changes it.
  var step = MotionStep()
  /// Time in gaps, in microseconds.
  private(set) var lost = 0
  private var box: ExtentBox
  private let limits: MotionLimits
  private var lastTick: Int

  var millimetresPerPixel: Double { Double(nanometresPerPixel) / 1_000_000 }

  init(_ landing: Landing, phase: Int, judging: TickJudging, rules: RuleSet) {
    number = landing.contact
    self.phase = phase
    nanometresPerPixel = landing.nanometresPerPixel
    limits = MotionLimits(rules)
    newest = SettledSample(landing.sample)
    self.landing = newest
    box = ExtentBox(newest.place)
    lastTick = newest.time
    let scale = Double(landing.nanometresPerPixel) / 1_000_000
    speed = SpeedTrack(
      start: newest.time, place: newest.place, millimetresPerPixel: scale, rules: rules)
    vibration = VibrationWatch(millimetresPerPixel: scale, rules: rules)
    loops = LoopCounter(rules: rules)
    settler = TickSettler(judging, start: newest.time, rules: rules)
  }

  /// Whether the contact may still turn out to be a tap.
  var mayBeTap: Bool {
    (settled ?? newest).time - landing.time <= limits.longestTap
      && box.extent <= limits.widestTap
  }

  /// Time in contact that is not lost, in microseconds.
  var contactTime: Int { newest.time - landing.time - lost }

  /// Takes the next sample and says whether ``step`` now holds a new step.
  mutating func take(_ sample: Sample) -> Bool {
    let next = SettledSample(sample)
    var hasStep = false
    if next.time > newest.time { hasStep = settle() }
    newest = next
    step.now = next.time
    return hasStep
  }

  /// Takes the step from the settled sample to the newest, which nothing can replace any more.
  mutating func settle() -> Bool {
    guard advance() else { return false }
    settleTicks()
    return true
  }

  /// Settles the ticks of which everything is known, and says so in ``step``.
  private mutating func settleTicks() {
    let certain = vibration.settledUntil
    settler.settle(until: certain, now: step.to.time, vibration.alarms, &step)
    step.mayBeTap = mayBeTap
    step.now = newest.time
  }

  private mutating func advance() -> Bool {
    step.begin(from: settled ?? newest, to: newest)
    guard let settled else {
      settled = newest
      box = ExtentBox(newest.place)
      if newest != landing { restart(at: newest) }
      step.isFirst = true
      step.startsRun = true
      settler.land()
      if newest.time % limits.tick == 0 { tick(newest) }
      return true
    }
    guard newest.time > settled.time else { return false }
    self.settled = newest
    box.add(newest.place)
    let duration = newest.time - settled.time
    if duration > limits.lostGap {
      step.isLost = true
      lost += duration
      endRun(at: settled)
      restart(at: newest)
      settler.startRun(at: newest.time)
      step.startsRun = true
      if newest.time % limits.tick == 0 { tick(newest) }
      return true
    }
    var time = (settled.time / limits.tick + 1) * limits.tick
    while time <= newest.time {
      let elapsed = time - settled.time
      let place = FinePoint.between(
        settled.place, newest.place, elapsed: elapsed, duration: duration)
      tick(
        SettledSample(
          time: time, place: place,
          pressure: HandMotion.pressure(settled, newest, elapsed, duration)))
      time += limits.tick
    }
    return true
  }

  /// Ends the last run: ``step`` then holds nothing but that end.
  mutating func close() {
    step.begin(from: newest, to: newest)
    endRun(at: newest)
    settleTicks()
  }

  private mutating func restart(at sample: SettledSample) {
    speed.restart(at: sample.time, sample.place)
    vibration.restart()
    loops.restart()
    lastTick = sample.time
  }

  private mutating func endRun(at sample: SettledSample) {
    if sample.time % limits.tick != 0 {
      // The last place of the hand, between two ticks.
      let travel = speed.drag(to: sample.place)
      let tick = MotionTick(
        time: sample.time, from: lastTick, place: sample.place, travel: travel,
        speed: speed.latest, burst: speed.burst, pressure: sample.pressure, isOnGrid: false)
      step.ticks.append(tick)
      step.hasLast = true
      settler.wait(for: tick, loop: nil, way: (step.from.place, step.to.place))
    }
    vibration.end()
    let end = RunEnd(
      start: speed.start, time: sample.time, whole: speed.whole(endingAt: sample.time),
      latest: speed.latest)
    settler.endRun(end, vibration.alarms, &step)
  }

  private mutating func tick(_ at: SettledSample) {
    let travel = speed.drag(to: at.place)
    let now = speed.tick(at: at.time, travelled: travel)
    var tick = MotionTick(
      time: at.time, from: lastTick, place: at.place, travel: travel, speed: now,
      burst: speed.burst, pressure: at.pressure, isOnGrid: true)
    lastTick = at.time
    let turning = loops.take(
      at.place, time: at.time, travelled: speed.travel, burst: speed.burst)
    tick.turning = turning.marks
    if let loop = turning.closed {
      loopsClosed += 1
      loopTime += loop.duration
      longestLoop = max(longestLoop, loop.duration)
      if loop.diameter >= limits.workingLoop { vibration.loopClosed(at: at.time) }
      tick.loop = step.loops.count
      step.loops.append(loop)
    }
    vibration.take(at.place, time: at.time)
    step.ticks.append(tick)
    settler.wait(
      for: tick, loop: turning.closed, way: (step.from.place, step.to.place))
  }

  /// Pressure in millionths on the straight way between two samples.
  private static func pressure(
    _ a: SettledSample, _ b: SettledSample, _ elapsed: Int, _ duration: Int
  ) -> Int? {
    guard let first = a.pressure, let second = b.pressure else { return nil }
    let product = (second - first) * elapsed
    let half = product < 0 ? -duration / 2 : duration / 2
    return first + (product + half) / duration
  }
}

/// What movement is judged on; see ``RuleSet``.
private struct MotionLimits: Sendable {
  let tick: Int
  let lostGap: Int
  let longestTap: Int
  /// In nanometres.
  let widestTap: Int
  let workingLoop: Double

  init(_ rules: RuleSet) {
    tick = rules.tick
    lostGap = rules.lostGap
    longestTap = rules.longestTap
    widestTap = FinePoint.units(rules.widestTap)
    workingLoop = rules.workingLoop
  }
}

/// A sample that no later one of its time can replace any more.
struct SettledSample: Hashable, Sendable {
  var time: Int
  var place: FinePoint
  /// Millionths of the input's range.
  var pressure: Int?

  /// Of a sample, which has nothing finer.
  var thousandths: Int? { pressure.map { $0 / 1000 } }

  init(_ sample: Sample) {
    time = sample.time
    place = sample.position.fine
    pressure = sample.pressure.map { $0 * 1000 }
  }

  init(time: Int, place: FinePoint, pressure: Int?) {
    self.time = time
    self.place = place
    self.pressure = pressure
  }
}

/// The upright box around places.
struct ExtentBox: Sendable {
  private var low: FinePoint
  private var high: FinePoint

  init(_ place: FinePoint) {
    low = place
    high = place
  }

  mutating func add(_ place: FinePoint) {
    low = FinePoint(x: min(low.x, place.x), y: min(low.y, place.y))
    high = FinePoint(x: max(high.x, place.x), y: max(high.y, place.y))
  }

  /// The larger side, in nanometres.
  var extent: Int { max(high.x - low.x, high.y - low.y) }
}
