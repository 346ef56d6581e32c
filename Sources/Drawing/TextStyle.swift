/// How a text is set.
public struct TextStyle: Hashable, Sendable {
  public enum Weight: Int, Sendable {
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
  }
  /// Where the text lies to the point it is drawn at.
  public enum Alignment: Sendable { case leading, centre, trailing }

  /// Size of the letters in layout units.
  public var size: Double
  public var weight: Weight
  public var colour: Colour
  public var alignment: Alignment
  /// Wider text is broken into lines, and cut with an ellipsis after the last one.
  public var maxWidth: Double?
  /// At least 1.
  public var maxLines: Int
  /// Distance of baselines, as a multiple of the size.
  public var lineHeight: Double
  /// Figures of equal width, for numbers that change.
  public var tabularFigures: Bool

  public init(
    size: Double, weight: Weight = .regular, colour: Colour, alignment: Alignment = .leading,
    maxWidth: Double? = nil, maxLines: Int = 1, lineHeight: Double = 1.45,
    tabularFigures: Bool = false
  ) {
    self.size = size
    self.weight = weight
    self.colour = colour
    self.alignment = alignment
    self.maxWidth = maxWidth
    self.maxLines = maxLines
    self.lineHeight = lineHeight
    self.tabularFigures = tabularFigures
  }
}

/// Room that a text takes, in layout units.
public struct TextSize: Hashable, Sendable {
  public var width: Double
  /// Of all lines.
  public var height: Double
  /// From the top of the first line to its baseline.
  public var baseline: Double
  /// Whether some of the text did not fit and was cut with an ellipsis.
  public var isCut: Bool
}
