import Handover
import Scoring
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    ("", #""""#),
    ("plain", #""plain""#),
    ("\"", #""\"""#),
    ("\\", #""\\""#),
    ("/", #""/""#),
    ("\u{00}", #""\u0000""#),
    ("\u{01}\u{07}", #""\u0001\u0007""#),
    ("\u{08}\t\n\u{0B}\u{0C}\r", #""\b\t\n\u000b\f\r""#),
    ("\r\n", #""\r\n""#),
    ("\u{0E}\u{1B}\u{1F} ", #""\u000e\u001b\u001f ""#),
    ("\u{7F}\u{80}\u{2028}", "\"\u{7F}\u{80}\u{2028}\""),
    ("Müller, Жанна 背 🙂", "\"Müller, Жанна 背 🙂\""),
    // Nothing is composed or decomposed.
    ("e\u{301}\u{E9}", "\"e\u{301}\u{E9}\""),
    // A combining mark after a character that is escaped.
    ("\"\u{301}", "\"\\\"\u{301}\""),
  ])
  func onlyWhatMustBeIsEscaped(text: String, literal: String) {
    #expect(Array(JSONText.string(text).utf8) == Array(literal.utf8))
  }

  @Test(arguments: [
    (Figure.whole(0), "0"), (.whole(-7), "-7"), (.whole(120), "120"),
    (.tenths(0), "0"), (.tenths(5), "0.5"), (.tenths(-5), "-0.5"), (.tenths(1000), "100"),
    (.tenths(-874), "-87.4"), (.tenths(10), "1"), (.tenths(-10), "-1"),
    (.hundredths(6.02), "6.02"), (.hundredths(-1.2), "-1.2"), (.hundredths(-0.004), "0"),
    (.hundredths(0.005), "0.01"), (.hundredths(-0.005), "-0.01"), (.hundredths(2000), "2000"),
    (.hundredths(-100.1), "-100.1"), (.hundredths(1e9), "1000000000"),
    (.thousandths(0.0004), "0"), (.thousandths(-0.0004), "0"), (.thousandths(0.97), "0.97"),
    (.thousandths(0.1), "0.1"), (.thousandths(-0.001), "-0.001"), (.thousandths(1.25), "1.25"),
    (.seconds(412_500_000), "412.5"), (.seconds(1_499), "0.001"), (.seconds(1_500), "0.002"),
    (.seconds(499), "0"), (.seconds(-1_500), "-0.002"), (.seconds(86_400_000_000), "86400"),
  ])
  func figuresHaveNoTrailingZerosExponentOrMinusZero(figure: Figure, text: String) {
    #expect(JSONText.figure(figure) == text)
  }

  @Test func absentIsNull() {
    #expect(JSONText.figure(nil) == "null")
    #expect(JSONText.whole(nil) == "null")
    #expect(JSONText.string(String?.none) == "null")
  }
}
