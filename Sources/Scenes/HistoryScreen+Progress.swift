import Catalogue
import Drawing
import Geometry
import Scoring

/// Curves over the attempts of one device class: the chosen one large, all of them small.
extension HistoryScreen {
  /// Least height of ``drawProgress(_:_:_:)``.
  static let progressHeight = 608.0
  private static let tiles = 304.0

  func drawProgress(
    _ painter: inout Painter, _ listed: [HistoryModel.Attempt], _ area: Rectangle
  ) {
    let shownClass = shownClass(of: listed)
    let compared = listed.filter { $0.isCounted && $0.deviceClass == shownClass }
    // Oldest first, as the curve runs.
    let points = Array(compared.prefix(HistoryScreen.longestCurve).reversed())
    let tiles = min(420, max(HistoryScreen.tiles, area.height * 0.45))
    let chart = Rectangle(
      x: area.x, y: area.y, width: area.width,
      height: min(560, area.height - Space.gap - tiles))
    drawChart(&painter, points, all: compared.count, listed, shownClass, chart)
    drawTiles(
      &painter, points, chosen(of: listed),
      Rectangle(
        x: area.x, y: chart.maxY + Space.gap, width: area.width,
        height: min(tiles, area.maxY - chart.maxY - Space.gap)))
  }

  // MARK: The chosen curve

