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
  /// Where the counted strokes are kept, and what of the rail they depend on.
  var kept: (pictures: PracticePictures, key: PracticeGround.RailKey)?

  var layout: PracticeLayout { rail.layout }
  private var left: Double { layout.left }
  private var right: Double { layout.left + layout.railWidth }

  /// Clocks and coaching line, which stand still where the cards scroll.
  func drawHeading(isStill: Bool, on painter: Painter) {
    clock(on: painter)
    if rail.hasCoach, model.introduction == nil {
      PracticeCoaching.draw(model, isStill: isStill, in: layout.coaching, on: painter)
    }
  }

  func drawCards(isStill: Bool, on painter: Painter) {
    if rail.hasGauges { gauges(on: painter) }
    if rail.hasStrip { strip(on: painter) }
    keptCounts(on: painter)
    if let patient = model.shownPatient {
      PracticePatient(patient: patient, card: layout.touch).draw(
        breaths: model.breaths, clock: model.clock, isStill: isStill, on: painter)
    } else {
      PracticePressure(model: model, card: layout.touch).draw(on: painter)
    }
  }

  /// Contact of the step, which is what its minutes are judged by, and what is asked of it.
  private func clock(on painter: Painter) {
    let theme = painter.theme
    let end = model.mode == .exam ? right : right - 60
    painter.text(
      PracticeWords.time(model.contactTime), x: end, y: 38,
      TextForm(
        layout.isNarrow ? TypeSize.coaching : TypeSize.value, .semibold, theme.ink,
        alignment: .trailing, tabular: true))
    var form = TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing)
    var words = PracticeTexts.contact
    var icon: Icon?
    if let minutes = model.currentPhase?.minutes {
      words = PracticeTexts.aim(from: minutes.fullLow, to: minutes.fullHigh)
      // Whether it is enough is feedback, of which an exam has none.
      if model.shows(.gauges), model.contactTime >= minutes.fullLow * 60 {
        let isLong = model.contactTime > minutes.fullHigh * 60
        form.colour = isLong ? theme.high.text : theme.inBand.text
        form.weight = .semibold
        icon = isLong ? .triangle : .tickedCircle
      }
    }
    painter.text(words, x: end, y: 56, form)
    if let icon {
      painter.icon(
        icon, x: end - painter.measure(words, form).width - 20, y: 43.5, size: 16, form.colour,
        width: 2.1)
    }
    painter.text(
      PracticeWords.session(model.clock), x: painter.width - Space.margin,
      y: painter.height - 15,
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
    let rows = rail.rows { empty in
      var gauge = empty
      switch gauge.kind {
      case .speed: gauge.show(hand?.speed, allowance: hand?.isReturning == true ? 2 : 1)
      case .pressure:
        if let hand {
          gauge.show((model.gaugedPressure ?? hand.pressure).map { $0 * 100 })
        } else {
          gauge.wait(model.setPressure.map { $0 * 100 })
        }
      case .path: gauge.show(hand.flatMap { PracticeLive.toRight($0, task) })
      }
      return gauge
    }
    for row in rows { row.drawReading(on: painter) }
  }

  private func strip(on painter: Painter) {
    guard let corridor = rail.corridor, corridor.none > 0 else { return }
    let scale = 17.73 / corridor.none
    let card = layout.strip
    let middle = card.y + 66
    let (first, last) = (left + 52, right - 16)
    var stretches: [(Bool, [Point])] = []
    var lastX = -Double.infinity
    var joins = false
    for point in model.deviations {
      let age = model.clock - point.time
      guard age <= 20, age >= 0, let deviation = point.deviation else {
        joins = false
        continue
      }
      let x = last - age / 20 * (last - first)
      if joins && x - lastX < 1.5 { continue }
      let place = Point(x, middle + min(max(deviation * scale, -28), 30))
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
      canvas.clip(
        .rectangle(Rectangle(x: first - 6, y: card.y + 32, width: last - first + 22, height: 72)))
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

  /// Many discs with their ticks, of which a frame seldom changes any.
  private func keptCounts(on painter: Painter) {
    guard let kept, painter.recorder == nil else { return counts(on: painter) }
    let card = layout.counts
    let key = PracticePictures.CountsKey(
      rail: kept.key, card: card, guides: model.guides, active: model.activeGuide)
    let layer = kept.pictures.counts(key, on: painter) {
      $0.canvas.translate(-card.x, -card.y)
      counts(on: $0)
    }
    painter.canvas.paint(layer, at: Point(card.x, card.y))
  }

  private func counts(on painter: Painter) {
    guard let phase = model.currentPhase else { return }
    let theme = painter.theme
    let card = layout.counts
    let x = card.x + 16
    let room = card.width - 32
    let names = PracticeWords.countedNames(phase)
    guard model.mode != .exam, !model.guides.isEmpty else {
      let (count, what) = PracticeWords.amount(phase)
      painter.text(
        PracticeWords.asked, x: x, y: card.y + 25,
        TextForm(TypeSize.caption, .medium, theme.inkSecondary))
      painter.text(
        count, x: x, y: card.y + 86, TextForm(40, .bold, theme.ink))
      painter.text(
        what, x: x, y: card.y + 116,
        TextForm(TypeSize.row, .medium, theme.inkSecondary, maxWidth: room))
      return
    }
    painter.text(
      PracticeWords.counted(phase.technique), x: x, y: card.y + 25,
      TextForm(TypeSize.caption, .medium, theme.inkSecondary))
    if case .pointPress = phase.task {
      return PracticePoints(guides: model.guides, active: model.activeGuide).draw(
        in: card, on: painter)
    }
    let rows = min(model.guides.count, names.count, 8)
    for index in 0..<rows {
      let guide = model.guides[index]
      let name = names[index]
      if rows <= 2 {
        let y = card.y + (rows == 1 ? 64 : 51 + 50 * Double(index))
        row(
          name, guide, x: x, y: y, width: room, isActive: model.activeGuide == index, on: painter)
        discs(guide, x: x, y: y + 20, width: room, on: painter)
      } else {
        // Many guides: two columns of one line each.
        let column = Double(index / 4)
        let place = Point(x + column * (room / 2 + 4), card.y + 49 + 25 * Double(index % 4))
        small(
          name, guide, at: place, width: rows > 4 ? room / 2 - 4 : room,
          isActive: model.activeGuide == index, on: painter)
      }
    }
  }

  private func row(
    _ name: String, _ guide: PracticeGuide, x: Double, y: Double, width: Double,
    isActive: Bool, on painter: Painter
  ) {
    let theme = painter.theme
    painter.text(
      name, x: x, y: y,
      TextForm(
        TypeSize.caption, isActive ? .semibold : .medium, theme.ink, maxWidth: width - 72,
        mayBeCut: true))
    painter.text(
      PracticeWords.counted(guide.done, guide.asked), x: x + width, y: y,
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
  private func discs(
    _ guide: PracticeGuide, x: Double, y: Double, width: Double, on painter: Painter
  ) {
    let theme = painter.theme
    let canvas = painter.canvas
    guard guide.asked <= 10 else {
      let bar = Rectangle(x: x, y: y - 5, width: width, height: 10)
      painter.fill(bar, radius: 5, theme.sunken)
      painter.stroke(bar, radius: 5, theme.edge)
      let share = Double(min(guide.done, guide.asked)) / Double(max(guide.asked, 1))
      painter.fill(
        Rectangle(x: x, y: y - 5, width: width * share, height: 10), radius: 5, theme.inBand.mark)
      return
    }
    let step = guide.asked > 1 ? min(34.8, (width - 18) / Double(guide.asked - 1)) : 0
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
}
