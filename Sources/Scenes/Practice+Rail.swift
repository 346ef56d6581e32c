import Attempts
import BackAtlas
import Catalogue
import Drawing
import Geometry
import Scenarios

/// The instrument rail beside the plate: what stays. ``PracticeLive`` draws what moves.
struct PracticeRail {
  let model: PracticeModel
  /// Its left edge; it is 464 wide.
  let left: Double
  let back: Back

  // MARK: Places, shared with the moving parts

  var coaching: Rectangle { Rectangle(x: left, y: 148, width: 464, height: 60) }
  var live: Rectangle { Rectangle(x: left, y: 224, width: 464, height: 236) }
  var strip: Rectangle { Rectangle(x: left, y: 476, width: 464, height: 108) }
  var counts: Rectangle { Rectangle(x: left, y: 600, width: 224, height: 144) }
  var touch: Rectangle { Rectangle(x: left + 240, y: 600, width: 224, height: 144) }
  /// Left end of the gauges' tracks.
  var track: Double { left + 136 }
  static let gaugeHeights = [286.0, 352, 418]

  var hasCoach: Bool { model.shows(.coach) }
  var hasGauges: Bool { model.shows(.gauges) && model.currentPhase != nil }
  var hasStrip: Bool { hasGauges && corridor != nil }

  /// Half-width of the corridor in mm, where the step has lines to follow.
  var corridor: Limit? {
    switch model.currentPhase?.task {
    case .stroking(let task): task.corridor
    case .combCircles(let task):
      // The hand runs along loops: off their lane is off the path.
      Limit(
        full: task.corridor.full + task.diameter.fullLow / 2,
        none: task.corridor.none + task.diameter.fullHigh / 2)
    case .pointPress, .honeyLift, nil: nil
    }
  }

  /// Empty gauges of the step, in their order.
  var gauges: [GaugeReading] {
    guard let phase = model.currentPhase else { return [] }
    var gauges: [GaugeReading] = []
    if let band = phase.speed { gauges.append(.speed(band)) }
    gauges.append(.pressure(phase.pressure))
    if let corridor { gauges.append(.path(corridor)) }
    return gauges
  }

  func drawGround(on painter: inout Painter) {
    heading(on: &painter)
    PracticeStepper(model).draw(x: left, y: 94, on: &painter)
    if hasGauges { liveGround(on: painter) }
    if hasStrip { stripGround(on: painter) }
    taskCard(on: painter)
    painter.card(counts)
    painter.card(touch)
    touchGround(on: &painter)
  }

