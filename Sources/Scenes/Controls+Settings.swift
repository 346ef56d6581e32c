import Drawing
import Geometry

extension Painter {
  /// The title of a screen at its usual place; `room` is kept free at its right.
  func screenTitle(_ title: String, room: Double = 0) {
    text(
      title, x: Space.margin, y: 108,
      TextForm(
        TypeSize.screen, .semibold, theme.ink, maxWidth: width - 2 * Space.margin - room,
        mayBeCut: true))
  }

  /// A switch 52 wide, its left edge at `x`, centred at `y`. On and off differ by the knob's place
  /// and a tick, not by colour alone.
  func toggle(x: Double, y: Double, isOn: Bool) {
    let track = Rectangle(x: x, y: y - 15, width: 52, height: 30)
    fill(track, radius: 15, isOn ? theme.teal : theme.sunken)
    if !isOn { stroke(track.inset(0.75), radius: 14.25, theme.edge, width: 1.5) }
    let knob = Point(isOn ? track.maxX - 15 : track.x + 15, y)
    canvas.fill(.circle(centre: knob, radius: 11), isOn ? theme.onTeal : theme.surface)
    if isOn {
      icon(.tick, x: knob.x - 7, y: knob.y - 7, size: 14, theme.teal, width: 2.6)
    } else {
      canvas.stroke(.circle(centre: knob, radius: 10.25), StrokeStyle(width: 1.5), theme.edge)
    }
  }

  /// Room for the value beside a slider's track.
  static let sliderValue = 56.0

  /// The track of a slider within its control.
  static func sliderTrack(_ area: Rectangle) -> Rectangle {
    Rectangle(
      x: area.x + 10, y: area.y, width: area.width - 20 - sliderValue, height: area.height)
  }

  /// A track with a thumb and its value in words; the whole control can be pressed.
  mutating func slider(
    _ area: Rectangle, share: Double, value: String, label: String, command: Command
  ) {
    let track = Painter.sliderTrack(area)
    let middle = area.y + area.height / 2
    let bar = Rectangle(x: track.x, y: middle - 3, width: track.width, height: 6)
    fill(bar, radius: 3, theme.sunken)
    stroke(bar.inset(0.5), radius: 2.5, theme.edge)
    let x = track.x + track.width * min(max(share, 0), 1)
    fill(Rectangle(x: bar.x, y: bar.y, width: x - bar.x, height: 6), radius: 3, theme.teal)
    canvas.fill(.circle(centre: Point(x, middle), radius: 10), theme.surface)
    canvas.stroke(
      .circle(centre: Point(x, middle), radius: 9),
      StrokeStyle(width: isHovered(command) ? 3 : 2), theme.teal)
    text(
      value, x: area.maxX, y: middle + 5,
      TextForm(TypeSize.row, .semibold, theme.ink, alignment: .trailing, tabular: true))
    target(
      command, Rectangle(x: track.x - 10, y: area.y, width: track.width + 20, height: area.height),
      label: label)
  }

  /// A disc with the initials of a person, or with a figure for nobody in particular.
  func initialsDisc(
    _ initials: String?, centre: Point, radius: Double = 18, onTint: Bool = false
  ) {
    canvas.fill(
      .circle(centre: centre, radius: radius), onTint ? theme.surface : theme.tealTint)
    guard let initials else {
      icon(.person, x: centre.x - 10, y: centre.y - 10, theme.tealDeep)
      return
    }
    text(
      initials, x: centre.x, y: centre.y + 5,
      TextForm(
        TypeSize.row, .semibold, theme.tealDeep, alignment: .centre))
  }

  /// A field for one line of text, with the caret while it is written in.
  mutating func textField(
    _ area: Rectangle, _ line: TextLine, placeholder: String, icon: Icon? = nil,
    key: String? = nil, isActive: Bool, label: String, command: Command, drawnHeight: Double = 44
  ) {
    let box = Rectangle(
      x: area.x, y: area.y + (area.height - drawnHeight) / 2, width: area.width,
      height: drawnHeight)
    fill(box, radius: Space.fieldRadius, theme.surface)
    stroke(
      box.inset(isActive ? 1 : 0.5), radius: Space.fieldRadius - 0.5,
      isActive ? theme.teal : theme.edge, width: isActive ? 2 : 1)
    let middle = box.y + box.height / 2
    var left = box.x + 12
    if let icon {
      self.icon(icon, x: left - 2, y: middle - 10, theme.inkSecondary)
      left += 26
    }
    var right = box.maxX - 12
    if let key, line.isEmpty {
      right -= keyCapWidth(key)
      keyCap(key, x: right, y: middle)
      right -= 8
    }
    let form = TextForm(TypeSize.row, .regular, theme.ink)
    if line.isEmpty, line.composition.isEmpty {
      text(
        placeholder, x: left, y: middle + 5,
        TextForm(
          TypeSize.row, .regular, theme.inkTertiary, maxWidth: max(0, right - left),
          mayBeCut: true))
      if isActive { caret(x: left, middle) }
    } else {
      write(line, form, left: left, right: right, middle: middle, isActive: isActive)
    }
    target(command, area, radius: Space.fieldRadius, label: label)
  }

  /// The line, moved so that the caret is in sight.
  private func write(
    _ line: TextLine, _ form: TextForm, left: Double, right: Double, middle: Double,
    isActive: Bool
  ) {
    let shown = line.shown
    let place = canvas.caret(in: shown.text, at: shown.caret, form.style)
    let room = right - left
    let shift = isActive ? max(0, place + 2 - room) : 0
    var cut = form
    if measure(shown.text, form).width > room {
      cut.mayBeCut = true
      if !isActive { cut.maxWidth = room }
    }
    canvas.save()
    canvas.clip(.rectangle(Rectangle(x: left - 1, y: middle - 20, width: room + 3, height: 40)))
    text(shown.text, x: left - shift, y: middle + 5, cut)
    if !shown.composed.isEmpty {
      // What an input method has not settled yet is underlined.
      let start = canvas.caret(in: shown.text, at: shown.composed.lowerBound, form.style)
      let end = canvas.caret(in: shown.text, at: shown.composed.upperBound, form.style)
      self.line(
        left - shift + min(start, end), middle + 9, left - shift + max(start, end), middle + 9,
        theme.ink, width: 1)
    }
    if isActive { caret(x: left - shift + place, middle) }
    canvas.restore()
  }

  private func caret(x: Double, _ middle: Double) {
    line(x + 0.75, middle - 10, x + 0.75, middle + 10, theme.teal, width: 1.5)
  }
}
