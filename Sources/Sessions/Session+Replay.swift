import Attempts
import Scoring

/// Looking at an attempt once more, beside the expert's.
extension Session {
  /// Which share of the reading is done, 0 to 1; nil while no replay is being opened.
  public var replayProgress: Double? { replayOpening?.opening.progress }

  /// Opens the replay of the debrief's attempt. ``advance(to:)`` shows it once it is folded.
  ///
  /// - Parameters:
  ///   - deduction: at whose moment it stands, by its index in the result.
  ///   - time: where it stands else, in microseconds of the attempt's clock; nil: it plays from the
  ///     start.
  public mutating func openReplay(showing deduction: Int? = nil, from time: Int? = nil) {
    guard screen == .debrief, question == nil, let finished else { return }
    let start: ReplayStart =
      deduction.map { .deduction($0) } ?? time.map { .time($0) } ?? .beginning
    openReplay(of: RecordedAttempt(finished), start)
    screen = .replay
  }

  /// Opens the replay of a record alone: to leave it is to close the program.
  ///
  /// - Parameter time: where it stands at first, in microseconds of the attempt's clock; nil: it
  ///   plays from the start.
  public mutating func openReplay(of attempt: RecordedAttempt, from time: Int? = nil) {
    guard screen == .library, underWay == nil, question == nil else { return }
    isReplayAlone = true
    openReplay(of: attempt, time.map { .time($0) } ?? .beginning)
    screen = .replay
  }

  /// As ``openReplay(of:from:)``, but it stands when this returns, at the start where no time is
  /// given: for pictures.
  public mutating func openReplayAtOnce(
    of attempt: RecordedAttempt, from time: Int?, at moment: Int
  ) {
    guard screen == .library, underWay == nil, question == nil,
      let outcome = ReplayOpening.make(attempt)
    else { return }
    isReplayAlone = true
    screen = .replay
    show(outcome, .time(time ?? 0), at: moment)
  }

  private mutating func openReplay(of attempt: RecordedAttempt, _ start: ReplayStart) {
    replayOpening?.opening.cancel()
    replay = nil
    replayOpening = (ReplayOpening(attempt), start)
  }

  /// Shows the replay once it is folded, or tells why there is none; says whether anything changed.
  @discardableResult
  public mutating func takeReplay(at moment: Int) -> Bool {
    guard let (opening, start) = replayOpening, let outcome = opening.take() else { return false }
    replayOpening = nil
    show(outcome, start, at: moment)
    return true
  }

  private mutating func show(
    _ outcome: ReplayOpening.Outcome, _ start: ReplayStart, at moment: Int
  ) {
    switch outcome {
    case .success(var play):
      openedReplays += 1
      play.number = openedReplays
      play.change(to: replaySpeed, at: moment)
      switch start {
      case .beginning: if question == nil, screen == .replay { play.play(at: moment) }
      case .time(let time): play.seek(to: time, at: moment)
      case .deduction(let index): play.choose(index, at: moment)
      }
      replay = play
    case .failure(let error):
      tell(Notice(.error, error.description))
      guard !isReplayAlone else { return }
      if screen == .replay { screen = .debrief }
      // Settings may have been opened over it.
      under = under.map { $0 == .replay ? .debrief : $0 }
    }
  }

  /// Back to the debrief, whose choice is as it was; the end of a replay that stands alone.
  mutating func closeReplay(at moment: Int) {
    replayOpening?.opening.cancel()
    replayOpening = nil
    replay = nil
    if isReplayAlone { return close(at: moment) }
    screen = .debrief
  }

  // MARK: Playing

  /// Shows another time of the attempt, in microseconds of its clock.
  public mutating func seekReplay(to time: Int, at moment: Int) {
    change(at: moment) { $0.seek(to: time, at: moment) }
  }

  public mutating func replayToStart(at moment: Int) {
    change(at: moment) { $0.seek(to: 0, at: moment) }
  }

  public mutating func replayToEnd(at moment: Int) {
    change(at: moment) { $0.seek(to: $0.replay.end, at: moment) }
  }

  /// To the act, touch, lift, pain or mark before (-1) or after (1).
  public mutating func stepReplay(by step: Int, at moment: Int) {
    change(at: moment) { $0.step(by: step, at: moment) }
  }

  /// To the deduction's mark before (-1) or after (1).
  public mutating func stepReplayMark(by step: Int, at moment: Int) {
    change(at: moment) { $0.stepMark(by: step, at: moment) }
  }

  /// To a deduction's moment, where the replay stands still.
  public mutating func chooseInReplay(_ deduction: Int, at moment: Int) {
    change(at: moment) {
      $0.pause(at: moment)
      $0.choose(deduction, at: moment)
    }
  }

  /// To the moment of one of the changes worth most, by its index in the result.
  public mutating func chooseChangeInReplay(_ index: Int, at moment: Int) {
    guard let result = replay?.replay.result, result.changes.indices.contains(index) else { return }
    if let deduction = result.tellingDeduction(of: result.changes[index]) {
      chooseInReplay(deduction, at: moment)
    }
  }

  /// Plays slower (-1) or faster (1); the next replay keeps it.
  public mutating func changeReplaySpeed(by step: Int, at moment: Int) {
    if let speed = replaySpeed.neighbour(step) { setReplaySpeed(speed, at: moment) }
  }

  public mutating func setReplaySpeed(_ speed: DemonstrationSpeed, at moment: Int) {
    change(at: moment) { $0.change(to: speed, at: moment) }
    if replay != nil, question == nil { replaySpeed = speed }
  }

  /// Starts or stops the playing.
  public mutating func playReplay(_ plays: Bool, at moment: Int) {
    change(at: moment) { plays ? $0.play(at: moment) : $0.pause(at: moment) }
  }

  private mutating func change(at moment: Int, _ body: (inout ReplayPlay) -> Void) {
    guard screen == .replay, question == nil, var play = replay else { return }
    // Taken out, so that it is changed in place.
    replay = nil
    body(&play)
    replay = play
  }
}

/// Where a replay stands at first.
enum ReplayStart: Sendable {
  case beginning
  case time(Int)
  case deduction(Int)
}
