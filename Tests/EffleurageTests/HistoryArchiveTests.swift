import Foundation
import Testing

/// Histories that leave and come in, and who is deleted.
@Suite struct HistoryArchiveTests {
  private let home: HistoryHome
  private let other: HistoryHome

  init() throws {
    home = try HistoryHome()
    other = try HistoryHome()
  }

  private var archive: String { home.scratch.path("all.history") }

  @Test func whatIsExportedAndImportedIsTheSame() async throws {
    try home.fill()
    try home.addCourse("undecided", trainee: HistoryHome.ada)
    let export = try await home.run("export", archive)
    #expect(export.code == 0)
    #expect(export.errors.isEmpty)
    #expect(export.text == "\(archive): 4 attempts\n")
    let bytes = try Data(contentsOf: URL(filePath: archive))
    #expect(bytes.range(of: Data("Lovelace".utf8)) == nil)
    // One that is there is replaced.
    #expect(try await home.run("export", archive).code == 0)

    let first = try await other.run("import", archive)
    #expect(first.code == 0)
    #expect(first.errors.isEmpty)
    #expect(first.text == "\(archive): 4 attempts added, 0 known already\n")
    let json = try await home.run("--format", "json")
    #expect(json.lines.count == 4 + 3 + 1)
    #expect(try await other.run("--format", "json").text == json.text)

    let second = try await other.run("import", archive)
    #expect(second.code == 0)
    #expect(second.text == "\(archive): 0 attempts added, 4 known already\n")
    #expect(try await other.run("--format", "json").text == json.text)
    #expect(other.files.count { $0.hasSuffix(".inkml") } == 4)
  }

  @Test func whatIsNoArchiveIsBadData() async throws {
    try home.fill()
    #expect(try await home.run("export", archive).code == 0)
    let whole = try Data(contentsOf: URL(filePath: archive))
    func changed(_ name: String, at offset: Int, _ bytes: [UInt8]) throws {
      let file = try home.scratch.write(name, Array(whole))
      try home.patch(file, at: offset, bytes)
    }
    try home.scratch.write("empty", "")
    try home.scratch.write("text", "no archive\n")
    try home.scratch.write("cut", Array(whole.prefix(whole.count / 2)))
    try home.scratch.write("head", Array(whole.prefix(100)))
    try changed("other-application", at: 68, [0, 0, 0, 1])
    try changed("newer", at: 60, [0, 0, 0, 9])
    try changed("damaged", at: 100, [UInt8](repeating: 0xFF, count: 200))
    try await home.scratch.copy(home.database, to: "history")
    for name in [
      "empty", "text", "cut", "head", "other-application", "newer", "damaged", "history",
    ] {
      let run = try await other.run("import", home.scratch.path(name))
      #expect(run.code == 65, "\(name)")
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1, "\(name): \(run.errors)")
      #expect(run.errors.hasPrefix("effleurage: error: \(home.scratch.path(name)) "))
    }
    #expect(try await other.run("--format", "json").output.isEmpty)
    #expect(!other.files.contains { $0.hasSuffix(".inkml") })
  }

  /// The rest of the archive is taken.
  @Test func aRecordThatWasChangedIsRefused() async throws {
    try home.fill()
    #expect(try await home.run("export", archive).code == 0)
    let bytes = try Data(contentsOf: URL(filePath: archive))
    let place = try #require(bytes.range(of: Data(#"mode="practice""#.utf8)))
    try home.patch(URL(filePath: archive), at: place.lowerBound, Array(#"mode="exam"    "#.utf8))
    let run = try await other.run("import", archive)
    #expect(run.code == 65)
    #expect(run.text == "\(archive): 2 attempts added, 0 known already\n")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("its bytes have another SHA-256"))
  }

  @Test func whatIsMissingIs66AndWhatCannotBeMadeIs73() async throws {
    let nothing = try await home.run("export", archive)
    #expect(nothing.code == 66)
    #expect(nothing.errors.hasPrefix("effleurage: error: there is no history to export yet"))
    for name in ["not-there", ""] {
      #expect(try await home.run("import", home.scratch.path(name)).code == 66, "\(name)")
    }
    try home.fill()
    for name in ["no-folder/a.history", "home"] {
      let run = try await home.run("export", home.scratch.path(name))
      #expect(run.code == 73, "\(name)")
      #expect(run.errorLines.count == 1)
    }
    #expect(try await home.run("export", "/dev/null").code == 73)
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    // The history itself is no place for its archive.
    for name in ["home/history.sqlite", "home/records/20250514093000-undecided.inkml"] {
      let before = try Data(contentsOf: home.scratch[name])
      #expect(try await home.run("export", home.scratch.path(name)).code == 64)
      #expect(try Data(contentsOf: home.scratch[name]) == before)
    }
  }

  @Test func whoIsDeletedLeavesNothingAndOthersStay() async throws {
    try home.fill()
    try home.addCourse("undecided", trainee: HistoryHome.ada)
    try home.scratch.write("home/outbox/1.json", HistoryHome.ada)
    try home.scratch.write(
      "home/settings.yaml", "effleurage: 1\ntheme: dark\ntrainee: \(HistoryHome.ada)\n")
    #expect(try await home.run().code == 0)
    #expect(try home.files(holding: HistoryHome.ada).count > 3)
    #expect(try !home.files(holding: "Lovelace").isEmpty)
    let others = try await home.run("--format", "json").lines.filter {
      !$0.contains(HistoryHome.ada)
    }
    #expect(others.count == 4)

    let run = try await home.run("delete", "--trainee", "Ada Lovelace")
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.text
        == "Ada Lovelace (\(HistoryHome.ada)) is deleted: 2 attempts, 1 course, 3 files\n")
    let settings = try String(contentsOf: home.scratch["home/settings.yaml"], encoding: .utf8)
    #expect(settings == "effleurage: 1\ntheme: dark\n")
    for text in [HistoryHome.ada, "Lovelace"] {
      #expect(try home.files(holding: text) == [])
    }
    #expect(try await home.run("--format", "json").lines == others)
    #expect(try await home.run("delete", "--trainee", "Ada Lovelace").code == 66)
  }

  /// Of whom a deletion was stopped only the id is left, in files.
  @Test func theIDDeletesWhatIsLeft() async throws {
    try home.fill()
    #expect(try await home.run("delete", "--trainee", HistoryHome.ada).code == 0)
    try home.scratch.write("home/outbox/1.json", HistoryHome.ada)
    let rest = try await home.run("delete", "--trainee", HistoryHome.ada)
    #expect(rest.code == 0)
    #expect(rest.text == "\(HistoryHome.ada) is deleted: 0 attempts, 0 courses, 1 file\n")
    #expect(try home.files(holding: HistoryHome.ada) == [])
    #expect(try await home.run("delete", "--trainee", HistoryHome.ada).code == 66)
  }
}
