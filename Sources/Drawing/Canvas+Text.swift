import CCairo
public import Geometry

extension Canvas {
  /// Draws a text and says what room it took.
  ///
  /// - Parameter point: on the baseline of the first line, at the text's left end, middle or right
  ///   end by the style's alignment.
  @discardableResult
  public func text(_ text: String, at point: Point, _ style: TextStyle) -> TextSize {
    if let notes {
      let place = onSurface(point)
      var size = style
      size.size *= pixelsPerUnit
      notes.add(.text(text, at: place, size))
      return measure(text, style)
    }
    guard FontBook.hasAnyFont else { return Canvas.guess(text, style) }
    let setting = typesetter.setting(text, style)
    let room = style.maxWidth ?? setting.size.width
    let left: Double =
      switch style.alignment {
      case .leading: point.x
      case .centre: point.x - room / 2
      case .trailing: point.x - room
      }
    withSource(.colour(style.colour)) {
      // Drawn as shapes: this Cairo moves the pictures of letters onto whole pixels, which makes
      // the distances between them uneven.
      cairo_new_path(context)
      cairo_move_to(context, left, point.y - setting.size.baseline)
      if keepsLetters {
        pango_cairo_show_layout(context, setting.layout)
      } else {
        pango_cairo_layout_path(context, setting.layout)
        cairo_fill(context)
      }
    }
    return setting.size
  }

  /// The room a text takes: its width, the height of all lines, and the way from the top to the
  /// first baseline.
  public func measure(_ text: String, _ style: TextStyle) -> TextSize {
    guard FontBook.hasAnyFont else { return Canvas.guess(text, style) }
    return typesetter.setting(text, style).size
  }

  /// On a machine without a single font the layout still stands.
  private static func guess(_ text: String, _ style: TextStyle) -> TextSize {
    let natural = Double(text.count) * style.size * 0.55
    let width = min(natural, style.maxWidth ?? natural)
    return TextSize(
      width: width, height: style.size * style.lineHeight, baseline: style.size * 1.1,
      isCut: width < natural)
  }
}
