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
  /// Whether the plate has no room for a switch between the views, so that the key is a control.
  var hasViews = false

  /// How far above the bar a click is still meant for it: the bar is 40 high, a target 44.
  static let reach = 4.0

  private struct Entry {
    /// Each key with what a click on it does, where it does something of its own.
    var keys: [(name: String, command: Command?, label: String)]
    var text: String
    var command: Command?
    /// What has the highest goes first where there is no room for all.
    var rank: Int

    init(_ key: String, _ text: String, _ command: Command? = nil, rank: Int = 0) {
      keys = [(key, nil, "")]
      self.text = text
      self.command = command
      self.rank = rank
    }
  }

  private func has(_ aid: Aid) -> Bool {
    model.mode != .exam && !model.isDemonstration && model.scenario.feedback.show.contains(aid)
  }

  private var entries: [Entry] {
    var entries: [Entry] = []
    if model.mode != .exam {
      entries.append(Entry("Space", Texts["practice.hint.pause"], rank: 2))
    }
    if model.setPressure != nil {
      var pressure = Entry("", Texts["practice.hint.pressure"], rank: 6)
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
    if has(.guide) {
      entries.append(Entry("G", Texts["practice.hint.guide"], .toggleAid(.guide), rank: 4))
    }
    if has(.warmth) {
      entries.append(Entry("W", PracticeTexts.warmth, .toggleAid(.warmth), rank: 5))
    }
    entries.append(
      Entry(
        "Z", PracticeHints.name(of: next), hasViews ? .toggleView : nil, rank: hasViews ? 1 : 3))
    if model.isDemonstration {
      var speed = Entry("", Texts["playing.speed"], rank: 5)
      speed.keys = [
        (",", .slower, Texts["playing.slower"]), (".", .faster, Texts["playing.faster"]),
      ]
      entries.append(speed)
      entries.append(Entry("Esc", Texts["practice.hint.endDemonstration"]))
      return entries
    }
    if model.mode == .practice {
      entries.append(Entry("D", PracticeTexts.demonstrate, .demonstrate, rank: 7))
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
    for entry in fitting(end - left, on: painter) {
      draw(entry, from: &left, top: top, on: &painter)
      left += PracticeHints.gap
    }
  }

  private static let gap = 24.0

  /// What is told here; the rest is still told by the list of keys.
  private func fitting(_ room: Double, on painter: Painter) -> [Entry] {
    var shown = entries
    func length() -> Double {
      shown.reduce(-PracticeHints.gap) { $0 + width(of: $1, on: painter) + PracticeHints.gap }
    }
    while length() > room, let last = shown.indices.max(by: { shown[$0].rank < shown[$1].rank }) {
      shown.remove(at: last)
    }
    return shown
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
    var edge = left - 19.5
    for (index, key) in entry.keys.enumerated() {
      let width = painter.keyCapWidth(key.name)
      if let command = key.command {
        // Two keys share the room around them.
        let isLast = index == entry.keys.count - 1
        let right = isLast ? edge + 44 : max(left + width + 2.5, edge + 44)
        if painter.isHovered(command) {
          painter.fill(
            Rectangle(x: left - 3, y: top + 6, width: width + 6, height: 28), radius: 8,
            theme.line)
        }
        painter.keyCap(key.name, x: left, y: top + 20)
        painter.target(
          command, target(from: edge, to: right, top: top), radius: 8, label: key.label)
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
        command, target(from: start - 8, to: left + 8, top: top), radius: 8, label: entry.text)
    }
  }

  private func target(from left: Double, to right: Double, top: Double) -> Rectangle {
    Rectangle(
      x: left, y: top - PracticeHints.reach, width: right - left,
      height: Space.hintBar + PracticeHints.reach)
  }
}
