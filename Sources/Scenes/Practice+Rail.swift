import Attempts
import BackAtlas
import Catalogue
import Drawing
import Geometry
import Scenarios

/// The instrument rail beside the plate: what stays. ``PracticeLive`` draws what moves.
struct PracticeRail {
  let model: PracticeModel
  let layout: PracticeLayout
  let back: Back

  init(model: PracticeModel, width: Double, height: Double, back: Back) {
    self.model = model
    self.back = back
    var layout = PracticeLayout(width: width, height: height)
    layout.hasCoach = model.shows(.coach)
    layout.gaugeCount = PracticeRail.gauges(model).count
    self.layout = layout
  }

  private var left: Double { layout.left }
  private var right: Double { layout.left + layout.railWidth }

  var hasCoach: Bool { model.shows(.coach) }
  var hasGauges: Bool { model.shows(.gauges) && model.currentPhase != nil }
  var hasStrip: Bool { hasGauges && corridor != nil }

  var corridor: Limit? { PracticeRail.corridor(model.currentPhase) }

  /// Half-width of the corridor in mm, where the step has lines to follow.
  static func corridor(_ phase: Phase?) -> Limit? {
    switch phase?.task {
    case .stroking(let task): task.corridor
    case .combCircles(let task):
      // The hand runs along loops: off their lane is off the path.
      Limit(
        full: task.corridor.full + task.diameter.fullLow / 2,
        none: task.corridor.none + task.diameter.fullHigh / 2)
    case .pointPress, .honeyLift, nil: nil
    }
  }

  /// The gauges of the step in their rows, still empty.
  var rows: [GaugeRow] { rows { $0 } }

  /// The gauges of the step in their rows, filled by a function.
  func rows(_ fill: (GaugeReading) -> GaugeReading) -> [GaugeRow] {
    let track = layout.track
    return zip(gauges, layout.gaugeHeights).map { gauge, y in
      GaugeRow(
        gauge: fill(gauge), x: track.x, y: y, width: track.width, isStacked: layout.isNarrow)
    }
  }

  /// Empty gauges of the step, in their order.
  private var gauges: [GaugeReading] { PracticeRail.gauges(model) }

  private static func gauges(_ model: PracticeModel) -> [GaugeReading] {
    guard let phase = model.currentPhase else { return [] }
    var gauges: [GaugeReading] = []
    if let band = phase.speed { gauges.append(.speed(band)) }
    gauges.append(.pressure(phase.pressure))
    if let corridor = corridor(phase) { gauges.append(.path(corridor)) }
    return gauges
  }

  /// What stands still where the cards scroll.
  func drawHeading(on painter: inout Painter) {
    heading(on: &painter)
    PracticeStepper(model, layout).draw(on: &painter)
  }

  /// The cards as far as they do not move.
  func drawCards(on painter: inout Painter) {
    if hasGauges { liveGround(on: painter) }
    if hasStrip { stripGround(on: painter) }
    taskCard(on: painter)
    painter.card(layout.counts)
    if model.shownPatient != nil {
      PracticePatient.drawGround(layout.touch, on: painter)
    } else {
      PracticePressure(model: model, card: layout.touch).drawGround(on: &painter)
    }
  }

  /// What the step is called, and in small print where it stands.
  private func heading(on painter: inout Painter) {
    let theme = painter.theme
    let phases = model.scenario.phases
    // The clock and the button keep the right end.
    let room = layout.railWidth - (model.mode == .exam ? 110 : 154)
    painter.text(
      model.currentPhase.map(Words.title) ?? PracticeWords.notStarted, x: left, y: 34,
      TextForm(
        layout.isNarrow ? 18 : TypeSize.heading, .semibold, theme.ink, maxWidth: room,
        mayBeCut: true))
    let mode =
      switch model.mode {
      case .practice where model.isDemonstration: demonstrationMode
      case .practice:
        model.aids.isEmpty ? PracticeWords.practiceWithoutAids : PracticeWords.practiceMode
      case .exam: PracticeWords.examMode
      case .drill: PracticeWords.drillMode
      }
    let detail = TextForm(
      TypeSize.caption, .regular, theme.inkSecondary, maxWidth: max(40, room - 20),
      mayBeCut: true)
    var words = PracticeWords.notStartedDetail
    if let phase = model.phase {
      words = PracticeWords.step(phase, of: phases.count, mode)
      // Half a mode says less than none.
      if painter.measure(words, detail).isCut {
        words = PracticeWords.step(phase, of: phases.count)
      }
    }
    painter.text(words, x: left, y: 56, detail)
    // An exam cannot be paused to think.
    guard model.mode != .exam else { return }
    let button = Rectangle(x: right - 44, y: 16, width: 44, height: 44)
    painter.fill(
      button.inset(0.75), radius: 10, painter.isHovered(.pause) ? theme.sunken : theme.surface)
    painter.stroke(button.inset(0.75), radius: 10, theme.edge, width: 1.5)
    painter.icon(.pause, x: button.x + 12, y: 28, theme.ink, width: 2.25)
    painter.target(.pause, button, label: PracticeWords.pause)
  }

