import BackAtlas
import Catalogue
import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// The lower back with the ways of the shown phase, and the marks where points were lost.
  func drawPlate(_ painter: inout Painter, _ area: Rectangle, _ part: Part = .all) {
    let theme = painter.theme
    let foot = 64.0
    let plateArea = Rectangle(
      x: area.x + 40, y: area.y, width: area.width - 40, height: area.height - foot)
    let row = Rectangle(x: area.x, y: plateArea.maxY, width: area.width, height: foot)
    let view = plateView(plateArea)
    if part != .moving { painter.card(area) }
    drawBack(painter, area, plateArea, view, part)
    if part != .moving {
      drawRuler(painter, plateArea, view)
      painter.rule(area.x, area.maxX, y: plateArea.maxY)
      painter.stroke(area.inset(0.5), radius: Space.cardRadius - 0.5, theme.line)
    }
    func drawMoving(_ painter: inout Painter) {
      drawPlaces(&painter, plateArea, freeRoom(painter, plateArea), view)
      drawTitle(&painter, plateArea)
      drawStretches(&painter, plateArea)
      if hasLegend { drawLegend(painter, row) } else { drawPlayer(&painter, row) }
    }
    if part == .still { painter.noting(drawMoving) } else { drawMoving(&painter) }
  }

  /// The back with the task, and what the hands did on it.
  private func drawBack(
    _ painter: Painter, _ area: Rectangle, _ plateArea: Rectangle, _ view: PlateView, _ part: Part
  ) {
    let (canvas, theme) = (painter.canvas, painter.theme)
    canvas.save()
    canvas.clip(.roundedRectangle(area.inset(1), radius: Space.cardRadius - 1))
    canvas.save()
    canvas.clip(.rectangle(plateArea))
    if part != .moving {
      canvas.fill(.rectangle(plateArea), theme.plateOuter)
      let plate = Plate(
        view: view, back: model.scenario.patient.back, theme: theme, hasCushion: true)
      plate.drawTable(on: canvas)
      plate.drawCushion(on: canvas)
      plate.drawBody(on: canvas)
      drawTask(view, canvas, theme)
    }
    if part != .still {
      drawWays(view, canvas, theme)
      drawHands(view, canvas, theme)
    }
    canvas.restore()
    painter.line(plateArea.x + 0.5, area.y, plateArea.x + 0.5, plateArea.maxY, theme.line)
    canvas.restore()
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

  /// What of the plate is not covered by the title and what can be pressed.
  private func freeRoom(_ painter: Painter, _ area: Rectangle) -> Rectangle {
    let top = titleHeight(painter, area) + 14
    let bottom = stretchesHeight(painter, area)
    return Rectangle(
      x: area.x, y: area.y + top, width: area.width,
      height: max(0, area.height - top - (bottom > 0 ? bottom + 12 : 0)))
  }

  private func drawPlaces(
    _ painter: inout Painter, _ area: Rectangle, _ free: Rectangle, _ view: PlateView
  ) {
    painter.canvas.save()
    painter.canvas.clip(.rectangle(area))
    let numbers = order
    var taken: [Point] = []
    // The chosen one is drawn last, above the others.
    let places = numbers.enumerated().sorted { a, _ in a.element != selected }
    var targets: [(index: Int, number: Int, centre: Point)] = []
    for (number, index) in places {
      guard let place = place(ofMark: index),
        model.marks[index].phase == shownPhase || index == selected
      else { continue }
      var centre = view.layout(place)
      centre.x = min(max(centre.x, area.x + 16), area.maxX - 16)
      let rows = (free.y + 16)...max(free.y + 16, free.maxY - 16)
      centre.y = min(max(centre.y, rows.lowerBound), rows.upperBound)
      var tries = 0
      while tries < 12, let near = taken.first(where: { $0.distance(to: centre) < 22 }) {
        centre.y = near.y + (centre.y < near.y && centre.y > rows.lowerBound + 24 ? -23 : 23)
        tries += 1
      }
      centre.y = min(max(centre.y, rows.lowerBound), rows.upperBound)
      taken.append(centre)
      drawMark(
        painter, model.marks[index].shape, number + 1, at: centre, size: 11,
        isSelected: index == selected,
        isHovered: !isPicture && painter.isHovered(.selectPlace(index)))
      targets.append((index, number, centre))
    }
    painter.canvas.restore()
    guard !isPicture else { return }
    for (index, number, centre) in targets.sorted(by: { $0.number < $1.number }) {
      markTarget(&painter, .selectPlace(index), number: number + 1, index: index, at: centre)
    }
  }

  // MARK: What stands over the plate

  private var titleWords: String {
    model.traces.isEmpty
      ? Words.Debrief.noTrace
      : shownPhase.map { Words.title(model.scenario.phases[$0]) }
        ?? (choice.time == nil ? Words.Debrief.whole : Words.Debrief.before)
  }

  /// Where the title and the drill of its step stand: beside each other, or below where both are
  /// not whole beside each other.
  private func titlePlaces(
    _ painter: Painter, _ area: Rectangle
  ) -> (pill: Rectangle, form: TextForm, drill: (step: Int, words: String, area: Rectangle)?) {
    var form = TextForm(TypeSize.caption, .semibold, painter.theme.ink, mayBeCut: true)
    form.maxWidth = area.width - 52
    let whole = painter.measure(titleWords, form).width + 24
    var pill = Rectangle(x: area.x + 14, y: area.y + 14, width: whole, height: 28)
    guard let step = drillStep, !isPicture else { return (pill, form, nil) }
    let words = Texts["drill.button", ["number": String(step + 1)]]
    let label = TextForm(TypeSize.row, .semibold, painter.theme.ink)
    let width = painter.measure(words, label).width + 70 + painter.keyCapWidth("S")
    var drill = Rectangle(x: area.maxX - 10 - width, y: area.y + 10, width: width, height: 44)
    if pill.maxX + 10 > drill.x {
      drill.y = pill.maxY + 8
    } else {
      pill.y = drill.centre.y - 14
    }
    return (pill, form, (step, words, drill))
  }

  private func titleHeight(_ painter: Painter, _ area: Rectangle) -> Double {
    let places = titlePlaces(painter, area)
    return max(places.pill.maxY, places.drill?.area.maxY ?? 0) - area.y
  }

  private func drawTitle(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    let (pill, form, drill) = titlePlaces(painter, area)
    painter.fill(pill, radius: 14, theme.surface)
    painter.stroke(pill.inset(0.5), radius: 13.5, theme.line)
    painter.text(titleWords, x: pill.x + 12, y: pill.y + 18.6, form)
    guard let drill else { return }
    painter.button(
      .secondary, drill.area, drill.words, icon: .hands, key: "S", size: TypeSize.row,
      command: .drill(drill.step))
  }
}
