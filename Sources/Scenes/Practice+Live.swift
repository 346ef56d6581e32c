import Attempts
import Drawing
import Geometry
import Scenarios
import Scoring

/// The moving parts of the rail.
struct PracticeLive {
  let model: PracticeModel
  let rail: PracticeRail
  let task: PlateTask?

  private var left: Double { rail.left }

  func draw(on painter: Painter) {
    clock(on: painter)
    if rail.hasCoach, model.introduction == nil {
      PracticeCoaching(cue: model.cue).draw(rail.coaching, on: painter)
    }
    if rail.hasGauges { gauges(on: painter) }
    if rail.hasStrip { strip(on: painter) }
    counts(on: painter)
    touch(on: painter)
  }

  private func clock(on painter: Painter) {
    let theme = painter.theme
    painter.text(
      PracticeWords.time(model.stepTime), x: left + 404, y: 38,
      TextForm(TypeSize.value, .semibold, theme.ink, alignment: .trailing, tabular: true))
    painter.text(
      PracticeWords.session(model.clock), x: left + 464, y: painter.height - 15,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing, tabular: true))
  }

  /// Signed mm toward the patient's right (or, on a level guide, toward the feet).
  static func toRight(_ hand: PracticeHand, _ task: PlateTask?) -> Double? {
    guard let deviation = hand.deviation else { return nil }
    guard let task, let guide = hand.guide, task.lanes.indices.contains(guide), let arc = hand.arc
    else { return deviation }
    let way = task.lanes[guide].line.direction(at: arc)
    // The left of travel is (way.y, -way.x).
    let side = abs(way.y) >= abs(way.x) ? way.y : -way.x
    return side < 0 ? -deviation : deviation
  }

  private func gauges(on painter: Painter) {
    let hand = model.hands.first
    for (gauge, y) in zip(rail.gauges, PracticeRail.gaugeHeights) {
      var gauge = gauge
      switch gauge.kind {
      case .speed: gauge.show(hand?.speed, allowance: hand?.isReturning == true ? 2 : 1)
      case .pressure:
        gauge.show(hand.flatMap { $0.pressure }.map { $0 * 100 })
      case .path: gauge.show(hand.flatMap { PracticeLive.toRight($0, task) })
      }
      gauge.drawReading(x: rail.track, y: y, on: painter)
    }
  }

  private func strip(on painter: Painter) {
    guard let corridor = rail.corridor, corridor.none > 0 else { return }
    let scale = 17.73 / corridor.none
    var stretches: [(Bool, [Point])] = []
    var lastX = -Double.infinity
    var joins = false
    for point in model.deviations {
      let age = model.clock - point.time
      guard age <= 20, age >= 0, let deviation = point.deviation else {
        joins = false
        continue
      }
      let x = left + 448 - age / 20 * 396
      if joins && x - lastX < 1.5 { continue }
      let place = Point(x, 542 + min(max(deviation * scale, -28), 30))
      let isOut = abs(deviation) > corridor.none
      if joins, let (wasOut, points) = stretches.last {
        if wasOut == isOut {
          stretches[stretches.count - 1].1.append(place)
        } else {
          stretches.append((isOut, [points[points.count - 1], place]))
        }
      } else {
        stretches.append((isOut, [place]))
      }
      joins = true
      lastX = x
    }
    let canvas = painter.canvas
    canvas.saved {
      canvas.clip(.rectangle(Rectangle(x: left + 46, y: 508, width: 418, height: 72)))
      for (isOut, points) in stretches where points.count > 1 {
        if isOut {
          TrailQualityMark.high.draw(
            .polyline(points), on: canvas, theme: painter.theme, isCurrent: false)
        } else {
          canvas.stroke(
            .polyline(points), StrokeStyle(width: 2, cap: .round, join: .round),
            painter.theme.inBand.mark)
        }
      }
      if joins, let (isOut, points) = stretches.last, let end = points.last {
        canvas.fill(.circle(centre: end, radius: 6.5), painter.theme.surface)
        canvas.fill(
          .circle(centre: end, radius: 4.5),
          isOut ? painter.theme.high.mark : painter.theme.inBand.mark)
      }
    }
  }

  // MARK: Strokes

  private func counts(on painter: Painter) {
    guard let phase = model.currentPhase else { return }
    let theme = painter.theme
    let x = rail.counts.x + 16
    let names = PracticeWords.countedNames(phase)
    guard model.mode != .exam, !model.guides.isEmpty else {
      let (count, what) = PracticeWords.amount(phase)
      painter.text(
        PracticeWords.asked, x: x, y: 625, TextForm(TypeSize.caption, .medium, theme.inkSecondary))
      painter.text(
        count, x: x, y: 686, TextForm(40, .bold, theme.ink))
      painter.text(
        what, x: x, y: 716,
        TextForm(TypeSize.row, .medium, theme.inkSecondary, maxWidth: 192))
      return
    }
    painter.text(
      PracticeWords.counted(phase.technique), x: x, y: 625,
      TextForm(TypeSize.caption, .medium, theme.inkSecondary))
    let rows = min(model.guides.count, names.count, 8)
    for index in 0..<rows {
      let guide = model.guides[index]
      let name = names[index]
      if rows <= 2 {
        let y = rows == 1 ? 664 : 651 + 50 * Double(index)
        row(name, guide, x: x, y: y, isActive: model.activeGuide == index, on: painter)
        discs(guide, x: x, y: y + 20, on: painter)
      } else {
        // Many guides: two columns of one line each.
        let column = Double(index / 4)
        let place = Point(x + column * 100, 649 + 25 * Double(index % 4))
        small(
          name, guide, at: place, width: rows > 4 ? 92 : 192,
          isActive: model.activeGuide == index, on: painter)
      }
    }
  }

  private func row(
    _ name: String, _ guide: PracticeGuide, x: Double, y: Double, isActive: Bool,
    on painter: Painter
  ) {
    let theme = painter.theme
    painter.text(
      name, x: x, y: y,
      TextForm(
        TypeSize.caption, isActive ? .semibold : .medium, theme.ink, maxWidth: 120,
        mayBeCut: true))
    painter.text(
      PracticeWords.counted(guide.done, guide.asked), x: x + 192, y: y,
      TextForm(TypeSize.caption, .semibold, theme.ink, alignment: .trailing, tabular: true))
  }

  private func small(
    _ name: String, _ guide: PracticeGuide, at place: Point, width: Double, isActive: Bool,
    on painter: Painter
  ) {
    let theme = painter.theme
    painter.text(
      name, x: place.x, y: place.y,
      TextForm(
        TypeSize.label, isActive ? .semibold : .regular, theme.ink, maxWidth: width - 34,
        mayBeCut: true))
    painter.text(
      "\(min(guide.done, guide.asked))/\(guide.asked)", x: place.x + width, y: place.y,
      TextForm(
        TypeSize.label, .semibold, guide.isFinished ? theme.inBand.text : theme.ink,
        alignment: .trailing, tabular: true))
  }

  /// One disc a stroke or circle, the one under way filling as a ring; a bar for many.
  private func discs(_ guide: PracticeGuide, x: Double, y: Double, on painter: Painter) {
    let theme = painter.theme
    let canvas = painter.canvas
    guard guide.asked <= 10 else {
      let bar = Rectangle(x: x, y: y - 5, width: 192, height: 10)
      painter.fill(bar, radius: 5, theme.sunken)
      painter.stroke(bar, radius: 5, theme.edge)
      let share = Double(min(guide.done, guide.asked)) / Double(max(guide.asked, 1))
      painter.fill(
        Rectangle(x: x, y: y - 5, width: 192 * share, height: 10), radius: 5, theme.inBand.mark)
      return
    }
    let step = guide.asked > 1 ? min(34.8, 174 / Double(guide.asked - 1)) : 0
    let radius = min(9, step > 0 ? step / 2 - 0.8 : 9)
    for index in 0..<guide.asked {
      let centre = Point(x + 9 + step * Double(index), y)
      if index < guide.done {
        canvas.fill(.circle(centre: centre, radius: radius), theme.inBand.mark)
        let size = radius * 13 / 9
        painter.icon(
          .tick, x: centre.x - size / 2, y: centre.y - size / 2 - 0.3, size: size, theme.surface,
          width: 2.8)
      } else {
        canvas.fill(.circle(centre: centre, radius: radius - 0.75), theme.surface)
        canvas.stroke(
          .circle(centre: centre, radius: radius - 0.75), StrokeStyle(width: 1.5), theme.edge)
        if index == guide.done && guide.coverage > 0.01 {
          canvas.stroke(
            .arc(
              centre: centre, radius: radius - 0.75, from: -.pi / 2,
              to: -.pi / 2 + 2 * .pi * min(guide.coverage, 1)), StrokeStyle(width: 3.5), theme.teal)
        }
      }
    }
  }

  // MARK: Contact time and pressure

  private func touch(on painter: Painter) {
    let theme = painter.theme
    let x = rail.touch.x + 16
    let right = rail.touch.maxX - 16
    if model.mode != .exam {
      painter.text(
        PracticeWords.time(model.contactTime), x: right, y: 625,
        TextForm(TypeSize.caption, .semibold, theme.ink, alignment: .trailing, tabular: true))
      timeBar(Rectangle(x: x, y: 636, width: right - x, height: 10), on: painter)
    }
    guard let pressure = model.setPressure else { return }
    let top = model.mode == .exam ? 625.0 : 686.0
    painter.text(
      PracticeWords.ofHundred(pressure), x: right, y: top,
      TextForm(TypeSize.caption, .semibold, theme.ink, alignment: .trailing, tabular: true))
    let bar = Rectangle(x: x + 44, y: top + 25, width: right - x - 88, height: 10)
    painter.fill(bar, radius: 5, theme.sunken)
    painter.stroke(bar, radius: 5, theme.edge)
    let share = min(max(pressure, 0), 1)
    if let band = model.currentPhase?.pressure, model.shows(.gauges) {
      painter.fill(
        Rectangle(
          x: bar.x + bar.width * min(band.fullLow, 1), y: bar.y,
          width: bar.width * max(0, min(band.fullHigh, 1) - band.fullLow), height: 10),
        theme.teal.opacity(theme.isDark ? 0.4 : 0.32))
    }
    painter.canvas.fill(
      .circle(centre: Point(bar.x + bar.width * share, bar.y + 5), radius: 8), theme.surface)
    painter.canvas.stroke(
      .circle(centre: Point(bar.x + bar.width * share, bar.y + 5), radius: 7),
      StrokeStyle(width: 1.5 + 4 * share), theme.ink)
  }

  /// Contact of this step against the minutes asked; without any asked a plain line.
  private func timeBar(_ bar: Rectangle, on painter: Painter) {
    let theme = painter.theme
    painter.fill(bar, radius: 5, theme.sunken)
    painter.stroke(bar, radius: 5, theme.edge)
    guard let minutes = model.currentPhase?.minutes, minutes.noneHigh > 0 else { return }
    let whole = max(minutes.fullHigh * 1.25, 0.01) * 60
    func place(_ seconds: Double) -> Double {
      bar.x + bar.width * min(max(seconds / whole, 0), 1)
    }
    let (low, high) = (place(minutes.fullLow * 60), place(minutes.fullHigh * 60))
    painter.fill(
      Rectangle(x: low, y: bar.y, width: high - low, height: bar.height),
      theme.teal.opacity(theme.isDark ? 0.4 : 0.32))
    let end = place(model.contactTime)
    let isLong = model.contactTime > minutes.fullHigh * 60
    if end - bar.x > 1 {
      painter.fill(
        Rectangle(x: bar.x, y: bar.y + 2, width: end - bar.x, height: bar.height - 4), radius: 3,
        isLong ? theme.high.mark : theme.inBand.mark)
    }
    for x in [low, high] {
      painter.line(x, bar.y - 3, x, bar.maxY + 3, theme.teal, width: 2, cap: .round)
    }
  }
}
