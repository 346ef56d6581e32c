import ScenarioFiles
import Testing

@Suite struct SyntaxTests {
  @Test(arguments: [
    Spoilt(
      "decision: proceed", "decision: proceed: x",
      "22:18: error: not valid YAML: found \": \" where no key can stand; "
        + "put text that holds \": \" in quotes, or check the indentation"),
    // A syntax error is all that is said, though the age is wrong too.
    Spoilt(
      "age: 46", "age: 4\n  name: [a",
      "12:10: error: not valid YAML: expected \",\" or \"]\" in this list (it begins in line 11)"),
    Spoilt(
      "[[T7, -52], [S2, -52]]}\n      - {id: right, path: [[T7, 52], [S2, 52]]}\n    strokes: 8",
      "[[T7, -52], [S2, -52]]\n    strokes: 8",
      "32:5: error: not valid YAML: expected \",\" or \"}\" in this mapping (it begins in line 31)"),
    Spoilt(
      "  sex: male", "   sex: male",
      "9:7: error: not valid YAML: found \": \" where no key can stand; "
        + "put text that holds \": \" in quotes, or check the indentation"),
    Spoilt(
      "  sex: male", " sex: male",
      "9:2: error: not valid YAML: expected a key or the end of these keys; "
        + "check indentation and quotes (it begins in line 1)"),
    Spoilt(
      "  sex: male", "  sex male",
      "10:3: error: not valid YAML: expected \": \" after a key; "
        + "check this line and the one before (it begins in line 9)"),
    Spoilt(
      "name: Marek D.", "name: @Marek",
      "8:9: error: not valid YAML: found a character that cannot begin a value; "
        + "put text that begins so in quotes"),
    Spoilt(
      "name: Marek D.", "name: \"\\q\"",
      "8:10: error: not valid YAML: found a backslash that means nothing in double quotes; "
        + "write \\\\ or use single quotes"),
    Spoilt(
      "summary: Twelve", "summary: &a Twelve",
      "4:10: error: found \"&\" at the beginning of a value: anchors are not allowed; "
        + "put text that begins so in quotes"),
    Spoilt(
      "summary: Twelve days after lifting.", "summary: *Twelve",
      "4:10: error: found \"*\" at the beginning of a value: aliases are not allowed; "
        + "put text that begins so in quotes"),
    Spoilt(
      "[[T12, -80], [L4, -80, -10]]", "[[T12, -80], !!seq [L4, -80, -10]]",
      "40:40: error: found \"!\" at the beginning of a value: tags are not allowed; "
        + "put text that begins so in quotes"),
    Spoilt(
      "summary: Twelve", "? &a b\n: Twelve",
      "4:3: error: found \"&\" at the beginning of a value: anchors are not allowed; "
        + "put text that begins so in quotes"),
    Spoilt(
      "summary: Twelve", "\tsummary: Twelve",
      "4:1: error: found a tab in the indentation; indent with spaces"),
    Spoilt(
      "  sex: male", "  \tsex: male",
      "9:3: error: found a tab in the indentation; indent with spaces"),
    Spoilt(
      "patient:", "---\npatient:", "7:1: error: found a second document; a file holds one scenario"),
    Spoilt(
      "patient:", "...\npatient:", "8:1: error: found a second document; a file holds one scenario"),
    Spoilt(
      "effleurage: 1", "%TAG ! tag:example,2000:\n---\neffleurage: 1",
      "1:1: error: found a %TAG directive; tags are not allowed in a scenario"),
  ])
  func refused(_ spoilt: Spoilt) {
    #expect(said(ExampleFile.replacing(spoilt.old, with: spoilt.new)) == spoilt.said)
  }

