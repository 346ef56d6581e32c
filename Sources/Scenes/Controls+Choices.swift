public import Drawing
public import Geometry

extension Painter {
  /// The ring of a radio button, filled when chosen.
  public func radio(x: Double, y: Double, isSelected: Bool) {
    let centre = Point(x, y)
    canvas.fill(.circle(centre: centre, radius: 10), theme.surface)
    canvas.stroke(
      .circle(centre: centre, radius: 10), StrokeStyle(width: 2),
      isSelected ? theme.teal : theme.edge)
    if isSelected { canvas.fill(.circle(centre: centre, radius: 5), theme.teal) }
  }

  /// The square of a check box, its upper left corner at a place, 20 by 20.
  public func checkBox(x: Double, y: Double, isOn: Bool) {
    let box = Rectangle(x: x, y: y, width: 20, height: 20)
    if isOn {
      fill(box, radius: 5, theme.teal)
      icon(.tick, x: x + 3, y: y + 3, size: 14, theme.onTeal, width: 2.8)
    } else {
      fill(box.inset(1), radius: 4, theme.surface)
      stroke(box.inset(1), radius: 4, theme.edge, width: 2)
    }
  }

  /// The ground of a card that can be chosen.
  public func choiceGround(
    _ area: Rectangle, command: Command, isSelected: Bool, radius: Double = Space.buttonRadius
  ) {
    if isSelected {
      fill(area, radius: radius, theme.tealTint)
      stroke(area.inset(1), radius: radius - 1, theme.teal, width: 2)
    } else {
      fill(area, radius: radius, isHovered(command) ? theme.sunken : theme.surface)
      stroke(area.inset(0.75), radius: radius - 0.75, theme.edge, width: 1.5)
    }
  }

  /// A row with a check box; the whole row can be clicked.
  ///
  /// `trailing` is an icon and a word at its right end that say what is known of it.
  public mutating func checkRow(
    _ area: Rectangle, title: String, key: String? = nil, isOn: Bool, size: Double = TypeSize.row,
    trailing: (icon: Icon, word: String, colour: Colour)? = nil, command: Command
  ) {
    let ground = area.inset(1)
    if isOn {
      fill(ground, radius: Space.fieldRadius, theme.tealTint)
      stroke(ground.inset(0.75), radius: Space.fieldRadius - 0.75, theme.teal, width: 1.5)
    } else if isHovered(command) {
      fill(ground, radius: Space.fieldRadius, theme.sunken)
    }
    let middle = area.y + area.height / 2
    checkBox(x: area.x + 8, y: middle - 10, isOn: isOn)
    var right = area.maxX - 10
    if let key {
      right -= keyCapWidth(key)
      keyCap(key, x: right, y: middle)
      right -= 8
    }
    if let trailing {
      let form = TextForm(TypeSize.label, .medium, trailing.colour, alignment: .trailing)
      let word = measure(trailing.word, form).width + 4
      let least = measure(title, TextForm(TypeSize.label, .semibold, theme.ink)).width + 1
      // Where there is no room for the word, its shape stands alone.
      if right - word - 20 - area.x - 36 >= least {
        text(trailing.word, x: right, y: middle + 4.3, form)
        right -= word
      }
      right -= 14
      icon(trailing.icon, x: right, y: middle - 7, size: 14, trailing.colour, width: 2)
      right -= 6
    }
    var form = TextForm(
      size, isOn ? .semibold : .medium, theme.ink, maxWidth: max(0, right - area.x - 36))
    if measure(title, form).isCut { form.size = TypeSize.label }
    if measure(title, form).isCut {
      // Two lines are better than a lost end.
      form.maxLines = 2
      form.lineHeight = 1.1
      paragraph(title, x: area.x + 36, top: middle - measure(title, form).height / 2, form)
    } else {
      text(title, x: area.x + 36, y: middle + form.size * 0.36, form)
    }
    target(command, area, radius: Space.fieldRadius, label: title, isChosen: isOn)
  }

  /// A pill with an optional icon, its upper left corner at a place; returns its width.
  @discardableResult
  public func pill(
    _ label: String, icon: Icon? = nil, x: Double, y: Double, height: Double = 24,
    size: Double = TypeSize.label, text colour: Colour, tint: Colour
  ) -> Double {
    let width = pillWidth(label, hasIcon: icon != nil, height: height, size: size)
    fill(Rectangle(x: x, y: y, width: width, height: height), radius: height / 2, tint)
    var left = x + (icon == nil ? 10 : 8)
    if let icon {
      let side = size * 1.27
      self.icon(icon, x: left, y: y + (height - side) / 2, size: side, colour, width: 2.1)
      left += side + 4
    }
    self.text(
      label, x: left, y: y + height / 2 + size * 0.365, TextForm(size, .semibold, colour))
    return width
  }

  public func pillWidth(
    _ label: String, hasIcon: Bool, height: Double = 24, size: Double = TypeSize.label
  ) -> Double {
    let words = measure(label, TextForm(size, .semibold, theme.ink)).width
    return words + (hasIcon ? 8 + size * 1.27 + 4 + 10 : 20)
  }

  /// A disc with an icon, as before a line of a list.
  public func bullet(_ icon: Icon, x: Double, y: Double, _ signal: Theme.Signal) {
    canvas.fill(.circle(centre: Point(x, y), radius: 10.5), signal.tint)
    self.icon(icon, x: x - 7, y: y - 7, size: 14, signal.text, width: 2.8)
  }
}
