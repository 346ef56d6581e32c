import Foundation

/// Vector pictures inside a page: figures in units of the picture, y downward.
///
/// Colours are names of ``Palette`` entries, so that a picture follows the page's appearance.
public enum SVG {
  public typealias Place = (x: Double, y: Double)

  /// A picture that fills the width of its place.
  ///
  /// What can be chosen in a picture with a title is not told; give a `role` of `group` with its
  /// label in `attributes` instead, and no title.
  ///
  /// - Parameters:
  ///   - title: what assistive technology says instead of the picture; nil: the same is said in
  ///     words elsewhere, and it is left out.
  public static func picture(
    width: Double, height: Double, title: String?, attributes: [Attribute] = [],
    @MarkupBuilder content: () -> Markup
  ) -> Markup {
    let role =
      title.map { [Attribute("role", "img"), .label($0)] }
      ?? (attributes.isEmpty ? [.decorative] : [])
    return .element(
      "svg",
      [
        .class("chart"), Attribute("viewBox", "0 0 \(number(width)) \(number(height))"),
        Attribute("focusable", "false"),
      ] + role + attributes, content: content)
  }

  public static func line(
    from: Place, to: Place, colour: String, width: Double = 1, dash: [Double] = [],
    isRound: Bool = false
  ) -> Markup {
    .element(
      "line",
      [
        Attribute("x1", number(from.x)), Attribute("y1", number(from.y)),
        Attribute("x2", number(to.x)), Attribute("y2", number(to.y)),
      ] + stroke(colour, width, dash)
        + (isRound ? [Attribute("stroke-linecap", "round")] : []))
  }

  /// Part of a circle from one angle to another, in radians, clockwise as seen from +x.
  public static func arc(
    centre: Place, radius: Double, from: Double, to: Double, colour: String, width: Double = 1,
    isRound: Bool = false
  ) -> Markup {
    func at(_ angle: Double) -> String {
      "\(number(centre.x + radius * cos(angle))) \(number(centre.y + radius * sin(angle)))"
    }
    let way = "\(to - from > Double.pi ? 1 : 0) \(to > from ? 1 : 0)"
    return path(
      "M\(at(from))A\(number(radius)) \(number(radius)) 0 \(way) \(at(to))", colour: colour,
      width: width, attributes: isRound ? [Attribute("stroke-linecap", "round")] : [])
  }

  /// Moves an element's origin.
  public static func moved(to place: Place) -> Attribute {
    Attribute("transform", "translate(\(number(place.x)) \(number(place.y)))")
  }

  /// Straight pieces through the places; nothing for fewer than two.
  public static func polyline(
    _ places: [Place], colour: String, width: Double = 1.5, dash: [Double] = []
  ) -> Markup {
    guard places.count > 1 else { return Markup() }
    return .element(
      "polyline",
      [
        Attribute(
          "points", places.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")),
        Attribute("fill", "none"), Attribute("stroke-linejoin", "round"),
        Attribute("stroke-linecap", "round"),
      ] + stroke(colour, width, dash))
  }

  /// - Parameter edge: colour of a hairline around it.
  public static func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, fill: String,
    edge: String? = nil, attributes: [Attribute] = []
  ) -> Markup {
    .element(
      "rect",
      [
        Attribute("x", number(x)), Attribute("y", number(y)),
        Attribute("width", number(max(0, width))), Attribute("height", number(max(0, height))),
      ] + (radius > 0 ? [Attribute("rx", number(radius))] : [])
        + [paint("fill", fill)] + (edge.map { [paint("stroke", $0)] } ?? []) + attributes)
  }

  public static func circle(
    centre: Place, radius: Double, fill: String, edge: String? = nil, edgeWidth: Double = 1.5
  ) -> Markup {
    .element(
      "circle",
      [
        Attribute("cx", number(centre.x)), Attribute("cy", number(centre.y)),
        Attribute("r", number(radius)), paint("fill", fill),
      ] + (edge.map { stroke($0, edgeWidth, []) } ?? []))
  }

