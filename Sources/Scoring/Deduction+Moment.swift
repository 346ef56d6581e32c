extension Deduction {
  /// The stretch that shows best what is meant: the longest of those in the step that it is counted
  /// in, else of all; the earliest of equal ones. Nil for what has no moment, as what was not done
  /// at all.
  ///
  /// - Parameter stays: when the attempt was in which step, in order of time.
  public func tellingSpan(in stays: [Stay]) -> Span? {
    guard !isNotShown else { return nil }
    let counted = spans.filter { isCounted($0, in: stays) }
    return (counted.isEmpty ? spans : counted).max {
      let (a, b) = ($0.end.value - $0.start.value, $1.end.value - $1.start.value)
      return a < b || (a == b && $0.start.value > $1.start.value)
    }
  }

  /// Whether the middle of a stretch lies in the step that the deduction is counted in.
  ///
  /// - Parameter stays: in order of time; an attempt may hold very many.
  public func isCounted(_ span: Span, in stays: [Stay]) -> Bool {
    guard phase != nil else { return false }
    // Spans are rounded to milliseconds, so what begins with a step may seem to be before it.
    let middle = (span.start.value + span.end.value) / 2 + 0.0005
    var (low, high) = (0, stays.count)
    while low < high {
      let half = (low + high) / 2
      if stays[half].start <= middle { low = half + 1 } else { high = half }
    }
    return low > 0 && stays[low - 1].phase == phase
  }

  /// Whether there is a moment to show.
  public var hasMoment: Bool { !isNotShown && !spans.isEmpty }

  /// A time in a step, up to the next or the attempt's end.
  public struct Stay: Hashable, Sendable {
    /// Id of the step; nil: before the first.
    public var phase: String?
    /// Seconds of the attempt's clock.
    public var start: Double

    public init(phase: String?, start: Double) {
      self.phase = phase
      self.start = start
    }
  }
}

extension Result {
  /// The deduction that shows best what a change asks, by its index in ``deductions``: of those that
  /// have a moment the costliest, else of all; the first of equal ones.
  public func tellingDeduction(of change: Change) -> Int? {
    let shown = change.deductions.filter { deductions[$0].hasMoment }
    return (shown.isEmpty ? change.deductions : shown).max {
      let (a, b) = (deductions[$0].points.units, deductions[$1].points.units)
      return a != b ? a < b : $0 > $1
    }
  }
}