  private func heading(on painter: inout Painter) {
    let theme = painter.theme
    let phases = model.scenario.phases
    painter.text(
      model.currentPhase.map(Words.title) ?? PracticeWords.notStarted, x: left, y: 34,
      TextForm(TypeSize.heading, .semibold, theme.ink, maxWidth: 310, mayBeCut: true))
    let mode =
      switch model.mode {
      case .practice where model.isDemonstration: demonstrationMode
      case .practice:
        model.aids.isEmpty ? PracticeWords.practiceWithoutAids : PracticeWords.practiceMode
      case .exam: PracticeWords.examMode
      case .drill: PracticeWords.drillMode
      }
    painter.text(
      model.phase.map { PracticeWords.step($0, of: phases.count, mode) }
        ?? PracticeWords.notStartedDetail, x: left, y: 56,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: 300, mayBeCut: true))
    painter.text(
      model.currentPhase?.minutes.map(PracticeWords.aim) ?? PracticeWords.inThisStep,
      x: left + 404, y: 56,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing))
    // An exam cannot be paused to think.
    guard model.mode != .exam else { return }
    let button = Rectangle(x: left + 420, y: 16, width: 44, height: 44)
    painter.fill(
      button.inset(0.75), radius: 10, painter.isHovered(.pause) ? theme.sunken : theme.surface)
    painter.stroke(button.inset(0.75), radius: 10, theme.edge, width: 1.5)
    painter.icon(.pause, x: left + 432, y: 28, theme.ink, width: 2.25)
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
    painter.card(live)
    let rows = gauges.count
    let bottom = rows > 0 ? PracticeRail.gaugeHeights[rows - 1] + 30 : live.y + 40
    painter.fill(
      Rectangle(x: track + 102, y: 236, width: 96, height: bottom - 236), radius: 8,
      theme.tealTint)
    painter.text(
      PracticeWords.target, x: track + 150, y: 254,
      TextForm(TypeSize.label, .semibold, theme.tealDeep, alignment: .centre))
    for (gauge, y) in zip(gauges, PracticeRail.gaugeHeights) {
      gauge.drawTrack(x: track, y: y, on: painter)
    }
  }

  private func stripGround(on painter: Painter) {
    guard let corridor else { return }
    let theme = painter.theme
    painter.card(strip)
    painter.text(
      PracticeWords.deviation, x: left + 16, y: 501,
      TextForm(TypeSize.caption, .medium, theme.inkSecondary))
    painter.text(
      PracticeWords.corridor(corridor.none), x: left + 448, y: 501,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing))
    painter.fill(
      Rectangle(x: left + 52, y: 524.27, width: 396, height: 35.46), theme.tealTint)
    let form = TextForm(TypeSize.label, .regular, theme.inkSecondary, alignment: .trailing)
    for (y, value) in [(524.27, -corridor.none), (542, 0), (559.73, corridor.none)] {
      if value == 0 {
        painter.line(left + 52, y, left + 448, y, theme.edge, dash: [2, 4])
      } else {
        painter.line(left + 52, y, left + 448, y, theme.teal, width: 1.25)
      }
      painter.text(PracticeWords.number(value), x: left + 44, y: y + 4.3, form)
    }
  }

  /// The task in words: in an exam in place of everything live, else where room is free.
  private func taskCard(on painter: Painter) {
    guard let phase = model.currentPhase else { return }
    let area: Rectangle
    if !hasGauges {
      let top = hasCoach ? live.y : coaching.y
      area = Rectangle(x: left, y: top, width: 464, height: strip.maxY - top)
    } else if !hasStrip {
      area = strip
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
        $0 == 0 ? theme.ink : theme.inkSecondary, maxWidth: 424, maxLines: 3, mayBeCut: true)
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

  /// Contact time and pressure, as far as they do not move.
  private func touchGround(on painter: inout Painter) {
    let theme = painter.theme
    let x = touch.x + 16
    let right = touch.maxX - 16
    let caption = TextForm(TypeSize.caption, .medium, theme.inkSecondary)
    if model.mode != .exam {
      painter.text(PracticeWords.contactTime, x: x, y: 625, caption)
      painter.line(x, 666.5, right, 666.5, theme.line)
    }
    let top = model.mode == .exam ? 625.0 : 686.0
    guard model.setPressure != nil else {
      let isMeasured = model.hands.contains { $0.pressure != nil }
      let words =
        model.isDemonstration
        ? PracticeWords.demonstratedPressure
        : isMeasured || model.hands.isEmpty
          ? PracticeWords.measuredPressure : PracticeWords.unknownPressure
      painter.paragraph(
        words, x: x, top: top - 14,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: 192, maxLines: 2))
      return
    }
    painter.text(PracticeWords.setPressure, x: x, y: top, caption)
    let buttons: [(String, Double, Command, String)] = [
      ("[", x - 4, .pressureDown, PracticeWords.pressureDown),
      ("]", right - 40, .pressureUp, PracticeWords.pressureUp),
    ]
    for (key, place, command, label) in buttons {
      let area = Rectangle(x: place, y: top + 8, width: 44, height: 44)
      if painter.isHovered(command) { painter.fill(area.inset(4), radius: 8, theme.sunken) }
      let width = painter.keyCapWidth(key)
      painter.keyCap(key, x: area.centre.x - width / 2, y: area.centre.y)
      painter.target(command, area, radius: 8, label: label)
    }
  }
}
