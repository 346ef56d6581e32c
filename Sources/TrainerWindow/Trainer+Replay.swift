import Attempts
import Geometry
import Patients
import Scenarios
import Scenes
import Scoring
import Sessions

/// The line of time while the pointer draws it.
struct Scrubbing {
  /// Where it began, when that was on a mark: only a pointer that leaves it scrubs.
  var mark: Point?
  /// Whether the replay played before, and goes on afterwards.
  var resumes = false
}

/// The replay of an attempt.
extension Trainer {
  var replayScreen: ReplayScreen {
    let title =
      session.replay?.replay.attempt.caseFile.scenario.title
      ?? session.finished?.caseFile.scenario.title ?? ""
    var screen = ReplayScreen(
      replayModel, caseTitle: title, progress: session.replayProgress ?? 0,
      pictures: pictures.replay)
    screen.isAlone = session.isReplayAlone
    return screen
  }

  private var replayModel: ReplayModel? {
    guard let play = session.replay else { return nil }
    let debrief = debriefModel(of: play.replay)
    var expert: ReplaySide?
    if let shown = play.expertShown {
      expert = side(
        shown, play.expertTime, isPlaying: play.isPlaying,
        version: version(play, play.expertJumps), \.expertTrail)
    }
    var model = ReplayModel(
      debrief: debrief,
      attempt: side(
        play.shown, play.time, isPlaying: play.isPlaying, version: version(play, play.jumps),
        \.replayTrail),
      expert: expert,
      time: Double(play.time) / 1_000_000)
    model.isPlaying = play.isPlaying
    model.speed = play.speed.factor
    model.speeds = DemonstrationSpeed.allCases.map(\.factor)
    model.chosen = play.chosen
    model.now = play.deductionsNow
    model.view = replayView
    return model
  }

  /// What was drawn of the ways holds for one replay, and up to where it jumps elsewhere.
  private func version(_ play: ReplayPlay, _ jumps: Int) -> Int { (play.number << 32) + jumps }

  private func debriefModel(of replay: Replay) -> DebriefModel {
    // The debrief from which it was opened shows the same, beside the attempt before.
    if !session.isReplayAlone, let debrief { return debrief.model }
    return pictures.debrief(
      of: replay.attempt.caseFile.scenario, replay.result, replay.attempt.events, replay.effect)
  }

  private func side(
    _ attempt: AttemptUnderWay, _ time: Int, isPlaying: Bool, version: Int,
    _ trail: WritableKeyPath<Pictures, TrailMirror>
  ) -> ReplaySide {
    let state = attempt.attempt
    var model = PracticeModel(mode: .practice, scenario: attempt.scenario)
    model.take(attempt.scorer.reading)
    model.hasCushion = state.cushion == .under
    model.isSideLying = state.position == .sideLying
    model.isPaused = state.isPaused
    model.clock = Double(time) / 1_000_000
    // A line that may be read while it plays; standing still, it says what the figures say.
    model.cue = isPlaying ? attempt.line(at: time) : attempt.scorer.cue
    model.patient = attempt.patient.state
    pictures[keyPath: trail].follow(
      attempt.trail, phase: state.phaseIndex, attempt: String(version))
    model.trail = pictures[keyPath: trail].contacts
    return ReplaySide(model, version: version)
  }

  /// Lets time pass in the session; a replay that was opened meanwhile is to be drawn.
  func advanceSession(to moment: Int) {
    let wasOpening = session.replayProgress != nil
    session.advance(to: moment)
    if wasOpening, session.replayProgress == nil { pacer.isStale = true }
  }

  func performReplay(_ command: Command, at moment: Int) {
    switch command {
    case .replay:
      let choice = debriefChoice
      session.openReplay(
        showing: choice.endsAtTime ? nil : choice.deduction,
        from: choice.time.map { Int(($0 * 1_000_000).rounded()) })
      replayView = .lowerBack
    case .replaySpeed(let factor):
      if let speed = DemonstrationSpeed.allCases.first(where: { $0.factor == factor }) {
        session.setReplaySpeed(speed, at: moment)
      }
    case .replayStart: session.replayToStart(at: moment)
    case .replayEnd: session.replayToEnd(at: moment)
    case .stepMark(let step):
      session.stepReplayMark(by: step, at: moment)
      reveal(session.replay?.chosen.map { .selectDeduction($0) })
    case .stepEvent(let step): session.stepReplay(by: step, at: moment)
    case .showChange(let index): session.chooseChangeInReplay(index, at: moment)
    // By key alone, with the focus on the line; the pointer draws it.
    case .scrub: session.playReplay(!session.isRunning, at: moment)
    default: break
    }
  }

  // MARK: The line of time

  /// Seconds by which an arrow moves along the line.
  private static let scrubStep = 1_000_000

  func stepScrub(by step: Int) {
    guard let play = session.replay else { return }
    session.seekReplay(to: play.time + step * Trainer.scrubStep, at: Moments.now)
  }

  private var timeline: ReplayTimeline? {
    guard let target = targets.first(where: { $0.command == .scrub }), let play = session.replay
    else { return nil }
    return ReplayTimeline(
      control: target.area, scale: frame.scale, of: debriefModel(of: play.replay))
  }

  /// Takes hold of the line, or jumps to the mark under the pointer.
  func beginScrubbing(at place: Point) {
    scrubbing = Scrubbing(resumes: session.isRunning)
    session.playReplay(false, at: Moments.now)
    let point = place * (1 / frame.scale)
    if let mark = timeline?.deduction(at: point) {
      scrubbing = Scrubbing(mark: point)
      perform(.selectDeduction(mark), at: Moments.now)
    } else {
      scrub(to: place)
    }
  }

  func scrub(to place: Point) {
    let point = place * (1 / frame.scale)
    if let mark = scrubbing.mark, mark.distance(to: point) < 8 { return }
    scrubbing.mark = nil
    guard let seconds = timeline?.time(at: point.x) else { return }
    session.seekReplay(to: Int(seconds * 1_000_000), at: Moments.now)
  }

  func endScrubbing() {
    if scrubbing.resumes { session.playReplay(true, at: Moments.now) }
    scrubbing = Scrubbing()
  }
}
