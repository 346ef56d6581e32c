public import Geometry
public import Patients
public import Scenarios
public import Scoring

/// What the debrief shows of an attempt: a value made by one function, for window and report.
public struct DebriefModel: Sendable {
  public var scenario: Scenario
  public var result: Result
  /// Length of the attempt's clock in seconds, at least a little more than nothing.
  public var duration: Double
  public var segments: [Segment]
  /// Mean speed in mm/s of equal slices of the duration; nil where no hand was down.
  public var speeds: [Double?]
  /// One for each deduction of the result, in its order.
  public var marks: [Mark]
  /// What the session did to the patient, never part of the score; nil where no hand was felt.
  public var effect: SessionEffect?
  /// The hands' ways, in the order of landing.
  public var traces: [Trace]
  /// The attempt before it that it can be compared with; nil without any.
  public var last: Last?

  /// What is shown of the attempt before.
  public struct Last: Hashable, Sendable {
    /// Of 100.
    public var score: Figure
    /// Share of each criterion's weight that was kept, 0 to 1, in the order of `Criterion`; nil
    /// where it was not assessed.
    public var kept: [Double?]

    public init(score: Figure, kept: [Double?]) {
      self.score = score
      self.kept = kept
    }

    func kept(_ criterion: Criterion) -> Double? {
      guard let place = Criterion.allCases.firstIndex(of: criterion), kept.indices.contains(place)
      else { return nil }
      return kept[place]
    }
  }

  /// A stretch of the session: before the massage, or one entry into a phase.
  public struct Segment: Hashable, Sendable {
    /// Index of the phase; nil: case and preparation.
    public var phase: Int?
    public var start: Double
    public var end: Double
  }

  /// How a deduction is drawn: a shape as well as a colour.
  public enum Shape: Hashable, Sendable {
    /// Too fast, too hard, off the path.
    case diamond
    /// Too slow, too light, left out.
    case circle
    case octagon
    case square
  }

  public struct Mark: Hashable, Sendable {
    public var shape: Shape
    /// When it was, in order of time; empty when it has no moment.
    public var stretches: [Stretch]
    /// Index of the stretch for which it stands in the timeline: the longest of its step.
    public var main: Int
    /// Index of the phase it belongs to.
    public var phase: Int?

    public var mainStretch: Stretch? { stretches.indices.contains(main) ? stretches[main] : nil }
    /// Seconds of the main stretch's start; nil when it has no moment.
    public var moment: Double? { mainStretch?.start }
    /// Where the hand was then, in mm.
    public var place: Point? { mainStretch?.place }
  }

  /// A time in which a deduction's points were lost.
  public struct Stretch: Hashable, Sendable {
    /// Seconds.
    public var start: Double
    public var end: Double
    /// Where the hand was in its middle, in mm; nil where none was down.
    public var place: Point?
  }

  /// One contact of a hand.
  public struct Trace: Hashable, Sendable {
    public var phase: Int?
    /// Seconds.
    public var times: [Double]
    /// In mm of the body frame.
    public var points: [Point]
  }

  public static let slices = 480

  /// Index of the step in which hands were longest on the back; nil: none was on it.
  public var longestStep: Int? {
    var lengths: [Int: Double] = [:]
    for trace in traces {
      guard let phase = trace.phase else { continue }
      lengths[phase, default: 0] += (trace.times.last ?? 0) - (trace.times.first ?? 0)
    }
    return lengths.keys.sorted().max { lengths[$0, default: 0] < lengths[$1, default: 0] }
  }
}
