import Drawing
import Geometry

/// A card of settings: a title and rows.
struct SettingCard {
  typealias Option = (label: String, command: Command, isSelected: Bool)

  enum Row {
    case choice(title: String, detail: String, options: [Option])
    case toggle(title: String, detail: String, isOn: Bool, command: Command)
    /// The share is 0 to 1.
    case slider(title: String, value: String, share: Double, command: Command)
    /// Initials are shown in a disc before the title.
    case button(title: String, detail: String, initials: String?, label: String, command: Command)
    /// Something to know; nothing to choose.
    case note(String)
  }

  var title: String
  var rows: [Row]

  private static let titleHeight = 46.0
  private static let rowPadding = 8.0
  private static let controlHeight = 48.0
  private static let notePadding = 14.0

  func height(width: Double, _ painter: Painter) -> Double {
    let rows = rows.reduce(0) { $0 + shape(of: $1, width: width, painter).height }
    return (title.isEmpty ? 8 : SettingCard.titleHeight) + rows + 8
  }

  func draw(_ painter: inout Painter, _ area: Rectangle) {
    painter.card(area)
    var top = area.y + 8
    if !title.isEmpty {
      painter.text(
        title, x: area.x + Space.padding, y: area.y + 32,
        TextForm(TypeSize.title, .semibold, painter.theme.ink))
      top = area.y + SettingCard.titleHeight
    }
    for (index, row) in rows.enumerated() {
      let shape = shape(of: row, width: area.width, painter)
      let place = Rectangle(x: area.x, y: top, width: area.width, height: shape.height)
      if index > 0 { painter.rule(area.x + Space.padding, area.maxX - Space.padding, y: top) }
      draw(row, shape, &painter, place)
      top += shape.height
    }
  }

  // MARK: A row

  /// How a row lies in its card.
  private struct Shape {
    var height: Double
    /// Width of the label's texts.
    var labelWidth: Double
    /// Width of the control.
    var control: Double
    /// Whether the control stands under the label.
    var isStacked: Bool
    /// Options beside each other.
    var columns: Int
  }

  private func forms(_ painter: Painter, width: Double?) -> (title: TextForm, detail: TextForm) {
    (
      TextForm(
        TypeSize.row, .semibold, painter.theme.ink, maxWidth: width, maxLines: 3,
        mayBeCut: true),
      TextForm(
        TypeSize.caption, .regular, painter.theme.inkSecondary, maxWidth: width, maxLines: 4)
    )
  }

  private func shape(of row: Row, width: Double, _ painter: Painter) -> Shape {
    let room = width - 2 * Space.padding
    var control: Double
    var columns = 1
    var lead = 0.0
    switch row {
    case .choice(_, _, let options):
      let segment = segmentWidth(options, painter)
      columns = max(1, min(options.count, Int((room - 4) / segment)))
      // Equal rows rather than one full and one nearly empty.
      let lines = (options.count + columns - 1) / max(columns, 1)
      columns = max(1, (options.count + lines - 1) / max(lines, 1))
      control = segment * Double(columns) + 4
    case .toggle: control = 52
    case .slider: control = min(280, room)
    case .note(let text):
      return Shape(
        height: labelHeight("", text, width: room - 28, painter) + 2 * SettingCard.notePadding,
        labelWidth: room - 28, control: 0, isStacked: false, columns: 1)
    case .button(_, _, let initials, let label, _):
      let form = TextForm(TypeSize.button, .semibold, painter.theme.ink)
      control = max(96, painter.measure(label, form).width + 34)
      lead = initials == nil ? 0 : 48
    }
    let (title, detail) = texts(of: row)
    let natural = painter.measure(title, forms(painter, width: nil).title).width
    let beside = room - control - 16 - lead
    let isToggle = if case .toggle = row { true } else { false }
    let isStacked = !isToggle && (beside < min(natural, 200) || beside < 90)
    let labelWidth = isStacked ? room - lead : beside
    let label = labelHeight(title, detail, width: labelWidth, painter)
    let lines =
      if case .choice(_, _, let options) = row {
        Double((options.count + columns - 1) / columns)
      } else { 1.0 }
    let controls = SettingCard.controlHeight * lines + 6 * (lines - 1)
    let height =
      isStacked
      ? label + 8 + controls : max(label, controls, lead > 0 ? 48 : 0)
    return Shape(
      height: height + 2 * SettingCard.rowPadding, labelWidth: labelWidth,
      control: isStacked ? min(control, room) : control, isStacked: isStacked, columns: columns)
  }

