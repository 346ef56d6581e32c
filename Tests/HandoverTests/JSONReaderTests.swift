import Testing

@testable import Handover

/// JSON read with the place of what is wrong.
@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(ResultLineError) -> String {
    try JSONReader.read(Array(text.utf8)).text
  }

  @Test(arguments: [
    ("{}", "{}"), (" [ 1 , 2 ] ", "[1,2]"), ("null", "null"), ("true", "true"), ("false", "false"),
    (#"{"a":{"b":[{"c":"d"}]}}"#, #"{"a":{"b":[{"c":"d"}]}}"#),
    ("-0.50", "-0.5"), ("10", "10"), ("1.000", "1"), ("-0", "0"), ("1e3", "1e3"),
    (#""\u00e9\ud83d\ude00\n\/\"\\""#, "\"\u{E9}\u{1F600}\\n/\\\"\\\\\""),
  ])
  func whatIsJSONIsRead(text: String, written: String) throws {
    #expect(try read(text) == written)
  }

  @Test(arguments: [
    ("", 1, "the line ends too early"), ("{", 2, "the line ends too early"),
    ("{} x", 4, "something follows the value"), ("[1,]", 4, "a JSON value was expected"),
    (#"{"a" 1}"#, 6, "':' was expected"), (#"{"a":1,"a":2}"#, 8, "the key \"a\" a second time"),
    ("01", 2, "something follows the value"), ("-", 2, "the line ends too early"),
    ("1.", 3, "the line ends too early"), ("nul", 1, "a JSON value was expected"),
    ("\"\u{1}\"", 2, "no control character was expected"), (#""\x""#, 3, "an escape was expected"),
    (#""\ud800""#, 3, "half a character"), (#""\ud800A""#, 3, "half a character"),
    (#""\udc00""#, 3, "half a character"),
    (#""\u12g4""#, 6, "four hexadecimal digits was expected"),
    ("'a'", 1, "a JSON value was expected"), ("NaN", 1, "a JSON value was expected"),
    ("\u{FEFF}{}", 1, "a JSON value was expected"),
  ])
  func whatIsNotIsToldWithItsColumn(text: String, column: Int, message: String) {
    #expect(throws: ResultLineError(at: column - 1, message)) { try read(text) }
  }

  @Test func textThatIsNotUTF8IsRefused() {
    #expect(throws: ResultLineError(at: 1, "the text is not UTF-8")) {
      try JSONReader.read([UInt8(ascii: "["), 0x22, 0xFF, 0x22, UInt8(ascii: "]")])
    }
  }

  /// However deep: no stack overflows.
  @Test(arguments: [(31, true), (32, false), (1_000_000, false)])
  func depthIsLimited(depth: Int, isRead: Bool) {
    let text = String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    #expect(((try? read(text)) != nil) == isRead)
  }

  /// Whatever is cut off or changed is an error or a value, never a trap.
  @Test func damagedLinesAreErrors() throws {
    let line = ResultJSON.line(
      SampleResult.ordinary, record: "a \u{202E}\"b\".inkml",
      scenarioSHA256: SampleResult.scenarioSHA256)
    let bytes = Array(line.utf8)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: ResultLineError.self) { try ResultLine(Array(bytes[..<end])) }
    }
    for index in stride(from: 0, to: bytes.count, by: 11) {
      for byte: UInt8 in [0x00, 0x22, 0x5C, 0x7B, 0x7D, 0xFF] {
        var damaged = bytes
        damaged[index] = byte
        _ = try? ResultLine(damaged)
      }
    }
  }
}
