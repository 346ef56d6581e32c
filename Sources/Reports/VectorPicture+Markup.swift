import Drawing
import Geometry
import Pages

/// Turns pictures in vectors into SVG inside a page.
///
/// Numbers are whole tenths of a unit, so the view box of a picture is ten times its size. Colours
/// become those of the page's palette, so that a picture follows the page into the dark.
struct SVGWriter {
  static let unit = 10.0

  /// Parts that are named: gradients and clips; they belong into one `defs` of the page.
  private(set) var definitions = Markup()
  /// Before the names, so that those of two writers differ.
  private let prefix: String
  /// Gradients by what they are, each with its name.
  private var gradients: [(stops: String, name: String)] = []
  private var clips = 0
  /// Palette entries that stand in for others.
  var replacements: [String: String] = [:]

  init(prefix: String) { self.prefix = prefix }

  mutating func markup(of picture: VectorPicture) -> Markup { markup(of: picture.elements) }

  private mutating func markup(of elements: [VectorPicture.Element]) -> Markup {
    var markup = Markup()
    var index = 0
    while index < elements.count {
      switch elements[index] {
      case .fill(let path, let paint):
        markup += filled(path, paint)
      case .stroke(let first, let style, .colour(let colour)) where colour.alpha == 1:
        // Lines that look the same are one element: there are many.
        var data = PathData()
        data.append(first)
        while index + 1 < elements.count,
          case .stroke(let next, style, .colour(colour)) = elements[index + 1]
        {
          data.append(next)
          index += 1
        }
        markup += stroked(data, style, colour)
      case .stroke(let path, let style, let paint):
        var data = PathData()
        data.append(path)
        if case .colour(let colour) = paint { markup += stroked(data, style, colour) }
      case .text(let text, let place, let style):
        markup += SVG.text(
          text, at: (place.x * SVGWriter.unit, place.y * SVGWriter.unit),
          size: style.size * SVGWriter.unit,
          anchor: style.alignment == .leading
            ? .start : style.alignment == .centre ? .middle : .end,
          weight: style.weight.rawValue, colour: name(of: style.colour))
      case .clipped(let outline, let inside):
        clips += 1
        let name = "\(prefix)-clip-\(clips)"
        var data = PathData()
        data.append(outline)
        definitions += .element("clipPath", .id(name)) {
          Markup.element("path", Attribute("d", data.text))
        }
        let content = self.markup(of: inside)
        markup += .element("g", Attribute("clip-path", "url(#\(name))")) { content }
      }
      index += 1
    }
    return markup
  }

  private mutating func filled(_ path: Path, _ paint: Paint) -> Markup {
    var data = PathData()
    data.append(path)
    let fill: [Attribute]
    switch paint {
    case .colour(let colour):
      fill =
        [
          Attribute("fill", "var(--\(name(of: colour)))")
        ] + opacity("fill-opacity", colour.alpha)
    case .linear, .radial:
      fill = [Attribute("fill", "url(#\(gradient(paint)))")]
    }
    return .element("path", [Attribute("d", data.text)] + fill)
  }

  private func stroked(_ data: PathData, _ style: StrokeStyle, _ colour: Colour) -> Markup {
    var attributes = [
      Attribute("d", data.text), Attribute("fill", "none"),
      Attribute("stroke", "var(--\(name(of: colour)))"),
      Attribute("stroke-width", SVG.number(style.width * SVGWriter.unit)),
    ]
    if style.cap != .butt {
      attributes.append(Attribute("stroke-linecap", style.cap == .round ? "round" : "square"))
    }
    if style.join == .round { attributes.append(Attribute("stroke-linejoin", "round")) }
    if !style.dash.isEmpty {
      attributes.append(
        Attribute(
          "stroke-dasharray",
          style.dash.map { SVG.number($0 * SVGWriter.unit) }.joined(separator: " ")))
    }
    return .element("path", attributes + opacity("stroke-opacity", colour.alpha))
  }

  private func opacity(_ name: StaticString, _ alpha: Double) -> [Attribute] {
    alpha < 1 ? [Attribute(name, SVG.number(alpha))] : []
  }

  private mutating func gradient(_ paint: Paint) -> String {
    func stops(_ stops: [(Double, Colour)]) -> Markup {
      var markup = Markup()
      for (share, colour) in stops {
        markup += .element(
          "stop",
          [
            Attribute("offset", SVG.number(share)),
            Attribute("stop-color", "var(--\(name(of: colour)))"),
          ] + opacity("stop-opacity", colour.alpha))
      }
      return markup
    }
    func number(_ value: Double) -> String { SVG.number(value * SVGWriter.unit) }
    let id = "\(prefix)-paint-\(gradients.count + 1)"
    func element(_ id: String) -> Markup {
      switch paint {
      case .linear(let from, let to, let shares):
        .element(
          "linearGradient", .id(id), Attribute("gradientUnits", "userSpaceOnUse"),
          Attribute("x1", number(from.x)), Attribute("y1", number(from.y)),
          Attribute("x2", number(to.x)), Attribute("y2", number(to.y))
        ) { stops(shares) }
      case .radial(let centre, let radius, let shares):
        .element(
          "radialGradient", .id(id), Attribute("gradientUnits", "userSpaceOnUse"),
          Attribute("cx", number(centre.x)), Attribute("cy", number(centre.y)),
          Attribute("r", number(radius))
        ) { stops(shares) }
      case .colour: Markup()
      }
    }
    let bare = element("").html
    if let known = gradients.first(where: { $0.stops == bare }) { return known.name }
    gradients.append((bare, id))
    definitions += element(id)
    return id
  }

  /// The palette's entry for a colour of the light appearance.
  private func name(of colour: Colour) -> String {
    func byte(_ share: Double) -> UInt32 { UInt32((min(max(share, 0), 1) * 255).rounded()) }
    let value = byte(colour.red) << 16 | byte(colour.green) << 8 | byte(colour.blue)
    let name = Palette.name(ofLight: value) ?? "ink"
    return replacements[name] ?? name
  }
}

/// The `d` of a path: whole numbers, each place told from the one before it.
struct PathData {
  private(set) var text = ""
  private var cursor = (x: 0, y: 0)
  private var start = (x: 0, y: 0)
  /// The command that further numbers belong to.
  private var command: Character?

  mutating func append(_ path: Path) {
    for element in path.elements {
      switch element {
      case .move(let point):
        write("m", [point])
        start = cursor
        // More pairs after a move are lines.
        command = "l"
      case .line(let point): write("l", [point])
      case .curve(let first, let second, let end): write("c", [first, second, end])
      case .close:
        text += "z"
        cursor = start
        command = nil
      }
    }
    // A path goes on where the next one does not begin.
    command = nil
  }

  private mutating func write(_ letter: Character, _ points: [Point]) {
    var isFirst = command != letter
    if isFirst { text.append(letter) }
    command = letter
    let from = cursor
    for point in points {
      cursor = (PathData.whole(point.x), PathData.whole(point.y))
      for value in [cursor.x - from.x, cursor.y - from.y] {
        if !isFirst, value >= 0 { text += " " }
        isFirst = false
        text += String(value)
      }
    }
  }

  private static func whole(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    return Int((min(max(value, -1e6), 1e6) * SVGWriter.unit).rounded(.toNearestOrAwayFromZero))
  }
}
