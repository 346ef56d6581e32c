import Catalogue
public import Drawing
import Geometry

/// Who practises: the names that are known, one to choose, and a field for another.
public struct TraineesScreen: Screen {
  public struct Entry: Hashable, Sendable {
    public var id: String
    public var name: String

    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  public var entries: [Entry]
  /// Id of who practises now; nil when nobody is named.
  public var current: String?
  /// Whether somebody else may take over now.
  public var canChange: Bool
  /// Whether anybody can be deleted now.
  public var canDelete = true
  /// What is written in the field for a new name, or over the name that is changed.
  public var line: TextLine
  /// Id of the trainee whose name is being changed.
  public var renamed: String?
  /// Whether what is typed goes into the field.
  public var isTyping: Bool

  public init(
    entries: [Entry], current: String? = nil, canChange: Bool = true,
    line: TextLine = TextLine(), renamed: String? = nil, isTyping: Bool = false
  ) {
    self.entries = entries
    self.current = current
    self.canChange = canChange
    self.line = line
    self.renamed = renamed
    self.isTyping = isTyping
  }

  private static let row = 64.0
  private static let widest = 720.0
  private static let top = 136.0

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      painter.appBar(path: [Texts["trainees.title"]])
      let width = min(TraineesScreen.widest, painter.width - 2 * Space.margin)
      let left = (painter.width - width) / 2
      let note = TextForm(
        TypeSize.caption, .regular, painter.theme.inkSecondary, maxWidth: width - 40, maxLines: 4)
      let noteHeight = painter.measure(noteText, note).height
      let adding = 60 + 44 + 12 + noteHeight + 20
      let list = 16 + Double(entries.count + 1) * TraineesScreen.row
      let length =
        TraineesScreen.top + adding + Space.gap + list + Space.margin - Space.appBar
      painter.page(length: length) { painter in
        painter.text(
          Texts["trainees.title"], x: left, y: 108,
          TextForm(TypeSize.screen, .semibold, painter.theme.ink))
        let area = Rectangle(x: left, y: TraineesScreen.top, width: width, height: adding)
        drawAdding(&painter, area)
        painter.paragraph(noteText, x: left + 20, top: area.y + 116, note)
        drawList(
          &painter, Rectangle(x: left, y: area.maxY + Space.gap, width: width, height: list))
      }
      painter.hintBar(
        [
          Hint("↑", "↓", text: Texts["trainees.keys.move"]),
          Hint("Enter", text: Texts["trainees.keys.choose"]),
          Hint("N", text: Texts["trainees.keys.new"]),
          Hint("R", text: Texts["trainees.keys.rename"]),
          Hint("X", text: Texts["trainees.keys.delete"]),
        ], remark: Texts["settings.keys.back"])
    }
  }

  private var noteText: String {
    canChange ? Texts["trainees.note"] : Texts["trainees.inAttempt"]
  }

  private func drawAdding(_ painter: inout Painter, _ area: Rectangle) {
    painter.card(area)
    painter.text(
      Texts["trainees.add"], x: area.x + 20, y: area.y + 34,
      TextForm(TypeSize.title, .semibold, painter.theme.ink))
    let isHere = renamed == nil
    let button = max(
      96,
      painter.measure(
        Texts["trainees.addButton"], TextForm(TypeSize.button, .semibold, painter.theme.ink)
      ).width + 34)
    painter.textField(
      Rectangle(x: area.x + 20, y: area.y + 60, width: area.width - 52 - button, height: 44),
      isHere ? line : TextLine(), placeholder: Texts["trainees.placeholder"],
      isActive: isTyping && isHere, label: Texts["trainees.add"], command: .nameField)
    painter.button(
      .primary, Rectangle(x: area.maxX - 20 - button, y: area.y + 60, width: button, height: 44),
      Texts["trainees.addButton"], command: .addTrainee,
      isEnabled: canChange && isHere && !line.isEmpty)
  }

  private func drawList(_ painter: inout Painter, _ area: Rectangle) {
    painter.card(area)
    var row = Rectangle(
      x: area.x, y: area.y + 8, width: area.width, height: TraineesScreen.row)
    drawRow(&painter, row, id: nil, name: Texts["trainees.nobody"])
    for entry in entries {
      row.y += TraineesScreen.row
      painter.rule(row.x + 20, row.maxX - 20, y: row.y)
      if entry.id == renamed {
        drawRenaming(&painter, row)
      } else {
        drawRow(&painter, row, id: entry.id, name: entry.name)
      }
    }
  }

  private func drawRow(_ painter: inout Painter, _ area: Rectangle, id: String?, name: String) {
    let theme = painter.theme
    let isCurrent = id == current
    let command = Command.chooseTrainee(id)
    let rename = TraineesScreen.width(painter, Texts["trainees.rename"])
    let delete = TraineesScreen.width(painter, Texts["trainees.delete"])
    let target = Rectangle(
      x: area.x + 8, y: area.y + 6,
      width: area.width - (id == nil ? 16 : rename + 8 + delete + 36),
      height: area.height - 12)
    if isCurrent {
      painter.fill(target, radius: Space.fieldRadius, theme.tealTint)
      painter.stroke(target.inset(0.75), radius: Space.fieldRadius - 0.75, theme.teal, width: 1.5)
    } else if canChange, painter.isHovered(command) {
      painter.fill(target, radius: Space.fieldRadius, theme.sunken)
    }
    let middle = area.y + area.height / 2
    painter.initialsDisc(
      id == nil ? nil : Initials.of(name), centre: Point(area.x + 38, middle),
      onTint: isCurrent)
    var right = target.maxX - 12
    if isCurrent {
      let width = painter.pillWidth(Texts["trainees.now"], hasIcon: true)
      right -= width
      painter.pill(
        Texts["trainees.now"], icon: .tick, x: right, y: middle - 12, text: theme.tealDeep,
        tint: theme.surface)
      right -= 12
    }
    var form = TextForm(
      TypeSize.button, isCurrent ? .semibold : .medium,
      canChange || isCurrent ? theme.ink : theme.inkTertiary, mayBeCut: true)
    let room = max(0, right - area.x - 68)
    // A name that fits stands beside its disc, whichever way it is written.
    if painter.measure(name, form).width > room { form.maxWidth = room }
    painter.text(name, x: area.x + 68, y: middle + 5, form)
    painter.target(
      command, target, radius: Space.fieldRadius, isEnabled: canChange,
      label: isCurrent ? "\(name), \(Texts["trainees.now"])" : name)
    if let id {
      painter.button(
        .secondary,
        Rectangle(
          x: area.maxX - 28 - delete - rename, y: middle - 22, width: rename, height: 44),
        Texts["trainees.rename"], command: .renameTrainee(id),
        name: Texts["trainees.renameNamed", ["name": name]])
      painter.button(
        .secondary,
        Rectangle(x: area.maxX - 20 - delete, y: middle - 22, width: delete, height: 44),
        Texts["trainees.delete"], command: .deleteTrainee(id), isEnabled: canDelete,
        name: Texts["trainees.deleteNamed", ["name": name]])
    }
  }

  /// What a button with a text needs.
  private static func width(_ painter: Painter, _ text: String) -> Double {
    max(
      96,
      painter.measure(text, TextForm(TypeSize.button, .semibold, painter.theme.ink)).width + 34)
  }

  private func drawRenaming(_ painter: inout Painter, _ area: Rectangle) {
    let middle = area.y + area.height / 2
    let save = max(
      96,
      painter.measure(
        Texts["trainees.save"], TextForm(TypeSize.button, .semibold, painter.theme.ink)
      ).width + 34)
    painter.textField(
      Rectangle(
        x: area.x + 20, y: middle - 22, width: area.width - 52 - save, height: 44), line,
      placeholder: Texts["trainees.placeholder"], isActive: isTyping,
      label: Texts["trainees.rename"], command: .renameField)
    painter.button(
      .primary, Rectangle(x: area.maxX - 20 - save, y: middle - 22, width: save, height: 44),
      Texts["trainees.save"], command: .saveName, isEnabled: !line.isEmpty)
  }
}
