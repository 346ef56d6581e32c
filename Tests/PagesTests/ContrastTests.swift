import Foundation
import Pages
import Testing

/// What WCAG 2.2 AA asks of colours, for the pairs that pages use.
@Suite struct ContrastTests {
  static let texts = [
    ("ink", "window"), ("ink", "surface"), ("ink", "sunken"), ("ink-secondary", "window"),
    ("ink-secondary", "surface"), ("ink-secondary", "sunken"), ("ink-secondary", "teal-tint"),
    ("ink-tertiary", "surface"),
    ("teal-deep", "window"), ("teal-deep", "surface"), ("teal-deep", "teal-tint"),
    ("on-teal", "teal"), ("on-teal", "teal-deep"), ("in-band-text", "in-band-tint"),
    ("high-text", "high-tint"), ("low-text", "low-tint"), ("spasm-text", "spasm-tint"),
    ("in-band-text", "surface"), ("high-text", "surface"), ("low-text", "surface"),
    ("surface", "spasm-text"), ("surface", "high-edge"), ("surface", "ink-secondary"),
    ("on-low", "low"), ("sepia", "surface"),
  ]
  /// Borders of controls, focus, marks.
  static let signs = [
    ("edge", "surface"), ("edge", "window"), ("teal", "window"), ("teal", "surface"),
    ("in-band", "surface"), ("high-edge", "surface"), ("low-edge", "surface"),
    ("in-band", "skin"), ("high-edge", "skin"), ("low-edge", "skin"), ("spasm-text", "skin"),
    ("low-edge", "sunken"), ("in-band", "sunken"), ("ink-secondary", "skin"),
  ]

  @Test(arguments: texts) func textsCanBeRead(text: String, ground: String) throws {
    for isDark in [false, true] {
      let ratio = try Self.ratio(text, ground, isDark: isDark)
      #expect(ratio >= 4.5, "\(text) on \(ground), dark \(isDark): \(ratio)")
    }
  }

  @Test(arguments: signs) func signsCanBeSeen(sign: String, ground: String) throws {
    for isDark in [false, true] {
      let ratio = try Self.ratio(sign, ground, isDark: isDark)
      #expect(ratio >= 3, "\(sign) on \(ground), dark \(isDark): \(ratio)")
    }
  }

  /// The reckoning itself, on pairs whose ratio is known.
  @Test func blackOnWhiteIs21() {
    #expect(abs(Self.ratio(0x000000, 0xFFFFFF) - 21) < 1e-9)
    #expect(abs(Self.ratio(0x777777, 0xFFFFFF) - 4.478) < 0.001)
  }

  private static func ratio(_ a: String, _ b: String, isDark: Bool) throws -> Double {
    func colour(_ name: String) throws -> UInt32 {
      let entry = try #require(Palette.entries.first { $0.name == name }, "no --\(name)")
      return isDark ? entry.dark : entry.light
    }
    return ratio(try colour(a), try colour(b))
  }

  private static func ratio(_ a: UInt32, _ b: UInt32) -> Double {
    let (first, second) = (luminance(a), luminance(b))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ colour: UInt32) -> Double {
    func linear(_ shift: UInt32) -> Double {
      let share = Double((colour >> shift) & 0xFF) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
