public import Drawing
public import Geometry

/// The session of a debrief in vectors: its steps, the speed with its bands, and where marks belong.
///
/// In the colours of the light appearance; marks are left to who can make them do something.
public struct DebriefChart: Sendable {
  public static let width = 1080.0
  public static let height = 254.0

  /// A deduction's mark.
  public struct Moment: Hashable, Sendable {
    /// Index in ``DebriefSheet/deductions``.
    public var row: Int
    public var place: Point
  }

  /// Without marks.
  public let picture: VectorPicture
  public let moments: [Moment]
  /// Where times (from 0 to the whole duration, left to right) and speeds are.
  public let plot: Rectangle
  /// What the speeds are in, with the target band.
  public let caption: String

  public init(_ model: DebriefModel) {
    let screen = DebriefScreen(model: model)
    // The card of the window has a title above and names below, for which no room is needed here.
    let area = Rectangle(
      x: 0, y: -40, width: DebriefChart.width, height: 342)
    let chart = DebriefScreen.Chart(area: area, model: model)
    plot = Rectangle(
      x: chart.left, y: chart.top, width: chart.right - chart.left,
      height: chart.bottom - chart.top)
    caption = screen.captionText
    moments = screen.moments(chart).map {
      Moment(row: $0.number - 1, place: Point($0.place, chart.bottom + 5.5))
    }
    picture = Canvas.picture(width: DebriefChart.width, height: DebriefChart.height) { canvas in
      let frame = Frame(width: Space.referenceWidth, height: Space.referenceHeight)
      _ = Painter.paint(on: canvas, in: frame, recorder: nil, isOverlay: true) { painter in
        screen.drawSegments(painter, chart)
        screen.drawBands(painter, chart)
        screen.drawSpeeds(painter, chart)
        screen.drawLeaders(painter, chart)
      }
    }
  }
}
