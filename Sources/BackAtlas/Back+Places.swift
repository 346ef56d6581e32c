public import Geometry

/// A side of the patient's body.
public enum Side: String, CaseIterable, Sendable {
  case left, middle, right
}

/// A place on the back in words, as messages name it.
public struct BackPlace: Hashable, Sendable, CustomStringConvertible {
  public var side: Side
  public var level: Landmark

  /// Such as "left L3", or "L3" on the midline.
  public var description: String {
    side == .middle ? level.rawValue : "\(side.rawValue) \(level.rawValue)"
  }
}

extension Back {
  /// The landmark nearest to a height in mm; the upper one on a tie.
  public func nearestLevel(_ y: Double) -> Landmark {
    var best = Landmark.c7
    for landmark in Landmark.allCases
    where abs(Double(level(landmark)) - y) < abs(Double(level(best)) - y) {
      best = landmark
    }
    return best
  }

  /// The name of a place; within 12 mm of the midline it has no side.
  public func name(of point: Point) -> BackPlace {
    BackPlace(
      side: abs(point.x) <= 12 ? .middle : point.x < 0 ? .left : .right,
      level: nearestLevel(point.y))
  }
}
