import Drawing
import Foundation
import Testing

/// `effleurage report` as both programs do it together.
@Suite struct ReportProgramTests {
  private let folder = Bench.home()

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func run(
    _ arguments: [String], language: String = "C"
  ) throws -> (code: Int32, errors: String) {
    let child = try Child(
      TrainerProgram.binary("effleurage").path, arguments,
      [
        "EFFLEURAGE_HOME": path("home"), "DISPLAY": nil, "LANG": language, "LC_ALL": language,
        "LC_MESSAGES": nil, "LANGUAGE": nil,
      ], catching: STDERR_FILENO)
    let errors = child.read()
    return (child.wait(), errors)
  }

  private func record(_ name: String = "a.inkml") throws -> String {
    let made = try run([
      "demo", Bench.caseID, "--out", path(name), "--skill", "0.4", "--rate", "20",
    ])
    #expect(made.code == 0, "\(made.errors)")
    return path(name)
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  @Test(arguments: ["html", "pdf", "png"])
  func aDocumentIsWholeAndTheSameEachTime(ending: String) throws {
    let record = try record()
    for name in ["one", "two"] {
      let made = try run(["report", record, "--out", path("\(name).\(ending)")])
      #expect(made.code == 0 && made.errors.isEmpty, "\(made.errors)")
    }
    let first = try bytes("one.\(ending)")
    #expect(try bytes("two.\(ending)") == first)
    let starts: [String: [UInt8]] = [
      "html": Array("<!DOCTYPE html>".utf8), "pdf": Array("%PDF-".utf8),
      "png": [0x89, 0x50, 0x4E, 0x47],
    ]
    let start = try #require(starts[ending])
    #expect(first.starts(with: start))
    #expect(first.count < 1_500_000)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        $0.hasPrefix(".") || $0.hasSuffix(".part")
      }.isEmpty)
    try FileManager.default.removeItem(at: folder)
  }

  /// The language of the settings is that of documents.
  @Test func theLanguageIsThatOfTheSettings() throws {
    let record = try record()
    #expect(try run(["report", record, "--out", path("en.html")]).code == 0)
    #expect(
      try run(["report", record, "--out", path("ru.html")], language: "ru_RU.UTF-8").code == 0)
    #expect(String(decoding: try bytes("en.html"), as: UTF8.self).contains("<html lang=\"en\""))
    let russian = String(decoding: try bytes("ru.html"), as: UTF8.self)
    #expect(russian.contains("<html lang=\"ru\""))
    #expect(russian.contains("Где потеряны баллы"))
    try FileManager.default.removeItem(at: folder)
  }

  @Test func foreignRecordsTakeTheirCase() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let foreign = root.appending(path: "Fixtures/foreign/tablet.inkml").path
    let bare = try run(["report", foreign, "--out", path("f.html")])
    #expect(bare.code == 65)
    #expect(bare.errors.contains("name one with --scenario"))
    let made = try run([
      "report", foreign, "--out", path("f.html"), "--scenario", Bench.caseID, "--phase", "comb",
      "--mm-per-pixel", "0.5",
    ])
    #expect(made.code == 0, "\(made.errors)")
    let page = String(decoding: try bytes("f.html"), as: UTF8.self)
    #expect(page.contains("<span class=\"pill\">Foreign record</span>"))
    let wrong = try run([
      "report", foreign, "--out", path("g.html"), "--scenario", Bench.caseID, "--phase", "x",
    ])
    #expect(wrong.code == 64)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        $0 != "home"
      } == ["f.html"])
    try FileManager.default.removeItem(at: folder)
  }

  @Test func whatIsWrongIsSaidAndNothingIsLeft() throws {
    let record = try record()
    try Data("<ink>\n<trace>1".utf8).write(to: folder.appending(path: "bad.inkml"))
    for (arguments, code, words) in [
      ([path("none.inkml"), "--out", path("o.pdf")], 66, "none.inkml"),
      ([path("bad.inkml"), "--out", path("o.html")], 65, "bad.inkml:"),
      ([record, "--out", path("none/o.png")], 73, "there is no folder"),
      ([record, "--out", path("o.html"), "--mm-per-pixel", "-1"], 64, "--mm-per-pixel"),
    ] as [([String], Int32, String)] {
      let made = try run(["report"] + arguments)
      #expect(made.code == code, "\(made.errors)")
      #expect(made.errors.contains(words), "\(made.errors)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter {
        $0 != "home"
      } == ["a.inkml", "bad.inkml"])
    try FileManager.default.removeItem(at: folder)
  }
}
