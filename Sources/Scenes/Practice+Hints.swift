import Attempts
import Drawing
import Geometry
import Scenarios

/// The bar of keys. Entries whose command has no other control can be clicked.
struct PracticeHints {
  let model: PracticeModel

  private struct Entry {
    var keys: [String]
    var text: String
    var command: Command?
  }

  private var entries: [Entry] {
    var entries: [Entry] = []
    if model.mode != .exam { entries.append(Entry(keys: ["Space"], text: "Pause")) }
    if model.setPressure != nil { entries.append(Entry(keys: ["[", "]"], text: "Pressure")) }
    if model.mode != .exam, !model.isDemonstration, model.scenario.feedback.show.contains(.guide) {
      entries.append(Entry(keys: ["G"], text: "Guide", command: .toggleAid(.guide)))
    }
    entries.append(
      Entry(
        keys: ["Z"],
        text: model.view == .wholeBack ? PracticeWords.lowerBack : PracticeWords.wholeBack))
    if model.isDemonstration {
      entries.append(Entry(keys: ["Esc"], text: "End the demonstration"))
      return entries
    }
    let isLast = model.phase == model.scenario.phases.count - 1
    entries.append(
      Entry(
        keys: ["Enter"],
        text: model.mode == .drill && model.introduction == nil
          ? "End drill" : isLast ? "Finish" : "End step",
        command: .endStep))
    return entries
  }

  func draw(on painter: inout Painter) {
    let theme = painter.theme
    let top = painter.height - Space.hintBar
    painter.fill(
      Rectangle(x: 0, y: top, width: painter.width, height: Space.hintBar), theme.sunken)
    painter.line(0, top + 0.5, painter.width, top + 0.5, theme.line)
    var left = Space.margin + 0.5
    for entry in entries {
      let start = left
      for key in entry.keys { left += painter.keyCap(key, x: left, y: top + 20) + 5 }
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
      left += 24
    }
  }
}
