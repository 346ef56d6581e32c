import CCairo

/// Sets texts with Pango and keeps the set ones, since most texts are the same from frame to frame.
final class Typesetter {
  private struct Key: Hashable {
    var text: String
    /// With the colour taken out: it does not change the setting.
    var style: TextStyle
  }

  struct Setting {
    var layout: OpaquePointer
    var size: TextSize

    var lacksLetters: Bool { pango_layout_get_unknown_glyphs_count(layout) > 0 }
  }

  private let context: OpaquePointer
  private var settings: [Key: Setting] = [:]
  private static let mostKept = 600

  init() {
    context = effleurage_text_context()
    pango_cairo_context_set_resolution(context, 72)
    // Letters keep their shapes and distances at every scale: nothing is moved onto whole pixels.
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
  }

  deinit {
    forget()
    effleurage_unref(UnsafeMutableRawPointer(context))
  }

  private func forget() {
    for setting in settings.values { effleurage_unref(UnsafeMutableRawPointer(setting.layout)) }
    settings = [:]
  }

  func setting(_ text: String, _ style: TextStyle) -> Setting {
    var key = Key(text: text, style: style)
    key.style.colour = Colour(0)
    if let known = settings[key] { return known }
    if settings.count >= Typesetter.mostKept { forget() }
    let made = make(text, style)
    settings[key] = made
    return made
  }

  private func make(_ text: String, _ style: TextStyle) -> Setting {
    let layout: OpaquePointer = pango_layout_new(context)
    let scale = Double(PANGO_SCALE)
    let description = pango_font_description_new()
    pango_font_description_set_family(description, "\(FontBook.family), sans-serif")
    pango_font_description_set_weight(description, PangoWeight(UInt32(style.weight.rawValue)))
    pango_font_description_set_absolute_size(description, max(style.size, 0.1) * scale)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)

    let attributes = pango_attr_list_new()
    if style.tabularFigures {
      pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"))
    }
    pango_attr_list_insert(
      attributes,
      pango_attr_line_height_new_absolute(Int32(style.size * style.lineHeight * scale)))
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)

    let shown =
      style.maxLines <= 1 ? String(text.map { $0.isNewline ? " " : $0 }) : text
    pango_layout_set_text(layout, shown, Int32(shown.utf8.count))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    let alignment =
      switch style.alignment {
      case .leading: PANGO_ALIGN_LEFT
      case .centre: PANGO_ALIGN_CENTER
      case .trailing: PANGO_ALIGN_RIGHT
      }
    pango_layout_set_alignment(layout, alignment)
    if let width = style.maxWidth {
      pango_layout_set_width(layout, Int32(max(0, width) * scale))
      pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
      pango_layout_set_height(layout, -Int32(max(1, style.maxLines)))
    }
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    let size = TextSize(
      width: Double(logical.width) / scale, height: Double(logical.height) / scale,
      baseline: Double(pango_layout_get_baseline(layout)) / scale,
      isCut: pango_layout_is_ellipsized(layout) != 0)
    return Setting(layout: layout, size: size)
  }
}
