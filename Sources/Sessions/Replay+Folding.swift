import Attempts
import Patients
import Scoring

extension Replay {
  /// Folds an attempt from start to end; a long one takes seconds.
  ///
  /// - Parameters:
  ///   - spacing: events from copy to copy, as long as there are not too many copies.
  ///   - most: copies that are kept at most; 2 or more.
  ///   - isCancelled: asked from time to time.
  ///   - progress: told from time to time which share is done, 0 to 1.
  /// - Returns: nil when it was cancelled.
  /// - Throws: ``StoreError/eventsLost`` when not all events can be read back.
  public static func fold(
    _ attempt: RecordedAttempt, spacing: Int = usualSpacing, most: Int = mostCopies,
    isCancelled: () -> Bool = { false }, progress: (Double) -> Void = { _ in }
  ) throws(StoreError) -> Replay? {
    precondition(spacing > 0 && most > 1)
    var folding = ReplayFolding(attempt, spacing: spacing, most: most)
    var events = attempt.events.events(from: 0)
    while let event = events.next() {
      folding.take(event)
      if folding.count % usualSpacing == 0 {
        if isCancelled() { return nil }
        progress(Double(folding.count) / Double(max(1, attempt.events.count)))
      }
      folding.keep(before: events.frame)
    }
    guard folding.count == attempt.events.count else { throw .eventsLost }
    return Replay(folding)
  }

  private init(_ folding: ReplayFolding) {
    attempt = folding.attempt
    result = folding.state.scorer.result()
    effect = folding.state.patient.effect
    end = max(0, folding.state.attempt.time, folding.time)
    copies = folding.copies
    course = folding.course
    let latest = end
    let stays = course.stays(in: folding.state.scenario)
    marks = result.deductions.enumerated().compactMap { index, deduction in
      deduction.tellingSpan(in: stays).map {
        Mark(
          deduction: index, time: min(latest, Replay.microseconds($0.start)),
          end: Replay.microseconds($0.end))
      }
    }.sorted { ($0.time, $0.deduction) < ($1.time, $1.deduction) }
    var stops: [Int] = []
    for time in (folding.stops + marks.map(\.time)).sorted() where time != stops.last {
      stops.append(time)
    }
    self.stops = stops
  }

  /// Seconds of a result as microseconds of the attempt's clock.
  static func microseconds(_ seconds: Figure) -> Int {
    Int((seconds.value * 1_000_000).rounded(.toNearestOrAwayFromZero))
  }
}

/// A replay while its attempt is folded.
private struct ReplayFolding {
  let attempt: RecordedAttempt
  private(set) var state: AttemptUnderWay
  private(set) var count = 0
  private(set) var time = 0
  private(set) var copies: [Replay.Copy]
  private(set) var stops: [Int] = []
  private(set) var course: WorkCourse
  private var spacing: Int
  private let most: Int
  /// Whether the patient was in pain, and when that is asked again.
  private var isInPain = false
  private var nextLook = 0

  /// The patient changes in steps of 50 ms, so more looks would see no more.
  private static let look = 50_000

  init(_ attempt: RecordedAttempt, spacing: Int, most: Int) {
    self.attempt = attempt
    self.spacing = spacing
    self.most = most
    state = attempt.beginning
    course = WorkCourse(startingIn: state.attempt.phaseIndex)
    copies = [Replay.Copy(time: .min, frame: 0, state: state)]
  }

  mutating func take(_ event: Event) {
    let reading = state.play(event, at: event.time)
    count += 1
    time = max(time, event.time)
    course.take(event, state, reading)
    switch event {
    case .act, .land, .lift: stops.append(event.time)
    case .move: break
    }
    guard event.time >= nextLook else { return }
    nextLook = event.time + ReplayFolding.look
    let hurts = state.patient.state.isInPain
    if hurts, !isInPain { stops.append(event.time) }
    isInPain = hurts
  }

  /// Keeps a copy where one is due.
  mutating func keep(before frame: Int) {
    guard count % spacing == 0 else { return }
    if copies.count >= most {
      copies = copies.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      spacing *= 2
      guard count % spacing == 0 else { return }
    }
    copies.append(Replay.Copy(time: time, frame: frame, state: state))
  }
}
