/// An attribute of an element; its value is escaped.
public struct Attribute: Hashable, Sendable {
  /// As it stands in the tag, with the blank before it.
  let html: String

  /// - Parameter name: written by the program and never by a file.
  public init(_ name: StaticString, _ value: String) {
    html = " \(name)=\"" + Escape.attribute(value) + "\""
  }

  /// An attribute that holds by being there, such as `hidden`.
  public init(_ name: StaticString) { html = " \(name)" }

  public static func id(_ id: String) -> Attribute { Attribute("id", id) }
  public static func `class`(_ names: String...) -> Attribute {
    Attribute("class", names.joined(separator: " "))
  }
  public static func href(_ target: String) -> Attribute { Attribute("href", target) }
  public static func style(_ declarations: String) -> Attribute {
    Attribute("style", declarations)
  }
  /// What assistive technology calls the element.
  public static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
  public static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", id) }
  /// Not told by assistive technology: the same is said elsewhere in words.
  public static var decorative: Attribute { Attribute("aria-hidden", "true") }
  /// The direction follows the text that the element holds.
  public static var directionOfText: Attribute { Attribute("dir", "auto") }
}

enum Escape {
  static func text(_ text: String) -> String { escaped(text, quotes: false) }
  static func attribute(_ text: String) -> String { escaped(text, quotes: true) }

  /// - Parameter quotes: also quotes, tabs and line ends, which an attribute's value would lose.
  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t" where quotes: result += "&#9;"
      case "\n" where quotes: result += "&#10;"
      // A parser turns it into a line feed; as a reference it would be an error.
      case "\r": result += quotes ? "&#10;" : "\n"
      default: result.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  /// What neither HTML nor XML may hold: controls, and code points that are no characters.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }
}
