import Attempts
import Drawing
import Foundation
import Geometry
import Scenes
public import Sessions

/// The window: brings what devices report to the session, and shows what the session is doing.
@MainActor
public final class Trainer {
  /// How the running ended.
  public enum Ending: Hashable, Sendable {
    case closed
    /// By this signal; what was under way is saved.
    case interrupted(Int32)
    /// What was under way could not be saved, and nobody could be asked.
    case unsaved(reason: String)
  }

  var session: Session
  let surface: Surface
  let arrivals = ArrivalQueue()
  let log: FrameLog?
  /// Moment of the program's start.
  let started: Int
  var pacer = FramePacer()
  /// What can be clicked and focused in the frame that stands.
  var targets: [Target] = []
  var focus = Focus()
  var scrolling = Scrolling()
  var hover: Command?
  var pointer = Pointer()
  var fingers = FingerTable()
  var view = PlateView.Kind.wholeBack
  /// For life size: pixels of the frame in a millimetre of the display; nil: nobody set it.
  var pixelsPerMillimetre: Double?
  var isDark = false
  /// 1 to 2: how large texts and controls are to what is usual.
  var textSize = 1.0
  var pictures = Pictures()

  /// What was done before is looked up once the first frame stands: it may take a while.
  private var hasLookedUpPast = false
  private var eventsSinceFrame = 0
  private var newestArrival: Int?

  /// Opens the window on the session's screen.
  ///
  /// - Parameter started: ``startMoment`` as it was when the program started.
  public init(
    session: Session, frameLog: String? = nil, started: Int
  ) throws {
    self.session = session
    self.started = started
    log = try frameLog.map { path throws(FrameLogError) in try FrameLog(path: path) }
    surface = try Surface(title: "Effleurage", width: 1280, height: 800)
  }

  /// The window's clock, to be read first thing in the program.
  public nonisolated static var startMoment: Int { Moments.now }

  /// Runs until the window is closed.
  public func run() throws -> Ending {
    Interruption.listen()
    arrivals.startWatching()
    defer {
      arrivals.stopWatching()
      surface.close()
    }
    do {
      return try turn()
    } catch {
      // Without a window nobody can be asked, so what can be saved is saved.
      session.close(at: Moments.now)
      throw error
    }
  }

  /// The loop: arrivals as they come, frames when they are due.
  private func turn() throws -> Ending {
    while !session.isClosed {
      if let number = Interruption.number { return stop(by: number) }
      arrivals.pump(waitingAtMost: pacer.wait(at: Moments.now))
      for stamped in arrivals.takeAll() {
        eventsSinceFrame += 1
        newestArrival = stamped.moment
        take(stamped.arrival, at: stamped.moment)
      }
      let moment = Moments.now
      session.advance(to: moment)
      if session.screen != .debrief { pictures.debrief = nil }
      if needsFrame(at: moment) { pacer.isStale = true }
      if !session.isClosed, pacer.isFrameDue(at: moment) { try drawFrame(at: moment) }
    }
    return .closed
  }

  private func stop(by number: Int32) -> Ending {
    session.close(at: Moments.now)
    if case .loseAttempt(let reason) = session.question { return .unsaved(reason: reason) }
    return .interrupted(number)
  }

  private func drawFrame(at moment: Int) throws {
    pacer.began(at: moment)
    let canvas = surface.frame
    let shown = draw(on: canvas, in: frame, at: moment)
    targets = shown.targets
    scrolling.shown(shown.scrolls)
    focus.keep(within: targets)
    let drawn = Moments.now
    try surface.present()
    let presented = Moments.now
    log?.add(
      FrameRow(
        start: moment - started, draw: drawn - moment, present: presented - drawn,
        events: eventsSinceFrame, newestAge: newestArrival.map { presented - $0 },
        screen: session.question == nil ? session.screen.rawValue : "question",
        hands: session.underWay?.attempt.down.count ?? 0))
    eventsSinceFrame = 0
    newestArrival = nil
    noteHover()
    if !hasLookedUpPast {
      hasLookedUpPast = true
      session.lookUpPast()
      pacer.isStale = true
    }
  }

  /// The wall clock as records carry it.
  public nonisolated static var wallClock: String { Date.now.formatted(.iso8601) }
}
