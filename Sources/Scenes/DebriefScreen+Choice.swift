import Geometry
import Scoring

/// What a person looks at in the debrief.
public struct DebriefChoice: Hashable, Sendable {
  /// Index of the chosen deduction in the result; nil: none.
  public var deduction: Int?
  /// Index of its stretch in the deduction's mark.
  public var stretch = 0
  /// Seconds of the attempt's clock; nil while no moment was asked for.
  public var time: Double?
  /// Whether the time goes on by itself.
  public var isPlaying = false
  /// Whether the way on the plate ends at the time: it was led there, or played. A deduction is
  /// shown with the whole way of its step.
  public var endsAtTime = false

  public init() {}
}

/// What choosing leads to.
extension DebriefScreen {
  /// Index of the chosen deduction in the result; nil: none.
  public var selected: Int? {
    get { choice.deduction }
    set { choice = newValue.map(choosing(deduction:)) ?? DebriefChoice() }
  }

  /// The chosen deduction at its longest stretch.
  public func choosing(deduction index: Int) -> DebriefChoice {
    guard deductions.indices.contains(index), model.marks.indices.contains(index) else {
      return choice
    }
    var next = DebriefChoice()
    next.deduction = index
    next.stretch = model.marks[index].main
    next.time = model.marks[index].moment
    return next
  }

  /// The deduction to which a change leads.
  public func deduction(ofAdvice place: Int) -> Int? {
    changes.indices.contains(place) ? model.result.tellingDeduction(of: changes[place]) : nil
  }

  /// The stretch of the chosen deduction before (-1) or after (1) the one that is shown; as it is
  /// beyond the ends.
  public func steppingStretch(_ step: Int) -> DebriefChoice {
    guard let selected, model.marks.indices.contains(selected) else { return choice }
    let stretches = model.marks[selected].stretches
    guard stretches.indices.contains(choice.stretch + step) else { return choice }
    var next = DebriefChoice()
    next.deduction = selected
    next.stretch = choice.stretch + step
    next.time = stretches[next.stretch].start
    return next
  }

  /// Another moment, led there.
  public func moving(to seconds: Double) -> DebriefChoice {
    var next = choice
    next.time = min(max(seconds, 0), model.duration)
    next.endsAtTime = true
    return next
  }

  /// Another moment, as far from the shown one.
  public func moving(by seconds: Double) -> DebriefChoice {
    moving(to: shownTime + seconds)
  }

  /// Goes on by itself from the shown moment, from the beginning of the step at the end; or stops.
  public func togglingPlay() -> DebriefChoice {
    guard canPlay else { return choice }
    guard !choice.isPlaying else {
      var next = choice
      next.isPlaying = false
      return next
    }
    var next = moving(to: shownTime >= model.duration - 0.05 ? range.lowerBound : shownTime)
    next.isPlaying = true
    return next
  }

  /// What is shown so many seconds later; at the attempt's end it stops.
  public func playing(for seconds: Double) -> DebriefChoice {
    guard choice.isPlaying else { return choice }
    var next = moving(by: seconds)
    if shownTime + seconds >= model.duration { next.isPlaying = false }
    return next
  }

  /// Whether there is anything to play.
  public var canPlay: Bool { !model.traces.isEmpty }

  /// The moment that the scrubber shows.
  var shownTime: Double { choice.time ?? range.lowerBound }

  /// Seconds that the scrubber spans: the stay in the step that the plate shows.
  public var range: ClosedRange<Double> {
    let segment: DebriefModel.Segment?
    if let time = choice.time {
      segment = model.segment(at: time)
    } else {
      segment = model.segments.filter { $0.phase == shownPhase }.max {
        $0.end - $0.start < $1.end - $1.start
      }
    }
    guard let segment, segment.end > segment.start else { return 0...model.duration }
    return segment.start...segment.end
  }

  /// The phase whose ways are on the plate: that of the moment, that of a chosen deduction without
  /// one, else the longest worked. Nil before the first.
  var shownPhase: Int? {
    if let shownStep { return shownStep }
    if let time = choice.time { return model.segment(at: time)?.phase }
    if let selected, model.marks.indices.contains(selected),
      let phase = model.marks[selected].phase
    {
      return phase
    }
    return model.longestStep
  }

  /// Seconds at which the ways on the plate end; nil: they are whole.
  var wayEnd: Double? { choice.endsAtTime ? choice.time : nil }

  /// Where the mark of a deduction stands on the plate, in mm: that of the chosen one at the stretch
  /// that is shown.
  func place(ofMark index: Int) -> Point? {
    let mark = model.marks[index]
    guard index == selected, mark.stretches.indices.contains(choice.stretch) else {
      return mark.place
    }
    return mark.stretches[choice.stretch].place
  }
}
