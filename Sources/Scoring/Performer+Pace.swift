import Scenarios

/// How fast, how often and how gently: what the expert chooses from what a phase asks.
extension Performer {
  /// Seconds in which a stroke gathers speed and loses it.
  static let ramp = 0.4

  /// In the middle of what the phase asks.
  func pressure(_ phase: Phase) -> Double { (phase.pressure.fullLow + phase.pressure.fullHigh) / 2 }

  /// Calm, and well inside the band.
  func calm(_ phase: Phase) -> Double {
    guard let band = phase.speed else { return 60 }
    let width = band.fullHigh - band.fullLow
    // A hand that stands still comes nowhere, whatever the case asks.
    return max(0.1, min(max(60, band.fullLow + width * 0.3), band.fullHigh - width * 0.2))
  }

  /// The speed for a way of so many millimetres: brisker than calm where the phase's minutes ask
  /// for it, or wrong on purpose.
  ///
  /// - Parameter lost: seconds of contact that the way takes beside its length over its speed.
  func pace(_ length: Double, losing lost: Double, _ phase: Phase) -> Double {
    guard let band = phase.speed else { return calm(phase) }
    if has(.tooFast) { return min(1_900, band.noneHigh * 1.3 + 5) }
    if has(.tooSlow), band.noneLow > 0 { return band.noneLow * 0.7 }
    let calm = calm(phase)
    let brisk = max(calm, band.fullLow + (band.fullHigh - band.fullLow) * 0.85)
    if has(.oneMinute) { return brisk }
    guard let minutes = phase.minutes else { return calm }
    let most = minutes.fullHigh * 60 * 0.97 - lost
    guard length / calm > most else { return calm }
    return most > 0 ? min(brisk, length / most) : brisk
  }

  /// How often something of some seconds is done so that the phase's contact lasts long enough.
  func rounds(of seconds: Double, atLeast asked: Int, _ phase: Phase) -> Int {
    guard let minutes = phase.minutes, seconds > 0, !isHasty else { return asked }
    let needed = (minutes.fullLow * 60 * 1.03 / seconds).rounded(.up)
    return max(asked, Int(min(needed, 5_000)))
  }

  /// Whether a fault makes the phase's minutes a thing the hand does not care about.
  private var isHasty: Bool {
    options.faults.contains {
      [.tooFast, .tooSlow, .oneMinute, .eightFingers, .slaps].contains($0)
    }
  }

  /// The gentlest way into a speed and out of it that costs next to nothing over so many contacts.
  func ramp(_ speed: Double, contacts: Int, seconds: Double, _ phase: Phase) -> Double {
    guard let band = phase.speed, !has(.tooFast), !has(.tooSlow) else {
      return has(.tooFast) ? 0.05 : Performer.ramp
    }
    let whole = Double(max(1, scenario.phases.count))
    for ramp in [Performer.ramp, 0.3, 0.2, 0.12] {
      let cost = Performer.cost(ofRamp: ramp, speed, band)
      let judged = max(0.05, seconds - 0.4)
      let budget = 0.012 * min(120, judged * Double(contacts) * whole) / whole
      if cost.outside * Double(contacts) <= budget, cost.slow / judged <= 0.03 { return ramp }
    }
    return 0.06
  }

  /// Seconds of a contact that its two ramps spend outside a band, weighed by how far outside, and
  /// those far slower than the rest. Speed is what a point dragged on 2 mm of string travelled in
  /// the last 200 ms, judged from 200 ms after landing to 200 ms before the lift.
  private static func cost(ofRamp ramp: Double, _ speed: Double, _ band: Band) -> (
    outside: Double, slow: Double
  ) {
    func way(_ time: Double) -> Double {
      time < ramp ? speed * max(0, time) * max(0, time) / (2 * ramp) : speed * (time - ramp / 2)
    }
    var outside = 0.0
    var slow = 0.0
    for tick in 40..<120 {
      let time = Double(tick) * 0.005
      let gained = (max(0, way(time) - 2) - max(0, way(time - 0.2) - 2)) / 0.2
      let losing = (way(time + 0.2) - way(time)) / 0.2
      outside += (2 - band.grade(gained) - band.grade(losing)) * 0.005
      if gained < speed / 4 { slow += 0.005 }
    }
    return (outside, slow)
  }
}
