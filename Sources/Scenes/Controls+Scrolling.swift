import Drawing
public import Geometry

extension Painter {
  /// Draws a part whose content may be longer than its place, moved by the frame's offset and cut
  /// at the edges, with a thin bar where there is more than can be seen.
  ///
  /// Where the content fits, it is drawn as if nothing were to be scrolled.
  ///
  /// - Parameters:
  ///   - area: where it is seen, in layout units.
  ///   - length: of the content, which begins at the upper edge of the area.
  ///   - body: draws the content as if nothing were scrolled.
  public mutating func scrolled(
    _ id: ScrollArea.ID, in area: Rectangle, length: Double, _ body: (inout Painter) -> Void
  ) {
    precondition(view == nil, "parts to scroll do not lie in one another")
    let limit = length - area.height
    guard limit > 0.5, area.height > 0 else {
      body(&self)
      return
    }
    // Whole pixels, so that lines stay sharp.
    let asked = (frame.offset(of: id)).rounded() / frame.scale
    let offset = min(max(0, asked), limit)
    canvas.save()
    canvas.clip(.rectangle(area))
    canvas.translate(0, -offset)
    view = ScrollView(id: id, area: area, offset: offset)
    body(&self)
    view = nil
    canvas.restore()
    let room = area.height - 12
    let track = Rectangle(x: area.maxX - 18, y: area.y + 6, width: 18, height: room)
    let height = max(32, room * area.height / length)
    let thumb = Rectangle(
      x: area.maxX - 11, y: area.y + 6 + (room - height) * offset / limit, width: 5,
      height: height)
    fill(
      Rectangle(x: thumb.x, y: area.y + 6, width: thumb.width, height: room), radius: 2.5,
      theme.line)
    fill(thumb, radius: 2.5, theme.edge)
    scrolls.append(
      ScrollArea(
        id: id, area: area, length: length, offset: offset, track: track, thumb: thumb))
  }

  /// Whether any of a place can be seen as the part in which it stands is scrolled.
  func isInSight(_ area: Rectangle) -> Bool { view.map { $0.place(area).visible != nil } ?? true }

  /// The body of a page between its bars, as long as `length`.
  public mutating func page(length: Double, _ body: (inout Painter) -> Void) {
    scrolled(.page, in: pageArea, length: length, body)
  }

  /// Whether the page is narrower than that for which the cards are placed by hand.
  var isNarrow: Bool { width < Space.referenceWidth - 0.5 }

  /// Whether the page is so high, as on an upright display, that cards side by side would be torn.
  var isTall: Bool { height >= 1120 }

  /// Between the bars at the top and at the bottom.
  public var pageArea: Rectangle {
    Rectangle(
      x: 0, y: Space.appBar, width: width, height: height - Space.appBar - Space.hintBar)
  }
}

/// What is being scrolled while a part is drawn.
struct ScrollView {
  var id: ScrollArea.ID
  /// In layout units, as the offset.
  var area: Rectangle
  var offset: Double

  /// Where something is on the page, and what of it can be seen.
  func place(_ area: Rectangle) -> (area: Rectangle, visible: Rectangle?) {
    var moved = area
    moved.y -= offset
    return (moved, moved.intersection(self.area))
  }
}

extension Rectangle {
  /// The part that both share; nil when they do not overlap.
  func intersection(_ other: Rectangle) -> Rectangle? {
    let left = max(x, other.x)
    let top = max(y, other.y)
    let width = min(maxX, other.maxX) - left
    let height = min(maxY, other.maxY) - top
    guard width > 0, height > 0 else { return nil }
    return Rectangle(x: left, y: top, width: width, height: height)
  }

  func scaled(_ scale: Double) -> Rectangle {
    Rectangle(x: x * scale, y: y * scale, width: width * scale, height: height * scale)
  }
}
