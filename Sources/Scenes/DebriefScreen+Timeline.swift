import BackAtlas
import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// How many deductions the row below the session names at a time.
  static let namesPerPage = 5

  /// How many names stand beside each other in a row of a width.
  private func nameColumns(_ width: Double) -> Int {
    min(DebriefScreen.namesPerPage, max(1, Int((width - 24) / 162)))
  }

  private func nameRows(_ width: Double) -> Int {
    let count = min(DebriefScreen.namesPerPage, order.count)
    let columns = nameColumns(width)
    return max(1, (count + columns - 1) / columns)
  }

  /// What the chart and the rows of names need.
  func timelineHeight(width: Double) -> Double {
    192 + DebriefScreen.nameRow * Double(nameRows(width) - 1)
  }

  /// Height of a row of names.
  private static let nameRow = 47.0

  func drawTimeline(_ painter: inout Painter, _ area: Rectangle, _ part: Part = .all) {
    let theme = painter.theme
    var upper = area
    upper.height -= DebriefScreen.nameRow * Double(nameRows(area.width) - 1)
    let chart = Chart(area: upper, model: model)
    guard part != .moving else { return drawMoments(&painter, chart) }
    painter.card(area)
    painter.text(
      Words.Debrief.timeline, x: area.x + 20, y: area.y + 30,
      TextForm(TypeSize.title, .semibold, theme.ink))
    let head = drawPages(&painter, area)
    let caption = TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing)
    if head + 16 + painter.measure(captionText, caption).width <= area.maxX - 20 {
      painter.text(captionText, x: area.maxX - 20, y: area.y + 30, caption)
    }
    drawSegments(painter, chart)
    drawBands(painter, chart)
    drawSpeeds(painter, chart)
    drawStretches(painter, chart)
    if !isPicture {
      // Where a person clicks in the chart, there is the moment.
      painter.target(
        .debriefTimeline,
        Rectangle(
          x: chart.left, y: chart.top - 28, width: chart.right - chart.left,
          height: chart.bottom - 6.5 - chart.top + 28), radius: Space.fieldRadius,
        label: Words.Debrief.momentOfSession)
    }
    if part == .still {
      painter.noting { drawMoments(&$0, chart) }
    } else {
      drawMoments(&painter, chart)
    }
    drawNames(&painter, area)
  }

  /// Which deductions are named, and buttons to the others where there are more than a page; gives
  /// where they end.
  private func drawPages(_ painter: inout Painter, _ area: Rectangle) -> Double {
    let theme = painter.theme
    let order = order
    let title = painter.measure(
      Words.Debrief.timeline, TextForm(TypeSize.title, .semibold, theme.ink)
    ).width
    var left = area.x + 20 + title
    let perPage = DebriefScreen.namesPerPage
    guard order.count > perPage else { return left }
    left += 24
    let page = shownPage
    let range = TextForm(TypeSize.caption, .regular, theme.inkSecondary)
    let words = Words.Debrief.range(
      page * perPage + 1, min(order.count, (page + 1) * perPage), of: order.count)
    left += painter.text(words, x: left, y: area.y + 30, range).width + 4
    guard !isPicture else { return left }
    for (icon, target, label) in [
      (Icon.arrowLeft, page * perPage - 1, Words.Debrief.earlier),
      (Icon.chevron, (page + 1) * perPage, Words.Debrief.later),
    ] {
      let box = Rectangle(x: left, y: area.y, width: 44, height: 44)
      left += 44
      guard order.indices.contains(target) else {
        painter.icon(icon, x: box.x + 12, y: box.y + 15, theme.inkTertiary)
        continue
      }
      let command = Command.selectDeduction(order[target])
      if painter.isHovered(command) {
        painter.fill(box.inset(4), radius: Space.fieldRadius, theme.sunken)
      }
      painter.icon(icon, x: box.x + 12, y: box.y + 15 + painter.sinking(command), theme.ink)
      painter.target(command, box, radius: Space.fieldRadius, label: label)
    }
    return left
  }

  /// The page of names on which the chosen deduction is.
  private var shownPage: Int {
    (selected.flatMap { order.firstIndex(of: $0) } ?? 0) / DebriefScreen.namesPerPage
  }

  var captionText: String {
    let bands = model.segments.compactMap { $0.phase }.compactMap {
      model.scenario.phases[$0].speed
    }
    guard let first = bands.first else { return "" }
    return bands.allSatisfy { $0 == first } ? Words.Debrief.band(first) : Words.Debrief.speed
  }

  /// Where times and speeds lie in the chart.
  struct Chart {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var duration: Double
    var fastest: Double

    init(area: Rectangle, model: DebriefModel) {
      left = area.x + 56
      right = area.maxX - 20
      top = area.y + 72
      bottom = area.maxY - 69.5
      duration = model.duration
      let bands = model.segments.compactMap { $0.phase }
        .compactMap { model.scenario.phases[$0].speed?.fullHigh }
      let edge = bands.max() ?? 100
      let seen = model.speeds.compactMap { $0 }.max() ?? 0
      fastest = min(max(edge * 1.3, seen * 1.05), edge * 2.2)
    }

    func x(_ seconds: Double) -> Double {
      left + (right - left) * min(max(seconds / duration, 0), 1)
    }

    func y(_ speed: Double) -> Double {
      bottom - 2 - (bottom - 6 - top) * min(max(speed / fastest, 0), 1)
    }
  }

  func drawSegments(_ painter: Painter, _ chart: Chart) {
    let theme = painter.theme
    let shown = shownPhase
    for segment in model.segments {
      let x = chart.x(segment.start) + 1
      let box = Rectangle(
        x: x, y: chart.top - 28, width: max(2, chart.x(segment.end) - 1 - x), height: 20)
      let isShown = segment.phase != nil && segment.phase == shown
      painter.fill(box, radius: min(5, box.width / 2), isShown ? theme.tealTint : theme.sunken)
      let length = Words.clock(segment.end - segment.start)
      let title =
        segment.phase.map { Words.title(model.scenario.phases[$0]) } ?? Words.Debrief.before
      let form = TextForm(
        TypeSize.label, isShown ? .semibold : .medium,
        isShown ? theme.tealDeep : theme.inkSecondary,
        alignment: .centre)
      let short = segment.phase.map { "\($0 + 1)" } ?? Words.Debrief.beforeShort
      for words in ["\(title) \(length)", title, short]
      where painter.measure(words, form).width <= box.width - 4 {
        painter.text(words, x: box.centre.x, y: box.y + 14.6, form)
        break
      }
    }
  }

  /// The target band of each phase that has one, with its edges as numbers at the left.
  func drawBands(_ painter: Painter, _ chart: Chart) {
    let theme = painter.theme
    var labelled: [Double] = []
    for segment in model.segments {
      guard let phase = segment.phase, let band = model.scenario.phases[phase].speed else {
        continue
      }
      let x = chart.x(segment.start)
      let end = chart.x(segment.end)
      let (low, high) = (chart.y(band.fullLow), chart.y(band.fullHigh))
      painter.fill(Rectangle(x: x, y: high, width: end - x, height: low - high), theme.tealTint)
      for y in [low, high] { painter.line(x, y, end, y, theme.teal, width: 1.25) }
      guard labelled.isEmpty else { continue }
      for (speed, y) in [(band.fullLow, low), (band.fullHigh, high)] {
        labelled.append(speed)
        painter.text(
          Words.Debrief.number(speed), x: chart.left - 8, y: y + 4.3,
          TextForm(TypeSize.label, .regular, theme.inkSecondary, alignment: .trailing))
      }
    }
    painter.rule(chart.left, chart.right, y: chart.bottom)
    painter.line(
      chart.left, chart.bottom + 0.5, chart.right, chart.bottom + 0.5, theme.edge)
  }

  func drawSpeeds(_ painter: Painter, _ chart: Chart) {
    let theme = painter.theme
    let fast = spans("speed.tooFast")
    let slow = spans("speed.tooSlow")
    let slice = model.duration / Double(max(1, model.speeds.count))
    var runs: [(quality: TrailQuality, points: [Point])] = []
    var previous: Point?
    for (index, speed) in model.speeds.enumerated() {
      guard let speed else {
        previous = nil
        continue
      }
      let moment = (Double(index) + 0.5) * slice
      let point = Point(chart.x(moment), chart.y(speed))
      let quality: TrailQuality =
        fast.contains { $0.contains(moment) }
        ? .high : slow.contains { $0.contains(moment) } ? .low : .inBand
      if previous != nil, let last = runs.last, last.quality == quality {
        runs[runs.count - 1].points.append(point)
      } else {
        runs.append((quality, previous.map { [$0, point] } ?? [point]))
      }
      previous = point
    }
    painter.canvas.save()
    painter.canvas.clip(
      .rectangle(
        Rectangle(
          x: chart.left - 4, y: chart.top - 6, width: chart.right - chart.left + 8,
          height: chart.bottom - chart.top + 6)))
    for run in runs where run.points.count > 1 {
      DebriefScreen.drawTrail(
        painter.canvas, .polyline(run.points, closed: false), run.quality, theme, scale: 0.65)
    }
    painter.canvas.restore()
  }

  private func spans(_ code: String) -> [ClosedRange<Double>] {
    deductions.filter { $0.code == code }.flatMap(\.spans)
      .filter { $0.start.value <= $0.end.value }.map { $0.start.value...$0.end.value }
  }

  /// A stretch of a way, double coded: a line, a ladder, dots, or a double line.
  static func drawTrail(
    _ canvas: Canvas, _ path: Path, _ quality: TrailQuality, _ theme: Theme, scale: Double = 1
  ) {
    func line(_ width: Double, _ colour: Colour, dash: [Double] = [], cap: StrokeStyle.Cap = .round)
    {
      canvas.stroke(
        path, StrokeStyle(width: width * scale, dash: dash, cap: cap, join: .round), colour)
    }
    switch quality {
    case .inBand: line(2.25, theme.inBand.mark)
    case .high:
      line(6.2, theme.high.edge, cap: .butt)
      line(4.5, theme.high.mark, cap: .butt)
      line(2.3, theme.surface, dash: [2, 3.2], cap: .butt)
    case .low:
      line(5, theme.low.edge, dash: [0, 7.6])
      line(3.4, theme.low.mark, dash: [0, 7.6])
    case .spasm:
      line(7, theme.spasm.text)
      line(2.5, theme.surface)
    }
  }

  /// Where the marks under the chart are, moved apart where they would touch.
  func moments(_ chart: Chart) -> [(number: Int, index: Int, moment: Double, place: Double)] {
    let numbered = order.enumerated().compactMap { place, index in
      model.marks[index].moment.map { (number: place + 1, index: index, x: chart.x($0)) }
    }
    let places = MarkRow.places(numbered.map(\.x), from: chart.left, to: chart.right)
    return zip(numbered, places).map { ($0.number, $0.index, $0.x, $1) }
  }

  /// A line at each moment.
  func drawLeaders(_ painter: Painter, _ chart: Chart) {
    for entry in moments(chart) {
      let isSelected = entry.index == selected
      painter.line(
        entry.moment, chart.top, entry.moment, chart.bottom + 2, painter.theme.inkSecondary,
        width: isSelected ? 2 : 1, dash: isSelected ? [] : [2, 3])
    }
  }

  /// The marks under the chart, the chosen one above the others, and the moment that is shown.
  func drawMoments(_ painter: inout Painter, _ chart: Chart) {
    let theme = painter.theme
    drawLeaders(painter, chart)
    if let time = choice.time, !isPicture {
      let x = chart.x(time)
      painter.line(x, chart.top - 4, x, chart.bottom, theme.tealDeep, width: 1.5)
      painter.canvas.fill(
        .polyline(
          [
            Point(x - 5, chart.top - 6), Point(x + 5, chart.top - 6), Point(x, chart.top + 1),
          ], closed: true), theme.tealDeep)
    }
    let moments = moments(chart)
    for entry in moments.filter({ $0.index != selected }) + moments.filter({ $0.index == selected })
    {
      drawMark(
        painter, model.marks[entry.index].shape, entry.number,
        at: Point(entry.place, chart.bottom + 5.5), isSelected: entry.index == selected,
        isHovered: !isPicture && painter.isHovered(.selectMark(entry.index)))
    }
    guard !isPicture else { return }
    for entry in moments {
      markTarget(
        &painter, .selectMark(entry.index), number: entry.number, index: entry.index,
        at: Point(entry.place, chart.bottom + 5.5))
    }
  }

  /// When the chosen deduction's points were lost, on the chart's foot.
  private func drawStretches(_ painter: Painter, _ chart: Chart) {
    guard let selected, model.marks.indices.contains(selected), !isPicture else { return }
    for (index, stretch) in model.marks[selected].stretches.enumerated() {
      let x = chart.x(stretch.start)
      let isShown = index == choice.stretch
      painter.fill(
        Rectangle(
          x: x, y: chart.bottom - (isShown ? 5 : 3.5), width: max(3, chart.x(stretch.end) - x),
          height: isShown ? 5 : 3.5),
        isShown ? painter.theme.tealDeep : painter.theme.teal.opacity(0.6))
    }
  }

  /// Five deductions at a time by name, the page with the chosen one; each can be chosen.
  private func drawNames(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    let order = order
    guard !order.isEmpty else {
      painter.text(
        Words.Debrief.clean, x: area.x + 20, y: area.maxY - 22,
        TextForm(TypeSize.caption, .medium, theme.inkSecondary))
      return
    }
    let perPage = DebriefScreen.namesPerPage
    let first = shownPage * perPage
    let last = min(order.count, first + perPage)
    let columns = nameColumns(area.width)
    let pitch = (area.width - 24) / Double(columns)
    let top = area.maxY - 51 - DebriefScreen.nameRow * Double(nameRows(area.width) - 1)
    for number in first..<last {
      let (row, column) = (number - first).quotientAndRemainder(dividingBy: columns)
      let box = Rectangle(
        x: area.x + 12 + Double(column) * pitch, y: top + Double(row) * DebriefScreen.nameRow,
        width: pitch - 2, height: 45)
      drawName(&painter, box, number: number + 1, index: order[number])
    }
  }

  private func drawName(
    _ painter: inout Painter, _ box: Rectangle, number: Int, index: Int
  ) {
    let theme = painter.theme
    let deduction = deductions[index]
    let mark = model.marks[index]
    let command = Command.selectDeduction(index)
    if index == selected {
      painter.fill(box, radius: Space.fieldRadius, theme.tealTint)
      painter.stroke(
        box.inset(0.75), radius: Space.fieldRadius - 0.75, theme.teal, width: 1.5)
    } else if painter.isHovered(command) {
      painter.fill(box, radius: Space.fieldRadius, theme.sunken)
    }
    drawMark(painter, mark.shape, number, at: Point(box.x + 20, box.centre.y), size: 11)
    let x = box.x + 41
    let name = Words.Debrief.name(deduction.code)
    let time = mark.moment.map { Words.clock($0) + " " } ?? ""
    let heading = TextForm(
      TypeSize.caption, .semibold, theme.ink, maxWidth: box.maxX - 4 - x)
    painter.text(
      painter.measure(time + name, heading).isCut ? name : time + name, x: x, y: box.y + 19,
      heading)
    let points = Words.Debrief.lost(deduction.points)
    let place = mark.place.map { Words.place(model.scenario.patient.back.name(of: $0)) }
    painter.text(
      Words.series([points, place ?? Words.criterion(deduction.criterion)]), x: x,
      y: box.y + 37,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: box.maxX - 4 - x))
    painter.target(
      command, box, radius: Space.fieldRadius, label: "\(number) \(name)",
      isChosen: index == selected)
  }
}
