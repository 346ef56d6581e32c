import Drawing
public import Geometry

/// The weight of a button.
public enum ButtonKind: Sendable {
  case primary, secondary
}

extension Painter {
  /// A key as it looks on a keyboard, its left edge at `x`, centred at `y`; returns its width.
  @discardableResult
  public func keyCap(
    _ key: String, x: Double, y: Double, onPrimary: Bool = false, isEnabled: Bool = true
  ) -> Double {
    let width = keyCapWidth(key)
    let form = TextForm(
      TypeSize.label, onPrimary ? .semibold : .medium,
      onPrimary ? theme.onTeal : isEnabled ? theme.inkSecondary : theme.inkTertiary,
      alignment: .centre)
    if onPrimary {
      fill(
        Rectangle(x: x, y: y - 10.5, width: width, height: 21), radius: Space.keyCapRadius,
        theme.isDark ? theme.teal.opacity(0) : theme.tealDeep)
      if theme.isDark {
        stroke(
          Rectangle(x: x, y: y - 10.5, width: width, height: 21).inset(0.5),
          radius: Space.keyCapRadius, theme.onTeal.opacity(0.6))
      }
    } else {
      fill(
        Rectangle(x: x, y: y - 9.5, width: width, height: 21), radius: Space.keyCapRadius,
        theme.line)
      let face = Rectangle(x: x, y: y - 10.5, width: width, height: 20)
      fill(face, radius: Space.keyCapRadius, theme.surface)
      stroke(face, radius: Space.keyCapRadius, theme.edge)
    }
    recorder?.marksKeys = true
    text(Words.key(key), x: x + width / 2, y: y + (onPrimary ? 4.3 : 4), form)
    recorder?.marksKeys = false
    return width
  }

  public func keyCapWidth(_ key: String) -> Double {
    max(21, measure(Words.key(key), TextForm(TypeSize.label, .medium, theme.ink)).width + 10)
  }

  /// A button with an icon and its key; it becomes a target, whose name may say more than the
  /// label.
  public mutating func button(
    _ kind: ButtonKind, _ area: Rectangle, _ label: String, icon: Icon? = nil, key: String? = nil,
    size: Double = TypeSize.button, command: Command, isEnabled: Bool = true, name: String? = nil
  ) {
    let isHovered = isEnabled && isHovered(command)
    let ink: Colour
    if !isEnabled {
      fill(area, radius: Space.buttonRadius, theme.sunken)
      ink = theme.inkTertiary
    } else if kind == .primary {
      fill(area, radius: Space.buttonRadius, isHovered ? theme.tealDeep : theme.teal)
      ink = theme.onTeal
    } else {
      fill(area, radius: Space.buttonRadius, isHovered ? theme.sunken : theme.surface)
      stroke(area.inset(0.75), radius: Space.buttonRadius - 0.75, theme.edge, width: 1.5)
      ink = theme.ink
    }
    let middle = area.y + area.height / 2 + (isEnabled ? sinking(command) : 0)
    var left = area.x + 16
    if let icon {
      self.icon(icon, x: left, y: middle - 10, ink)
      left += 28
    }
    var right = area.maxX - 12
    if let key {
      right -= keyCapWidth(key)
      keyCap(
        key, x: right, y: middle, onPrimary: kind == .primary && isEnabled, isEnabled: isEnabled)
      right -= 8
    }
    var form = TextForm(size, .semibold, ink, maxWidth: max(0, right - left))
    if icon == nil, key == nil {
      // Alone in its button, a word stands in the middle.
      form.alignment = .centre
      left = area.x + area.width / 2
      form.maxWidth = max(0, area.width - 28)
    }
    text(label, x: left, y: middle + size * 0.36, form)
    target(command, area, isEnabled: isEnabled, label: name ?? label)
  }

  /// A square button that shows an icon alone.
  public mutating func iconButton(
    _ icon: Icon, centre: Point, command: Command, label: String
  ) {
    let half = Space.target / 2
    let area = Rectangle(
      x: centre.x - half, y: centre.y - half, width: Space.target, height: Space.target)
    if isHovered(command) { fill(area, radius: Space.buttonRadius, theme.sunken) }
    self.icon(
      icon, x: centre.x - 10, y: centre.y - 10 + sinking(command), theme.inkSecondary)
    target(command, area, label: label)
  }

  /// Options side by side of which one is chosen.
  public mutating func segmentedControl(
    _ area: Rectangle, _ options: [(label: String, command: Command, isSelected: Bool)]
  ) {
    guard !options.isEmpty else { return }
    fill(area, radius: Space.fieldRadius + 1, theme.surface)
    stroke(area.inset(0.5), radius: Space.fieldRadius + 0.5, theme.edge)
    let width = (area.width - 4) / Double(options.count)
    for (index, option) in options.enumerated() {
      let part = Rectangle(
        x: area.x + 2 + Double(index) * width, y: area.y + 2, width: width,
        height: area.height - 4)
      if option.isSelected {
        fill(part, radius: Space.fieldRadius, theme.tealTint)
        stroke(part.inset(0.75), radius: Space.fieldRadius - 0.75, theme.teal, width: 1.5)
      } else if isHovered(option.command) {
        fill(part, radius: Space.fieldRadius, theme.sunken)
      }
      text(
        option.label, x: part.centre.x, y: part.centre.y + 4.5 + sinking(option.command),
        TextForm(
          TypeSize.caption, option.isSelected ? .semibold : .medium,
          option.isSelected ? theme.tealDeep : theme.inkSecondary, alignment: .centre))
      target(
        option.command, part, radius: Space.fieldRadius, label: option.label,
        isChosen: option.isSelected)
    }
  }
}
