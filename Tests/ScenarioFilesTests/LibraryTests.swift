import Foundation
import ScenarioFiles
import Scenarios
import Testing

@Suite struct LibraryTests {
  private func scenario(_ id: String, title: String, difficulty: Int = 1) -> String {
    """
    effleurage: 1
    id: \(id)
    title: \(title)
    difficulty: \(difficulty)
    patient: {sex: male, age: 40, cause: heavy-lifting, period: acute}
    decision: refer

    """
  }

  private func library(_ folder: TemporaryFolder) -> ScenarioLibrary {
    ScenarioLibrary(folders: [
      ("\(folder.path)/own", .user), ("\(folder.path)/shared", .user),
      ("\(folder.path)/none", .user), ("\(folder.path)/shipped", .shipped),
    ])
  }

  @Test func theFirstPlaceWinsAndTheOthersAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("own/z.yaml", scenario("one", title: "Own"))
    let shared = try folder.write("shared/one.yaml", scenario("one", title: "Shared"))
    let shipped = try folder.write("shipped/one.yaml", scenario("one", title: "Shipped"))
    try folder.write("shipped/two.yaml", scenario("two", title: "Two", difficulty: 2))
    try folder.write("shipped/three.yaml", scenario("three", title: "Three", difficulty: 2))
    try folder.write("shipped/notes.txt", "no case")
    let library = library(folder)
    #expect(library.entries.map(\.id) == ["one", "three", "two"])
    #expect(library.entries.map(\.origin) == [.user, .shipped, .shipped])
    #expect(library.entries[0].scenario?.title == "Own")
    #expect(library.entries[0].hidden == [shared, shipped])
    #expect(try library.find("one").scenario.title == "Own")
    let own = "\(folder.path)/own/z.yaml"
    #expect(
      LibraryListing(library).warnings == [
        "effleurage: warning: \(shared): hidden by \(own), which has the same id \"one\"",
        "effleurage: warning: \(shipped): hidden by \(own), which has the same id \"one\"",
      ])
  }

  @Test func withinAFolderTheFirstByNameWins() throws {
    let folder = try TemporaryFolder()
    try folder.write("own/b.yaml", scenario("one", title: "B"))
    try folder.write("own/a.yaml", scenario("one", title: "A"))
    #expect(library(folder).entries.map { $0.scenario?.title } == ["A"])
  }

  @Test func aBrokenFileHidesNothingAndIsListed() throws {
    let folder = try TemporaryFolder()
    let broken = try folder.write("own/one.yaml", "effleurage: 2\nid: one\n")
    let shipped = try folder.write("shipped/one.yaml", scenario("one", title: "A \"B\" \\ C"))
    try folder.makeFolder("own/folder.yaml")
    let library = library(folder)
    #expect(library.entries.map(\.id) == ["one", "folder", "one"])
    #expect(try library.find("one").file == shipped)
    #expect(
      LibraryListing(library).json == [
        #"{"id":"one","title":"A \"B\" \\ C","difficulty":1,"massage":"general","#
          + #""cause":"heavy-lifting","period":"acute","decision":"refer","source":"shipped","#
          + #""file":"\#(shipped)","error":null}"#,
        #"{"id":"folder","title":null,"difficulty":null,"massage":null,"cause":null,"#
          + #""period":null,"decision":null,"source":"user","#
          + #""file":"\#(folder.path)/own/folder.yaml","#
          + #""error":"effleurage: error: \#(folder.path)/own/folder.yaml: "#
          + #"this is a folder, expected a scenario file"}"#,
        #"{"id":"one","title":null,"difficulty":null,"massage":null,"cause":null,"#
          + #""period":null,"decision":null,"source":"user","file":"\#(broken)","#
          + #""error":"\#(broken):1:13: error: effleurage: found version 2 of the format, "#
          + #"this program knows version 1; use a newer Effleurage for this file"}"#,
      ])
    let text = LibraryListing(library).text
    #expect(text.count == 3)
    #expect(text[0] == #"one  basic  general  acute  shipped  A "B" \ C"#)
    #expect(
      text[2]
        == "one  cannot be used: \(broken):1:13: error: effleurage: found version 2 of the format, "
        + "this program knows version 1; use a newer Effleurage for this file")
  }

  @Test func casesAreFoundByIdOrPath() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("own/lumbar.yaml", scenario("lumbar-acute", title: "A"))
    let odd = try folder.write("elsewhere/odd", scenario("odd", title: "B"))
    let broken = try folder.write("own/broken.yaml", "a: [")
    let library = library(folder)
    #expect(try library.find("lumbar-acute").file == file)
    #expect(try library.find(file).scenario.id == "lumbar-acute")
    #expect(try library.find(odd).scenario.id == "odd")
    #expect(throws: ScenarioFileError.unknown("lumbar-acut", didYouMean: "lumbar-acute")) {
      try library.find("lumbar-acut")
    }
    #expect(
      throws: ScenarioFileError.unreadable(
        file: folder.path, reason: "this is a folder, expected a scenario file")
    ) { try library.find(folder.path) }
    #expect(throws: ScenarioFileError.unreadable(file: "x/y.yaml", reason: "no such file")) {
      try library.find("x/y.yaml")
    }
    do throws(ScenarioFileError) {
      _ = try library.find(broken)
      Issue.record("a file with errors is no case")
    } catch {
      #expect(error.exitCode == 65)
      #expect(error.messages.first?.hasPrefix("\(broken):1:5: error: not valid YAML") == true)
    }
  }

  @Test func bytesAndFingerprintAreThoseOfTheFile() throws {
    let folder = try TemporaryFolder()
    let source = try ScenarioSource.read(file: try folder.write("a.yaml", "abc"))
    #expect(source.bytes == Array("abc".utf8))
    // The published test vector of SHA-256.
    #expect(
      source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
