import Foundation
import Testing

@testable import Catalogue

@Suite("A catalogue of texts")
struct TextCatalogueTests {
  private func read(_ text: String) throws -> TextCatalogue {
    try TextCatalogue.read(Data(text.utf8), file: "xx.yaml")
  }

  @Test("Keys are joined by dots, names in braces are filled in")
  func texts() throws {
    let catalogue = try read(
      """
      language: Test
      practice:
        pause: Pause
        step: "Step {index} of {count}, {index}"
      """)
    #expect(catalogue.keys == ["practice.pause", "practice.step"])
    #expect(catalogue.text("practice.pause") == "Pause")
    #expect(
      catalogue.text("practice.step", ["index": "{count}", "count": "4"])
        == "Step {count} of 4, {count}")
    #expect(catalogue.text("practice.step") == "Step {index} of {count}, {index}")
    #expect(catalogue.placeholders(of: "practice.step") == ["index", "count"])
  }

  @Test("A key without a text is its own text")
  func missing() throws {
    #expect(try read("language: Test").text("a.b") == "a.b")
    #expect(try read("language: Test").text("a.b", count: 3) == "a.b")
  }

  @Test(
    "Numbers choose their form",
    arguments: [
      ("one", 0, "0 strokes"), ("one", 1, "1 stroke"), ("one", 2, "2 strokes"),
      ("none", 1, "1 strokes"),
    ])
  func plurals(rule: String, number: Int, expected: String) throws {
    let catalogue = try read(
      """
      language: Test
      plurals: \(rule)
      strokes: {one: "{count} stroke", other: "{count} strokes"}
      """)
    #expect(catalogue.text("strokes", count: number) == expected)
  }

  @Test(
    "East Slavic numbers",
    arguments: [
      (0, PluralCategory.many), (1, .one), (2, .few), (4, .few), (5, .many), (11, .many),
      (12, .many), (14, .many), (15, .many), (21, .one), (22, .few), (101, .one), (111, .many),
      (-1, .one),
    ])
  func eastSlavic(number: Int, category: PluralCategory) {
    #expect(PluralRule.eastSlavic.category(of: number) == category)
  }

  @Test(
    "What is no catalogue is said with its place",
    arguments: [
      ("", "xx.yaml: error: the file holds no texts."),
      ("a: b", "xx.yaml: error: language is missing."),
      (
        "language: x\nplurals: two",
        "xx.yaml:2:10: error: plurals is one of one, east-slavic, none."
      ),
      ("language: x\na: [b]", "xx.yaml:2:4: error: a is neither a text nor a group of texts."),
    ])
  func errors(text: String, message: String) {
    #expect(throws: TextCatalogueError(description: message)) { try read(text) }
  }

  @Test("What could grow without bound is refused before it does")
  func bounds() {
    let deep = "language: x\na: " + String(repeating: "[", count: 100_000)
    let many = String(repeating: "#", count: 1 << 20)
    for (text, message) in [
      (deep, "xx.yaml:2:19: error: nested deeper than 16 levels."),
      ("language: &a x\nb: *a", "anchors are not allowed"),
      ("language: x\n" + many, "xx.yaml:1:1: error: the file is too big"),
    ] {
      let error = #expect(throws: TextCatalogueError.self) { try read(text) }
      #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
  }

  @Test("The shipped English texts can be read, and are shown unless another is chosen")
  func shipped() throws {
    let english = try Texts.shipped(language: "en")
    #expect(english.language == "English")
    #expect(Texts["product.name"] == "Effleurage")
  }
}
