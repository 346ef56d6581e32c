import Catalogue
import Drawing
import Geometry
import Patients

/// The courses, what is due, and what the sessions changed in the patient.
extension HistoryScreen {
  private static let head = 50.0
  private static let indicator = 52.0

  /// The courses that are shown, those that are due first.
  private var courses: [CourseModel] {
    let shown = model.courses.filter { choice.caseID == nil || $0.caseID == choice.caseID }
    return shown.filter(\.isDue) + shown.filter { !$0.isDue }
  }

  /// The course whose patient is shown: that of the chosen case or attempt.
  private var patient: CourseModel? {
    let wanted = choice.caseID ?? chosen(of: listed)?.caseID
    return courses.first { $0.caseID == wanted && $0.states.count > 1 }
      ?? (choice.caseID == nil ? courses.first { $0.states.count > 1 } : nil)
  }

  private func noteForm(_ painter: Painter, width: Double) -> TextForm {
    TextForm(
      TypeSize.caption, .regular, painter.theme.inkSecondary,
      maxWidth: width - 2 * Space.padding, maxLines: 6)
  }

  private func coursesHeight(_ painter: Painter, width: Double) -> Double {
    guard !courses.isEmpty else {
      return HistoryScreen.head + 12
        + painter.measure(Texts["course.none"], noteForm(painter, width: width)).height + 12
    }
    return courses.reduce(HistoryScreen.head + 4) { $0 + HistoryScreen.height($1) }
  }

  private static func height(_ course: CourseModel) -> Double {
    course.proficiency == .none ? 78 : 98
  }

  private func indicatorsHeight(_ painter: Painter, width: Double) -> Double {
    guard patient != nil else { return 0 }
    return HistoryScreen.head + 26
      + Double(Indicator.allCases.count) * HistoryScreen.indicator + 12
      + painter.measure(Texts["course.didactic"], noteForm(painter, width: width)).height + 18
  }

  func panelHeight(_ painter: Painter, width: Double) -> Double {
    let indicators = indicatorsHeight(painter, width: width)
    return coursesHeight(painter, width: width) + (indicators > 0 ? Space.gap + indicators : 0)
  }

  func drawPanel(_ painter: inout Painter, _ area: Rectangle) {
    let height = coursesHeight(painter, width: area.width)
    drawCourses(
      painter, Rectangle(x: area.x, y: area.y, width: area.width, height: height))
    guard let patient else { return }
    drawIndicators(
      painter, patient,
      Rectangle(
        x: area.x, y: area.y + height + Space.gap, width: area.width,
        height: area.height - height - Space.gap))
  }

  // MARK: Courses

  private func drawCourses(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + Space.padding
    let right = area.maxX - Space.padding
    let due = courses.count(where: \.isDue)
    let head = painter.text(
      due == 0 ? Texts["course.nothingDue"] : Texts.count("course.due", due), x: right,
      y: area.y + 33,
      TextForm(TypeSize.row, .semibold, theme.tealDeep, alignment: .trailing)
    ).width
    painter.text(
      Texts["course.title"], x: left, y: area.y + 33,
      TextForm(
        TypeSize.title, .semibold, theme.ink, maxWidth: right - left - head - 12, mayBeCut: true))
    guard !courses.isEmpty else {
      painter.paragraph(
        Texts["course.none"], x: left, top: area.y + HistoryScreen.head,
        noteForm(painter, width: area.width))
      return
    }
    var top = area.y + HistoryScreen.head
    for course in courses {
      let height = HistoryScreen.height(course)
      drawCourse(
        painter, course, Rectangle(x: left, y: top, width: right - left, height: height))
      top += height
    }
  }

  private func drawCourse(_ painter: Painter, _ course: CourseModel, _ area: Rectangle) {
    let theme = painter.theme
    painter.rule(area.x, area.maxX, y: area.y)
    let session = painter.text(
      Words.Course.session(course), x: area.maxX, y: area.y + 25,
      TextForm(TypeSize.caption, .medium, theme.inkSecondary, alignment: .trailing, tabular: true)
    ).width
    write(
      painter, course.title, x: area.x, y: area.y + 25, room: area.width - session - 14,
      TextForm(TypeSize.row, .semibold, theme.ink, mayBeCut: true))
    let bar = Rectangle(x: area.x, y: area.y + 34, width: area.width, height: 8)
    painter.sessionBar(bar, done: course.sessionsDone, of: course.planned)
    painter.courseStep(course, x: area.x, y: area.y + 63, room: area.width)
    painter.proficiency(course, x: area.x, y: area.y + 84, room: area.width)
  }

  // MARK: The patient

