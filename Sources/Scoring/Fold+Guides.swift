import Geometry
import Scenarios

/// Whose guide a hand follows.
extension Fold {
  /// The guide nearest to a place among those within their corridor, the first on a tie.
  func nearestGuide(to place: FinePoint, in phase: Int) -> Int? {
    var best: Int?
    var least = Double.infinity
    for (index, track) in guides[phase].enumerated() {
      let distance = track.guide.line.nearest(to: place).distance
      if distance <= track.guide.corridor.none, distance < least {
        least = distance
        best = index
      }
    }
    return best
  }

  mutating func join(
    _ contact: inout ContactTrack, _ guide: Int, _ place: FinePoint, _ time: Int,
    mayBreak: Bool = true
  ) {
    let (follow, isBreak) = guides[contact.phase][guide].land(place, at: time)
    guides[contact.phase][guide].contact = contact.number
    contact.follow = follow
    contact.strayedSince = follow.isOff ? time : nil
    if isBreak && mayBreak { phases[contact.phase].breaks += 1 }
  }

  mutating func expect(_ touch: Touch, _ contact: inout ContactTrack) {
    guides[contact.phase][touch.guide].expect(touch)
    contact.touches.append(touch)
  }

  /// Takes the hand's next place on its guide, or off all of them.
  mutating func follow(
    _ contact: inout ContactTrack, _ place: FinePoint, _ time: Int, _ step: Int
  ) {
    let phase = contact.phase
    guard !guides[phase].isEmpty else { return }
    var off = OffPath()
    if var follow = contact.follow {
      let touch = guides[phase][follow.guide].step(
        &follow, to: place, at: time, travelled: step, turn: contact.turn, off: &off)
      contact.follow = follow
      contact.strayedSince = follow.isOff ? follow.offSince : nil
      if let touch { expect(touch, &contact) }
    } else {
      off.add(step, from: max(contact.speed.start, time - rules.tick), to: time)
    }
    if off.travel > 0 { phases[phase].offPath.add(off.travel, phase: phase, spans: off.spans) }
    changeGuide(&contact, place, time)
  }

  /// Takes the stroke up where the hand is after time that is lost: what it did in between is
  /// neither covered nor judged.
  mutating func takeUpAfterGap(_ contact: inout ContactTrack) {
    guard var follow = contact.follow else { return }
    let newest = contact.newest
    guides[contact.phase][follow.guide].takeUp(&follow, newest.place, at: newest.time)
    contact.follow = follow
    contact.strayedSince = follow.isOff ? follow.offSince : nil
    if let touch = guides[contact.phase][follow.guide].firstTouch(follow) {
      expect(touch, &contact)
    }
  }

  /// OFF its guide for 300 ms and well within another's corridor, a hand goes over to that one.
  private mutating func changeGuide(
    _ contact: inout ContactTrack, _ place: FinePoint, _ time: Int
  ) {
    guard let since = contact.strayedSince, time - since >= rules.guideChange else { return }
    var nearest: (index: Int, distance: Double)?
    for (index, track) in guides[contact.phase].enumerated()
    where index != contact.follow?.guide && track.contact == nil {
      let distance = track.guide.line.nearest(to: place).distance
      if distance <= track.guide.corridor.full, distance < nearest?.distance ?? .infinity {
        nearest = (index, distance)
      }
    }
    guard let index = nearest?.index else { return }
    if let follow = contact.follow {
      guides[contact.phase][follow.guide].leave(follow, at: time, place: place, mayGoOn: false)
    }
    join(&contact, index, place, time)
    if let follow = contact.follow,
      let touch = guides[contact.phase][index].firstTouch(follow)
    {
      expect(touch, &contact)
    }
  }
}
