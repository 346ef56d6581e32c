import Attempts
import Catalogue
import Drawing
import Geometry
import Scenarios

/// The bar of keys. Entries whose command has no other control can be clicked.
struct PracticeHints {
  let model: PracticeModel
  /// The view that the key turns to.
  let next: PlateView.Kind

  private struct Entry {
    /// Each key with what a click on it does, where it does something of its own.
    var keys: [(name: String, command: Command?, label: String)]
    var text: String
    var command: Command?

    init(_ key: String, _ text: String, _ command: Command? = nil) {
      keys = [(key, nil, "")]
      self.text = text
      self.command = command
    }
  }

  private func has(_ aid: Aid) -> Bool {
    model.mode != .exam && !model.isDemonstration && model.scenario.feedback.show.contains(aid)
  }

  private var entries: [Entry] {
    var entries: [Entry] = []
    if model.mode != .exam { entries.append(Entry("Space", Texts["practice.hint.pause"])) }
    if model.setPressure != nil {
      var pressure = Entry("", Texts["practice.hint.pressure"])
      pressure.keys = [
        ("[", .pressureDown, PracticeWords.pressureDown),
        ("]", .pressureUp, PracticeWords.pressureUp),
      ]
      // Where the card has the same keys, these are no second ones.
      if model.shownPatient == nil {
        pressure.keys = pressure.keys.map { ($0.name, nil, $0.label) }
      }
      entries.append(pressure)
    }
    if has(.guide) { entries.append(Entry("G", Texts["practice.hint.guide"], .toggleAid(.guide))) }
    if has(.warmth) { entries.append(Entry("W", PracticeTexts.warmth, .toggleAid(.warmth))) }
    entries.append(Entry("Z", PracticeHints.name(of: next)))
    if model.isDemonstration {
      entries.append(Entry("Esc", Texts["practice.hint.endDemonstration"]))
      return entries
    }
    if model.mode == .practice {
      entries.append(Entry("D", PracticeTexts.demonstrate, .demonstrate))
    }
    let isLast = model.phase == model.scenario.phases.count - 1
    entries.append(
      Entry(
        "Enter",
        model.mode == .drill && model.introduction == nil
          ? Texts["practice.hint.endDrill"]
          : isLast ? Texts["practice.hint.finish"] : Texts["practice.hint.endStep"], .endStep))
    return entries
  }

  static func name(of view: PlateView.Kind) -> String {
    switch view {
    case .wholeBack: PracticeWords.wholeBack
    case .lowerBack: PracticeWords.lowerBack
    case .lifeSize: PracticeTexts.lifeSize
    }
  }

  func draw(on painter: inout Painter) {
    let theme = painter.theme
    let top = painter.height - Space.hintBar
    painter.fill(
      Rectangle(x: 0, y: top, width: painter.width, height: Space.hintBar), theme.sunken)
    painter.line(0, top + 0.5, painter.width, top + 0.5, theme.line)
    let clock = painter.measure(
      PracticeWords.session(0), TextForm(TypeSize.caption, .regular, theme.ink, tabular: true))
    let end = painter.width - Space.margin - clock.width - 16
    var left = Space.margin + 0.5
    for entry in entries {
      // What has no room is still told by the list of keys.
      if left + width(of: entry, on: painter) > end { continue }
      draw(entry, from: &left, top: top, on: &painter)
      left += 24
    }
  }

  private func width(of entry: Entry, on painter: Painter) -> Double {
    entry.keys.reduce(3) { $0 + painter.keyCapWidth($1.name) + 5 }
      + painter.measure(
        entry.text, TextForm(TypeSize.caption, .semibold, painter.theme.ink)
      ).width
  }

  private func draw(
    _ entry: Entry, from left: inout Double, top: Double, on painter: inout Painter
  ) {
    let theme = painter.theme
    let start = left
    var edge = left - 16.5
    for (index, key) in entry.keys.enumerated() {
      let width = painter.keyCapWidth(key.name)
      if let command = key.command {
        // Two keys share the room around them.
        let isLast = index == entry.keys.count - 1
        let right = isLast ? edge + 41 : left + width + 2.5
        if painter.isHovered(command) {
          painter.fill(
            Rectangle(x: left - 3, y: top + 6, width: width + 6, height: 28), radius: 8,
            theme.line)
        }
        painter.keyCap(key.name, x: left, y: top + 20)
        painter.target(
          command, Rectangle(x: edge, y: top, width: right - edge, height: Space.hintBar),
          radius: 8, label: key.label)
        edge = right
      } else {
        painter.keyCap(key.name, x: left, y: top + 20)
      }
      left += width + 5
    }
    left += 3
    let isHovered = entry.command.map(painter.isHovered) ?? false
    left +=
      painter.text(
        entry.text, x: left, y: top + 25,
        TextForm(
          TypeSize.caption, isHovered ? .semibold : .regular,
          isHovered ? theme.ink : theme.inkSecondary)
      ).width
    if let command = entry.command {
      painter.target(
        command,
        Rectangle(x: start - 8, y: top, width: left - start + 16, height: Space.hintBar),
        radius: 8, label: entry.text)
    }
  }
}
