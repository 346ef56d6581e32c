import Attempts
import Geometry
import Scenarios

/// A phase and what was done in it.
struct ReferencePhase {
  let phase: Phase
  let isAsked: Bool
  /// Judged contacts, in the order of landing.
  let contacts: [ReferenceContact]
  let strokes: ReferenceStrokes?
  let comb: ReferenceComb?
  let press: ReferencePress?
  let lift: ReferenceLift?
  let speed: ReferenceSpeed?
  let evenness: [ReferenceEvenness]

  init(
    _ phase: Phase, isAsked: Bool, isTimed: Bool, isVibrationAllowed: Bool,
    contacts: [ReferenceContact]
  ) {
    self.phase = phase
    self.isAsked = isAsked
    self.contacts = contacts
    var strokes: ReferenceStrokes?
    var comb: ReferenceComb?
    var press: ReferencePress?
    var lift: ReferenceLift?
    switch phase.task {
    case .stroking(let task):
      strokes = ReferenceStrokes.make(
        task, speed: phase.speed, isTimed: isTimed, isVibrationAllowed: isVibrationAllowed,
        contacts: contacts)
    case .combCircles(let task):
      comb = ReferenceComb(
        task, speed: phase.speed, isTimed: isTimed, isVibrationAllowed: isVibrationAllowed,
        contacts: contacts)
    case .pointPress(let task): press = ReferencePress(task, contacts: contacts)
    case .honeyLift(let task): lift = ReferenceLift(task, contacts: contacts)
    }
    (self.strokes, self.comb, self.press, self.lift) = (strokes, comb, press, lift)

    let second = strokes?.second ?? comb?.second ?? []
    let moving = contacts.filter { !$0.isTapping && !second.contains($0.order) }
    let speed = phase.speed.map { band in
      ReferenceSpeed(band, moving) { contact, tick in
        strokes?.moments[contact.order]?[tick.time] ?? ReferenceMoment()
      }
    }
    self.speed = speed
    if strokes == nil, comb == nil {
      evenness = []
    } else if let strokes {
      evenness = strokes.guides.flatMap(\.strokes).compactMap {
        ReferenceEvenness($0.speeds, origin: $0.began)
      }
    } else {
      evenness = moving.compactMap { contact in
        let speeds = contact.runs.flatMap { run in
          run.ticks.filter { run.isSpeedJudged($0) && !contact.isInAlarm($0.time) }
        }
        return ReferenceEvenness(
          speeds.map { (time: $0.time, speed: $0.speed) }, origin: contact.landing.time)
      }
    }
  }

  var technique: Technique { phase.technique }

  /// Time in which at least one judged hand was in contact, in microseconds.
  var contactTime: Int {
    ReferenceStretch.union(
      contacts.flatMap(\.runs).map { ReferenceStretch(start: $0.start, end: $0.end) })
  }

  /// The same, by each hand for itself.
  var handTime: Int { contacts.reduce(0) { $0 + $1.time } }

  var lostTime: Int {
    contacts.reduce(0) { sum, contact in
      sum
        + zip(contact.runs, contact.runs.dropFirst()).reduce(0) { $0 + $1.1.start - $1.0.end }
    }
  }

  /// Share of judged time below a quarter of the median speed.
  var hesitation: Double? {
    guard let speed, speed.time > 0 else { return nil }
    return Double(speed.hesitating) / Double(speed.time)
  }

  // MARK: Completion

  /// How far each guide, point or area of the phase was done.
  var done: [Double] {
    if let strokes { return strokes.guides.map(\.coverage) }
    if let comb { return comb.lanes.indices.map(comb.done) }
    if let press { return press.task.points.indices.map(press.done) }
    return lift.map { [$0.done] } ?? []
  }

  // MARK: Path

  /// Length of strokes asked, in mm.
  var askedStrokes: Double {
    strokes?.guides.reduce(0) { $0 + $1.length * Double($1.asked) } ?? 0
  }

  /// Length of everything asked, in mm.
  var asked: Double {
    if let comb {
      let middle = (comb.task.diameter.fullLow + comb.task.diameter.fullHigh) / 2
      return Double(comb.lanes.count * comb.task.loops) * Double.pi * middle
    }
    if let press { return ReferenceFigures.pressLength * Double(press.task.points.count) }
    return askedStrokes
  }

