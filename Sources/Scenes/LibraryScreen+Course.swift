import Catalogue
import Drawing
import Geometry

/// The course with the patient of a case.
extension LibraryScreen {
  /// What a course says on the card of its case: what is due, or that the trainee is proficient.
  ///
  /// - Returns: whether there was something to say.
  func drawCoursePill(
    _ painter: Painter, x: Double, y: Double, room: Double, _ course: CourseModel?
  ) -> Bool {
    guard let course else { return false }
    let theme = painter.theme
    let pill: (label: String, icon: Icon, text: Colour, tint: Colour)
    switch course.next {
    case .retention where course.isDue:
      pill = (Texts["course.retentionPill"], .triangle, theme.low.text, theme.low.tint)
    case .session where course.isDue && course.sessionsDone > 0:
      pill = (Texts["course.nextPill"], .chevron, theme.tealDeep, theme.tealTint)
    default:
      guard case .proficient = course.proficiency else { return false }
      pill = (
        Texts["course.proficientPill"], .tickedCircle, theme.inBand.text, theme.inBand.tint
      )
    }
    painter.pill(pill.label, icon: pill.icon, x: x, y: y, text: pill.text, tint: pill.tint)
    return true
  }

  /// Of the chosen case.
  var course: CourseModel? { current?.course }

  /// The sessions of the course as numbered discs, and what comes next; in the place of the marks
  /// of all cases.
  func drawCourse(_ painter: Painter, _ course: CourseModel, _ area: Rectangle) {
    let theme = painter.theme
    let left = area.x + Space.padding
    let right = area.maxX - Space.padding
    let session = painter.text(
      Words.Course.session(course), x: right, y: area.y + 34,
      TextForm(TypeSize.row, .semibold, theme.tealDeep, alignment: .trailing, tabular: true)
    ).width
    painter.text(
      Texts["course.yours"], x: left, y: area.y + 34,
      TextForm(
        TypeSize.title, .semibold, theme.ink, maxWidth: right - left - session - 12,
        mayBeCut: true))
    drawSessions(painter, course, from: left, to: right, y: area.y + 63)
    painter.courseStep(course, x: left, y: area.y + 96, room: right - left)
    painter.proficiency(course, x: left, y: area.y + 117, room: right - left)
  }

  /// Height of what stands above the figures of the work so far.
  var courseHeight: Double {
    guard let course else { return 92 }
    return course.proficiency == .none ? 107 : 128
  }

  /// Height of those figures; closer below a course, so that the panel need not be scrolled.
  var figuresHeight: Double { course == nil ? 78 : 67 }

  /// Done: a full disc with a tick; next: a strong ring with its number; to come: a thin ring.
  private func drawSessions(
    _ painter: Painter, _ course: CourseModel, from left: Double, to right: Double, y: Double
  ) {
    let theme = painter.theme
    let count = max(course.planned, 1)
    let pitch = min(44, (right - left - 22) / Double(max(1, count - 1)))
    let radius = min(11, pitch / 2 - 1)
    guard radius >= 2 else { return }
    for index in 0..<count {
      let centre = Point(left + radius + Double(index) * pitch, y)
      if index + 1 < count, pitch - 2 * radius > 3 {
        painter.line(
          centre.x + radius, y, centre.x + pitch - radius, y, theme.edge, width: 1.5)
      }
      let isNext = index == course.sessionsDone
      if index < course.sessionsDone {
        painter.canvas.fill(.circle(centre: centre, radius: radius), theme.teal)
        painter.icon(
          .tick, x: centre.x - radius * 0.7, y: centre.y - radius * 0.7, size: radius * 1.4,
          theme.onTeal, width: 2.8)
        continue
      }
      let ring = Path.circle(centre: centre, radius: radius - (isNext ? 1 : 0.6))
      painter.canvas.fill(ring, theme.surface)
      painter.canvas.stroke(
        ring, StrokeStyle(width: isNext ? 2 : 1.25), isNext ? theme.teal : theme.edge)
      guard radius >= 9 else { continue }
      painter.text(
        "\(index + 1)", x: centre.x, y: y + 4.3,
        TextForm(
          TypeSize.label, isNext ? .bold : .regular, isNext ? theme.tealDeep : theme.inkSecondary,
          alignment: .centre, tabular: true))
    }
  }
}
