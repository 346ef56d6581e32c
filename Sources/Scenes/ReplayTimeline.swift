public import Geometry
import Scoring

/// Where times and marks lie on the line that is scrubbed.
public struct ReplayTimeline: Sendable {
  /// Of the control, in layout units: the line and the marks below it.
  let area: Rectangle
  let duration: Double
  /// The numbered marks: index of the deduction, its number, seconds, and where its shape stands.
  let marks: [Mark]

  struct Mark: Sendable {
    var deduction: Int
    var number: Int
    var time: Double
    var x: Double
  }

  /// Half a thumb: so far within the control's ends the line begins and ends.
  static let inset = 10.0
  static let height = 60.0
  /// From the control's upper edge to the line, and to the middles of the marks.
  static let line = 16.0
  static let markLine = 44.0

  var left: Double { area.x + ReplayTimeline.inset }
  var right: Double { area.maxX - ReplayTimeline.inset }

  init(_ area: Rectangle, _ screen: DebriefScreen) {
    self.area = area
    duration = screen.model.duration
    let (left, right) = (area.x + ReplayTimeline.inset, area.maxX - ReplayTimeline.inset)
    let duration = duration
    let numbered = screen.order.enumerated().compactMap { place, index in
      screen.model.marks[index].moment.map { (number: place + 1, index: index, time: $0) }
    }
    let places = MarkRow.places(
      numbered.map { left + (right - left) * min(max($0.time / duration, 0), 1) }, from: left,
      to: right)
    marks = zip(numbered, places).map {
      Mark(deduction: $0.index, number: $0.number, time: $0.time, x: $1)
    }
  }

  /// - Parameters:
  ///   - control: where the line of time was drawn, in the frame's units.
  ///   - scale: frame units in a layout unit.
  public init(control: Rectangle, scale: Double, of model: DebriefModel) {
    self.init(control.scaled(1 / max(scale, 1e-6)), DebriefScreen(model: model))
  }

  func x(_ seconds: Double) -> Double {
    left + (right - left) * min(max(seconds / duration, 0), 1)
  }

  /// Seconds of the attempt's clock at a place, in layout units.
  public func time(at x: Double) -> Double {
    min(max((x - left) / max(right - left, 1e-6), 0), 1) * duration
  }

  /// Index of the deduction whose mark stands at a place, in layout units; nil where none does.
  public func deduction(at place: Point) -> Int? {
    let y = area.y + ReplayTimeline.markLine
    let near = marks.min { abs($0.x - place.x) < abs($1.x - place.x) }
    guard let near, Point(near.x, y).distance(to: place) <= 13 else { return nil }
    return near.deduction
  }
}