  /// Travel outside what is asked, in mm.
  var offPath: Double {
    strokes?.offPath.reduce(0, +) ?? comb?.offPath ?? press?.offPath ?? 0
  }

  var backward: Double { strokes?.guides.reduce(0) { $0 + $1.backward } ?? 0 }

  var judgedTravel: Double {
    if let strokes {
      return strokes.guides.reduce(offPath + backward) { $0 + $1.coveredLength }
    }
    return comb?.judged ?? press?.judged ?? 0
  }

  var pathLoss: Double {
    if let strokes { return strokes.guides.reduce(offPath + backward) { $0 + $1.coverLoss } }
    return comb?.loss ?? press?.loss ?? 0
  }

  // MARK: Pressure

  /// Pressure at ticks and their durations in microseconds.
  var pressures: [(pressure: Double, duration: Int)] {
    contacts.flatMap { contact in
      contact.runs.flatMap(\.ticks).compactMap { tick in
        tick.pressure.map { (Double($0) / 1_000_000, tick.duration) }
      }
    }
  }

  private func pressureLoss(_ isLost: (Double) -> Bool) -> Double {
    pressures.filter { isLost($0.pressure) }.reduce(0) {
      $0 + ReferenceFigures.booked((1 - grade($1.pressure)) * Double($1.duration))
    } / 1_000_000
  }

  private func grade(_ pressure: Double) -> Double {
    ReferenceFigures.grade(
      pressure, fullLow: phase.pressure.fullLow, fullHigh: phase.pressure.fullHigh,
      noneLow: phase.pressure.noneLow, noneHigh: phase.pressure.noneHigh)
  }

  var tooHardLoss: Double { pressureLoss { $0 > phase.pressure.fullHigh } }
  var tooLightLoss: Double { pressureLoss { $0 < phase.pressure.fullLow } }
  var pressureTime: Int { pressures.reduce(0) { $0 + $1.duration } }

  var meanPressure: Double? {
    let time = pressureTime
    guard time > 0 else { return nil }
    return pressures.reduce(0) { $0 + $1.pressure * Double($1.duration) } / Double(time)
  }

  var pressureInBand: Double? {
    let time = pressureTime
    guard time > 0 else { return nil }
    return pressures.reduce(0) { $0 + (grade($1.pressure) == 1 ? Double($1.duration) : 0) }
      / Double(time)
  }

  // MARK: Technique

  /// Contact time in another technique than asked, in microseconds.
  var otherTechnique: Int {
    if let strokes {
      return contacts.reduce(0) { sum, contact in
        contact.runs.flatMap(\.loops).reduce(sum) { sum, loop in
          let hasReturned = (strokes.moments[contact.order] ?? [:]).contains {
            loop.start < $0.key && $0.key <= loop.end && $0.value.isReturning
          }
          return sum
            + (loop.diameter >= ReferenceFigures.bigLoop && !hasReturned ? loop.duration : 0)
        }
      }
    }
    if comb != nil {
      return contacts.reduce(0) { sum, contact in
        let loops = contact.runs.flatMap(\.loops).map(\.duration)
        return sum + max(0, contact.time - loops.reduce(0, +) - 2 * (loops.max() ?? 0))
      }
    }
    return press?.other ?? lift?.other ?? 0
  }

  /// Landings after more than 2 s without any hand since the last contact, if that was in this
  /// phase too.
  func handsOffGaps(in all: [ReferenceContact]) -> [Int] {
    contacts.filter { contact in
      let before = all.filter { $0.releasedBy < contact.arrivals[0] }
      guard !all.contains(where: { isDown($0, at: contact) }),
        let last = before.max(by: { ($0.releasedBy, $0.number) < ($1.releasedBy, $1.number) })
      else { return false }
      return last.phase == contact.phase
        && contact.landing.time - last.lift.time > ReferenceFigures.handsOff
    }.map(\.landing.time)
  }

  /// Whether another hand is down when a contact lands.
  private func isDown(_ other: ReferenceContact, at contact: ReferenceContact) -> Bool {
    other.order < contact.order && other.releasedBy > contact.arrivals[0]
  }

  func breaks(in all: [ReferenceContact]) -> Int {
    let takeUps = strokes?.takeUps ?? []
    // A lift within a stroke that lasted over 2 s is one break, not two.
    return takeUps.count + handsOffGaps(in: all).filter { !takeUps.contains($0) }.count
  }
}
