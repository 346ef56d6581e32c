import CSDL2
public import Drawing
public import Preferences
public import Scenes
public import Sessions

extension Trainer {
  /// How a screen is shown where there is no window.
  public struct View: Hashable, Sendable {
    /// Pixels.
    public var width = 1280
    public var height = 800
    public var isDark = false
    public var textSize = Settings.TextSize.usual

    public init() {}
  }

  /// A trainer whose window nobody sees, for pictures and texts of its screens; needs no display.
  ///
  /// - Throws: ``WindowError`` when SDL cannot do even this.
  public static func offscreen(
    _ session: Session, _ view: View, reports: ReportWriter? = nil
  ) throws -> Trainer {
    // The window's own way from here on, without a display, a sound or a device.
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy")
    SDL_SetHint(SDL_HINT_AUDIODRIVER, "dummy")
    var session = session
    session.change(.theme(view.isDark ? .dark : .light))
    session.change(.textSize(view.textSize))
    session.remember(
      window: WindowPlace(x: 0, y: 0, width: view.width, height: view.height))
    session.lookUpPast()
    session.lookUpTrainees()
    return try Trainer(session: session, reports: reports, started: startMoment)
  }

  /// What the window tells now, in sentences.
  public var notice: String? { session.notice?.text }

  /// The screen that stands, as a picture and in words.
  public func picture(_ view: View) -> (canvas: Canvas, text: ScreenText?) {
    let canvas = Canvas.image(width: view.width, height: view.height)
    var frame = frame
    frame.width = Double(view.width)
    frame.height = Double(view.height)
    let moment = Moments.now
    // Drawn twice: what the first drawing finds out of the screen's parts holds for the second.
    take(draw(on: canvas, in: frame, at: moment))
    _ = revealChosenCase()
    frame.scrolls = scrolling.offsets
    return (canvas, ScreenText(of: shown(at: moment), on: canvas, in: frame))
  }

  /// Ends SDL. Nothing may be drawn afterwards.
  public func close() { surface.close(endsAll: true) }
}
