/// What one tick of a contact comes to where it was, until it is settled whether it is judged.
///
/// The hand's own state (where it is on its guide) never waits.
struct TickEntry: Sendable {
  /// Guide and stroke that all of the tick belongs to; -1: none.
  var guide = -1
  var stroke = -1
  /// Bins touched; empty when last < first.
  var firstBin = 0
  var lastBin = -1
  /// Newly covered length in nanometres, and its signed deviation in mm.
  var covered = 0
  var deviation = 0.0
  /// Travel of the match in either direction, and against the guide, in nanometres.
  var moved = 0
  var backward = 0
  /// Square of the wobble in mm2, and the length it stands for in nanometres.
  var wobbleSquare = 0.0
  var wobbleLength = 0
  /// Travel beside every guide, in nanometres.
  var off = 0
  /// Number of the return that may forgive it; 0: none.
  var offReturn = 0
  /// How much of it a return may have, in mm.
  var allowance = 0.0
  var isReturning = false
}
