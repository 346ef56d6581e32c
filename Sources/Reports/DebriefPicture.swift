public import Attempts
public import Drawing
public import Patients
public import Scenarios
import Scenes
public import Scoring

/// The debrief of an attempt as a picture to keep or print.
public struct DebriefPicture: Sendable {
  /// The layout of the picture, in units; it is drawn with ``pixelsPerUnit``.
  public static let width = 1280
  public static let height = 800
  /// What the card of the patient adds to the height.
  public static let patientHeight = 120
  public static let pixelsPerUnit = 2

  private let model: DebriefModel
  public var isDark: Bool

  /// - Parameters:
  ///   - events: those that were judged, in their order.
  ///   - effect: what they did to the patient; nil leaves that out.
  public init(
    of scenario: Scenario, result: Scoring.Result, events: [Event], effect: SessionEffect? = nil,
    isDark: Bool = false
  ) {
    model = DebriefModel(scenario: scenario, result: result, events: events, effect: effect)
    self.isDark = isDark
  }

  init(_ model: DebriefModel) {
    self.model = model
    isDark = false
  }

  /// Draws off screen; needs no display.
  public func draw() -> Canvas {
    let (width, height) = (
      DebriefPicture.width * DebriefPicture.pixelsPerUnit,
      (DebriefPicture.height + (model.effect == nil ? 0 : DebriefPicture.patientHeight))
        * DebriefPicture.pixelsPerUnit
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
