import Scenarios

/// Every figure by which an attempt is judged: the one place that holds them.
///
/// A change of any of them is a rule set with a new number; old records stay scorable.
public struct RuleSet: Hashable, Sendable {
  public let number: Int

  // Time, in microseconds.
  /// Grid on which movement is judged.
  var tick = 5_000
  /// A longer gap between samples of one contact is lost time.
  var lostGap = 100_000
  /// Window of the speed, and what is left unjudged at both ends of a contact.
  var speedWindow = 200_000
  /// A shorter contact is judged as a whole.
  var wholeContact = 600_000
  /// OFF a guide for this long, a hand may go over to another.
  var guideChange = 300_000
  /// A stroke goes on after a lift of at most this.
  var strokePause = 3_000_000
  /// No hand in contact for longer than this is a break.
  var handsOff = 2_000_000
  /// Breaking an area's rule for this long hurts.
  var painDelay = 300_000
  /// Going on for this long after the pain signal is a critical fault.
  var wentOn = 1_500_000

  // Lengths, in mm.
  /// Arc either side of the last match that is searched.
  var matchReach = 30.0
  /// Arc ahead of the mark that is searched when a hand comes back.
  var comeBackReach = 60.0
  /// How near the mark a stroke must be left and taken up to go on.
  var takeUpReach = 30.0
  /// Going back by less than this, or by less than `turnPixels`, is no run back.
  var turnLength = 5.0
  var turnPixels = 4.0
  /// The string on which a point is dragged behind the hand.
  var stringLength = 2.0
  var stringPixels = 1.5
  /// Clearance at which a hand has left an area.
  var leaveClearance = 2.0
  /// Depth at which an entry costs all of its share.
  var fullDepth = 3.0
  /// Window that shows a jerk, in microseconds: a hand that jumps and rests looks calm over 200 ms.
  var burstWindow = 50_000
  /// Going to and fro by more than this part of the way forward, and by more than this in mm, is
  /// rubbing and no stroke.
  var rubbingPart = 0.25
  var rubbingLength = 20.0
  /// A way back longer than this many of the shortest runs back is no rubbing.
  var rubbingRuns = 3.0
  /// Longest loops that the time outside loops of one contact may be.
  var loopsBeside = 2
  /// Speed is capped at this, in mm/s.
  var topSpeed = 2000.0

  // Vibration.
  /// Time constants of the two means whose difference shakes with the hand, in microseconds.
  var vibrationFast = 8_000
  var vibrationSlow = 50_000
  /// What a turning point must come back by, in mm and in pixels: the greater.
  var vibrationHysteresis = 0.5
  var vibrationPixels = 1.5
  /// Duration of a swing, in microseconds, both edges in.
  var shortestSwing = 20_000
  var longestSwing = 150_000
  /// Greatest way of a swing, in mm, edge in.
  var widestSwing = 12.0
  /// Good swings in a row that make an alarm.
  var swingsForAlarm = 6
  /// A loop of at least this diameter, in mm, that closes within a swing is work and no vibration.
  var workingLoop = 15.0
  /// Alarm in the attempt that is a critical fault, in microseconds; over the kidneys.
  var criticalVibration = 1_000_000
  var criticalKidney = 500_000

  // Tapping.
  /// Longest contact of a tap, in microseconds, and its greatest extent, in mm; edges in.
  var longestTap = 250_000
  var widestTap = 8.0
  /// Longest pause from lift to landing, in microseconds, and way between two taps, in mm.
  var tapPause = 800_000
  var tapReach = 60.0
  var tapsForAlarm = 3
  /// Taps in alarms that are a critical fault; over the kidneys.
  var criticalTaps = 6
  var criticalKidneyTaps = 3

  // Loops.
  /// A step of the loop counter, in mm.
  var loopStep = 2.0
  /// Eighths of a turn that close a loop; and that the other way begin it anew.
  var eighthsOfLoop = 8
  var eighthsBack = 2
  /// The first loop begins before its first change of octant by this part of its time since, ...
  var loopLeadParts = 7
  /// ... and by at most this, in microseconds.
  var longestLoopLead = 2_000_000

  // Presses and lifts.
  /// A press that moves farther than this from where it came down has slipped, in mm.
  var pressSlip = 10.0
  /// Length of path that a press stands for, in mm.
  var pressTravel = 20.0
  /// Duration of a lift in microseconds, edges in, and its greatest extent in mm.
  var shortestLift = 300_000
  var longestLift = 3_000_000
  var widestLift = 15.0
  /// Side of the squares that lifts visit, in nanometres.
  var liftSquare = 40_000_000

  // Flow.
  /// Grid of the wobble, and time constants of its two means, in microseconds.
  var wobbleTick = 10_000
  var wobbleFast = 20_000
  var wobbleSlow = 80_000
  /// mm of wobble, and share of hesitation: none lost up to `full`, all from `none`.
  var wobble = Limit(full: 0.5, none: 2.5)
  var hesitation = Limit(full: 0.05, none: 0.35)
  /// Part of a phase's median speed below which a hand hesitates.
  var hesitationPart = 0.25
  /// Breaks that cost nothing, a third, and from which all is lost.
  var breaksWithoutLoss = 0
  var breaksForThird = 2
  /// Coefficient of variation of the speed.
  var variation = Limit(full: 0.30, none: 0.70)
  /// Blocks in which a stroke's speeds are kept, and the part left out at each end.
  var evennessBlocks = 2048
  var evennessEndParts = 10

  // Shares.
  /// Part of a guide a stroke must have gone forward before travel back is a return.
  var returnAfter = 0.5
  var lastTenth = 0.9
  var firstTenth = 0.1
  /// A stroke that covers this share counts as made.
  var madeCoverage = 0.9
  /// Pressure over which any hand breaks the spine's rule, in thousandths.
  var spinePressure = 300
  /// Excess of pressure, in thousandths, that hurts; and at which a breach costs all of its share.
  var painExcess = 50
  var fullExcess = 100
  var handsJudged = 2

  // Shares of a criterion.
  var entryLoss = 0.2
  var secondLoss = 0.2
  var offGuideShare = 0.7
  var backwardShare = 0.3
  /// Seconds of judged contact at which a speed fault stops being diluted.
  var speedSeconds = 120.0
  var choiceLoss = 0.15
  var itemLoss = 0.1
  var phaseLoss = 0.2
  var wrongDecisionLoss = 0.5
  var bandShare = 0.8
  var evennessShare = 0.2
  /// Seconds of contact at which a pressure fault stops being diluted.
  var pressureSeconds = 120.0
  /// Different values that show that pressure was measured.
  var pressureValues = 3
  var wobbleShare = 0.4
  var hesitationShare = 0.3
  var breaksShare = 0.3
  var wrongTurnLoss = 0.3
  var alarmLoss = 0.2

  /// Rule set 1.
  public static let one = RuleSet(number: 1)
  public static let latest = one
  public static let all = [one]

  /// A rule set that differs from the first by what `change` does to it.
  init(number: Int, _ change: (inout RuleSet) -> Void = { _ in }) {
    self.number = number
    change(&self)
  }
}
