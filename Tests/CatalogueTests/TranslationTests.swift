import Foundation
import ScenarioFiles
import Testing

@testable import Catalogue

/// Every shipped language says all that English says.
@Suite struct TranslationTests {
  static let texts = SourceTextsTests.root.appending(path: "Resources/texts")

  static let codes: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: texts.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  private func read(_ code: String) throws -> TextCatalogue {
    try TextCatalogue.read(file: Self.texts.appending(path: "\(code).yaml").path)
  }

  /// What a translation lacks or has too much of.
  private func faults(_ translation: TextCatalogue, _ english: TextCatalogue) -> [String] {
    var faults: [String] = []
    for key in Set(english.keys).union(translation.keys).sorted() {
      guard let entry = translation.entries[key] else {
        faults.append("\(key) is missing")
        continue
      }
      guard let original = english.entries[key] else {
        faults.append("\(key) is not in English")
        continue
      }
      let names = Set(english.placeholders(of: key))
      switch (entry, original) {
      case (.text(let text), .text):
        if text.isEmpty { faults.append("\(key) is empty") }
        if Set(translation.placeholders(of: key)) != names { faults.append("\(key): other names") }
      case (.counted(let forms), .counted):
        for category in translation.plurals.categories {
          guard let form = forms[category] else {
            faults.append("\(key): no form \(category)")
            continue
          }
          // "A mark" may leave the number out; nothing else may be lost in any form.
          let kept = Set(TextCatalogue.placeholders(in: form))
          if kept.union(["count"]) != names.union(["count"]) {
            faults.append("\(key), \(category): other names")
          }
        }
      default: faults.append("\(key) counts in one language alone")
      }
    }
    return faults
  }

  @Test(arguments: codes)
  func isComplete(code: String) throws {
    #expect(try faults(read(code), read("en")) == [])
  }

  @Test func faultsAreFound() throws {
    func catalogue(_ text: String) throws -> TextCatalogue {
      try TextCatalogue.read(Data(("language: x\n" + text).utf8), file: "xx.yaml")
    }
    let english = try catalogue(
      """
      a: "{name}"
      b: Text
      c: {one: "{count} of {total}", other: "{count} of {total}"}
      d: Text
      """)
    let translation = try catalogue(
      """
      plurals: east-slavic
      a: "{names}"
      c: {one: "{count}", few: "{count} {total}", other: "{total}"}
      d: {other: Text}
      e: Text
      """)
    #expect(
      faults(translation, english) == [
        "a: other names", "b is missing", "c, one: other names", "c: no form many",
        "d counts in one language alone", "e is not in English",
      ])
  }

  @Test func languagesAreListedByTheirOwnNames() throws {
    let known = Texts.languages()
    #expect(known.map(\.code) == Self.codes)
    #expect(known.contains(Language(code: "en", name: "English")))
    #expect(known.contains(Language(code: "ru", name: "Русский")))
    #expect(Texts.languages(in: nil).isEmpty)
    let folder = FileManager.default.temporaryDirectory.appending(path: "l-\(UUID().uuidString)")
    let texts = folder.appending(path: "texts")
    try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      ("de.yaml", "language: Deutsch"), ("broken.yaml", "a: ["), ("note.txt", "language: x"),
    ] {
      try Data(text.utf8).write(to: texts.appending(path: name))
    }
    let own = ResourceFolder(scenarios: "", resources: folder.path)
    #expect(Texts.languages(in: own) == [Language(code: "de", name: "Deutsch")])
    // Without English nothing can fill a gap.
    #expect(throws: TextCatalogueError.self) { try Texts.shipped(language: "de", in: own) }
  }

  @Test func gapsAreFilledWithEnglishByItsOwnRules() throws {
    let english = try TextCatalogue.read(
      Data("language: E\na: A\nn: {one: '{count} thing', other: '{count} things'}".utf8), file: "e")
    let russian = try TextCatalogue.read(
      Data("language: R\nplurals: east-slavic\nb: B".utf8), file: "r"
    ).completed(by: english)
    #expect(russian.language == "R" && russian.keys == ["b"])
    #expect(russian.text("a") == "A" && russian.text("b") == "B" && russian.text("c") == "c")
    // Russian would say one of 21.
    #expect(russian.text("n", count: 21) == "21 things")
  }

  @Test func namesInsideASentenceFollowTheLanguage() throws {
    let small = try TextCatalogue.read(Data("language: E".utf8), file: "e")
    let kept = try TextCatalogue.read(Data("language: D\ncapitals: kept".utf8), file: "d")
    #expect(small.inSentence("Warming oil") == "warming oil" && small.inSentence("") == "")
    #expect(kept.inSentence("Wärmendes Öl") == "Wärmendes Öl")
  }
}