  private func drawIndicators(_ painter: Painter, _ course: CourseModel, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + Space.padding
    let right = area.maxX - Space.padding
    painter.text(
      Texts["course.changes"], x: left, y: area.y + 33,
      TextForm(
        TypeSize.title, .semibold, theme.ink, maxWidth: right - left, mayBeCut: true))
    write(
      painter, course.title, x: left, y: area.y + 54, room: right - left,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, mayBeCut: true))
    var top = area.y + HistoryScreen.head + 18
    for indicator in Indicator.allCases {
      painter.rule(left, right, y: top)
      drawIndicator(
        painter, indicator, course,
        Rectangle(x: left, y: top, width: right - left, height: HistoryScreen.indicator))
      top += HistoryScreen.indicator
    }
    painter.rule(left, right, y: top)
    painter.paragraph(
      Texts["course.didactic"], x: left, top: top + 12, noteForm(painter, width: area.width))
  }

  private func drawIndicator(
    _ painter: Painter, _ indicator: Indicator, _ course: CourseModel, _ area: Rectangle
  ) {
    let theme = painter.theme
    let values = course.states.map { min(max($0[indicator], 0), 1) }
    guard let first = values.first, let last = values.last else { return }
    // A hundredth is what is written; less is no change.
    let change = (last * 100).rounded() - (first * 100).rounded()
    let isBetter = indicator.isBetterWhenMore ? change > 0 : change < 0
    let look: (word: String, icon: Icon?, colour: Colour) =
      change == 0
      ? (Texts["course.unchanged"], nil, theme.inkSecondary)
      : isBetter
        ? (Texts["course.better"], .improve, theme.inBand.text)
        : (Texts["course.worse"], .worsen, theme.high.text)
    let fromTo = Texts[
      "course.fromTo",
      ["first": Words.History.percent(first), "last": Words.History.percent(last)]]
    painter.text(
      fromTo, x: area.maxX, y: area.y + 22,
      TextForm(TypeSize.row, .semibold, theme.ink, alignment: .trailing, tabular: true))
    let word = painter.text(
      look.word, x: area.maxX, y: area.y + 41,
      TextForm(TypeSize.caption, .semibold, look.colour, alignment: .trailing)
    ).width
    if let icon = look.icon {
      painter.icon(
        icon, x: area.maxX - word - 19, y: area.y + 29, size: 16, look.colour, width: 2.2)
    }
    let plot = Rectangle(
      x: area.maxX - 184, y: area.y + 12, width: 66, height: area.height - 24)
    painter.line(plot.x, plot.maxY, plot.maxX, plot.maxY, theme.line)
    let line = values.enumerated().map {
      Point(
        plot.x + plot.width * Double($0) / Double(max(1, values.count - 1)),
        plot.maxY - $1 * plot.height)
    }
    painter.canvas.stroke(
      .polyline(line, closed: false), StrokeStyle(width: 1.75, cap: .round, join: .round),
      theme.sepia)
    if let end = line.last { painter.canvas.fill(.circle(centre: end, radius: 3), theme.sepia) }
    let room = plot.x - 10 - area.x
    painter.text(
      Words.Course.indicator(indicator), x: area.x, y: area.y + 22,
      TextForm(TypeSize.row, .medium, theme.ink, maxWidth: room, mayBeCut: true))
    painter.text(
      indicator.isBetterWhenMore ? Texts["course.betterUp"] : Texts["course.betterDown"],
      x: area.x, y: area.y + 41,
      TextForm(TypeSize.label, .regular, theme.inkSecondary, maxWidth: room, mayBeCut: true))
  }
}

extension Painter {
  /// A part for each session of a course: full when it is done, outlined when it comes next.
  func sessionBar(_ area: Rectangle, done: Int, of planned: Int) {
    guard planned > 0 else { return }
    let gap = 3.0
    let width = (area.width - gap * Double(planned - 1)) / Double(planned)
    for session in 0..<planned {
      let part = Rectangle(
        x: area.x + Double(session) * (width + gap), y: area.y, width: width,
        height: area.height)
      if session < done {
        fill(part, radius: 3, theme.teal)
      } else {
        fill(part, radius: 3, theme.sunken)
        stroke(
          part.inset(session == done ? 0.75 : 0.5), radius: 2.5,
          session == done ? theme.teal : theme.edge, width: session == done ? 1.5 : 0.75)
      }
    }
  }

  /// What comes next in a course, with a mark where it is due.
  func courseStep(_ course: CourseModel, x: Double, y: Double, room: Double) {
    var left = x
    if course.isDue {
      var isRetention = false
      if case .retention = course.next { isRetention = true }
      icon(
        isRetention ? .triangle : .chevron, x: left - 1, y: y - 12.5, size: 16,
        isRetention ? theme.low.text : theme.tealDeep, width: 2.2)
      left += 20
    }
    text(
      Words.Course.next(course), x: left, y: y,
      TextForm(
        TypeSize.caption, course.isDue ? .semibold : .regular,
        course.isDue ? theme.ink : theme.inkSecondary, maxWidth: max(0, x + room - left),
        mayBeCut: true))
  }

  /// Since when a trainee is proficient at a case, or that one exam of two is passed.
  func proficiency(_ course: CourseModel, x: Double, y: Double, room: Double) {
    guard let words = Words.Course.proficiency(course) else { return }
    var isProficient = false
    if case .proficient = course.proficiency { isProficient = true }
    let colour = isProficient ? theme.inBand.text : theme.inkSecondary
    icon(
      isProficient ? .tickedCircle : .exam, x: x - 1, y: y - 12.5, size: 16, colour, width: 2)
    text(
      words, x: x + 20, y: y,
      TextForm(
        TypeSize.caption, isProficient ? .semibold : .regular, colour, maxWidth: room - 20,
        mayBeCut: true))
  }
}
