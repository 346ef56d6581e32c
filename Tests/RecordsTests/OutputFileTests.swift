import Foundation
import Records
import Testing

/// Files that are whole or not there, and never over another where that is not wanted.
@Suite final class OutputFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "effleurage-output-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String {
    folder.appending(path: name).path(percentEncoded: false)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
  }

  private func write(_ text: String, to name: String, replaces: Bool) throws(RecordError) {
    let file = try OutputFile(path(name), replaces: replaces)
    try file.write(Array(text.utf8))
    try file.commit()
  }

  private func refusal(_ body: () throws(RecordError) -> Void) -> RecordError? {
    do throws(RecordError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func aNewFileIsThereWhole() throws {
    try write("new", to: "a", replaces: false)
    #expect(try text("a") == "new")
    #expect(try names() == ["a"])
  }

  @Test func whatIsThereStays() throws {
    try write("old", to: "a", replaces: true)
    let error = refusal { () throws(RecordError) in try write("new", to: "a", replaces: false) }
    #expect(error?.kind == .unwritable)
    #expect(error?.message == "is there already and is not overwritten")
    #expect(try text("a") == "old")
    try write("new", to: "a", replaces: true)
    #expect(try text("a") == "new")
    #expect(try names() == ["a"])
  }

  /// As long as a name can be: what stands beside it meanwhile has a name of its own.
  @Test func aNameMayBeAsLongAsNamesCanBe() throws {
    let name = String(repeating: "n", count: 249) + ".inkml"
    try write("long", to: name, replaces: true)
    try write("again", to: name, replaces: true)
    #expect(try text(name) == "again")
    #expect(try names() == [name])
    let error = refusal { () throws(RecordError) in
      try write("new", to: name + "x", replaces: true)
    }
    #expect(error?.kind == .unwritable)
    #expect(try names() == [name])
  }

  /// Somebody else may make the file while this one is written.
  @Test func whatCameMeanwhileStaysToo() throws {
    let file = try OutputFile(path("a"), replaces: false)
    try file.write(Array("new".utf8))
    try write("quicker", to: "a", replaces: true)
    let error = refusal { () throws(RecordError) in try file.commit() }
    #expect(error?.kind == .unwritable)
    #expect(try text("a") == "quicker")
    #expect(try names() == ["a"])
  }

  @Test func aLinkThatLeadsNowhereIsThereAlready() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: path("gone"))
    let error = refusal { () throws(RecordError) in try write("new", to: "link", replaces: false) }
    #expect(error?.kind == .unwritable)
    #expect(try names() == ["link"])
  }

  @Test func aFolderCannotBeWritten() {
    let error = refusal { () throws(RecordError) in try write("new", to: "", replaces: false) }
    #expect(error?.kind == .unwritable)
    #expect(error?.message.contains("is a folder") == true)
  }
}
