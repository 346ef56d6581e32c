public import Drawing

/// The palette of one appearance, light or dark; roles as in the style sheet.
public struct Theme: Sendable {
  public let isDark: Bool

  /// Behind cards.
  public let window: Colour
  /// Cards, buttons, pills on the plate.
  public let surface: Colour
  /// Hint bar, empty tracks, disabled fill.
  public let sunken: Colour
  /// The plate's radial gradient, from its middle outward.
  public let plateInner: Colour
  public let plateOuter: Colour
  /// Hairline of cards; decoration only.
  public let line: Colour
  /// Border of controls, at least 3:1 on its ground.
  public let edge: Colour
  /// Text.
  public let ink: Colour
  /// Secondary text.
  public let inkSecondary: Colour
  /// Placeholders and disabled text.
  public let inkTertiary: Colour

  /// Contour and landmarks.
  public let sepia: Colour
  /// Fine lines and hatching.
  public let sepiaFine: Colour
  /// Table and folds.
  public let sepiaPale: Colour
  public let skin: Colour
  public let skinEdge: Colour
  public let hair: Colour
  public let cloth: Colour
  public let table: Colour
  public let cushion: Colour

  /// The only accent: primary button, focus, guide, target, current step.
  public let teal: Colour
  public let tealDeep: Colour
  public let tealTint: Colour
  public let onTeal: Colour

  /// Correct.
  public let inBand: Signal
  /// Too fast, too hard, off the path, error.
  public let high: Signal
  /// Too slow, too light, warning.
  public let low: Signal
  /// Areas in spasm and their margin only.
  public let spasm: Signal
  public let warmth: Colour

  /// The colours of one meaning; colour never carries it alone.
  public struct Signal: Sendable {
    /// Fill of marks and trails.
    public let mark: Colour
    /// Casing of a mark where the ground needs one.
    public let edge: Colour
    public let text: Colour
    /// Ground of pills and rows.
    public let tint: Colour
  }

  public static func of(_ frame: Frame) -> Theme { frame.isDark ? dark : light }

  public static let light = Theme(
    isDark: false,
    window: Colour(0xFAF5EC), surface: Colour(0xFFFDF9), sunken: Colour(0xF3EADB),
    plateInner: Colour(0xF8F0E3), plateOuter: Colour(0xEFE3D0),
    line: Colour(0xE2D5C2), edge: Colour(0x8F7D6B),
    ink: Colour(0x2A211C), inkSecondary: Colour(0x5A4C42), inkTertiary: Colour(0x6F6054),
    sepia: Colour(0x8A4B33), sepiaFine: Colour(0xB98468), sepiaPale: Colour(0xD9B79F),
    skin: Colour(0xF8E9D9), skinEdge: Colour(0xEED4BE),
    hair: Colour(0xD6B195), cloth: Colour(0xFDFAF4), table: Colour(0xEFE6D8),
    cushion: Colour(0xE9D9C4),
    teal: Colour(0x0A6C6B), tealDeep: Colour(0x07504F), tealTint: Colour(0xDCECE8),
    onTeal: Colour(0xFFFFFF),
    inBand: Signal(
      mark: Colour(0x0072B2), edge: Colour(0x005A8E), text: Colour(0x005A8E),
      tint: Colour(0xDFECF5)),
    high: Signal(
      mark: Colour(0xD55E00), edge: Colour(0xA03F00), text: Colour(0xA03F00),
      tint: Colour(0xFBE7D9)),
    low: Signal(
      mark: Colour(0xE69F00), edge: Colour(0x9A6A00), text: Colour(0x7A5200),
      tint: Colour(0xFBEFD3)),
    spasm: Signal(
      mark: Colour(0xCC79A7), edge: Colour(0xA34D7E), text: Colour(0x8A3A68),
      tint: Colour(0xF6E3EE)),
    warmth: Colour(0xD0713F))

  public static let dark = Theme(
    isDark: true,
    window: Colour(0x171310), surface: Colour(0x231D19), sunken: Colour(0x2E2621),
    plateInner: Colour(0x1C1714), plateOuter: Colour(0x14100D),
    line: Colour(0x3B312A), edge: Colour(0x8A786A),
    ink: Colour(0xF4EBE1), inkSecondary: Colour(0xCBBBAD), inkTertiary: Colour(0xAB9A8B),
    sepia: Colour(0xCF9B80), sepiaFine: Colour(0x9C6F59), sepiaPale: Colour(0x5E4538),
    skin: Colour(0x3B2C24), skinEdge: Colour(0x2C201A),
    hair: Colour(0x4B382D), cloth: Colour(0x2C2520), table: Colour(0x241E1A),
    cushion: Colour(0x3A2F27),
    teal: Colour(0x5CC6BE), tealDeep: Colour(0x8AD9D3), tealTint: Colour(0x17332F),
    onTeal: Colour(0x07211F),
    inBand: Signal(
      mark: Colour(0x56B4E9), edge: Colour(0x86CBF2), text: Colour(0x86CBF2),
      tint: Colour(0x152B3B)),
    high: Signal(
      mark: Colour(0xF0803C), edge: Colour(0xFFA574), text: Colour(0xFFA574),
      tint: Colour(0x3B2114)),
    low: Signal(
      mark: Colour(0xE69F00), edge: Colour(0xE69F00), text: Colour(0xF2BE4F),
      tint: Colour(0x362809)),
    spasm: Signal(
      mark: Colour(0xCC79A7), edge: Colour(0xDD93BB), text: Colour(0xE7B0CF),
      tint: Colour(0x3A2230)),
    warmth: Colour(0xE08A55))
}

/// The sizes of type, in layout units. Nothing is smaller than ``label``.
public enum TypeSize {
  /// Plate labels, axes, key caps.
  public static let label = 12.0
  /// Secondary text, captions.
  public static let caption = 13.0
  /// Rows and fields.
  public static let row = 14.0
  /// Buttons and longer texts.
  public static let button = 15.0
  /// Card titles.
  public static let title = 16.0
  /// The coaching line.
  public static let coaching = 19.0
  /// Step and patient name.
  public static let heading = 22.0
  /// Live values and the clock.
  public static let value = 24.0
  /// Screen title.
  public static let screen = 28.0
  /// Total score.
  public static let score = 56.0
}

/// Distances and radii, in layout units.
public enum Space {
  public static let margin = 24.0
  public static let gap = 16.0
  public static let columnGap = 24.0
  public static let padding = 20.0
  public static let appBar = 64.0
  public static let hintBar = 40.0
  /// Least width and height of what can be clicked.
  public static let target = 44.0

  public static let cardRadius = 12.0
  public static let buttonRadius = 10.0
  public static let fieldRadius = 8.0
  public static let keyCapRadius = 5.0

  /// The layout for which the screens are designed; other sizes scale it evenly.
  public static let referenceWidth = 1280.0
  public static let referenceHeight = 800.0
}
