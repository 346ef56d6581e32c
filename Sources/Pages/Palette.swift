/// The colours of pages: those of the window, light and dark, as `0xRRGGBB`.
public struct Palette: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// The custom property without its two hyphens.
    public let name: String
    public let light: UInt32
    public let dark: UInt32

    init(_ name: String, _ light: UInt32, _ dark: UInt32) {
      self.name = name
      self.light = light
      self.dark = dark
    }
  }

  public static let entries: [Entry] = [
    Entry("window", 0xFAF5EC, 0x171310),
    Entry("surface", 0xFFFDF9, 0x231D19),
    Entry("sunken", 0xF3EADB, 0x2E2621),
    Entry("plate-inner", 0xF8F0E3, 0x1C1714),
    Entry("plate-outer", 0xEFE3D0, 0x14100D),
    Entry("line", 0xE2D5C2, 0x3B312A),
    Entry("edge", 0x8F7D6B, 0x8A786A),
    Entry("ink", 0x2A211C, 0xF4EBE1),
    Entry("ink-secondary", 0x5A4C42, 0xCBBBAD),
    Entry("ink-tertiary", 0x6F6054, 0xAB9A8B),
    Entry("sepia", 0x8A4B33, 0xCF9B80),
    Entry("sepia-fine", 0xB98468, 0x9C6F59),
    Entry("sepia-pale", 0xD9B79F, 0x5E4538),
    Entry("skin", 0xF8E9D9, 0x3B2C24),
    Entry("skin-edge", 0xEED4BE, 0x2C201A),
    Entry("hair", 0xD6B195, 0x4B382D),
    Entry("cloth", 0xFDFAF4, 0x2C2520),
    Entry("table", 0xEFE6D8, 0x241E1A),
    Entry("cushion", 0xE9D9C4, 0x3A2F27),
    Entry("teal", 0x0A6C6B, 0x5CC6BE),
    Entry("teal-deep", 0x07504F, 0x8AD9D3),
    Entry("teal-tint", 0xDCECE8, 0x17332F),
    Entry("on-teal", 0xFFFFFF, 0x07211F),
    Entry("in-band", 0x0072B2, 0x56B4E9),
    Entry("in-band-text", 0x005A8E, 0x86CBF2),
    Entry("in-band-tint", 0xDFECF5, 0x152B3B),
    Entry("high", 0xD55E00, 0xF0803C),
    Entry("high-edge", 0xA03F00, 0xFFA574),
    Entry("high-text", 0xA03F00, 0xFFA574),
    Entry("high-tint", 0xFBE7D9, 0x3B2114),
    Entry("low", 0xE69F00, 0xE69F00),
    Entry("low-edge", 0x9A6A00, 0xE69F00),
    Entry("low-text", 0x7A5200, 0xF2BE4F),
    Entry("low-tint", 0xFBEFD3, 0x362809),
    Entry("spasm", 0xCC79A7, 0xCC79A7),
    Entry("spasm-edge", 0xA34D7E, 0xDD93BB),
    Entry("spasm-text", 0x8A3A68, 0xE7B0CF),
    Entry("spasm-tint", 0xF6E3EE, 0x3A2230),
    Entry("warmth", 0xD0713F, 0xE08A55),
    // On `low`, which is as bright in the dark.
    Entry("on-low", 0x2A211C, 0x171310),
  ]

  /// The entry that is a colour in the light appearance; nil: none is.
  public static func name(ofLight colour: UInt32) -> String? {
    entries.first { $0.light == colour }?.name
  }

  /// The declarations of one appearance.
  static func declarations(isDark: Bool) -> String {
    entries.map { "--\($0.name):\(hex(isDark ? $0.dark : $0.light))" }.joined(separator: ";")
  }

  /// As in `#0A6C6B`.
  static func hex(_ colour: UInt32) -> String {
    let digits = String(colour & 0xFFFFFF, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
