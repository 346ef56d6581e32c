import Testing

@testable import Handover

@Suite struct TextPageTests {
  @Test(arguments: [
    ("", [""]), ("one", ["one"]), ("one two", ["one two"]),
    ("one two three", ["one two", "three"]), ("12345678 90", ["12345678", "90"]),
    ("1234567890ab", ["12345678", "90ab"]), ("a 1234567890ab c", ["a", "12345678", "90ab c"]),
    ("  in", ["  in"]), ("a  b", ["a  b"]),
    ("背中背中背", ["背中背中", "背"]), ("ab 背中背 c", ["ab", "背中背 c"]),
    ("e\u{301}e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}", ["éééé ééé"]),
    // Terminals that do not join the three need six columns.
    ("👩‍👩‍👧 i", ["👩‍👩‍👧 i"]), ("👩‍👩‍👧 is", ["👩‍👩‍👧", "is"]),
  ])
  func wordsAreKeptWholeWhereTheyCan(text: String, lines: [String]) {
    #expect(TextPage.wrap(text, first: 8, rest: 8) == lines)
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("背", 2), ("한", 2), ("ア", 2), ("Ｗ", 2), ("🙂", 2),
    ("ж", 1), ("ا", 1), ("—", 1), ("\u{301}", 1),
  ])
  func wideLettersTakeTwoColumns(text: String, columns: Int) {
    #expect(TextPage.columns(of: text) == columns)
  }

  @Test func furtherLinesHangBelowTheText() {
    var page = TextPage(width: 12)
    page.add("aaa bbb ccc ddd", after: "1. ")
    page.add("aaa bbb ccc ddd", hang: 2)
    #expect(page.lines == ["1. aaa bbb", "   ccc ddd", "aaa bbb ccc", "  ddd"])
  }

  @Test func nothingSteersTheTerminal() {
    var page = TextPage(width: 20)
    page.add("a\u{1B}[2Jb\r\nc\td\u{202E}e\u{2028}f\u{85}")
    #expect(page.lines == ["a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{FFFD}"])
  }

  @Test func noLineEndsInASpace() {
    var page = TextPage(width: 10)
    page.add("", after: "  Path    ")
    page.add("word ")
    #expect(page.lines == ["  Path", "word"])
  }
}
