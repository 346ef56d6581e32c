/// Every figure by which an attempt is judged: the one place that holds them.
///
/// A change of any of them is a rule set with a new number; old records stay scorable.
public struct RuleSet: Hashable, Sendable {
  public let number: Int

  // Time, in microseconds.
  /// Grid on which movement is judged.
  let tick = 5_000
  /// A longer gap between samples of one contact is lost time.
  let lostGap = 100_000
  /// Window of the speed, and what is left unjudged at both ends of a contact.
  let speedWindow = 200_000
  /// A shorter contact is judged as a whole.
  let wholeContact = 600_000
  /// OFF a guide for this long, a hand may go over to another.
  let guideChange = 300_000
  /// A stroke goes on after a lift of at most this.
  let strokePause = 3_000_000
  /// No hand in contact for longer than this is a break.
  let handsOff = 2_000_000
  /// Breaking an area's rule for this long hurts.
  let painDelay = 300_000
  /// Going on for this long after the pain signal is a critical fault.
  let wentOn = 1_500_000

  // Lengths, in mm.
  /// Arc either side of the last match that is searched.
  let matchReach = 30.0
  /// Arc ahead of the mark that is searched when a hand comes back.
  let comeBackReach = 60.0
  /// How near the mark a stroke must be left and taken up to go on.
  let takeUpReach = 30.0
  /// Going back by less than this, or by less than `turnPixels`, is no run back.
  let turnLength = 5.0
  let turnPixels = 4.0
  /// The string on which a point is dragged behind the hand.
  let stringLength = 2.0
  let stringPixels = 1.5
  /// Clearance at which a hand has left an area.
  let leaveClearance = 2.0
  /// Depth at which an entry costs all of its share.
  let fullDepth = 3.0
  /// Speed is capped at this, in mm/s.
  let topSpeed = 2000.0

  // Shares.
  /// Part of a guide a stroke must have gone forward before travel back is a return.
  let returnAfter = 0.5
  let lastTenth = 0.9
  let firstTenth = 0.1
  /// A stroke that covers this share counts as made.
  let madeCoverage = 0.9
  /// Pressure over which any hand breaks the spine's rule, in thousandths.
  let spinePressure = 300
  /// Excess of pressure, in thousandths, that hurts; and at which a breach costs all of its share.
  let painExcess = 50
  let fullExcess = 100
  let handsJudged = 2

  // Shares of a criterion.
  let entryLoss = 0.2
  let secondLoss = 0.2
  let offGuideShare = 0.7
  let backwardShare = 0.3
  /// Seconds of judged contact at which a speed fault stops being diluted.
  let speedSeconds = 120.0
  let choiceLoss = 0.15
  let itemLoss = 0.1
  let phaseLoss = 0.2
  let wrongDecisionLoss = 0.5

  /// Rule set 1.
  public static let one = RuleSet(number: 1)
  public static let latest = one
  public static let all = [one]

  init(number: Int) { self.number = number }
}
