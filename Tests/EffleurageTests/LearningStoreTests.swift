import Foundation
import Testing

/// Ralph's learning record store and its strict models of statements.
@Suite(.needsPackages) struct LearningStoreTests {
  private let home: HistoryHome

  init() throws { home = try HistoryHome() }

  private func judge(_ arguments: [String]) async throws -> EffleurageProgram.Run {
    let python = try #require(Receivers.environment)
    return try await EffleurageProgram.run(
      [Receivers.folder.appending(path: "statements.py").path] + arguments,
      environment: StoreServer.credentials, program: python)
  }

  /// Attempts of every kind: passed, failed and left early, practice and exam, without a start, and a
  /// case in another script.
  private func practise() async throws -> Int {
    let title = ShortCase.text.replacing(
      "title: A short case", with: "title: '重物拉伤 <&\"''> إجهاد الرفع'")
    try #require(title != ShortCase.text)
    let scenario = try home.scratch.write("other.yaml", title)
    let made = try await home.scratch.demonstrate("made.inkml", of: scenario.path)
    let live = try String(contentsOf: made, encoding: .utf8).replacing(
      #/mode="\w+" origin="\w+" start=""/#,
      with: #"mode="exam" origin="live" start="2025-05-14T13:30:00Z" trainee="t-7k3qvm2x""#)
    try home.scratch.write("home/records/other.inkml", live)
    try home.add("expert-refers", start: "2025-05-14T09:30:00Z", trainee: HistoryHome.ada)
    try home.add("abandoned", start: "2025-05-14T10:30:00Z", trainee: HistoryHome.ada)
    try home.add("all-wrong", start: "2025-05-14T11:30:00Z", trainee: HistoryHome.bo, mode: "exam")
    try home.add("undecided", start: "2025-05-14T12:30:00.250Z", trainee: HistoryHome.bo)
    try home.add("refers-an-emergency", start: "", trainee: HistoryHome.bo)
    return 6
  }

  @Test func statementsPassAndComeBackEqual() async throws {
    let count = try await practise()
    let run = try await home.export([home.recordsFolder, "--format", "xapi"])
    #expect(run.code == 0, "\(run.errors)")
    let file = try home.scratch.write("statements.json", run.output).path
    let strict = try await judge(["validate", file])
    #expect(strict.code == 0, "\(strict.text)")
    #expect(strict.text.contains("\(count) statements, 0 faults"))

    let store = try StoreServer()
    let post = try await home.export(
      [home.recordsFolder, "--post", store.address, "--patience", "120", "--timeout", "60"])
    #expect(post.code == 0, "\(post.errors)")
    #expect(post.text.hasSuffix(": \(count) statements delivered\n"))
    let back = try await judge(["compare", file, store.address + "/statements"])
    #expect(back.code == 0, "\(back.text)\(back.errors)")

    // Sent once more as if nothing were known of the first time, there is still one of each.
    try FileManager.default.removeItem(at: home.folder.appending(path: "delivered"))
    let again = try await home.export([home.recordsFolder, "--post", store.address])
    #expect(again.code == 0, "\(again.errors)")
    let same = try await judge(["compare", file, store.address + "/statements"])
    #expect(same.code == 0, "\(same.text)")

    let wrong = try await home.export(
      [home.recordsFolder, "--home-page", "https://school.example/", "--post", store.address],
      environment: ["EFFLEURAGE_LRS_USER": StoreServer.user, "EFFLEURAGE_LRS_PASSWORD": "wrong"])
    #expect(wrong.code == 74 && wrong.errors.contains("(401)"))
    #expect(home.waiting.count == count)
  }

  /// What a strict store would refuse is refused here, too: the judge can say no.
  @Test func theJudgeCanSayNo() async throws {
    let text = try String(
      contentsOf: EffleurageProgram.root.appending(path: "Tests/Fixtures/smallest.inkml"),
      encoding: .utf8)
    try home.scratch.write("home/records/a.inkml", text)
    let run = try await home.export([home.recordsFolder, "--format", "xapi"])
    for (old, new) in [
      ("\"scaled\":0,", "\"scaled\":1.5,"), ("\"version\":\"1.0.0\"", "\"version\":\"2.0\""),
      ("PT10.00S", "ten seconds"), ("\"name\":\"t-7k3qvm2x\"", "\"name\":\"\""),
    ] {
      let worse = run.text.replacing(old, with: new)
      #expect(worse != run.text)
      let file = try home.scratch.write("worse.json", worse).path
      #expect(try await judge(["validate", file]).code == 1, "\(new)")
    }
  }
}