  /// With the speed, where it is not the usual one.
  private var demonstrationMode: String {
    let factor = model.demonstrationSpeed
    guard factor != 1 else { return PracticeWords.demonstrationMode }
    return PracticeWords.demonstrationMode + ", "
      + (factor < 1
        ? Texts["playing.halfSpeed"]
        : Texts["playing.timesSpeed", ["times": PracticeWords.number(factor)]])
  }

  private func liveGround(on painter: Painter) {
    let theme = painter.theme
    let live = layout.live
    painter.card(live)
    let track = layout.track
    let middle = track.x + track.width / 2
    if !layout.isNarrow {
      let rows = gauges.count
      let bottom = rows > 0 ? layout.gaugeHeights[rows - 1] + 30 : live.y + 40
      painter.fill(
        Rectangle(
          x: track.x + track.width * 0.34, y: live.y + 12, width: track.width * 0.32,
          height: bottom - live.y - 12), radius: 8, theme.tealTint)
    }
    painter.text(
      PracticeWords.target, x: middle, y: live.y + (layout.isNarrow ? 22 : 30),
      TextForm(TypeSize.label, .semibold, theme.tealDeep, alignment: .centre))
    for row in rows { row.drawTrack(on: painter) }
  }

  private func stripGround(on painter: Painter) {
    guard let corridor else { return }
    let theme = painter.theme
    let strip = layout.strip
    painter.card(strip)
    painter.text(
      PracticeWords.deviation, x: left + 16, y: strip.y + 25,
      TextForm(TypeSize.caption, .medium, theme.inkSecondary))
    if !layout.isNarrow {
      painter.text(
        PracticeWords.corridor(corridor.none), x: right - 16, y: strip.y + 25,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing))
    }
    let middle = strip.y + 66
    painter.fill(
      Rectangle(x: left + 52, y: middle - 17.73, width: right - left - 68, height: 35.46),
      theme.tealTint)
    let form = TextForm(TypeSize.label, .regular, theme.inkSecondary, alignment: .trailing)
    for (rise, value) in [(-17.73, -corridor.none), (0.0, 0), (17.73, corridor.none)] {
      let y = middle + rise
      if value == 0 {
        painter.line(left + 52, y, right - 16, y, theme.edge, dash: [2, 4])
      } else {
        painter.line(left + 52, y, right - 16, y, theme.teal, width: 1.25)
      }
      painter.text(PracticeWords.number(value), x: left + 44, y: y + 4.3, form)
    }
  }

  /// The task in words: in an exam in place of everything live, else where room is free.
  private func taskCard(on painter: Painter) {
    guard let phase = model.currentPhase else { return }
    let area: Rectangle
    if !hasGauges {
      let top = hasCoach ? layout.cardsTop : layout.coaching.y
      area = Rectangle(
        x: left, y: top, width: layout.railWidth, height: layout.strip.maxY - top)
    } else if !hasStrip {
      let top = layout.live.maxY + 16
      area = Rectangle(
        x: left, y: top, width: layout.railWidth, height: layout.strip.maxY - top)
    } else {
      return
    }
    let theme = painter.theme
    let isTall = area.height > 150
    var sentences = PracticeWords.task(phase, on: back)
    if isTall, let words = PracticeWords.spasmInWords(model.scenario.spasm, on: back) {
      sentences.append(words)
    }
    let gap = isTall ? 10.0 : 2
    let forms = sentences.indices.map {
      TextForm(
        isTall ? TypeSize.title : TypeSize.row, $0 == 0 ? .semibold : .regular,
        $0 == 0 ? theme.ink : theme.inkSecondary, maxWidth: layout.railWidth - 40,
        maxLines: layout.isNarrow ? 5 : 3, mayBeCut: true)
    }
    let heights = zip(sentences, forms).map { painter.measure($0, $1).height + gap }
    // In a tall place the card is as high as its text.
    let needed = 50 + heights.reduce(0, +) + 10
    painter.card(
      Rectangle(
        x: area.x, y: area.y, width: area.width,
        height: isTall ? min(area.height, needed) : area.height))
    var top = area.y + 14
    if isTall {
      painter.text(
        PracticeWords.yourTask, x: left + 20, y: area.y + 34,
        TextForm(TypeSize.caption, .medium, theme.inkSecondary))
      top = area.y + 50
    }
    for index in sentences.indices {
      if top + heights[index] - gap > area.maxY - 6 { break }
      painter.paragraph(sentences[index], x: left + 20, top: top, forms[index])
      top += heights[index]
    }
  }
}
