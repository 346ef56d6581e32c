import Attempts
import Geometry
import Scenarios

/// What the hands do right now. Never judged.
extension Scorer {
  public var reading: LiveReading {
    var reading = LiveReading(phase: attempt.phaseIndex)
    reading.hands = hands.motions.compactMap { motion in
      fold.contacts.first { $0.number == motion.number }.map { hand(motion, $0) }
    }
    guard let phase = attempt.phaseIndex else { return reading }
    let prepared = fold.prepared.phases[phase]
    reading.guides = fold.guides[phase].map(Scorer.guide)
    if let circles = prepared.circles {
      reading.guides = zip(circles.lanes, fold.lanes[phase]).map(Scorer.lane)
    }
    if let presses = prepared.points {
      reading.points = presses.points.indices.map { point($0, presses, phase) }
    }
    if let area = prepared.lifts {
      reading.lifts = LiftReading(
        lifts: fold.lifts[phase].lifts, places: fold.lifts[phase].places, asked: area.asked,
        done: fold.lifts[phase].done(of: area))
    }
    return reading
  }

  private func point(_ index: Int, _ presses: PreparedPoints, _ phase: Int) -> PointReading {
    let under = fold.contacts.compactMap(\.press).filter { $0.point == index }.map(\.held).max()
    return PointReading(
      held: Double(under ?? 0) / 1_000_000,
      hold: Double(presses.points[index].hold) / 1_000_000,
      done: fold.points[phase][index].done(of: presses.points[index]))
  }

  private static func lane(_ lane: PreparedGuide, _ tally: LaneTally) -> GuideReading {
    GuideReading(
      strokesDone: 0, strokesAsked: 0, loopsDone: tally.loops, loopsAsked: lane.asked,
      currentCoverage: tally.coverage(of: lane), mark: nil, done: tally.done(of: lane))
  }

  private func hand(_ motion: HandMotion, _ contact: ContactTrack) -> HandReading {
    let follow = contact.follow
    var nearness = AreaNearness.clear
    var areaID: String?
    for (index, area) in contact.areas.enumerated() {
      // The spine and the kidneys are under every hand: they speak only when a rule is broken.
      let isDrawn = fold.prepared.areas[index].kind == .spasm
      if area.nearness > nearness, isDrawn || area.nearness >= .breakingRule {
        nearness = area.nearness
        areaID = fold.prepared.areas[index].id
      }
    }
    let isOff = follow?.isOff ?? true
    let place = motion.newest.place
    return HandReading(
      contact: contact.number, place: Position(x: place.x / 10_000, y: place.y / 10_000),
      pressure: motion.newest.pressure.map { Double($0) / 1_000_000 },
      speed: motion.speed.isSettled ? motion.speed.latest : nil,
      guide: follow?.guide ?? contact.circling.near?.lane,
      arc: isOff ? nil : follow?.arc, deviation: follow?.deviation, isOff: isOff,
      isReturning: follow?.isReturning ?? false, isBackward: follow?.isBackward ?? false,
      area: nearness, areaID: areaID)
  }

  private static func guide(_ track: GuideTrack) -> GuideReading {
    let bins = Double(track.guide.bins)
    let isMade = track.hasMadeCurrent
    return GuideReading(
      strokesDone: track.tally.made + (isMade ? 1 : 0), strokesAsked: track.guide.asked,
      loopsDone: 0, loopsAsked: 0,
      currentCoverage: isMade ? 0 : track.current.map { Double($0.covered) / bins } ?? 0,
      mark: track.current?.mark, done: track.tally.coverage(of: track.guide))
  }

  /// Vibration or tapping of this moment that nobody prescribed.
  private var alarmCue: Cue? {
    let allowed = scenario.patient.prescription.allow
    let isShaking = hands.motions.contains { motion in
      motion.vibration.alarms.spans.last.map {
        motion.newest.time - $0.end <= rules.speedWindow
      } ?? false
    }
    if isShaking, !allowed.contains(.vibration) { return .vibrating }
    let isTapping = hands.motions.contains { motion in
      hands.lastTapping.map { motion.newest.time - $0 <= rules.tapPause } ?? false
    }
    return isTapping && !allowed.contains(.tapping) ? .tapping : nil
  }

  /// The worst thing to say of what the hands do now: spasm, pressure, speed, path.
  public var cue: Cue {
    guard let index = attempt.phaseIndex, !fold.contacts.isEmpty else { return .none }
    let phase = fold.prepared.phases[index]
    let hands = reading.hands
    if let worst = hands.max(by: { $0.area < $1.area }), let area = worst.areaID {
      switch worst.area {
      case .pain: return .pain(area: area)
      case .breakingRule: return .pressingArea(area: area)
      case .margin, .touching:
        if phase.shape.isFirm { return .nearArea(area: area) }
      case .clear: break
      }
    }
    if let alarm = alarmCue { return alarm }
    for hand in hands {
      if let pressure = hand.pressure {
        if pressure > phase.pressure.fullHigh {
          return .tooHard(share: pressure, aim: phase.pressure.full)
        }
        if pressure < phase.pressure.fullLow {
          return .tooLight(share: pressure, aim: phase.pressure.full)
        }
      }
    }
    for hand in hands {
      let band = hand.isReturning ? phase.returnSpeed : phase.speed
      if let band, let speed = hand.speed {
        if speed > band.fullHigh { return .tooFast(speed: speed, aim: band.full) }
        if speed < band.fullLow { return .tooSlow(speed: speed, aim: band.full) }
      }
    }
    for hand in hands where !hand.isReturning && !phase.guides.isEmpty {
      guard let guide = hand.guide, let deviation = hand.deviation else {
        return .offPath(deviation: 0)
      }
      if hand.isBackward { return .backward }
      if hand.isOff || abs(deviation) > phase.guides[guide].corridor.none / 2 {
        return .offPath(deviation: deviation)
      }
    }
    return .steady
  }
}
