import Catalogue
import Drawing
import Geometry

/// What the trainee did so far.
extension LibraryScreen {
  /// Least height of ``drawWork(_:_:)``; 0 where there is nothing to show.
  var workHeight: Double {
    guard let work = header?.work, !work.cases.isEmpty else { return 0 }
    return courseHeight + figuresHeight
  }

  /// A mark for every case or the sessions of the chosen case's course, and three figures.
  func drawWork(_ painter: inout Painter, _ area: Rectangle) {
    guard let header, !header.work.cases.isEmpty else { return }
    let theme = painter.theme
    let work = header.work
    painter.card(area)
    let left = area.x + Space.padding
    let right = area.maxX - Space.padding
    if let course {
      drawCourse(painter, course, area)
    } else {
      painter.text(
        Texts["library.work"], x: left, y: area.y + 34,
        TextForm(TypeSize.title, .semibold, theme.ink))
      drawMarks(painter, work, from: left, to: right, y: area.y + 66)
    }
    let rule = area.y + courseHeight
    painter.rule(left, right, y: rule)
    if offersIntroduction {
      // Nothing was done yet: in the place of its figures stands a way to begin.
      return painter.button(
        .secondary, Rectangle(x: left, y: rule + 20, width: right - left, height: 48),
        Texts["introduction.offer"], icon: .hands, key: "I", command: .introduce)
    }
    let average = work.averageScore.map { String(Int($0.rounded(.down))) } ?? "–"
    let figures = [
      (average, Texts["library.average"]),
      (String(work.attempts), Texts.count("library.attemptsWord", work.attempts)),
      (
        Texts["library.share", ["passed": String(work.passed), "all": String(work.cases.count)]],
        Texts["library.casesPassed"]
      ),
    ]
    let pitch = (right - left) / 3
    for (index, figure) in figures.enumerated() {
      let x = left + Double(index) * (pitch + 4)
      painter.text(
        figure.0, x: x, y: rule + (course == nil ? 38 : 32),
        TextForm(TypeSize.value, .bold, theme.ink, tabular: true))
      painter.text(
        figure.1, x: x, y: rule + (course == nil ? 63 : 54),
        TextForm(
          TypeSize.caption, .regular, theme.inkSecondary, maxWidth: pitch - 4, mayBeCut: true))
    }
  }

  /// Passed: a full disc with a tick; tried: a ring with a dot; new: an empty ring.
  private func drawMarks(
    _ painter: Painter, _ work: WorkSoFar, from left: Double, to right: Double, y: Double
  ) {
    let theme = painter.theme
    let count = work.cases.count
    // As far apart as the steps of a case; closer where there are many.
    let pitch = min(44, (right - left - 22) / Double(max(1, count - 1)))
    let radius = min(11, pitch / 2 - 1)
    guard radius >= 2 else { return }
    for (index, state) in work.cases.enumerated() {
      let centre = Point(left + radius + 1 + Double(index) * pitch, y)
      if index + 1 < count, pitch - 2 * radius > 3 {
        painter.line(
          centre.x + radius + 1, y, centre.x + pitch - radius - 1, y, theme.edge, width: 1.5)
      }
      let ring = Path.circle(centre: centre, radius: radius - 0.75)
      switch state {
      case .passed:
        painter.canvas.fill(.circle(centre: centre, radius: radius), theme.teal)
        painter.icon(
          .tick, x: centre.x - radius * 0.7, y: centre.y - radius * 0.7, size: radius * 1.4,
          theme.onTeal, width: 2.8)
      case .tried:
        painter.canvas.stroke(ring, StrokeStyle(width: 1.5), theme.teal)
        painter.canvas.fill(.circle(centre: centre, radius: radius * 0.36), theme.teal)
      case .new: painter.canvas.stroke(ring, StrokeStyle(width: 1.25), theme.edge)
      }
    }
  }
}
