import Foundation
import Testing

/// `scenarios` with its subcommands, and `scenarios new`.
@Suite struct NewScenarioTests {
  private func new(_ path: String, program: URL = EffleurageProgram.url) async throws
    -> EffleurageProgram.Run
  {
    try await EffleurageProgram.run(["scenarios", "new", "--out", path], program: program)
  }

  @Test func scenariosAloneStillListsTheLibrary() async throws {
    let bare = try await EffleurageProgram.run(["scenarios"])
    let named = try await EffleurageProgram.run(["scenarios", "list"])
    #expect(bare.code == 0 && bare.errors.isEmpty)
    #expect(bare.output == named.output)
    #expect(bare.lines.contains { $0.hasPrefix("desk-prevention ") })
    let json = try await EffleurageProgram.run(["scenarios", "--format", "json"])
    #expect(json.code == 0)
    #expect(json.lines.contains { $0.hasPrefix(#"{"id":"desk-prevention","title":""#) })
    let help = try await EffleurageProgram.run(["scenarios", "--help"])
    for command in ["list", "new", "calibrate"] { #expect(help.text.contains("\n  \(command) ")) }
  }

  @Test func theStarterIsACaseWithoutErrorsOrWarnings() async throws {
    let scratch = try Scratch()
    let path = scratch.path("My first Case_2.yaml")
    let run = try await new(path)
    #expect(run.code == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
    #expect(try scratch.names() == ["My first Case_2.yaml"])
    let check = try await EffleurageProgram.run(["check", "--strict", path])
    #expect(check.code == 0, "\(check.errors)")
    #expect(check.lines == ["\(path): no errors"])
    let text = try scratch.text("My first Case_2.yaml")
    #expect(text.contains("\nid: my-first-case-2\n"))
    #expect(text.hasPrefix("# yaml-language-server: $schema="))
    // It can be practised at once.
    let demo = try await EffleurageProgram.run(["demo", path, "--out", scratch.path("a.inkml")])
    #expect(demo.code == 0, "\(demo.errors)")
  }

  /// Whatever the name, the file is a case; an id that YAML would take for a number is quoted.
  @Test func theIdIsMadeFromTheName() async throws {
    let scratch = try Scratch()
    let names = [
      ("12.yaml", #"id: "12""#), ("Ünterweisung.yaml", #"id: "-nterweisung""#),
      ("CASE", "id: case"),
      (".yaml", "id: my-case"), ("null.yaml", #"id: "null""#),
      (String(repeating: "a", count: 90) + ".yaml", "id: " + String(repeating: "a", count: 64)),
    ]
    for (name, line) in names {
      #expect(try await new(scratch.path(name)).code == 0)
      let lines = try scratch.text(name).split(separator: "\n").map(String.init)
      #expect(lines.contains(line), "\(name)")
      let check = try await EffleurageProgram.run(["check", "--strict", scratch.path(name)])
      #expect(check.code == 0, "\(name): \(check.errors)")
    }
  }

  @Test func whatIsThereIsNotOverwritten() async throws {
    let scratch = try Scratch()
    try scratch.write("a.yaml", "old")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.yaml"), withDestinationPath: scratch.path("gone.yaml"))
    for name in ["a.yaml", "link.yaml"] {
      let run = try await new(scratch.path(name))
      #expect(run.code == 73)
      #expect(run.output.isEmpty)
      #expect(
        run.errorLines == [
          "effleurage: error: \(scratch.path(name)): "
            + "is there already and is not overwritten"
        ])
    }
    #expect(try scratch.text("a.yaml") == "old")
    #expect(try scratch.names() == ["a.yaml", "link.yaml"])
  }

  @Test func whatCannotBeCreatedIs73() async throws {
    let scratch = try Scratch()
    for path in [scratch.path("none/a.yaml"), scratch.url.path] {
      let run = try await new(path)
      #expect(run.code == 73)
      #expect(run.errors.hasPrefix("effleurage: error: "))
    }
    #expect(try await new("").code == 64)
    #expect(try await EffleurageProgram.run(["scenarios", "new"]).code == 64)
    #expect(try scratch.names() == [])
  }

  // MARK: Where it comes from

  /// A program somewhere else, with its own share folder.
  private func installation(_ resources: [String: String]) async throws -> (Scratch, URL) {
    let scratch = try Scratch()
    try scratch.write("in here/share/effleurage/Scenarios/note", "")
    for (name, text) in resources {
      try scratch.write("in here/share/effleurage/Resources/\(name)", text)
    }
    try await scratch.copy(EffleurageProgram.url, to: "in here/bin/effleurage")
    return (scratch, scratch["in here/bin/effleurage"])
  }

  private func starter() throws -> String {
    try String(
      contentsOf: EffleurageProgram.root.appending(path: "Resources/starter.yaml"), encoding: .utf8)
  }

  @Test func theFirstLineLeadsToTheSchema() async throws {
    let (scratch, program) = try await installation([
      "starter.yaml": starter(), "scenario.schema.json": "{}",
    ])
    #expect(try await new(scratch.path("a.yaml"), program: program).code == 0)
    let first = try scratch.text("a.yaml").split(separator: "\n")[0]
    let place = try #require(first.split(separator: "=").last.map(String.init))
    // An editor takes everything up to a blank.
    #expect(place.hasPrefix("file:///") && !place.contains(" "))
    let url = try #require(URL(string: place))
    #expect(try String(contentsOf: url, encoding: .utf8) == "{}")
  }

  @Test func withoutTheSchemaItsNameStands() async throws {
    let (scratch, program) = try await installation(["starter.yaml": starter()])
    #expect(try await new(scratch.path("a.yaml"), program: program).code == 0)
    #expect(
      try scratch.text("a.yaml").hasPrefix(
        "# yaml-language-server: $schema=scenario.schema.json\n"))
  }

  @Test func aMissingStarterIs66() async throws {
    let (scratch, program) = try await installation(["note": ""])
    let run = try await new(scratch.path("a.yaml"), program: program)
    #expect(run.code == 66)
    #expect(run.errors.contains("Resources/starter.yaml: no such file"))
    #expect(try !scratch.names().contains("a.yaml"))
    try FileManager.default.removeItem(at: scratch["in here/share"])
    let bare = try await new(scratch.path("a.yaml"), program: program)
    #expect(bare.code == 66)
    #expect(bare.errors.contains("the starter that is shipped was not found"))
  }
}
