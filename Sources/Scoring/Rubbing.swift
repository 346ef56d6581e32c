/// Ways back along the guide within one stroke, however short, but for noise.
///
/// Rubbing to and fro stays within a few millimetres of the mark, where nothing counts as backward,
/// and its dragged point is calm: only the sum of its ways back shows it.
struct Rubbing: Sendable {
  /// A longer way back, in mm, is none of it: that is a run back, which is backward.
  private let longest: Double
  /// Ways back that are over, in mm.
  private var done = 0.0
  /// The farthest place of the present way, and where a way back began.
  private var extreme: Double?
  private var top: Double?
  /// Where the last way ended: after a return or lost sight of the guide it goes on elsewhere.
  private var last: Double?

  init(longest: Double) { self.longest = longest }

  /// All ways back so far, in mm.
  var back: Double {
    guard let top, let extreme, top - extreme <= longest else { return done }
    return done + (top - extreme)
  }

  mutating func take(from old: Double, to arc: Double, slack: Double) {
    if last != old {
      done = back
      top = nil
      extreme = old
    }
    last = arc
    let farthest = extreme ?? old
    if top != nil {
      if arc < farthest {
        extreme = arc
      } else if arc - farthest >= slack {
        done = back
        self.top = nil
        extreme = arc
      }
    } else if farthest - arc >= slack {
      top = farthest
      extreme = arc
    } else {
      extreme = max(farthest, arc)
    }
  }
}