  private func texts(of row: Row) -> (title: String, detail: String) {
    switch row {
    case .choice(let title, let detail, _), .toggle(let title, let detail, _, _),
      .button(let title, let detail, _, _, _):
      (title, detail)
    case .slider(let title, _, _, _): (title, "")
    case .note(let text): ("", text)
    }
  }

  private func labelHeight(
    _ title: String, _ detail: String, width: Double, _ painter: Painter
  ) -> Double {
    let forms = forms(painter, width: width)
    var height = title.isEmpty ? 0 : painter.measure(title, forms.title).height
    if !detail.isEmpty { height += painter.measure(detail, forms.detail).height + 1 }
    return height
  }

  private func segmentWidth(_ options: [Option], _ painter: Painter) -> Double {
    let form = TextForm(TypeSize.caption, .semibold, painter.theme.ink)
    return max(52, (options.map { painter.measure($0.label, form).width }.max() ?? 0) + 28)
  }

  private func draw(
    _ row: Row, _ shape: Shape, _ painter: inout Painter, _ area: Rectangle
  ) {
    let (title, detail) = texts(of: row)
    let forms = forms(painter, width: shape.labelWidth)
    var left = area.x + Space.padding
    let label = labelHeight(title, detail, width: shape.labelWidth, painter)
    var top =
      shape.isStacked
      ? area.y + SettingCard.rowPadding : area.y + (area.height - label) / 2
    if case .toggle(_, _, _, let command) = row {
      let ground = area.inset(3)
      if painter.isHovered(command) {
        painter.fill(ground, radius: Space.fieldRadius, painter.theme.sunken)
      }
    }
    if case .button(_, _, let initials?, _, _) = row {
      painter.initialsDisc(initials, centre: Point(left + 18, top + label / 2))
      left += 48
    }
    if case .note = row {
      painter.icon(
        .triangle, x: left, y: area.y + SettingCard.notePadding - 2, painter.theme.low.text)
      left += 28
    }
    if !title.isEmpty { top = painter.paragraph(title, x: left, top: top, forms.title) }
    top = painter.paragraph(detail, x: left, top: top + 1, forms.detail)
    let height = shape.isStacked ? area.maxY - top - 8 - SettingCard.rowPadding : area.height - 16
    let control = Rectangle(
      x: shape.isStacked ? area.x + Space.padding : area.maxX - Space.padding - shape.control,
      y: shape.isStacked ? top + 8 : area.y + (area.height - height) / 2,
      width: shape.control, height: height)
    drawControl(row, shape, &painter, control, row: area)
  }

  private func drawControl(
    _ row: Row, _ shape: Shape, _ painter: inout Painter, _ area: Rectangle, row whole: Rectangle
  ) {
    let middle = area.y + area.height / 2
    let box = Rectangle(
      x: area.x, y: middle - SettingCard.controlHeight / 2, width: area.width,
      height: SettingCard.controlHeight)
    switch row {
    case .choice(_, _, let options):
      let lines = (options.count + shape.columns - 1) / shape.columns
      let pitch = SettingCard.controlHeight + 6
      var top = middle - (Double(lines) * pitch - 6) / 2
      for first in stride(from: 0, to: options.count, by: shape.columns) {
        let part = Array(options[first..<min(options.count, first + shape.columns)])
        painter.segmentedControl(
          Rectangle(
            x: box.x, y: top,
            width: (box.width - 4) * Double(part.count) / Double(shape.columns) + 4,
            height: SettingCard.controlHeight), part)
        top += pitch
      }
    case .toggle(let title, _, let isOn, let command):
      painter.toggle(x: box.maxX - 52, y: middle, isOn: isOn)
      painter.target(
        command, whole.inset(3), radius: Space.fieldRadius, label: title, isChosen: isOn)
    case .slider(let title, let value, let share, let command):
      painter.slider(box, share: share, value: value, label: title, command: command)
    case .button(_, _, _, let label, let command):
      painter.button(
        .secondary, Rectangle(x: box.x, y: middle - 22, width: box.width, height: 44), label,
        command: command)
    case .note: break
    }
  }
}
