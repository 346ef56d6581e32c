/// A piece of HTML that is well formed whatever texts went into it.
///
/// Every text is escaped when it goes in, so what is held here needs no escaping any more. A string
/// literal, also one with interpolations, is a text.
public struct Markup: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// As it stands in the file.
  public private(set) var html: String

  private init(html: String) { self.html = html }

  public init() { html = "" }

  /// A text.
  public init(_ text: String) { html = Escape.text(text) }

  public init(stringLiteral value: String) { self.init(value) }

  public var isEmpty: Bool { html.isEmpty }

  public static func + (first: Markup, second: Markup) -> Markup {
    Markup(html: first.html + second.html)
  }

  public static func += (first: inout Markup, second: Markup) { first.html += second.html }

  /// Elements that have no content and no end tag.
  private static let empty = [
    "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  /// An element of HTML or SVG.
  ///
  /// - Parameter name: of letters and digits, written by the program and never by a file.
  public static func element(
    _ name: StaticString, _ attributes: [Attribute] = [],
    @MarkupBuilder content: () -> Markup = { Markup() }
  ) -> Markup {
    let name = "\(name)"
    var html = "<" + name
    for attribute in attributes { html += attribute.html }
    html += ">"
    if empty.contains(name) { return Markup(html: html) }
    html += content().html
    html += "</" + name + ">"
    return Markup(html: html)
  }

  public static func element(
    _ name: StaticString, _ attributes: Attribute...,
    @MarkupBuilder content: () -> Markup = { Markup() }
  ) -> Markup {
    element(name, attributes, content: content)
  }

  /// A text of somebody's own (a name, a title) whose direction says nothing about what stands
  /// beside it.
  public static func isolated(_ text: String) -> Markup { element("bdi") { text } }

  /// Values for the page's script: JSON in an element that no browser runs.
  ///
  /// - Parameters:
  ///   - id: by which the script finds it.
  ///   - json: whole; it is written such that no text in it can end the element.
  public static func data(id: String, json: String) -> Markup {
    var safe = ""
    safe.reserveCapacity(json.utf8.count)
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": safe += "\\u003c"
      case ">": safe += "\\u003e"
      case "&": safe += "\\u0026"
      case "\u{2028}": safe += "\\u2028"
      case "\u{2029}": safe += "\\u2029"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return Markup(
      html: "<script" + Attribute("type", "application/json").html + Attribute.id(id).html + ">"
        + safe + "</script>")
  }

  /// The program's own style or script, which holds no text from elsewhere.
  static func raw(_ name: StaticString, _ text: String) -> Markup {
    Markup(html: "<\(name)>" + text + "</\(name)>")
  }

  static var documentType: Markup { Markup(html: "<!DOCTYPE html>\n") }
}

/// Gathers pieces of markup; a `String` among them is a text.
@resultBuilder
public enum MarkupBuilder {
  public static func buildExpression(_ markup: Markup) -> Markup { markup }
  public static func buildExpression(_ text: String) -> Markup { Markup(text) }
  public static func buildBlock(_ parts: Markup...) -> Markup { buildArray(parts) }
  public static func buildOptional(_ part: Markup?) -> Markup { part ?? Markup() }
  public static func buildEither(first: Markup) -> Markup { first }
  public static func buildEither(second: Markup) -> Markup { second }

  public static func buildArray(_ parts: [Markup]) -> Markup {
    var whole = Markup()
    for part in parts { whole += part }
    return whole
  }
}
