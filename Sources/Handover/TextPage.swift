/// Lines of at most so many columns, as a terminal of fixed-width letters shows them.
public struct TextPage: Sendable {
  let width: Int
  private(set) var lines: [String] = []

  /// - Parameter width: columns of a line, at most.
  public init(width: Int) { self.width = width }

  /// The page with a line end after each line.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// An empty line.
  public mutating func gap() { lines.append("") }

  /// Wraps a text at its words; lines after the first hang below where the text begins.
  ///
  /// - Parameters:
  ///   - lead: stands before the text's first line, printable ASCII of less than half the width.
  ///   - hang: columns before the further lines; as wide as the lead when not given.
  public mutating func add(_ text: String, after lead: String = "", hang: Int? = nil) {
    let hang = hang ?? lead.count
    let wrapped = TextPage.wrap(
      TextPage.cleaned(text), first: width - lead.count, rest: width - hang)
    for (index, line) in wrapped.enumerated() {
      lines.append(
        TextPage.withoutTrailingSpace(
          (index == 0 ? lead : String(repeating: " ", count: hang)) + line))
    }
  }

  /// Pieces of at most `first` and then `rest` columns, cut at spaces; a word that is longer than a
  /// line is cut where the line ends.
  static func wrap(_ text: String, first: Int, rest: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    var hasWord = false
    var room: Int { pieces.isEmpty ? first : rest }
    func close() {
      pieces.append(piece)
      piece = ""
      used = 0
    }
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let needed = columns(of: word)
      if hasWord {
        if used + 1 + needed <= room {
          piece += " " + word
          used += 1 + needed
          continue
        }
        close()
      }
      hasWord = true
      for character in word {
        let columns = columns(of: character)
        if used + columns > room { close() }
        piece.append(character)
        used += columns
      }
    }
    close()
    return pieces
  }

  static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns that a terminal gives a character, at most.
  ///
  /// Counted by scalar, as terminals do that do not join them: too many rather than too few.
  static func columns(of character: Character) -> Int {
    max(1, character.unicodeScalars.reduce(0) { $0 + columns(of: $1) })
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return scalar.value == 0xFE0F ? 1 : 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Blocks whose letters are as wide as two of the Latin ones.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x1B2FF, 0x1F200...0x1F2FF, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]

  /// With a mark in place of what would steer the terminal or turn the line round.
  static func cleaned(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: cleaned.append("\u{FFFD}")
      default: cleaned.append(scalar.properties.isBidiControl ? "\u{FFFD}" : scalar)
      }
    }
    return String(cleaned)
  }

  private static func withoutTrailingSpace(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
