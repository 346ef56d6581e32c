import Drawing
import Geometry
import Scoring

extension DebriefScreen {
  /// The numbered shape of a deduction.
  func drawMark(
    _ painter: Painter, _ shape: DebriefModel.Shape, _ number: Int, at centre: Point,
    size: Double = 9.5, isSelected: Bool = false, isHovered: Bool = false
  ) {
    DebriefScreen.drawMark(
      painter, shape, number, at: centre, size: size, isSelected: isSelected, isHovered: isHovered)
  }

  static func drawMark(
    _ painter: Painter, _ shape: DebriefModel.Shape, _ number: Int, at centre: Point,
    size: Double = 9.5, isSelected: Bool = false, isHovered: Bool = false
  ) {
    let theme = painter.theme
    let canvas = painter.canvas
    let pale = StrokeStyle(width: 2, join: .round)
    let onMark = theme.isDark ? theme.window : theme.surface
    if isSelected {
      canvas.stroke(
        .circle(centre: centre, radius: size + 6.5), StrokeStyle(width: 2.5), theme.teal)
    }
    if isHovered, !isSelected {
      canvas.stroke(
        .circle(centre: centre, radius: size + 5.5), StrokeStyle(width: 1.5), theme.inkSecondary)
    }
    var ink = onMark
    switch shape {
    case .diamond:
      let reach = size * 1.22
      let path = Path.polyline(
        [
          Point(centre.x, centre.y - reach), Point(centre.x + reach, centre.y),
          Point(centre.x, centre.y + reach), Point(centre.x - reach, centre.y),
        ], closed: true)
      canvas.fill(path, theme.high.edge)
      canvas.stroke(path, pale, theme.surface)
    case .circle:
      let path = Path.circle(centre: centre, radius: size)
      ink = theme.isDark ? theme.window : theme.ink
      canvas.fill(path, theme.low.mark)
      canvas.stroke(path, StrokeStyle(width: 1.5), ink)
    case .octagon:
      let reach = size * 1.08
      let cut = size * 0.447
      let path = Path.polyline(
        [
          Point(-cut, -reach), Point(cut, -reach), Point(reach, -cut), Point(reach, cut),
          Point(cut, reach), Point(-cut, reach), Point(-reach, cut), Point(-reach, -cut),
        ].map { centre + $0 }, closed: true)
      canvas.fill(path, theme.spasm.text)
      canvas.stroke(path, pale, theme.surface)
    case .square:
      let side = size * 1.9
      let path = Path.roundedRectangle(
        Rectangle(x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side),
        radius: 3)
      canvas.fill(path, theme.inkSecondary)
      canvas.stroke(path, pale, theme.surface)
    }
    canvas.text(
      "\(number)", at: Point(centre.x, centre.y + 4.4),
      TextForm(number > 9 ? 11.5 : TypeSize.caption, .bold, ink, alignment: .centre).style)
  }

  /// Lets a mark be pressed.
  func markTarget(
    _ painter: inout Painter, _ command: Command, number: Int, index: Int, at centre: Point
  ) {
    painter.target(
      command, Rectangle(x: centre.x - 12, y: centre.y - 12, width: 24, height: 24), radius: 12,
      label: "\(number) " + Words.Debrief.name(deductions[index].code),
      isChosen: index == selected, isSpot: true)
  }
}
