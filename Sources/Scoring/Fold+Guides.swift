import Geometry
import Scenarios

/// Whose guide a hand follows.
extension Fold {
  /// The guide nearest to a place among those within their corridor, the first on a tie.
  func nearestGuide(to place: FinePoint, in phase: Int) -> Int? {
    var best: Int?
    var least = Double.infinity
    for (index, guide) in prepared.phases[phase].guides.enumerated() {
      let match = guide.line.nearest(to: place, within: guide.corridor.none)
      if let match, match.distance < least {
        least = match.distance
        best = index
      }
    }
    return best
  }

  mutating func join(
    _ contact: inout ContactTrack, _ guide: Int, _ place: FinePoint, _ time: Int,
    mayBreak: Bool = true
  ) {
    let returns = contact.follow?.returns ?? 0
    let (follow, isBreak) = guides[contact.phase][guide].land(
      place, at: time, turn: contact.turn, returns: returns)
    guides[contact.phase][guide].contact = contact.number
    contact.follow = follow
    contact.strayedSince = follow.isOff ? time : nil
    contact.wobble.restart()
    guard isBreak && mayBreak else { return }
    if contact.isHeld {
      contact.breaks.append(time)
    } else {
      bookBreaks([time], contact.phase)
    }
  }

  /// Takes the hand's next place on its guide, or off all of them.
  mutating func follow(
    _ contact: inout ContactTrack, _ place: FinePoint, _ tick: MotionTick, _ line: Polyline,
    _ entry: inout TickEntry
  ) {
    let phase = contact.phase
    if var follow = contact.follow {
      guides[phase][follow.guide].step(
        &follow, to: place, at: tick, on: line, turn: contact.turn, slack: contact.slack,
        entry: &entry)
      contact.follow = follow
      contact.strayedSince = follow.isOff ? follow.offSince : nil
      wobble(&contact, follow, tick, &entry)
    } else {
      entry.off = tick.travel
    }
    changeGuide(&contact, place, tick.time, &entry)
    entry.isReturning = contact.follow?.isReturning ?? false
    if entry.isReturning { contact.lastReturn = tick.time }
  }

  private func wobble(
    _ contact: inout ContactTrack, _ follow: Follow, _ tick: MotionTick, _ entry: inout TickEntry
  ) {
    guard !follow.isOff else {
      contact.wobble.restart()
      return
    }
    if entry.covered != 0 { contact.wobble.covered(entry.covered, stroke: entry.stroke) }
    guard tick.isOnGrid, tick.time % shared.wobbleTick == 0 else { return }
    let (square, length) = contact.wobble.take(
      follow.deviation, stroke: entry.stroke)
    entry.wobbleSquare = square
    entry.wobbleLength = length
  }

  /// OFF its guide for 300 ms and well within another's corridor, a hand goes over to that one.
  private mutating func changeGuide(
    _ contact: inout ContactTrack, _ place: FinePoint, _ time: Int, _ entry: inout TickEntry
  ) {
    guard let since = contact.strayedSince, time - since >= shared.guideChange else { return }
    var nearest: (index: Int, distance: Double)?
    for (index, guide) in prepared.phases[contact.phase].guides.enumerated()
    where index != contact.follow?.guide && guides[contact.phase][index].contact == nil {
      let match = guide.line.nearest(to: place, within: guide.corridor.full)
      if let match, match.distance < nearest?.distance ?? .infinity {
        nearest = (index, match.distance)
      }
    }
    guard let index = nearest?.index else { return }
    if let follow = contact.follow {
      guides[contact.phase][follow.guide].leave(
        follow, at: time, place: place, mayGoOn: false)
    }
    join(&contact, index, place, time)
    guard let follow = contact.follow else { return }
    // The travel beside the old guide stays what it was; the rest of the tick is of the new one.
    entry.guide = index
    entry.stroke = guides[contact.phase][index].currentSerial
    guides[contact.phase][index].touchFirst(follow, &entry)
  }
}
