/// One line of text while it is written: its letters, the caret, what an input method composes.
public struct TextLine: Hashable, Sendable {
  public private(set) var text: String
  /// Letters before the caret.
  public private(set) var caret: Int
  /// What an input method shows at the caret and has not settled yet.
  public var composition = ""
  /// Letters, at most.
  public let longest: Int

  public init(_ text: String = "", longest: Int = 80) {
    self.longest = longest
    self.text = String(TextLine.flat(text).prefix(longest))
    caret = self.text.count
  }

  public var isEmpty: Bool { text.isEmpty }

  /// Puts letters where the caret is; what is beyond the longest is left out. Lines become one.
  public mutating func insert(_ letters: String) {
    composition = ""
    let room = max(0, longest - text.count)
    let start = index(caret)
    let before = text[..<start] + TextLine.flat(letters).prefix(room)
    let rest = text[start...]
    text = String(before + rest)
    // A mark that joins the letter before it makes no letter of its own.
    caret = text.count - rest.count
  }

  public mutating func deleteBackward() {
    guard caret > 0 else { return }
    text.remove(at: index(caret - 1))
    caret = min(caret - 1, text.count)
  }

  public mutating func deleteForward() {
    guard caret < text.count else { return }
    text.remove(at: index(caret))
    caret = min(caret, text.count)
  }

  /// Takes away the word before the caret with the space after it.
  public mutating func deleteWordBackward() {
    while caret > 0, text[index(caret - 1)].isWhitespace { deleteBackward() }
    while caret > 0, !text[index(caret - 1)].isWhitespace { deleteBackward() }
  }

  /// Moves the caret by letters to the right as the text is seen, or to the left.
  public mutating func moveRight(by letters: Int) {
    let step = isRightToLeft ? -letters : letters
    caret = min(max(caret + step, 0), text.count)
  }

  public mutating func moveToStart() { caret = 0 }
  public mutating func moveToEnd() { caret = text.count }

  public mutating func clear() { self = TextLine(longest: longest) }

  /// Whether the text runs from right to left, by its first letter that has a direction.
  public var isRightToLeft: Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Hebrew, Arabic, Syriac, Thaana, N'Ko and their forms.
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF,
        0x1_E800...0x1_EFFF:
        return true
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }

  /// What is seen: the text with what is composed in it, and places in bytes of UTF-8.
  var shown: (text: String, caret: Int, composed: Range<Int>) {
    let start = index(caret)
    let before = text[..<start]
    let bytes = before.utf8.count
    let end = bytes + composition.utf8.count
    return (String(before) + composition + text[start...], end, bytes..<end)
  }

  private func index(_ letters: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: letters, limitedBy: text.endIndex) ?? text.endIndex
  }

  private static func flat(_ text: String) -> String {
    String(
      text.filter { letter in
        letter.isNewline || letter == "\t"
          || !letter.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
      }.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
