import Drawing
public import Geometry

/// One entry of the hint bar: keys, and what they do.
public struct Hint: Sendable {
  public var keys: [String]
  public var text: String

  public init(_ keys: String..., text: String) {
    self.keys = keys
    self.text = text
  }
}

extension Painter {
  /// The bar at the top: the mark and name, where one is, and who or what at the right.
  public mutating func appBar(
    path: [String], heading: String = "", subheading: String = "", isPicture: Bool = false
  ) {
    fill(Rectangle(x: 0, y: 0, width: width, height: Space.appBar), theme.surface)
    rule(0, width, y: Space.appBar - 1)
    logo(x: Space.margin, y: 14)
    let right = width - Space.margin - (isPicture ? 0 : 34)
    var head = TextForm(TypeSize.row, .semibold, theme.ink, alignment: .trailing, mayBeCut: true)
    var detail = TextForm(
      TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing, mayBeCut: true)
    let place = crumbs(path)
    // Patients' names and occupations give way where the page is narrow; the case tells them.
    head.maxWidth = right - place.least
    detail.maxWidth = head.maxWidth
    let trailing = max(measure(heading, head).width, measure(subheading, detail).width)
    if place.hasName {
      text(Words.productName, x: 72, y: 39, TextForm(20, .semibold, theme.ink))
    }
    draw(place, until: right - trailing - 24)
    // A picture on paper has nothing to press. Before the text, which its ground would cover.
    if !isPicture {
      iconButton(
        theme.isDark ? .moon : .sun, centre: Point(width - 40, 32), command: .toggleTheme,
        label: Words.toggleTheme)
    }
    text(heading, x: right, y: subheading.isEmpty ? 37 : 30, head)
    text(subheading, x: right, y: 48, detail)
  }

  /// Where one is, as far as the bar has room for it.
  private struct Crumbs {
    var path: [String]
    var left: Double
    /// Whether the product's name stands beside the mark.
    var hasName: Bool
    /// Where what stands at the right may begin.
    var least: Double
  }

  /// On a narrow page only the last part of the path is told, on the narrowest beside the mark
  /// alone.
  private func crumbs(_ path: [String]) -> Crumbs {
    guard width < Space.referenceWidth - 0.5, !path.isEmpty else {
      return Crumbs(path: path, left: 212, hasName: true, least: 400)
    }
    let hasName = width >= 800
    return Crumbs(
      path: path.suffix(1), left: hasName ? 212 : 92, hasName: hasName,
      least: (hasName ? 212 : 92) + 150)
  }

  private func draw(_ crumbs: Crumbs, until right: Double) {
    let path = crumbs.path
    guard !path.isEmpty else { return }
    line(crumbs.left - 20, 22, crumbs.left - 20, 42, theme.line, width: 1.5)
    var left = crumbs.left
    for (index, step) in path.enumerated() {
      let isLast = index == path.count - 1
      var form = TextForm(
        TypeSize.row, isLast ? .semibold : .regular, isLast ? theme.ink : theme.inkSecondary,
        mayBeCut: true)
      // What comes after keeps its room; the title of the case gives way.
      let after = path[(index + 1)...].reduce(0) {
        $0 + 28 + measure($1, TextForm(TypeSize.row, .semibold, theme.ink)).width
      }
      form.maxWidth = max(40, right - left - min(after, 160))
      left += text(step, x: left, y: 37.5, form).width
      if !isLast {
        icon(.chevron, x: left + 6, y: 24.5, size: 16, theme.inkSecondary)
        left += 28
      }
    }
  }

  /// The mark: three loops of a comb stroke.
  public func logo(x: Double, y: Double) {
    fill(Rectangle(x: x, y: y, width: 36, height: 36), radius: 10, theme.teal)
    canvas.save()
    canvas.translate(x + 6, y + 7.5)
    canvas.scale(0.7, 0.7)
    canvas.stroke(
      Painter.logoLine, StrokeStyle(width: 2.4, cap: .round, join: .round), theme.onTeal)
    canvas.restore()
  }

  /// Three loops about a centre that advances to the right.
  private static let logoLine: Path = {
    let turns = 3
    let steps = turns * 32
    let points = (0...steps).map { step in
      Point(
        6 + 22 * Double(step) / Double(steps) + 6.2 * Ellipse.cosine(step * 2),
        16 - 7.2 * Ellipse.sine(step * 2))
    }
    return Path.polyline(points, closed: false)
  }()

  /// The bar at the bottom: which keys do what, and a remark at the right.
  ///
  /// Where the page is too narrow the remark goes first, then hints from the right; the one that
  /// leads to help, which names every key, stays.
  public func hintBar(_ hints: [Hint], remark: String = "") {
    let top = height - Space.hintBar
    fill(Rectangle(x: 0, y: top, width: width, height: Space.hintBar), theme.sunken)
    rule(0, width, y: top)
    let form = TextForm(TypeSize.caption, .regular, theme.inkSecondary)
    let room = width - 2 * Space.margin
    let (shown, length) = hintsThatFit(hints, room: room, form)
    var left = Space.margin + 0.5
    for hint in shown {
      for key in hint.keys { left += keyCap(key, x: left, y: top + 20) + 5 }
      left += 3
      left += text(hint.text, x: left, y: top + 25, form).width + 24
    }
    guard shown.count == hints.count, length + measure(remark, form).width <= room else { return }
    var trailing = form
    trailing.alignment = .trailing
    text(remark, x: width - Space.margin, y: top + 25, trailing)
  }

  private func hintsThatFit(_ hints: [Hint], room: Double, _ form: TextForm)
    -> (hints: [Hint], length: Double)
  {
    var shown = hints.map { hint in
      (
        hint,
        hint.keys.reduce(27) { $0 + keyCapWidth($1) + 5 } + measure(hint.text, form).width
      )
    }
    var length: Double { shown.reduce(0) { $0 + $1.1 } }
    while length - 24 > room, shown.count > 1,
      let last = shown.lastIndex(where: { !$0.0.keys.contains("F1") })
    {
      shown.remove(at: last)
    }
    return (shown.map(\.0), length)
  }

  /// A level bar of a share, with a tick at the pass mark; what is under the mark is orange.
  public func scoreBar(
    _ area: Rectangle, share: Double?, passShare: Double?, slanted: Bool = false
  ) {
    let radius = area.height / 2
    fill(area, radius: radius, theme.sunken)
    stroke(area, radius: radius, theme.edge, width: 0.75)
    if let share {
      let filled = Rectangle(
        x: area.x, y: area.y, width: area.width * min(max(share, 0), 1), height: area.height)
      let isLow = passShare.map { share < $0 } ?? false
      if filled.width > 0 {
        canvas.save()
        canvas.clip(.roundedRectangle(area, radius: radius))
        let bar = Path.roundedRectangle(filled, radius: min(radius, filled.width / 2))
        canvas.fill(bar, isLow ? theme.low.mark : theme.inBand.mark)
        if isLow {
          canvas.stroke(bar, StrokeStyle(width: 1), theme.low.edge)
          if slanted { slants(filled) }
        }
        canvas.restore()
      }
    }
    if let passShare {
      let x = area.x + area.width * passShare
      line(x, area.y - 3, x, area.maxY + 3, theme.ink, width: area.height > 10 ? 1.5 : 2)
    }
  }

  private func slants(_ area: Rectangle) {
    let colour = theme.isDark ? theme.window : theme.ink
    var x = area.x + 9
    while x + 5 < area.maxX {
      line(x, area.maxY - 3, x + 5, area.y + 3, colour.opacity(0.55))
      x += 9
    }
  }
}
