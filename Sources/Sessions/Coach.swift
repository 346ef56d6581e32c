public import Scoring

/// The one coaching line: the worst thing to say, held long enough to be read.
public struct Coach: Sendable {
  /// Microseconds for which a line stays at least.
  public static let hold = 1_500_000
  /// Microseconds after which a line that stays takes the newest figures.
  public static let refresh = 500_000

  /// What is said now.
  public private(set) var line = Cue.none
  private var since = Int.min / 2
  private var figures = Int.min / 2

  public init() {}

  /// Takes what the fold would say at a moment, in microseconds of any clock that only goes on.
  public mutating func hear(_ cue: Cue, at moment: Int) {
    let new = Coach.urgency(cue)
    let old = Coach.urgency(line)
    if new == old {
      guard cue != line, moment - figures >= Coach.refresh else { return }
      line = cue
      figures = moment
      return
    }
    // Pain does not wait for a sentence to be read.
    let mayInterrupt = new < old && new <= Coach.urgency(.pressingArea(area: ""))
    guard mayInterrupt || moment - since >= Coach.hold else { return }
    line = cue
    since = moment
    figures = moment
  }

  /// 0 is the most urgent.
  private static func urgency(_ cue: Cue) -> Int {
    switch cue {
    case .pain: 0
    case .pressingArea: 1
    case .vibrating: 2
    case .tapping: 3
    case .nearArea: 4
    case .tooHard: 5
    case .tooLight: 6
    case .tooFast: 7
    case .tooSlow: 8
    case .offPath: 9
    case .backward: 10
    case .steady: 11
    case .none: 12
    }
  }
}
