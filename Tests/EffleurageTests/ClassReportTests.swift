import Foundation
import Testing

/// `report FOLDER`, with the real program.
@Suite struct ClassReportTests {
  private let trainees = ["t-aaaaaaaa", "t-bbbbbbbb"]

  /// Two trainees' attempts, two each, as if made live, and what is apart.
  private func folder(_ scratch: Scratch) async throws -> String {
    for (index, trainee) in trainees.enumerated() {
      for attempt in 0..<2 {
        try await scratch.attempt(
          "class/\(trainee)-\(attempt).inkml", of: trainee, start: "2026-11-1\(attempt)T09:00:00Z",
          seed: 10 + index * 2 + attempt)
      }
    }
    try await scratch.demonstrate("class/shown.inkml", of: nil, "--seed", "50")
    return scratch.path("class")
  }

  private func report(
    _ scratch: Scratch, _ folder: String, _ options: String..., out: String = "class.html"
  ) async throws -> EffleurageProgram.Run {
    try await EffleurageProgram.run(["report", folder, "--out", scratch.path(out)] + options)
  }

  @Test func aFolderBecomesAPage() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    let run = try await report(scratch, folder)
    #expect(run.code == 0 && run.errors.isEmpty && run.output.isEmpty)
    let page = try scratch.text("class.html")
    for trainee in trainees { #expect(page.contains(trainee)) }
    #expect(page.contains("<b>4</b><span>attempts of the class</span>"))
    #expect(page.contains("<h2 id=\"demonstrations\">Demonstrations</h2>"))
    // Made with a case that no library has.
    #expect(page.contains("Unknown case"))
    #expect(!page.contains(".inkml") && !page.contains(scratch.url.path))
  }

