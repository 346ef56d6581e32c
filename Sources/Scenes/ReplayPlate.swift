import BackAtlas
import Drawing
import Geometry
import Patients
import Scenarios
import Scoring

/// The back with what one of the two attempts did on it.
struct ReplayPlate {
  let side: ReplaySide
  let scenario: Scenario
  /// In coordinates of its own, whose origin is the plate's corner.
  let view: PlateView
  /// What is shown: "This attempt" or "The expert".
  let title: String
  let isExpert: Bool
  let pictures: ReplayPictures.OfPlate

  private var model: PracticeModel { side.practice }

  /// Such that the work of a step is in view, or the whole back.
  static func view(
    _ kind: PlateView.Kind, _ phase: Phase?, back: Back, width: Double, height: Double
  ) -> PlateView {
    let area = Rectangle(x: 0, y: 0, width: width, height: height)
    // The title's pill covers the upper edge.
    let head = 50.0
    guard kind != .wholeBack else {
      let top = PlateView.headTop(back)
      let bottom = back.place(ofArtwork: Point(0, 690)).y
      let scale = min(
        width / (2.08 * PlateView.halfWidth(back)), (height - head) / (bottom - top))
      return PlateView(
        .wholeBack, area: area, scale: scale,
        origin: Point(
          width / 2, head + (height - head) / 2 - scale * (top + bottom) / 2))
    }
    var top = Double(back.level(.t10))
    var bottom = Double(back.level(.s2))
    if let phase {
      let work = PlateView.work(of: phase)
      top = min(top, work.y + 10)
      bottom = max(bottom, work.maxY - 10)
    }
    let scale = min(0.94 * width / 328, (height - head) / (bottom - top + 30))
    return PlateView(
      .lowerBack, area: area, scale: scale,
      origin: Point(width / 2, head + (height - head) / 2 - scale * (top + bottom) / 2))
  }

  /// Draws with the plate's corner at a place of the page.
  func draw(at corner: Point, on painter: Painter) {
    painter.canvas.saved {
      painter.canvas.translate(corner.x, corner.y)
      painter.canvas.clip(.rectangle(view.area))
      work(on: painter)
    }
    drawPill(at: corner, on: painter)
    drawTitle(at: corner, on: painter)
  }

  private func work(on painter: Painter) {
    let canvas = painter.canvas
    let theme = painter.theme
    let artKey = ReplayPictures.OfPlate.ArtKey(
      view: view, back: scenario.patient.back, isDark: theme.isDark,
      hasCushion: model.hasCushion,
      sideDown: model.isSideLying ? PlateSideLying.sideDown(scenario) : nil,
      scale: canvas.pixelsPerUnit)
    canvas.paint(pictures.art(artKey, on: painter), at: .zero)
    let task = model.currentPhase.map {
      pictures.task(.init(art: artKey, phase: $0), theme)
    }
    task?.drawCorridors(
      active: model.activeGuide, finished: model.guides.map(\.isFinished), on: canvas)
    let spasm = PlateSpasm(view: view, theme: theme)
    for area in scenario.spasm { spasm.draw(area, on: canvas) }
    if model.patient?.isInPain == true {
      for area in model.areasInPain { spasm.drawPain(area, on: canvas) }
    }
    if let task, let active = model.activeGuide {
      let mark = model.guides.indices.contains(active) ? model.guides[active].mark : nil
      task.drawGuide(active, from: mark ?? 0, on: canvas)
    }
    pictures.paintTrail(
      model.trail, .init(art: artKey, phase: model.phase, version: side.version), on: painter)
    guard let task, let phase = model.currentPhase else { return }
    task.drawLifts(model.lifted, on: canvas)
    let coaching = PracticeCoaching(cue: model.cue)
    let shape = PlateHand(
      view: view, theme: theme, hand: phase.hand, rowAcross: phase.rowAcross, isGhost: isExpert)
    for hand in model.hands {
      shape.draw(
        at: hand.place, pressure: hand.pressure, mark: coaching.mark(theme), isDown: true,
        on: canvas)
    }
    task.drawPresses(
      model.guides, active: model.activeGuide, reach: phase.hand.discRadius, hands: model.hands,
      on: canvas)
  }

  /// What is out of its band, beside the hand; in coordinates of the page, as every text.
  private func drawPill(at corner: Point, on painter: Painter) {
    guard let hand = model.hands.first, let phase = model.currentPhase else { return }
    let extra = phase.hand == .knuckles ? (phase.rowAcross ? 44.0 : 32) : 0
    let plate = Rectangle(
      x: corner.x, y: corner.y, width: view.area.width, height: view.area.height)
    painter.canvas.saved {
      painter.canvas.clip(.rectangle(plate))
      PracticeCoaching(cue: model.cue).drawPill(
        at: corner + view.layout(hand.place),
        reach: max(phase.hand.discRadius, extra) * view.scale, within: plate, on: painter)
    }
  }

  private func drawTitle(at corner: Point, on painter: Painter) {
    let theme = painter.theme
    var form = TextForm(TypeSize.caption, .semibold, theme.ink)
    form.maxWidth = view.area.width - 52
    let step = model.currentPhase.map(Words.title)
    var words = step.map { Words.series([title, $0]) } ?? title
    // Where there is no room for the step, the other plate and the line of time tell it too.
    if painter.measure(words, form).isCut { words = title }
    let width = painter.measure(words, form).width + 24
    let pill = Rectangle(x: corner.x + 14, y: corner.y + 14, width: width, height: 28)
    painter.fill(pill, radius: 14, theme.surface)
    painter.stroke(pill.inset(0.5), radius: 13.5, theme.line)
    painter.text(words, x: pill.x + 12, y: pill.y + 18.6, form)
  }
}
