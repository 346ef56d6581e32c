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
    /// Seconds of the longest span's start; nil when it has no moment.
    public var moment: Double?
    public var end: Double?
    /// Where the hand was then, in mm.
    public var place: Point?
    /// Index of the phase it belongs to.
    public var phase: Int?
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
