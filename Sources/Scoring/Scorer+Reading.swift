import Attempts
import Geometry
import Scenarios

/// What the hands do right now. Never judged.
extension Scorer {
  public var reading: LiveReading {
    var reading = LiveReading(phase: attempt.phaseIndex)
    reading.hands = fold.contacts.map(hand)
    if let phase = attempt.phaseIndex {
      reading.guides = fold.guides[phase].map(Scorer.guide)
    }
    return reading
  }

  private func hand(_ contact: ContactTrack) -> HandReading {
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
    let place = contact.newest.place
    return HandReading(
      contact: contact.number, place: Position(x: place.x / 10_000, y: place.y / 10_000),
      pressure: contact.newest.pressure.map { Double($0) / 1000 },
      speed: contact.speed.isSettled ? contact.speed.latest : nil, guide: follow?.guide,
      arc: isOff ? nil : follow?.arc, deviation: follow?.deviation, isOff: isOff,
      isReturning: follow?.isReturning ?? false, isBackward: follow?.isBackward ?? false,
      area: nearness, areaID: areaID)
  }

  private static func guide(_ track: GuideTrack) -> GuideReading {
    let bins = Double(track.guide.bins)
    let isMade = track.hasMadeCurrent
    return GuideReading(
      strokesDone: track.tally.made + (isMade ? 1 : 0), strokesAsked: track.guide.strokes,
      currentCoverage: isMade ? 0 : track.current.map { Double($0.covered) / bins } ?? 0,
      mark: track.current?.mark, done: track.tally.coverage(of: track.guide))
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
