import Foundation
import Testing

@testable import Catalogue

/// The sources and the English texts agree.
@Suite struct SourceTextsTests {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let files: [(path: String, uses: TextUses)] = {
    let folder = root.appending(path: "Sources")
    let found = FileManager.default.enumerator(atPath: folder.path)
    var files: [(String, TextUses)] = []
    while let name = found?.nextObject() as? String {
      guard name.hasSuffix(".swift"), !name.hasPrefix("Catalogue/"),
        let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      else { continue }
      files.append((name, TextUses(text, file: name)))
    }
    return files.sorted { $0.0 < $1.0 }
  }()

  /// What is wrong between uses and a catalogue, as sentences.
  private func faults(_ uses: [TextUse], _ catalogue: TextCatalogue) -> [String] {
    var faults: [String] = []
    var used: Set<String> = []
    for use in uses {
      let keys = catalogue.keys.filter(use.means)
      if keys.isEmpty { faults.append("\(use) has no text") }
      used.formUnion(keys)
      var meant: Set<String> = []
      for key in keys {
        let names = catalogue.placeholders(of: key).filter { !use.counts || $0 != "count" }
        meant.formUnion(names)
        for name in names where !use.names.contains(name) {
          faults.append("\(use): nothing is given for {\(name)} of \(key)")
        }
      }
      if !keys.isEmpty {
        for name in use.names where !meant.contains(name) {
          faults.append("\(use): no text has {\(name)}")
        }
      }
    }
    for key in catalogue.keys where !used.contains(key) { faults.append("\(key) is not used") }
    return faults
  }

  @Test("Every key has a text, every text a use, and both speak of the same names")
  func agreement() throws {
    #expect(Self.files.count > 100)
    let english = try Texts.shipped(language: "en")
    let uses = Self.files.flatMap(\.uses.uses)
    #expect(uses.count > 300)
    for fault in faults(uses, english) { Issue.record("\(fault)") }
    for unclear in Self.files.flatMap(\.uses.unclear) { Issue.record("\(unclear)") }
  }

  @Test("What does not agree is found")
  func disagreement() throws {
    let catalogue = try TextCatalogue.read(
      Data(
        """
        language: Test
        a: {b: Text, c: "{name} of {total}", d: "{count} of {total}", never: Used}
        cause: {one-thing: One, other-thing: "{name}"}
        """.utf8), file: "xx.yaml")
    let source = #"""
      // Texts["in.a.comment"]
      let a = Texts["a.b"] + Texts["a.b", ["extra": "Texts[\"in.a.literal\"]"]]
      let b = Texts[
        "a.c",
        ["name": Texts["a.missing"], "other": x(["total": 1]),
        ]]
      let c = Texts.count("a.d", x.count, ["total": "\(Texts["a.inside"])"])
      let d = Texts["cause.\(cause.rawValue)"] + Texts[key]
      """#
    let uses = TextUses(source, file: "x")
    #expect(
      faults(uses.uses, catalogue).sorted() == [
        "a.never is not used",
        "x:2: a.b: no text has {extra}",
        "x:3: a.c: no text has {other}",
        "x:3: a.c: nothing is given for {total} of a.c",
        "x:5: a.missing has no text",
        "x:7: a.inside has no text",
        "x:8: cause.\u{FFFC}: nothing is given for {name} of cause.other-thing",
      ])
    #expect(uses.unclear == ["x:8: the key is not written out"])
  }
}