  /// - Parameter data: as in the `d` of a `path`.
  public static func path(
    _ data: String, fill: String? = nil, colour: String? = nil, width: Double = 1,
    dash: [Double] = [], attributes: [Attribute] = []
  ) -> Markup {
    .element(
      "path",
      [Attribute("d", data), fill.map { paint("fill", $0) } ?? Attribute("fill", "none")]
        + (colour.map { stroke($0, width, dash) } ?? []) + attributes)
  }

  public enum Anchor: String, Sendable { case start, middle, end }

  /// A line of text on its baseline, which can be selected.
  public static func text(
    _ text: String, at place: Place, size: Double = 12, anchor: Anchor = .start,
    weight: Int = 400, colour: String? = nil
  ) -> Markup {
    .element(
      "text",
      [
        Attribute("x", number(place.x)), Attribute("y", number(place.y)),
        Attribute("font-size", number(size)),
      ] + (anchor == .start ? [] : [Attribute("text-anchor", anchor.rawValue)])
        + (weight == 400 ? [] : [Attribute("font-weight", String(weight))])
        + (colour.map { [Attribute.style("fill:var(--\($0))")] } ?? [])
    ) { text }
  }

  public struct Bar: Sendable {
    public var label: String
    /// From 0 to the chart's limit.
    public var value: Double
    /// What stands at its end.
    public var caption: String
    public var colour: String

    public init(label: String, value: Double, caption: String, colour: String = "in-band") {
      self.label = label
      self.value = value
      self.caption = caption
      self.colour = colour
    }
  }

  /// Bars below each other, their labels at the left.
  ///
  /// - Parameters:
  ///   - limit: the value of a whole bar.
  ///   - mark: a value at which a line stands through all bars, such as a pass mark.
  public static func bars(
    _ bars: [Bar], limit: Double, width: Double, labelWidth: Double, pitch: Double = 30,
    mark: Double? = nil, title: String?
  ) -> Markup {
    let captionWidth = 56.0
    let room = max(1, width - labelWidth - captionWidth)
    let height = pitch * Double(bars.count)
    func x(_ value: Double) -> Double { labelWidth + room * min(max(value / limit, 0), 1) }
    return picture(width: width, height: height, title: title) {
      for (index, bar) in bars.enumerated() {
        let top = pitch * Double(index) + pitch / 2 - 7
        text(bar.label, at: (0, top + 11.5), size: 13, colour: "ink")
        rectangle(
          x: labelWidth, y: top, width: room, height: 14, radius: 7, fill: "sunken", edge: "line")
        rectangle(
          x: labelWidth, y: top, width: x(bar.value) - labelWidth, height: 14,
          radius: min(7, (x(bar.value) - labelWidth) / 2), fill: bar.colour)
        text(
          bar.caption, at: (width, top + 11.5), size: 13, anchor: .end, weight: 600, colour: "ink")
      }
      if let mark {
        line(from: (x(mark), 0), to: (x(mark), height), colour: "ink", width: 1.5, dash: [3, 3])
      }
    }
  }

  /// A figure with at most two decimals, in the shortest way.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int(
      (min(max(value, -1e12), 1e12) * 100).rounded(.toNearestOrAwayFromZero))
    let magnitude = hundredths.magnitude
    let rest = magnitude % 100
    var text = (hundredths < 0 ? "-" : "") + String(magnitude / 100)
    if rest != 0 {
      text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
    return text
  }

  private static func paint(_ property: StaticString, _ colour: String) -> Attribute {
    Attribute(property, "var(--\(colour))")
  }

  private static func stroke(_ colour: String, _ width: Double, _ dash: [Double]) -> [Attribute] {
    [paint("stroke", colour), Attribute("stroke-width", number(width))]
      + (dash.isEmpty
        ? [] : [Attribute("stroke-dasharray", dash.map(number).joined(separator: " "))])
  }
}