  @Test func theSameFolderGivesTheSameBytes() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    try scratch.write("class/bad.inkml", "<ink><oops")
    var pages: Set<Data> = []
    for (index, jobs) in ["1", "2", "7"].enumerated() {
      let run = try await EffleurageProgram.run(
        ["report", folder + "/", "--out", scratch.path("\(jobs).html"), "--jobs", jobs],
        environment: ["LC_ALL": index == 1 ? "tr_TR.UTF-8" : "C", "TZ": "Asia/Kathmandu"])
      #expect(run.code == 65)
      pages.insert(try Data(contentsOf: scratch["\(jobs).html"]))
    }
    // Written in another order into another folder of another name.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().reversed()
    for name in names {
      try scratch.write("other/\(name)", Array(try Data(contentsOf: scratch["class/\(name)"])))
    }
    _ = try await report(scratch, scratch.path("other"), out: "other.html")
    pages.insert(try Data(contentsOf: scratch["other.html"]))
    #expect(pages.count == 1)
  }

  @Test func whatCannotBeReadIsListedAndTheRestReported() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    try scratch.write("class/a secret name.inkml", "<ink><oops")
    try scratch.write("class/ink.inkml", Foreign.straightDown)
    let run = try await report(scratch, folder)
    #expect(run.code == 65)
    #expect(run.errorLines.count == 2)
    #expect(run.errorLines[0].contains("a secret name.inkml:1:"))
    let page = try scratch.text("class.html")
    #expect(page.contains("<b>2</b><span>not read</span>"))
    #expect(page.contains("<td>damaged: line 1, column "))
    #expect(page.contains("made by another program, so it carries no case"))
    #expect(!page.contains("secret"))
    #expect(page.contains("<b>4</b><span>attempts of the class</span>"))
  }

  /// Whatever attribute of a record's head holds somebody's name, the page does not.
  @Test func namesInTheHeadsOfRecordsAreNotShown() async throws {
    let scratch = try Scratch()
    let record = try String(
      contentsOf: EffleurageProgram.root.appending(path: "Tests/Fixtures/smallest.inkml"),
      encoding: .utf8)
    let end = try #require(record.range(of: "</annotationXML>"))
    let head = record[..<end.lowerBound]
    let values = head.matches(of: #/ ([A-Za-z0-9]+)="([^"]*)"/#)
    let names = Set(values.map { String($0.output.1) })
    for name in ["format", "program", "rules", "mode", "origin", "start", "trainee", "kind"] {
      #expect(names.contains(name))
    }
    for (index, value) in values.enumerated() {
      var changed = record
      changed.replaceSubrange(
        value.output.2.startIndex..<value.output.2.endIndex, with: "Ada Lovelace")
      try scratch.write("class/\(index).inkml", changed)
      // As long as a time is, and with one in it.
      changed = record
      changed.replaceSubrange(
        value.output.2.startIndex..<value.output.2.endIndex, with: "2026-11-22TAda Lovel")
      try scratch.write("class/\(index)-time.inkml", changed)
    }
    let run = try await report(scratch, scratch.path("class"))
    #expect(run.code == 65)
    #expect(run.errors.contains(#"trainee="Ada Lovelace" in <record> is no id"#))
    let page = try scratch.text("class.html")
    #expect(!page.contains("Ada") && !page.contains("Lovel"))
    #expect(page.contains("<td>damaged: line "))
    // A start that is no time is no reason not to judge.
    #expect(page.contains("t-7k3qvm2x"))
  }

  @Test func theHelpSaysWhatAFolderHas() async throws {
    let run = try await EffleurageProgram.run(["report", "--help"])
    let words = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for phrase in [
      "judged by the latest rule set", "The page is in English",
      "A folder has the options --file-names, --jobs and --rules", "--mm-per-pixel say how",
    ] {
      #expect(words.contains(phrase), "\(phrase)")
    }
  }

  @Test func namesOfFilesAreShownWhenAskedFor() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    let name = "class/sub/<&\"' \u{5D0}\u{738B}.inkml"
    try await scratch.attempt(name, of: nil, start: "", seed: 90)
    let run = try await report(scratch, folder, "--file-names")
    #expect(run.code == 0)
    let page = try scratch.text("class.html")
    #expect(page.contains("<bdi>sub/&lt;&amp;&quot;&#39; \u{5D0}\u{738B}.inkml</bdi>"))
    #expect(page.contains("<bdi>t-aaaaaaaa-0.inkml</bdi>"))
    #expect(page.contains(">unnamed<"))
  }

  @Test func aCopyUnderAnotherNameIsFlagged() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    let copied = try scratch.text("class/t-aaaaaaaa-0.inkml")
      .replacing("t-aaaaaaaa", with: "t-zzzzzzzz").replacing("2026-11-10", with: "2026-11-20")
    try scratch.write("class/z.inkml", copied)
    try scratch.write(
      "class/again.inkml", Array(try Data(contentsOf: scratch["class/t-bbbbbbbb-1.inkml"])))
    let run = try await report(scratch, folder)
    #expect(run.code == 0)
    let page = try scratch.text("class.html")
    #expect(page.contains("2 records of different trainees hold the same movements"))
    #expect(page.contains("One trainee handed the same recording in twice"))
    #expect(page.contains("<dt>Handed in again</dt><dd>1 record, counted once</dd>"))
  }

  /// The expert as the program shows it, with the head of an attempt.
  @Test func aShippedDemonstrationHandedInIsFlagged() async throws {
    let scratch = try Scratch()
    let run = try await EffleurageProgram.run([
      "demo", "desk-prevention", "--out", scratch.path("made.inkml"),
    ])
    #expect(run.code == 0)
    try scratch.write(
      "class/mine.inkml",
      Scratch.live(try scratch.text("made.inkml"), "t-aaaaaaaa", "2026-11-10T09:00:00Z"))
    #expect(try await report(scratch, scratch.path("class")).code == 0)
    let page = try scratch.text("class.html")
    #expect(page.contains("A demonstration was handed in as an attempt"))
    #expect(page.contains("what the program shows"))
    #expect(!page.contains("not in this library"))
  }

  @Test func resultsBesideRecordsAreNotRead() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    #expect(try await report(scratch, folder).code == 0)
    let page = try scratch.text("class.html")
    try scratch.write(
      "class/t-aaaaaaaa-0.json", #"{"effleurage":1,"record":"t-aaaaaaaa-0.inkml","score":100}"#)
    try scratch.write("class/t-aaaaaaaa-0.result", "x")
    #expect(try await report(scratch, folder).code == 0)
    #expect(try scratch.text("class.html") == page)
  }

  @Test func aFolderWithoutRecordsIs66AndLeavesNoPage() async throws {
    let scratch = try Scratch()
    try scratch.write("class/notes.txt", "none")
    let run = try await report(scratch, scratch.path("class"))
    #expect(run.code == 66)
    #expect(run.errors.contains("there is no *.inkml in the folder"))
    #expect(try scratch.names() == ["class"])
  }

  @Test func wrongUsageIs64() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    let before = try Data(contentsOf: scratch["class/t-aaaaaaaa-0.inkml"])
    let png = try await report(scratch, folder, out: "class.png")
    #expect(png.code == 64)
    #expect(png.errors.contains("a file that ends in .html"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("over.html"),
      withDestinationPath: scratch.path("class/t-aaaaaaaa-0.inkml"))
    let over = try await report(scratch, folder, out: "over.html")
    #expect(over.code == 64)
    #expect(over.errors.contains("would write over what is read"))
    #expect(try Data(contentsOf: scratch["class/t-aaaaaaaa-0.inkml"]) == before)
    let record = try await EffleurageProgram.run([
      "report", scratch.path("class/t-aaaaaaaa-0.inkml"), "--out", scratch.path("a.png"),
      "--file-names",
    ])
    #expect(record.code == 64)
    #expect(record.errors.contains("of the report of a folder"))
    #expect(try await report(scratch, folder, "--jobs", "0").code == 64)
    #expect(try await report(scratch, folder, "--phase", "stroke").code == 64)
  }

  @Test func aPageThatCannotBeWrittenIs73() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    let run = try await report(scratch, folder, out: "nowhere/class.html")
    #expect(run.code == 73)
    #expect(run.errors.contains("there is no folder"))
  }

  /// Whenever the interrupt comes, the page is whole or as it was, and nothing is left beside it.
  @Test func anInterruptLeavesNothingHalfWritten() async throws {
    let scratch = try Scratch()
    let folder = try await folder(scratch)
    #expect(try await report(scratch, folder).code == 0)
    let whole = try Data(contentsOf: scratch["class.html"])
    for round in 0..<6 {
      let page = scratch["out/class.html"]
      try scratch.write("out/class.html", "before")
      let process = Process()
      process.executableURL = EffleurageProgram.url
      process.arguments = ["report", folder, "--out", page.path, "--jobs", "1"]
      process.environment = EffleurageProgram.baseEnvironment
      process.standardError = FileHandle.nullDevice
      try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
        process.terminationHandler = { _ in ended.resume() }
        do { try process.run() } catch {
          process.terminationHandler = nil
          ended.resume(throwing: error)
          return
        }
        // At moments that differ: as soon as a record is being read, or the page being written.
        let isReading = { ClassReportTests.opens(process.processIdentifier, ".inkml") }
        let isWriting = {
          (try? FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).count) != 1
        }
        let isDue = round % 2 == 0 ? isReading : isWriting
        while process.isRunning, !isDue() { sched_yield() }
        process.interrupt()
      }
      #expect(process.terminationReason == .exit)
      // It may have been done just then.
      #expect([0, 130].contains(process.terminationStatus))
      let left = try Data(contentsOf: page)
      #expect(left == Data("before".utf8) || left == whole)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")) == ["class.html"])
    }
  }

  /// Whether a process has a file open whose name ends so.
  private static func opens(_ process: Int32, _ ending: String) -> Bool {
    let folder = "/proc/\(process)/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains {
      ((try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) ?? "")
        .hasSuffix(ending)
    }
  }
}

extension Scratch {
  /// A demonstration's record as if somebody had made it live.
  static func live(
    _ record: String, _ trainee: String?, _ start: String, mode: String = "practice"
  ) -> String {
    record.replacing(
      #"mode="practice" origin="demonstration" start="""#,
      with: #"mode="\#(mode)" origin="live" start="\#(start)""#
        + (trainee.map { #" trainee="\#($0)""# } ?? "")
    ).replacing(#"<device kind="demonstration""#, with: #"<device kind="mouse""#)
  }

  /// The record of an attempt at the short case.
  func attempt(_ name: String, of trainee: String?, start: String, seed: Int) async throws {
    let made = try await demonstrate("made.inkml", of: nil, "--seed", "\(seed)", "--skill", "0.6")
    let text = try String(contentsOf: made, encoding: .utf8)
    try write(name, Scratch.live(text, trainee, start))
  }
}
