public import Attempts
public import Drawing
public import Scenarios
import Scenes
public import Scoring

/// The debrief of an attempt as a picture to keep or print.
public struct DebriefPicture: Sendable {
  /// The layout of the picture, in units; it is drawn with ``pixelsPerUnit``.
  public static let width = 1280
  public static let height = 800
  public static let pixelsPerUnit = 2

  private let model: DebriefModel
  public var isDark: Bool

  /// - Parameter events: those that were judged, in their order.
  public init(
    of scenario: Scenario, result: Scoring.Result, events: [Event], isDark: Bool = false
  ) {
    model = DebriefModel(scenario: scenario, result: result, events: events)
    self.isDark = isDark
  }

  /// Draws off screen; needs no display.
  public func draw() -> Canvas {
    let (width, height) = (
      DebriefPicture.width * DebriefPicture.pixelsPerUnit,
      DebriefPicture.height * DebriefPicture.pixelsPerUnit
    )
    let canvas = Canvas.image(width: width, height: height)
    let frame = Frame(width: Double(width), height: Double(height), isDark: isDark)
    _ = DebriefScreen(model: model, hasNext: false, isPicture: true).draw(on: canvas, in: frame)
    return canvas
  }

  /// Writes a PNG file, which is whole or not there: it is written beside and then renamed.
  public func write(to path: String) throws(ReportError) {
    try draw().writeReport(to: path)
  }
}
