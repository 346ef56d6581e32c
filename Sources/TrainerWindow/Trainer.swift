import Attempts
import Catalogue
import Drawing
import Foundation
import Geometry
import Preferences
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
    /// What was under way could not be saved, and nobody could be asked. It is offered at the next
    /// start when its journal holds all of it.
    case unsaved(reason: String, isOffered: Bool)
  }

  var session: Session
  let surface: Surface
  let controllers = Controllers()
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
  var doubt = ButtonDoubt()
  var fingers = FingerTable()
  var sticks = ControllerHands()
  var sleep = MachineSleep()
  /// When the loop last turned.
  var lastTurn = Moments.now
  var view = PlateView.Kind.wholeBack
  /// Of the replay, which is looked at and not worked on.
  var replayView = PlateView.Kind.lowerBack
  var scrubbing = Scrubbing()
  /// Where settings are kept, and what the desktop asks for.
  let keeper: SettingsKeeper?
  let wishes: DesktopWishes
  let libraryWatch: LibraryWatch?
  let adoption: HistoryAdoption
  /// What is being typed, and where.
  var typing = Typing()
  var listing = CaseListing()
  /// What is chosen on the history screen.
  var historyChoice = HistoryChoice()
  /// How the history was scrolled when an attempt was opened from it.
  var historyScrolling: Scrolling?
  /// What is looked at in the debrief, and when it moved on last.
  var debriefChoice = DebriefChoice()
  var debriefMoved = 0
  /// How reports are written; nil: nobody can.
  let reports: ReportWriter?
  /// The report that is being written.
  var export: ReportExport?
  /// The slider or edge that the pointer draws.
  var drawnControl: Command?
  var pictures = Pictures()
  /// Whether the library's list is to be scrolled to the chosen case.
  var revealsCase = true
  var heard: TrainerSounds

  /// What was done before is looked up once the first frame stands: it may take a while.
  private(set) var hasLookedUpPast = false
  private var watch: DisplayWatch?
  private var eventsSinceFrame = 0
  private var newestArrival: Int?

  /// Opens the window on the session's screen.
  ///
  /// - Parameters:
  ///   - reports: writes the reports of attempts.
  ///   - started: ``startMoment`` as it was when the program started.
  public init(
    session: Session, frameLog: String? = nil, settings: SettingsStore? = nil,
    library: LibraryWatch? = nil, reports: ReportWriter? = nil, started: Int
  ) throws {
    self.reports = reports
    heard = TrainerSounds(SoundOutput())
    self.session = session
    self.started = started
    keeper = settings.map { SettingsKeeper(store: $0, kept: session.settings) }
    wishes = DesktopWishes.ofThisProcess()
    libraryWatch = library
    adoption = HistoryAdoption(session.store)
    view =
      session.onScreen.map { $0.firstView }
      ?? PlateView.Kind(rawValue: session.settings.plate.rawValue) ?? .wholeBack
    log = try frameLog.map { path throws(FrameLogError) in try FrameLog(path: path) }
    let place = session.settings.window
    surface = try Surface(
      title: Words.productName, width: place?.width ?? 1280, height: place?.height ?? 800)
    if let place { surface.restore(place) }
    let language = Trainer.language(of: session.settings)
    if language != Texts.fallbackLanguage, language != Texts.current.code { useLanguage() }
  }

  /// The window's clock, to be read first thing in the program.
  public nonisolated static var startMoment: Int { Moments.now }

  /// Runs until the window is closed.
  ///
  /// - Parameter leave: ends the program when its display is lost, after the attempt is saved;
  ///   called on any thread.
  public func run(afterLosingDisplay leave: @escaping @Sendable (LostDisplay) -> Never) throws
    -> Ending
  {
    Interruption.listen()
    start(DisplayWatch(leave: leave))
    defer { finish() }
    do {
      while true {
        if let ending = try turnOnce() { return ending }
      }
    } catch let error as WindowError {
      // Without a window nobody can be asked, so what can be saved is saved. The
      // sentence goes on, and so loses its full stop.
      let what = String(error.description.dropLast())
      throw WindowError(description: DisplayWatch.save(session, after: what, at: Moments.now))
    }
  }

  /// Begins to listen.
  func start(_ watch: DisplayWatch) {
    self.watch = watch
    watch.start()
    arrivals.startWatching()
    lastTurn = Moments.now
  }

  /// Closes the window. Nothing may be shown afterwards.
  func finish() {
    watch?.stop()
    export?.wait(within: ReportExport.patience)
    adoption.stop()
    arrivals.stopWatching()
    controllers.close()
    surface.close(endsAll: heard.output.close(within: TrainerSounds.patience))
  }

  /// A turn of the loop: arrivals as they come, a frame when it is due.
  func turnOnce() throws -> Ending? {
    if session.isClosed { return closed() }
    if let number = Interruption.number { return stop(by: number) }
    let wait = pacer.wait(at: Moments.now)
    outside {
      arrivals.pump(waitingAtMost: isInDoubtHere ? min(wait, ButtonDoubt.period) : wait)
      surface.renew()
    }
    noteRest(at: Moments.now)
    for stamped in arrivals.takeAll() {
      eventsSinceFrame += 1
      newestArrival = stamped.moment
      take(stamped.arrival, at: stamped.moment)
    }
    let moment = Moments.now
    lastTurn = moment
    lookAtButton(at: moment)
    moveSticks(to: moment)
    repeatArrow(at: moment)
    advanceSession(to: moment)
    giveSounds(at: moment)
    keepSettings()
    takeLibrary()
    takeAdoption()
    takeOpenedAttempt()
    takeExport()
    playDebrief(to: moment)
    if session.screen != .debrief, session.screen != .replay { pictures.debrief = nil }
    if needsFrame(at: moment) { pacer.isStale = true }
    if !session.isClosed, pacer.isFrameDue(at: moment) { try drawFrame(at: moment) }
    return session.isClosed ? closed() : nil
  }

  private func closed() -> Ending {
    finishSettings()
    return .closed
  }

  /// Calls what asks the display, which may be lost meanwhile.
  func outside<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value
  {
    guard let watch else { return try body() }
    return try watch.during(session, at: lastTurn, body)
  }

  /// A signal asked for the end: nobody agreed to lose anything by it.
  func stop(by number: Int32) -> Ending {
    let closing = session.closeUnasked(at: Moments.now)
    finishSettings()
    switch closing {
    case .unsaved(let reason, let isOffered):
      return .unsaved(reason: reason, isOffered: isOffered)
    case .nothing, .saved: return .interrupted(number)
    }
  }

  private func drawFrame(at moment: Int) throws {
    pacer.began(at: moment)
    let canvas = outside { surface.frame }
    var frame = frame
    pictures.panels.follow(standing, over: canvas, at: moment, isInstant: frame.isReducedMotion)
    let focusStrength = pictures.focus.strength(of: frame.focus, at: moment)
    if !frame.isReducedMotion { frame.focusStrength = focusStrength }
    take(draw(on: canvas, in: frame, at: moment))
    if revealChosenCase() {
      frame.scrolls = scrolling.offsets
      take(draw(on: canvas, in: frame, at: moment))
    }
    pictures.panels.finish(on: canvas, at: moment)
    focus.keep(within: targets)
    let drawn = Moments.now
    try outside { () throws(WindowError) in try surface.present() }
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
    if !hasLookedUpPast, session.isReplayAlone {
      // A record is looked at, and nothing else of what was done here.
      hasLookedUpPast = true
      listenToControllers(at: presented)
    }
    if !hasLookedUpPast {
      hasLookedUpPast = true
      listenToControllers(at: presented)
      session.lookUpPast()
      session.lookUpTrainees()
      session.lookUpLeftAttempts(at: presented)
      adoption.begin()
      pacer.isStale = true
    }
  }

  /// Takes note of what a drawing showed.
  func take(_ drawn: Drawn) {
    targets = drawn.targets
    scrolling.shown(drawn.scrolls)
  }

  /// The wall clock as records carry it.
  public nonisolated static var wallClock: String { Date.now.formatted(.iso8601) }
}
