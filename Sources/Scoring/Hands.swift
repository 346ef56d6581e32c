import Attempts
import Geometry
import Scenarios

/// What the hands did, wherever that was: time, pressure, vibration and tapping.
///
/// Nothing here changes when an attempt is shifted, so it is folded once for all shifts.
struct Hands: Sendable {
  private let rules: RuleSet
  private let prepared: PreparedCase
  private let isTimed: Bool
  var motions: [HandMotion] = []
  /// One a phase.
  private(set) var phases: [HandTally]
  /// Different pressures seen, in millionths, up to as many as show that it was measured.
  private(set) var pressures: [Int] = []
  /// When alarms of vibration, and taps in alarms, had become a critical fault.
  private(set) var criticalVibration: Int?
  private(set) var criticalTapping: Int?
  /// Lift of the last tap of an alarm.
  private(set) var lastTapping: Int?
  private var taps = TapWatch()
  private var vibrationTime = 0
  private var tapsInAlarms = 0
  /// When the last judged hand left, and the phase it left.
  private var lastLift: (time: Int, phase: Int)?

  /// - Parameter isTimed: whether the record carries times.
  init(prepared: PreparedCase, rules: RuleSet, isTimed: Bool) {
    self.rules = rules
    self.prepared = prepared
    self.isTimed = isTimed
    phases = prepared.phases.map { _ in HandTally() }
  }

  func index(of contact: Int) -> Int? { motions.firstIndex { $0.number == contact } }

  /// Takes a hand that comes down; nil when it is one too many to be judged. True when no hand was
  /// there for so long that the landing ends a break.
  mutating func land(_ landing: Landing, phase: Int) -> Bool? {
    guard motions.count < rules.handsJudged else { return nil }
    let time = landing.sample.time
    var isNewBreak = false
    phases[phase].contacts += 1
    if phases[phase].firstContact == nil { phases[phase].firstContact = time }
    if motions.isEmpty {
      if let lastLift, lastLift.phase == phase, time - lastLift.time > rules.handsOff {
        isNewBreak = true
      }
    }
    motions.append(
      HandMotion(
        landing, phase: phase, judging: TickJudging(prepared, phase: phase, isTimed: isTimed),
        rules: rules))
    return isNewBreak
  }

  /// Takes a sample; true when the hand at `index` has a new step.
  mutating func move(_ index: Int, _ sample: Sample) -> Bool {
    guard motions[index].take(sample) else { return false }
    book(index)
    return true
  }

  /// Settles the newest sample of a hand that leaves; true when that is a step.
  mutating func settle(_ index: Int) -> Bool {
    guard motions[index].settle() else { return false }
    book(index)
    return true
  }

  /// Ends the last run of a hand that leaves.
  mutating func close(_ index: Int) {
    motions[index].close()
    if motions[index].step.hasLast {
      bookPressure(motions[index].step.ticks[0], motions[index].phase)
    }
  }

  /// Takes the hand away and says what that means for those that wait.
  mutating func end(_ index: Int) -> TapWatch.Outcome {
    let motion = motions.remove(at: index)
    let time = motion.newest.time
    let phase = motion.phase
    lastLift = (time, phase)
    // Where events come out of order, an earlier hand may have landed later.
    phases[phase].lastContact = max(time, phases[phase].firstContact ?? time)
    let alarms = motion.vibration.alarms
    phases[phase].vibrations += alarms.spans.count
    phases[phase].vibration += alarms.total
    phases[phase].vibrationSpans.add(alarms)
    guard motion.mayBeTap else { return TapWatch.Outcome() }
    let outcome = taps.take(
      TapWatch.Tap(
        contact: motion.number, phase: phase, landing: motion.landing, lift: time), rules: rules)
    if let alarm = outcome.alarm {
      if outcome.beginsAlarm { phases[phase].tapAlarms += 1 }
      phases[phase].taps += outcome.drops.count
      phases[phase].tapSpans.add(alarm.start, alarm.end)
      lastTapping = alarm.end
      tapsInAlarms += outcome.drops.count
      if tapsInAlarms >= rules.criticalTaps, criticalTapping == nil { criticalTapping = time }
    }
    return outcome
  }

  // MARK: Booking

  private mutating func book(_ index: Int) {
    let phase = motions[index].phase
    let alarmed = motions[index].vibration.alarms.total
    // The step stays where it stands: nothing of it but this is copied.
    let (from, to) = (motions[index].step.from, motions[index].step.to)
    let duration = to.time - from.time
    if motions[index].step.isLost {
      // Nobody knows what the hand did: it is contact only where another hand was there.
      phases[phase].lost += duration
    } else if duration > 0 {
      phases[phase].handTime += duration
      phases[phase].contactSpans.add(from.time, to.time)
    }
    note(from.pressure)
    note(to.pressure)
    for at in motions[index].step.ticks.indices {
      bookPressure(motions[index].step.ticks[at], phase)
    }
    guard alarmed > motions[index].alarmBooked else { return }
    vibrationTime += alarmed - motions[index].alarmBooked
    motions[index].alarmBooked = alarmed
    if vibrationTime >= rules.criticalVibration, criticalVibration == nil {
      criticalVibration = to.time
    }
  }

  private mutating func note(_ pressure: Int?) {
    guard let pressure, pressures.count < rules.pressureValues, !pressures.contains(pressure)
    else { return }
    pressures.append(pressure)
  }

  private mutating func bookPressure(_ tick: MotionTick, _ phase: Int) {
    guard let pressure = tick.pressure else { return }
    phases[phase].pressure.add(
      pressure, from: tick.from, to: tick.time, band: prepared.phases[phase].pressure, phase: phase)
  }
}

/// What hands did in one phase, wherever that was.
struct HandTally: Sendable {
  /// When a judged hand of the phase was on the back, and not lost.
  var contactSpans = SpanList(join: 0)
  /// Lost time, in microseconds.
  var lost = 0
  /// Time of every judged hand for itself.
  var handTime = 0
  var contacts = 0
  /// Time of the first landing and of the last lift.
  var firstContact: Int?
  var lastContact: Int?
  /// Alarms of vibration and their time in microseconds.
  var vibrations = 0
  var vibration = 0
  var vibrationSpans = SpanList()
  var tapAlarms = 0
  var taps = 0
  var tapSpans = SpanList()
  var pressure = PressureTally()

  /// Time with a judged hand on the back, in microseconds.
  var contact: Int { contactSpans.total }
}

/// Pressure over the time of contact.
struct PressureTally: Sendable {
  /// Microseconds with a pressure, and those of them within the band.
  private(set) var time = 0
  private(set) var inBand = 0
  /// Thousandths times microseconds.
  private(set) var sum = 0
  private(set) var hardLoss = Loss()
  private(set) var lightLoss = Loss()
  private(set) var hardest = 0
  private(set) var lightest = Int.max

  /// Takes a pressure in millionths over a stretch of time.
  mutating func add(_ pressure: Int, from start: Int, to end: Int, band: Band, phase: Int) {
    let duration = end - start
    guard duration > 0 else { return }
    time += duration
    sum += pressure * duration / 1000
    let share = Double(pressure) / 1_000_000
    let loss = FixedLength.units((1 - band.grade(share)) * Double(duration))
    if share > band.fullHigh {
      hardest = max(hardest, pressure)
      hardLoss.add(loss, phase: phase, from: start, to: end)
    } else if share < band.fullLow {
      lightest = min(lightest, pressure)
      lightLoss.add(loss, phase: phase, from: start, to: end)
    } else {
      inBand += duration
    }
  }
}
