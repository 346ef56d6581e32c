public import Drawing
public import Scenarios
import Scenes

/// A case's plates as a picture to keep or print: a back for each step.
public struct CasePicture: Sendable {
  public static let pixelsPerUnit = 2

  private let plates: CasePlates
  public var isDark: Bool

  public init(of scenario: Scenario, isDark: Bool = false) {
    plates = CasePlates(of: scenario)
    self.isDark = isDark
  }

  /// Draws off screen; needs no display.
  public func draw() -> Canvas {
    let scale = Double(CasePicture.pixelsPerUnit)
    let canvas = Canvas.image(
      width: Int((plates.width * scale).rounded()), height: Int((plates.height * scale).rounded()))
    plates.draw(on: canvas, pixelsPerUnit: scale, isDark: isDark)
    return canvas
  }

  /// Writes a PNG file, which is whole or not there: it is written beside and then renamed.
  public func write(to path: String) throws(ReportError) {
    try draw().writeReport(to: path)
  }
}
