import Attempts
import Scenarios
import Scoring

/// A recorded attempt played beside the expert's.
///
/// Times of an attempt are microseconds of its own clock, moments those of a clock that never goes
/// back.
public struct ReplayPlay: Sendable {
  /// Tells it from others that are opened in the same window.
  public internal(set) var number = 0
  public let replay: Replay
  /// The expert's attempt at the same case; nil where there is none.
  public let expert: Replay?
  /// What is shown of the attempt, in its own time.
  public private(set) var time = 0
  /// What is shown of the expert's attempt, in its own time.
  public private(set) var expertTime = 0
  public private(set) var isPlaying = false
  public private(set) var speed = DemonstrationSpeed.usual
  /// Index of the deduction that was jumped to; nil: one was not, or went elsewhere since.
  public private(set) var chosen: Int?
  /// How often what is shown of the attempt, and of the expert's, went anywhere but on: what was
  /// drawn of the way before holds no more.
  public private(set) var jumps = 0
  public private(set) var expertJumps = 0
  private let alignment: ExpertAlignment?
  private var cursor: ReplayCursor
  private var expertCursor: ReplayCursor?
  /// When playing began last, and what was shown then.
  private var begun = (moment: 0, time: 0)

  public init(_ replay: Replay, beside expert: Replay?) {
    self.replay = replay
    self.expert = expert
    alignment = expert.map { ExpertAlignment(replay.course, $0.course) }
    cursor = replay.cursor(at: 0)
    expertCursor = expert?.cursor(at: 0)
  }

  /// The attempt as it was then.
  public var shown: AttemptUnderWay { cursor.state }
  /// The expert's at the same piece of work.
  public var expertShown: AttemptUnderWay? { expertCursor?.state }

  /// Deductions that are for something that goes on at the time that is shown; the chosen one
  /// first, then in the order of the result.
  public var deductionsNow: [Int] {
    let all = replay.result.deductions
    let now = all.indices.filter { index in
      index != chosen && !all[index].isNotShown
        && all[index].spans.contains {
          Replay.microseconds($0.start) <= time && time <= Replay.microseconds($0.end)
        }
    }
    return (chosen.map { [$0] } ?? []) + now
  }

  // MARK: Playing

  /// Shows what is due.
  public mutating func advance(to moment: Int) {
    guard isPlaying else { return }
    let elapsed = max(0, moment - begun.moment)
    show(begun.time + elapsed * speed.halves / 2)
    if let chosen, let mark = replay.marks.first(where: { $0.deduction == chosen }),
      time > mark.end
    {
      self.chosen = nil
    }
    if time >= replay.end { isPlaying = false }
  }

  /// From the end it begins at the start once more.
  public mutating func play(at moment: Int) {
    guard !isPlaying, replay.end > 0 else { return }
    if time >= replay.end { show(0) }
    isPlaying = true
    begun = (moment, time)
  }

  public mutating func pause(at moment: Int) {
    advance(to: moment)
    isPlaying = false
  }

  /// Plays faster or slower from a moment on.
  public mutating func change(to speed: DemonstrationSpeed, at moment: Int) {
    advance(to: moment)
    self.speed = speed
    begun = (moment, time)
  }

  // MARK: Going elsewhere

  /// Shows another time; what plays goes on from there.
  public mutating func seek(to time: Int, at moment: Int) {
    chosen = nil
    show(time)
    begun = (moment, self.time)
  }

  /// Goes to the stop before (-1) or after (1): an act, a hand that comes or goes, pain, a mark.
  /// Beyond the last one it stands at the end, before the first at the start.
  public mutating func step(by step: Int, at moment: Int) {
    advance(to: moment)
    let stops = replay.stops
    let next =
      step > 0 ? stops.first { $0 > time } ?? replay.end : stops.last { $0 < time } ?? 0
    seek(to: next, at: moment)
  }

  /// Goes to the mark before (-1) or after (1); nothing happens beyond the first and the last.
  public mutating func stepMark(by step: Int, at moment: Int) {
    advance(to: moment)
    let marks = replay.marks
    // Of marks at one moment each is a step of its own.
    if let here = marks.firstIndex(where: { $0.deduction == chosen && $0.time == time }) {
      if marks.indices.contains(here + step) { choose(marks[here + step].deduction, at: moment) }
      return
    }
    // A mark at this very moment that was not jumped to counts, such as one at the start.
    let next = step > 0 ? marks.first { $0.time >= time } : marks.last { $0.time <= time }
    if let next { choose(next.deduction, at: moment) }
  }

  /// Chooses a deduction and shows its moment; one without a moment changes nothing on the plates.
  public mutating func choose(_ deduction: Int, at moment: Int) {
    guard replay.result.deductions.indices.contains(deduction) else { return }
    if let mark = replay.marks.first(where: { $0.deduction == deduction }) {
      seek(to: mark.time, at: moment)
    }
    chosen = deduction
  }

  private mutating func show(_ wanted: Int) {
    let time = min(max(0, wanted), replay.end)
    if ReplayPlay.move(&cursor, to: time, in: replay) { jumps += 1 }
    self.time = time
    guard let expert, let alignment else { return }
    let beside = alignment.time(at: time)
    if var other = expertCursor {
      // Taken out, so that it is changed in place.
      expertCursor = nil
      if ReplayPlay.move(&other, to: beside, in: expert) { expertJumps += 1 }
      expertCursor = other
    }
    expertTime = beside
  }

  /// Frames of the log beyond which a copy that lies ahead is taken rather than the way there.
  private static let farAhead = 256

  /// Moves a fold to a time, from where it is or from a copy; says whether it went anywhere but on.
  private static func move(_ cursor: inout ReplayCursor, to time: Int, in replay: Replay) -> Bool {
    let copy = replay.copy(before: time)
    guard time < cursor.time || copy.frame - cursor.frame > ReplayPlay.farAhead else {
      cursor.advance(to: time)
      return false
    }
    cursor = replay.cursor(at: time)
    return true
  }
}