  @Test func quotesThatAreNeverClosed() {
    #expect(
      said("effleurage: 1\nid: \"x\ntitle: y\n") == [
        "4:1: error: not valid YAML: the file ends before this text in quotes does; "
          + "close the quotes (it begins in line 2)"
      ])
  }

  @Test func bytesThatAreNoText() {
    #expect(said([]) == ["1:1: error: the file is empty, expected a scenario"])
    #expect(said(" \n\r\n\t\n") == ["1:1: error: the file is empty, expected a scenario"])
    #expect(said("# only\n") == ["1:1: error: the file holds no scenario, only comments"])
    let little: [UInt8] = [0xFF, 0xFE] + ExampleFile.text.utf8.flatMap { [$0, 0] }
    let big: [UInt8] = [0xFE, 0xFF] + ExampleFile.text.utf8.flatMap { [0, $0] }
    let words = ["1:1: error: the file is written in UTF-16 or UTF-32, allowed is UTF-8"]
    #expect(said(little) == words)
    #expect(said(big) == words)
    #expect(
      said(Array("id: a\nti\0tle: b".utf8))
        == ["2:3: error: found the control character U+0000, allowed is UTF-8 text"])
    #expect(
      said(Array("id: ä\ntitle: é".utf8) + [0xE9, 0x0A])
        == ["2:9: error: found the byte 0xE9, which is not UTF-8; save the file as UTF-8"])
    #expect(
      said("id: a\u{2028}b").first?.hasPrefix("1:6: error: found the character U+2028") == true)
    #expect(
      said("- a\n- b")
        == [
          "1:1: error: found a list, expected keys: effleurage, id, title, summary, difficulty, "
            + "massage, patient, decision, preparation, spasm, phases, rubric, feedback"
        ])
  }

  @Test func overlongAndSurrogateBytesAreNoText() {
    for bytes: [UInt8] in [
      [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88],
      [0xE2, 0x82], [0x80],
    ] {
      let expected = "1:4: error: found the byte 0x"
      #expect(said(Array("a: ".utf8) + bytes).first?.hasPrefix(expected) == true, "\(bytes)")
    }
  }

  @Test func theSizeLimitIsOneMebibyte() {
    let padding = 1_048_576 - ExampleFile.text.utf8.count
    let full = ExampleFile.text + "#" + String(repeating: "x", count: padding - 1)
    #expect(full.utf8.count == 1_048_576)
    #expect(said(full) == [])
    let words = ["1:1: error: the file is too big, allowed are at most 1048576 bytes"]
    #expect(said(full + "x") == words)
    #expect(said(ExampleFile.text + String(repeating: "# x\n", count: 500_000)) == words)
  }

  @Test func depthIsLimitedWhateverNests() {
    for token in ["[", "{", "- ", "? ", ": ", "[{a: ", "- ? "] {
      let levels = said(String(repeating: token, count: 50_000))
      #expect(levels.count == 1)
      #expect(levels.first?.hasSuffix("error: nested deeper than 16 levels") == true, "\(token)")
    }
    var blocks = ""
    for level in 0..<300 { blocks += String(repeating: " ", count: level) + "a:\n" }
    #expect(said(blocks) == ["17:17: error: nested deeper than 16 levels"])
    let allowed = String(repeating: "[", count: 15) + String(repeating: "]", count: 15)
    #expect(
      said("id: \(allowed)").contains { $0.contains("id: found a list") }, "16 levels are allowed")
    #expect(
      said("id: [\(allowed)]") == ["1:20: error: nested deeper than 16 levels"])
  }

  @Test func listsAreLimited() {
    func flow(_ count: Int) -> String {
      "id: [" + Array(repeating: "1", count: count).joined(separator: ",") + "]"
    }
    #expect(
      said(flow(2_000)).contains(
        "1:5: error: id: found a list, expected a text of 1 to 64 of a-z, 0-9 and -"))
    #expect(said(flow(2_001)) == ["1:4006: error: a list of more than 2000 items"])
    let block = "id:\n" + String(repeating: "- a\n", count: 2_001)
    #expect(said(block) == ["2002:1: error: a list of more than 2000 items"])
    let keys = (0...2_000).map { "k\($0): 1\n" }.joined()
    #expect(said(keys) == ["2001:1: error: a list of more than 2000 items"])
  }

  /// Each level nine times the one before: built, it would fill any memory.
  @Test func bombsAreRefusedAsValueAndAsKey() {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in 1...12 {
      let names = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(names)]")
    }
    let value = lines.joined(separator: "\n")
    let key = "? " + value.split(separator: "\n").joined(separator: "\n? ")
    #expect(said(value).map { $0.prefix(28) } == ["1:5: error: found \"&\" at the"])
    #expect(said(key).count == 1)
    #expect(said("{*a : 1}").map { $0.prefix(28) } == ["1:2: error: found \"*\" at the"])
    #expect(said("? - *a\n: 1").map { $0.prefix(28) } == ["1:5: error: found \"*\" at the"])
  }

  @Test func manyDuplicatesAreFoundInOneReading() {
    let text = ExampleFile.text + String(repeating: "id: x\n", count: 1_900)
    let lines = said(text)
    #expect(lines.count == 1_900)
    #expect(lines.allSatisfy { $0.hasSuffix("the key \"id\" stands twice, first in line 2") })
  }
}
