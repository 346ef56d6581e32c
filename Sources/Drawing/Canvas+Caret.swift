import CCairo

extension Canvas {
  /// How far from the left end of a text set in one line the caret stands.
  ///
  /// In text that runs from right to left it moves left as the offset grows.
  ///
  /// - Parameter offset: bytes of UTF-8 before the caret; within the text, at a letter's edge.
  public func caret(in text: String, at offset: Int, _ style: TextStyle) -> Double {
    guard FontBook.hasAnyFont else { return Double(offset) * style.size * 0.55 }
    var place = PangoRectangle()
    let length = text.utf8.count
    pango_layout_get_cursor_pos(
      typesetter.setting(text, style).layout, Int32(min(max(offset, 0), length)), &place, nil)
    return Double(place.x) / Double(PANGO_SCALE)
  }
}
