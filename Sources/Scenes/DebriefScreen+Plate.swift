import BackAtlas
import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// The phase whose ways are on the plate: that of the chosen deduction, else the longest worked.
  var shownPhase: Int? {
    if let shownStep { return shownStep }
    if let selected, deductions.indices.contains(selected), let phase = model.marks[selected].phase
    {
      return phase
    }
    return model.longestStep
  }

  /// The lower back with the ways of the shown phase, and the marks where points were lost.
  func drawPlate(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    let canvas = painter.canvas
    let foot = 64.0
    painter.card(area)
    let plateArea = Rectangle(
      x: area.x + 40, y: area.y, width: area.width - 40, height: area.height - foot)
    let view = plateView(plateArea)
    canvas.save()
    canvas.clip(.roundedRectangle(area.inset(1), radius: Space.cardRadius - 1))
    canvas.save()
    canvas.clip(.rectangle(plateArea))
    canvas.fill(.rectangle(plateArea), theme.plateOuter)
    let plate = Plate(view: view, back: model.scenario.patient.back, theme: theme, hasCushion: true)
    plate.drawTable(on: canvas)
    plate.drawCushion(on: canvas)
    plate.drawBody(on: canvas)
    drawTask(view, canvas, theme)
    drawTraces(view, canvas, theme)
    canvas.restore()
    painter.line(plateArea.x + 0.5, area.y, plateArea.x + 0.5, plateArea.maxY, theme.line)
    canvas.restore()
    drawRuler(painter, plateArea, view)
    drawPlaces(painter, plateArea, view)
    painter.rule(area.x, area.maxX, y: plateArea.maxY)
    painter.stroke(area.inset(0.5), radius: Space.cardRadius - 0.5, theme.line)
    drawTitle(painter, plateArea)
    let below = Rectangle(x: area.x, y: plateArea.maxY, width: area.width, height: foot)
    if hasLegend { drawLegend(painter, below) } else { drawStepper(&painter, below) }
  }

  /// What the kinds of trail mean, two beside each other.
  private func drawLegend(_ painter: Painter, _ area: Rectangle) {
    let qualities: [TrailQuality] = [.inBand, .high, .low, .spasm]
    var form = TextForm(TypeSize.label, .regular, painter.theme.inkSecondary, mayBeCut: true)
    // The left names are the longer ones.
    let second = (area.width * 0.52).rounded()
    for (index, quality) in qualities.enumerated() {
      let x = area.x + 14 + Double(index / 2) * second
      form.maxWidth = (index < 2 ? second : area.width - second - 14) - 46
      let y = area.y + 21 + Double(index % 2) * 23
      DebriefScreen.drawTrail(
        painter.canvas, .polyline([Point(x, y), Point(x + 28, y)]), quality, painter.theme,
        scale: 0.8)
      painter.text(DebriefSheet.legend[index], x: x + 38, y: y + 4.5, form)
    }
  }

  /// Such that the guides of the shown phase are in view.
  private func plateView(_ area: Rectangle) -> PlateView {
    let back = model.scenario.patient.back
    var top = Double(back.level(.t10))
    var bottom = Double(back.level(.s2))
    if let shownPhase {
      for guide in model.scenario.phases[shownPhase].task.guides.guides {
        for place in guide.path {
          top = min(top, place.point.y)
          bottom = max(bottom, place.point.y)
        }
      }
    }
    let scale = min(0.94 * area.width / 328, (area.height - 76) / (bottom - top + 30))
    let middle = area.y + 50 + (area.height - 50) / 2
    return PlateView(
      .lowerBack, area: area, scale: scale,
      origin: Point(area.centre.x - 4, middle - scale * (top + bottom) / 2))
  }

  func drawTask(_ view: PlateView, _ canvas: Canvas, _ theme: Theme) {
    if let shownPhase {
      let phase = model.scenario.phases[shownPhase]
      let count = phase.task.guides.guides.count
      PlateTask(phase: phase, view: view, theme: theme)
        .drawCorridors(
          active: nil, finished: Array(repeating: true, count: count), on: canvas)
    }
    let spasm = PlateSpasm(view: view, theme: theme)
    for area in model.scenario.spasm { spasm.draw(area, on: canvas) }
  }

  func drawTraces(_ view: PlateView, _ canvas: Canvas, _ theme: Theme) {
    let faults = faultSpans()
    var plain: [Path] = []
    var marked: [(Path, TrailQuality)] = []
    for trace in model.traces where trace.phase == shownPhase {
      var run: [Point] = []
      var quality = TrailQuality.inBand
      func close() {
        guard run.count > 1 else { return }
        let path = Path.polyline(run, closed: false)
        if quality == .inBand { plain.append(path) } else { marked.append((path, quality)) }
      }
      for (time, place) in zip(trace.times, trace.points) {
        let next = faults.first { $0.span.contains(time) }?.quality ?? .inBand
        let point = view.layout(place)
        if next != quality {
          run.append(point)
          close()
          run = []
          quality = next
        }
        if let last = run.last, last.distance(to: point) < 0.7 { continue }
        run.append(point)
      }
      close()
    }
    // Many strokes on one lane are drawn finer, so that they stay apart.
    let count = model.traces.filter { $0.phase == shownPhase }.count
    let scale = count > 12 ? 0.55 : count > 6 ? 0.75 : 1
    for path in plain { DebriefScreen.drawTrail(canvas, path, .inBand, theme, scale: scale) }
    for (path, quality) in marked {
      DebriefScreen.drawTrail(canvas, path, quality, theme, scale: scale)
    }
  }

  /// When the hand did what cost points, worst kind first.
  func faultSpans() -> [(span: ClosedRange<Double>, quality: TrailQuality)] {
    var faults: [(span: ClosedRange<Double>, quality: TrailQuality)] = []
    for (deduction, mark) in zip(deductions, model.marks) {
      let quality: TrailQuality
      switch (deduction.code, mark.shape) {
      case (_, .octagon): quality = .spasm
      case (_, .diamond): quality = .high
      case ("speed.tooSlow", _), ("pressure.tooLight", _): quality = .low
      default: continue
      }
      for span in deduction.spans where span.start.value <= span.end.value {
        faults.append((span.start.value...span.end.value, quality))
      }
    }
    return faults.sorted { $0.quality.rawValue > $1.quality.rawValue }
  }

  private func drawRuler(_ painter: Painter, _ area: Rectangle, _ view: PlateView) {
    let theme = painter.theme
    let back = model.scenario.patient.back
    for landmark in Landmark.allCases {
      let y = view.layout(Point(0, Double(back.level(landmark)))).y
      guard y > area.y + 14, y < area.maxY - 10 else { continue }
      let isMain = landmark == .t12 || landmark == .l4
      painter.text(
        landmark.rawValue, x: area.x - 31, y: y + 4.3,
        TextForm(TypeSize.label, isMain ? .semibold : .regular, theme.sepia))
      painter.line(area.x - 6, y, area.x, y, theme.sepiaFine)
    }
  }

  private func drawPlaces(_ painter: Painter, _ area: Rectangle, _ view: PlateView) {
    painter.canvas.save()
    painter.canvas.clip(.rectangle(area))
    let numbers = order
    var taken: [Point] = []
    // The chosen one is drawn last, above the others.
    let places = numbers.enumerated().sorted { a, _ in a.element != selected }
    for (number, index) in places {
      guard let place = model.marks[index].place,
        model.marks[index].phase == shownPhase || index == selected
      else { continue }
      var centre = view.layout(place)
      centre.x = min(max(centre.x, area.x + 14), area.maxX - 14)
      centre.y = min(max(centre.y, area.y + 56), area.maxY - 16)
      var tries = 0
      while tries < 12, let near = taken.first(where: { $0.distance(to: centre) < 22 }) {
        centre.y = near.y + (centre.y < near.y && centre.y > area.y + 80 ? -23 : 23)
        tries += 1
      }
      taken.append(centre)
      drawMark(
        painter, model.marks[index].shape, number + 1, at: centre, size: 11,
        isSelected: index == selected)
    }
    painter.canvas.restore()
  }

  private func drawTitle(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    let words =
      model.traces.isEmpty
      ? Words.Debrief.noTrace
      : shownPhase.map { Words.title(model.scenario.phases[$0]) } ?? Words.Debrief.whole
    var form = TextForm(TypeSize.caption, .semibold, theme.ink, mayBeCut: true)
    form.maxWidth = area.width - 52
    let width = painter.measure(words, form).width + 24
    let pill = Rectangle(x: area.x + 14, y: area.y + 14, width: width, height: 28)
    painter.fill(pill, radius: 14, theme.surface)
    painter.stroke(pill.inset(0.5), radius: 13.5, theme.line)
    painter.text(words, x: pill.x + 12, y: pill.y + 18.6, form)
  }

  /// Says which deduction is shown; where there are more than a page, turns the pages.
  private func drawStepper(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    let order = order
    guard !order.isEmpty else {
      painter.text(
        Words.Debrief.noDeductions, x: area.x + 20, y: area.centre.y + 5,
        TextForm(TypeSize.row, .medium, theme.inkSecondary))
      return
    }
    let place = selected.flatMap { order.firstIndex(of: $0) }
    let perPage = DebriefScreen.namesPerPage
    var left = area.x + 20
    var width = area.width - 40
    if order.count > perPage, !isPicture {
      let page = (place ?? 0) / perPage
      for (icon, x, target, label) in [
        (Icon.arrowLeft, area.maxX - 112, page * perPage - 1, Words.Debrief.earlier),
        (Icon.chevron, area.maxX - 60, (page + 1) * perPage, Words.Debrief.later),
      ] {
        let box = Rectangle(x: x, y: area.centre.y - 22, width: 44, height: 44)
        let isEnabled = order.indices.contains(target)
        let command = isEnabled ? Command.selectDeduction(order[target]) : nil
        if let command, painter.isHovered(command) {
          painter.fill(box, radius: Space.buttonRadius, theme.sunken)
        }
        painter.stroke(
          box.inset(0.75), radius: Space.buttonRadius - 0.75, isEnabled ? theme.edge : theme.line,
          width: 1.5)
        painter.icon(
          icon, x: box.x + 12, y: box.y + 12, isEnabled ? theme.ink : theme.inkTertiary)
        if let command { painter.target(command, box, label: label) }
      }
      width -= 104
    }
    if let place {
      let mark = model.marks[order[place]]
      drawMark(painter, mark.shape, place + 1, at: Point(left + 12, area.centre.y), size: 11)
      left += 36
      width -= 36
    }
    guard let place else {
      painter.text(
        isPicture
          ? momentCount > 0 ? Words.Debrief.marks(momentCount) : Words.Debrief.noMoments
          : Words.Debrief.chooseOne, x: left,
        y: area.centre.y + 5,
        TextForm(TypeSize.row, .medium, theme.inkSecondary, maxWidth: width))
      return
    }
    let deduction = deductions[order[place]]
    let mark = model.marks[order[place]]
    let name = TextForm(
      TypeSize.row, .semibold, theme.ink, maxWidth: width, maxLines: 2, lineHeight: 1.3)
    let detail = TextForm(
      TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width, maxLines: 2,
      lineHeight: 1.3, tabular: true)
    let words = Words.Debrief.moment(mark, deduction)
    let beyond =
      painter.measure(Words.Debrief.name(deduction.code), name).height
      - TypeSize.row * 1.5 + painter.measure(words, detail).height - TypeSize.caption * 1.5
    // Where one of the two takes a second line, both move up by half of it.
    let shift = beyond > 6 ? TypeSize.caption * 0.65 : 0
    let top = area.centre.y - 3 - shift
    painter.text(Words.Debrief.name(deduction.code), x: left, y: top, name)
    let second =
      painter.measure(Words.Debrief.name(deduction.code), name).height > TypeSize.row * 1.7
      ? TypeSize.row * 1.3 : 0
    painter.text(words, x: left, y: top + (shift > 0 ? 17.5 : 19) + second, detail)
  }
}
