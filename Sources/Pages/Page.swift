import Digests
import Foundation

/// A document of HTML in one file: it needs nothing from elsewhere and may ask for nothing.
///
/// Its style has the palette of the window in light and dark, its script sorts tables
/// (``Table``). Without scripts the page reads the same. Printed it fills sheets of A4.
public struct Page: Sendable {
  public enum Direction: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }

  /// As in BCP 47, such as `en`.
  public var language: String
  public var direction: Direction
  public var title: String
  /// The page's own rules, after those of all pages; written by the program and never by a file.
  public var style: String
  /// The page's own script, after that of all pages; written by the program and never by a file.
  public var script: String
  /// What stands in the body; one `main` in it.
  public var body: Markup

  public init(
    title: String, language: String, direction: Direction = .leftToRight, style: String = "",
    script: String = "", @MarkupBuilder body: () -> Markup
  ) {
    self.title = title
    self.language = language
    self.direction = direction
    self.style = style
    self.script = script
    self.body = body()
  }

  /// The whole file; the same values give the same bytes.
  public var html: String {
    let script = Page.baseScript + self.script
    let page =
      Markup.documentType
      + .element("html", Attribute("lang", language), Attribute("dir", direction.rawValue)) {
        Markup.element("head") {
          Markup.element("meta", Attribute("charset", "utf-8"))
          Markup.element(
            "meta", Attribute("http-equiv", "Content-Security-Policy"),
            Attribute("content", Page.policy(script: script)))
          Markup.element(
            "meta", Attribute("name", "viewport"),
            Attribute("content", "width=device-width, initial-scale=1"))
          Markup.element(
            "meta", Attribute("name", "color-scheme"), Attribute("content", "light dark"))
          Markup.element(
            "meta", Attribute("name", "referrer"), Attribute("content", "no-referrer"))
          // Browsers ask the server for an icon where a page names none.
          Markup.element("link", Attribute("rel", "icon"), Attribute.href("data:,"))
          Markup.element("title") { title }
          Markup.raw("style", Page.baseStyle + style)
        }
        Markup.element("body") {
          body
          Markup.raw("script", script)
        }
      }
    return page.html + "\n"
  }

  /// Forbids everything but what the file itself holds, and every script but the one.
  private static func policy(script: String) -> String {
    let digest = Data(SHA256.digest(of: Array(script.utf8))).base64EncodedString()
    return "default-src 'none'; script-src 'sha256-\(digest)'; style-src 'unsafe-inline'; "
      + "img-src data:; base-uri 'none'; form-action 'none'"
  }
}
