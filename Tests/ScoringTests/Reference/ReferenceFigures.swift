/// The figures of rule set 1, written again from the rules. None comes from `RuleSet`: a figure
/// that is wrong there must not be wrong here as well.
enum ReferenceFigures {
  // Time in microseconds.
  static let tick = 5_000
  static let wobbleTick = 10_000
  static let lostGap = 100_000
  static let speedWindow = 200_000
  static let burstWindow = 50_000
  static let burstDelay = 25_000
  static let wholeContact = 600_000
  static let guideChange = 300_000
  static let takeUpTime = 3_000_000
  static let handsOff = 2_000_000
  static let painDelay = 300_000
  static let wentOnDelay = 1_500_000

  // Along guides, in mm.
  static let matchReach = 30.0
  static let comeBackBehind = 30.0
  static let comeBackAhead = 60.0
  static let takeUpReach = 30.0
  static let binLength = 2.0
  static let madeCoverage = 0.9

  /// Travel back, or forward again, of less than this is no turn; in mm.
  static func turnTolerance(pixel: Double) -> Double { max(5, 4 * pixel) }
  /// Of the point dragged behind the hand, in mm.
  static func string(pixel: Double) -> Double { max(2, 1.5 * pixel) }
  /// Of turning points of vibration, in mm.
  static func hysteresis(pixel: Double) -> Double { max(0.5, 1.5 * pixel) }

  /// Ways back along a guide shorter than this are none, in mm.
  static func rubbingHysteresis(pixel: Double) -> Double { max(2, 1.5 * pixel) }
  /// Ways back of more than this together, in mm, and of more than this share of all ways forward.
  static let rubbingLength = 20.0
  static let rubbingShare = 0.25

  /// mm/s.
  static let topSpeed = 2000.0

  // Loops.
  static let loopStep = 2.0
  static let bigLoop = 15.0
  static let longestLead = 2_000_000

  // Vibration.
  static let shortestSwing = 20_000
  static let longestSwing = 150_000
  static let widestSwing = 12.0
  static let swingsOfAlarm = 6
  static let criticalVibration = 1_000_000

  // Tapping.
  static let longestTap = 250_000
  static let widestTap = 8.0
  static let tapGap = 800_000
  static let tapReach = 60.0
  static let tapsOfAlarm = 3
  static let criticalTaps = 6

  // Areas.
  static let leaveClearance = 2.0
  static let fullDepth = 3.0
  static let spineLimit = 300
  static let painExcess = 50
  static let fullExcess = 100.0
  static let criticalKidneyVibration = 500_000
  static let criticalKidneyTaps = 3

  // Press and lift.
  static let pressMoved = 10.0
  static let pressLength = 20.0
  static let liftTime = 300_000...3_000_000
  static let liftExtent = 15.0
  static let square = 40.0

  // What criteria lose.
  static let dilution = 120.0
  static let evennessFull = 0.30
  static let evennessNone = 0.70
  static let wobbleFull = 0.5
  static let wobbleNone = 2.5
  static let hesitationFull = 0.05
  static let hesitationNone = 0.35

  /// Amounts are booked in whole millionths: of mm, of mm2 x mm, of seconds.
  static func booked(_ amount: Double) -> Double {
    (amount * 1_000_000).rounded(.toNearestOrAwayFromZero) / 1_000_000
  }

  /// Shares are booked in whole billionths.
  static func bookedShare(_ share: Double) -> Double {
    (share * 1_000_000_000).rounded(.toNearestOrAwayFromZero) / 1_000_000_000
  }

  /// 1 up to `full`, 0 from `none`, straight between.
  static func grade(_ value: Double, full: Double, none: Double) -> Double {
    if value <= full { return 1 }
    if value >= none { return 0 }
    return (none - value) / (none - full)
  }

  /// 1 within `full`, 0 outside `none`, straight between.
  static func grade(
    _ value: Double, fullLow: Double, fullHigh: Double, noneLow: Double, noneHigh: Double
  ) -> Double {
    if value > fullHigh { return grade(value, full: fullHigh, none: noneHigh) }
    return grade(-value, full: -fullLow, none: -noneLow)
  }
}
