/// How fast a demonstration is played.
public enum DemonstrationSpeed: Int, CaseIterable, Sendable {
  case half = 1
  case usual = 2
  case twice = 4
  case fourTimes = 8
  case eightTimes = 16

  /// Half seconds of the demonstration in a second.
  var halves: Int { rawValue }

  /// How many seconds of the demonstration pass in one, as a number people read: 0.5 to 8.
  public var factor: Double { Double(rawValue) / 2 }

  /// The next slower (-1) or faster (1) one; nil beyond the ends.
  public func neighbour(_ step: Int) -> DemonstrationSpeed? {
    let all = DemonstrationSpeed.allCases
    guard let place = all.firstIndex(of: self), all.indices.contains(place + step) else {
      return nil
    }
    return all[place + step]
  }
}