  private func drawChart(
    _ painter: inout Painter, _ points: [HistoryModel.Attempt], all: Int,
    _ listed: [HistoryModel.Attempt], _ shownClass: DeviceClass?, _ area: Rectangle
  ) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + Space.padding
    let right = area.maxX - Space.padding
    let count =
      all > points.count
      ? Texts.count("history.newestOf", all, ["shown": String(points.count)])
      : Words.Library.attempts(points.count)
    let told = painter.text(
      count, x: right, y: area.y + 33,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing)
    ).width
    painter.text(
      Words.History.curve(choice.curve), x: left, y: area.y + 33,
      TextForm(
        TypeSize.title, .semibold, theme.ink, maxWidth: right - left - told - 12, mayBeCut: true))
    let classes = classes(of: listed)
    let classArea = Rectangle(
      x: left, y: area.y + 46, width: right - left, height: Space.target)
    if let shownClass, classes.count > 1 {
      painter.stepper(
        classArea, Words.History.deviceClass(shownClass),
        earlier: (.stepHistoryClass(-1), Texts["history.earlierClass"]),
        later: (.stepHistoryClass(1), Texts["history.laterClass"]))
    } else if let shownClass {
      write(
        painter, Words.History.deviceClass(shownClass), x: left, y: classArea.y + 12,
        room: right - left,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary, mayBeCut: true))
    }
    let top = classes.count > 1 ? classArea.maxY + 22 : classArea.y + 40
    let plot = Rectangle(
      x: left + 34, y: top, width: right - left - 34 - 46, height: area.maxY - 66 - top)
    guard points.contains(where: { $0.share(choice.curve) != nil }) else {
      painter.paragraph(
        points.isEmpty ? Texts["history.noCurve"] : Texts["history.notAssessed"], x: left,
        top: top,
        TextForm(
          TypeSize.row, .regular, theme.inkSecondary, maxWidth: right - left, maxLines: 4))
      return
    }
    drawAxes(painter, points, plot)
    drawCurve(painter, points, chosen(of: listed), plot)
    drawLegend(painter, x: left, y: area.maxY - 20, right: right)
  }

  private func drawAxes(
    _ painter: Painter, _ points: [HistoryModel.Attempt], _ plot: Rectangle
  ) {
    let theme = painter.theme
    let form = TextForm(
      TypeSize.label, .regular, theme.inkSecondary, alignment: .trailing, tabular: true)
    for share in [0, 0.5, 1] {
      let y = plot.maxY - share * plot.height
      painter.line(plot.x, y, plot.maxX, y, share == 0 ? theme.edge : theme.line)
      // The pass mark comes before a number that it would touch.
      if choice.curve == .score, let mark = points.last?.passMark,
        abs(share - Double(mark) / 100) * plot.height < 15
      {
        continue
      }
      painter.text(Words.History.value(share, .score), x: plot.x - 8, y: y + 4.3, form)
    }
    if case .score = choice.curve { drawPassMarks(painter, points, plot) }
    // The days of the first and the last attempt; one where they would meet.
    var days = form
    days.alignment = .leading
    let first = points.first?.day.map { Words.History.day($0, today: model.today) } ?? ""
    let last = points.last?.day.map { Words.History.day($0, today: model.today) } ?? ""
    if points.count > 1 { painter.text(first, x: plot.x, y: plot.maxY + 18, days) }
    days.alignment = points.count > 1 ? .trailing : .centre
    painter.text(
      last, x: points.count > 1 ? plot.maxX : plot.centre.x, y: plot.maxY + 18, days)
  }

  /// The pass mark of each attempt's case, a line that steps where cases differ.
  private func drawPassMarks(
    _ painter: Painter, _ points: [HistoryModel.Attempt], _ plot: Rectangle
  ) {
    let theme = painter.theme
    var line: [Point] = []
    let half = points.count > 1 ? plot.width / Double(points.count - 1) / 2 : plot.width / 2
    for (index, attempt) in points.enumerated() {
      let y = plot.maxY - Double(attempt.passMark) / 100 * plot.height
      let x = HistoryScreen.x(index, of: points.count, in: plot)
      line.append(Point(max(plot.x, x - half), y))
      line.append(Point(min(plot.maxX, x + half), y))
    }
    painter.canvas.stroke(
      .polyline(line, closed: false), StrokeStyle(width: 1.5, dash: [5, 4]), theme.ink)
    guard let mark = points.last?.passMark else { return }
    let y = plot.maxY - Double(mark) / 100 * plot.height
    painter.text(
      String(mark), x: plot.x - 8, y: y + 4.3,
      TextForm(TypeSize.label, .semibold, theme.ink, alignment: .trailing, tabular: true))
  }

  static func x(_ index: Int, of count: Int, in plot: Rectangle) -> Double {
    count > 1 ? plot.x + plot.width * Double(index) / Double(count - 1) : plot.centre.x
  }

  private func drawCurve(
    _ painter: Painter, _ points: [HistoryModel.Attempt], _ chosen: HistoryModel.Attempt?,
    _ plot: Rectangle
  ) {
    let theme = painter.theme
    let curve = choice.curve
    drawLine(painter, points, curve, plot, width: 2.25)
    let radius = min(4.5, max(1.5, plot.width / Double(max(1, points.count)) * 0.4))
    for (index, attempt) in points.enumerated() {
      guard let place = HistoryScreen.place(attempt, index, points.count, curve, plot) else {
        continue
      }
      drawDot(painter, place, radius: radius, isPassed: attempt.verdict == .passed)
    }
    // The value of the newest stands beside its end, that of the chosen one above its mark.
    let end = points.lastIndex { $0.share(curve) != nil }
    if let end, let share = points[end].share(curve),
      let place = HistoryScreen.place(points[end], end, points.count, curve, plot)
    {
      painter.text(
        Words.History.value(share, curve), x: plot.maxX + 10, y: place.y + 5,
        TextForm(TypeSize.row, .bold, theme.ink, tabular: true))
    }
    guard let chosen, let index = points.firstIndex(where: { $0.id == chosen.id }),
      let place = HistoryScreen.place(chosen, index, points.count, curve, plot)
    else { return }
    painter.line(place.x, plot.y - 2, place.x, plot.maxY, theme.teal, width: 1.5, dash: [2, 3])
    painter.canvas.stroke(
      .circle(centre: place, radius: radius + 4), StrokeStyle(width: 2), theme.teal)
    guard index != end, let share = chosen.share(curve) else { return }
    let isAtEdge = index == 0
    painter.text(
      Words.History.value(share, curve), x: place.x - (isAtEdge ? 6 : 0), y: plot.y - 7,
      TextForm(
        TypeSize.row, .bold, theme.tealDeep, alignment: isAtEdge ? .leading : .centre,
        tabular: true))
  }

  private static func place(
    _ attempt: HistoryModel.Attempt, _ index: Int, _ count: Int, _ curve: HistoryCurve,
    _ plot: Rectangle
  ) -> Point? {
    attempt.share(curve).map {
      Point(x(index, of: count, in: plot), plot.maxY - min(max($0, 0), 1) * plot.height)
    }
  }

  /// The curve alone; where a criterion was not assessed the line goes on to the next attempt.
  private func drawLine(
    _ painter: Painter, _ points: [HistoryModel.Attempt], _ curve: HistoryCurve,
    _ plot: Rectangle, width: Double
  ) {
    let line = points.enumerated().compactMap {
      HistoryScreen.place($1, $0, points.count, curve, plot)
    }
    guard line.count > 1 else { return }
    painter.canvas.stroke(
      .polyline(line, closed: false), StrokeStyle(width: width, cap: .round, join: .round),
      painter.theme.inBand.mark)
  }

  private func drawLegend(_ painter: Painter, x: Double, y: Double, right: Double) {
    let theme = painter.theme
    let form = TextForm(TypeSize.label, .regular, theme.inkSecondary)
    var left = x
    for (words, isPassed) in [(Texts["history.passed"], true), (Texts["history.notPassed"], false)]
    {
      drawDot(painter, Point(left + 5, y - 4.3), radius: 4.5, isPassed: isPassed)
      left += 16 + painter.text(words, x: left + 16, y: y, form).width + 18
    }
    guard choice.curve == .score else {
      let words = Texts["history.kept"]
      guard left + painter.measure(words, form).width <= right else { return }
      painter.text(words, x: left, y: y, form)
      return
    }
    let words = Texts["history.passMark"]
    guard left + 32 + painter.measure(words, form).width <= right else { return }
    painter.line(left, y - 4.3, left + 24, y - 4.3, theme.ink, width: 1.5, dash: [5, 4])
    painter.text(words, x: left + 32, y: y, form)
  }

  /// An attempt on a curve: filled where it was passed, else hollow.
  private func drawDot(_ painter: Painter, _ place: Point, radius: Double, isPassed: Bool) {
    let theme = painter.theme
    let dot = Path.circle(centre: place, radius: radius)
    painter.canvas.fill(dot, isPassed ? theme.inBand.mark : theme.surface)
    if !isPassed { painter.canvas.stroke(dot, StrokeStyle(width: 2), theme.high.edge) }
  }

  // MARK: All curves

  private func drawTiles(
    _ painter: inout Painter, _ points: [HistoryModel.Attempt],
    _ chosen: HistoryModel.Attempt?, _ area: Rectangle
  ) {
    painter.card(area)
    let gap = 8.0
    let columns = 2
    let rows = (HistoryCurve.all.count + columns - 1) / columns
    let width = (area.width - 24 - gap * Double(columns - 1)) / Double(columns)
    let height = (area.height - 24 - gap * Double(rows - 1)) / Double(rows)
    // The chosen attempt's values where it belongs to the curves, else those of the newest.
    let index =
      chosen.flatMap { chosen in points.firstIndex { $0.id == chosen.id } } ?? points.count - 1
    for (number, curve) in HistoryCurve.all.enumerated() {
      let box = Rectangle(
        x: area.x + 12 + Double(number % columns) * (width + gap),
        y: area.y + 12 + Double(number / columns) * (height + gap), width: width, height: height)
      drawTile(&painter, curve, points, index, box)
    }
  }

  private func drawTile(
    _ painter: inout Painter, _ curve: HistoryCurve, _ points: [HistoryModel.Attempt],
    _ index: Int, _ box: Rectangle
  ) {
    let theme = painter.theme
    let command = Command.historyCurve(curve)
    let isChosen = curve == choice.curve
    if isChosen {
      painter.fill(box, radius: Space.fieldRadius, theme.tealTint)
      painter.stroke(box.inset(0.75), radius: Space.fieldRadius - 0.75, theme.teal, width: 1.5)
    } else {
      painter.fill(
        box, radius: Space.fieldRadius,
        painter.isHovered(command) ? theme.sunken : theme.surface)
      painter.stroke(box.inset(0.5), radius: Space.fieldRadius - 0.5, theme.line)
    }
    let name = Words.History.curve(curve)
    let share = points.indices.contains(index) ? points[index].share(curve) : nil
    let value = share.map { Words.History.value($0, curve) } ?? "–"
    let width = painter.text(
      value, x: box.maxX - 12, y: box.y + 22,
      TextForm(TypeSize.row, .bold, theme.ink, alignment: .trailing, tabular: true)
    ).width
    painter.text(
      name, x: box.x + 12, y: box.y + 22,
      TextForm(
        TypeSize.caption, isChosen ? .semibold : .medium, isChosen ? theme.tealDeep : theme.ink,
        maxWidth: box.width - 32 - width, mayBeCut: true))
    let plot = Rectangle(
      x: box.x + 14, y: box.y + 32, width: box.width - 28, height: box.height - 42)
    painter.line(plot.x, plot.maxY, plot.maxX, plot.maxY, theme.line)
    drawLine(painter, points, curve, plot, width: 1.75)
    if points.indices.contains(index),
      let place = HistoryScreen.place(points[index], index, points.count, curve, plot)
    {
      painter.canvas.fill(.circle(centre: place, radius: 5), theme.surface)
      drawDot(painter, place, radius: 3, isPassed: points[index].verdict == .passed)
    }
    painter.target(command, box, radius: Space.fieldRadius, label: name, isChosen: isChosen)
  }
}
