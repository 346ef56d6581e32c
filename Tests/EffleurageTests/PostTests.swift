import Foundation
import Testing

/// `export --post` to a store that misbehaves.
@Suite(.needsPython) struct PostTests {
  private let home: HistoryHome

  init() throws { home = try HistoryHome() }

  /// Nothing is tried again, and a machine that has much to do is given time.
  private static let once = ["--timeout", "120", "--patience", "0"]

  @Test func whatIsDeliveredLeavesTheOutboxForGood() async throws {
    let store = try StoreServer(["take"])
    try home.practise(3)
    let run = try await home.export([home.recordsFolder, "--post", store.address])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text == "\(store.address)/statements: 3 statements delivered\n")
    #expect(run.errors.isEmpty)
    #expect(home.waiting == [] && home.delivered.count == 3)
    let request = try #require(store.requests.first)
    #expect(store.requests.count == 1 && request.version == "1.0.3" && request.authorised)
    #expect(request.type == "application/json" && request.path == "/xAPI/statements")
    #expect(Set(request.ids) == store.held && store.held.count == 3)
    // Nothing is sent twice.
    let again = try await home.export([home.recordsFolder, "--post", store.address])
    #expect(again.code == 0)
    #expect(again.text.hasSuffix(": 0 statements delivered, 3 delivered before\n"))
    #expect(try await home.export(["--post", store.address]).code == 0)
    #expect(store.requests.count == 1)
    // What is new goes alone.
    try home.add("undecided", start: "2025-06-01T09:00:00Z", trainee: HistoryHome.bo)
    let more = try await home.export([home.recordsFolder, "--post", store.address])
    #expect(more.text.hasSuffix(": 1 statement delivered, 3 delivered before\n"))
    #expect(store.requests.count == 2 && store.requests.last?.ids.count == 1)
  }

  struct Trouble: Sendable {
    var behaviours: [String]
    var words: String
    /// Whether a later try without RECORD brings all there.
    var mends = true
  }

  /// Each ends in a sentence and an intact outbox.
  @Test(arguments: [
    Trouble(behaviours: ["401", "take"], words: "does not take the credentials (401)"),
    Trouble(behaviours: ["403", "take"], words: "does not allow this user"),
    Trouble(behaviours: ["404", "take"], words: "no learning record store"),
    Trouble(behaviours: ["500", "take"], words: "failed (500)"),
    Trouble(behaviours: ["503,retry=3000", "take"], words: "asks to wait 3000 s"),
    Trouble(behaviours: ["429", "take"], words: "takes no more for now (429)"),
    Trouble(behaviours: ["lost", "take"], words: "was lost before its answer"),
    Trouble(behaviours: ["truncated", "take"], words: "was lost before its answer"),
    Trouble(behaviours: ["taken-lost", "take"], words: "was lost before its answer"),
    Trouble(
      behaviours: ["redirect=http://127.0.0.1:1/xAPI", "take"],
      words: "points elsewhere (302) to http://127.0.0.1:1/xAPI"),
    Trouble(behaviours: ["other"], words: "another statement of the same id (409)", mends: false),
    Trouble(behaviours: ["400"], words: "does not take it (400): as told", mends: false),
    Trouble(
      behaviours: ["429,retry=9223372036854775807", "take"], words: "asks to wait 86400 s"),
    Trouble(behaviours: ["503,retry=99999999999999999999", "take"], words: "asks to wait 86400 s"),
    Trouble(behaviours: ["200"], words: "took it (200) and does not show it (404)", mends: false),
    Trouble(behaviours: ["page"], words: "a learning record store?", mends: false),
  ])
  func trouble(trouble: Trouble) async throws {
    let store = try StoreServer(trouble.behaviours)
    try home.practise(2)
    let run = try await home.export(
      [home.recordsFolder, "--post", store.address] + PostTests.once)
    #expect(run.code == 74)
    #expect(run.errors.contains(trouble.words), "\(run.errors)")
    #expect(
      run.errors.contains(
        "2 statements wait in \(home.folder.path)/outbox; later send with: effleurage export "
          + "--post \(store.address)/statements"), "\(run.errors)")
    #expect(home.waiting.count == 2 && home.delivered == [])
    let requests = store.requests.count
    let later = try await home.export(["--post", store.address] + PostTests.once)
    #expect(later.code == (trouble.mends ? 0 : 74), "\(later.errors)")
    #expect(home.waiting.count == (trouble.mends ? 0 : 2))
    if trouble.mends {
      #expect(home.delivered.count == 2 && store.held.count == 2)
      #expect(store.requests.count == requests + 1)
    }
  }

  @Test func aStoreThatIsSilentIsNotWaitedForLong() async throws {
    let store = try StoreServer(["silent"])
    try home.practise(2)
    let run = try await home.export(
      [home.recordsFolder, "--post", store.address, "--timeout", "0.5", "--patience", "1"])
    #expect(run.code == 74)
    #expect(
      run.errors.contains("/statements did not answer within 0.5 s. 2 statements wait in "),
      "\(run.errors)")
    #expect(home.waiting.count == 2 && home.delivered == [])
  }

  /// What was due to a request that was given up confirms no other.
  @Test func aLateAnswerConfirmsNothingElse() async throws {
    let store = try StoreServer(["late", "silent"])
    try home.practise(2)
    let run = try await home.export(
      [home.recordsFolder, "--post", store.address, "--timeout", "2", "--patience", "4"])
    #expect(run.code == 74, "\(run.errors)")
    #expect(store.requests.count > 1 && store.held == [])
    #expect(home.waiting.count == 2 && home.delivered == [])
  }

  @Test func wrongCredentialsAreSaidAndNowhereKept() async throws {
    let store = try StoreServer(["take"])
    try home.practise(1)
    for environment in [
      ["EFFLEURAGE_LRS_USER": StoreServer.user, "EFFLEURAGE_LRS_PASSWORD": "h4sh-hush"], [:],
    ] {
      let run = try await home.export(
        [home.recordsFolder, "--post", store.address], environment: environment)
      #expect(run.code == 74 && run.errors.contains("(401)"))
      #expect(!run.errors.contains("h4sh-hush") && !run.text.contains("h4sh-hush"))
      #expect(try home.files(holding: "h4sh-hush") == [])
    }
    #expect(store.requests.map(\.authorised) == [true, false])
    #expect(try await home.export(["--post", store.address]).code == 0)
    #expect(try home.files(holding: StoreServer.password) == [])
  }

  @Test func whereNobodyListens() async throws {
    try home.practise(1)
    let run = try await home.export(
      [home.recordsFolder, "--post", "http://127.0.0.1:1", "--patience", "0.6"])
    #expect(run.code == 74)
    #expect(run.errors.contains("connection refused. 1 statement waits in "))
    #expect(home.waiting.count == 1)
  }

  @Test(arguments: [["500", "take"], ["lost", "503,retry=0", "429", "take"], ["silent", "take"]])
  func passingTroubleIsTriedAway(behaviours: [String]) async throws {
    let store = try StoreServer(behaviours)
    try home.practise(2)
    let run = try await home.export(
      [home.recordsFolder, "--post", store.address, "--timeout", "5", "--patience", "120"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(store.requests.count >= behaviours.count)
    #expect(home.waiting == [] && store.held.count == 2)
  }

  @Test(arguments: ["take-posts", "take-puts"])
  func storesThatTakeOneWayOnlyDo(behaviour: String) async throws {
    let store = try StoreServer([behaviour])
    try home.practise(2)
    #expect(try await home.export([home.recordsFolder, "--post", store.address]).code == 0)
    #expect(home.waiting == [] && store.held.count == 2)
  }

  @Test func manyGoInBatches() async throws {
    let store = try StoreServer(["take"])
    try home.practise(60)
    let run = try await home.export([home.recordsFolder, "--post", store.address])
    #expect(run.text.hasSuffix(": 60 statements delivered\n"))
    #expect(store.requests.map(\.ids.count) == [50, 10])
  }

  @Test func aBadRecordIsSaidAndTheOthersAreSent() async throws {
    let store = try StoreServer(["take"])
    try home.practise(1)
    try home.scratch.write("home/records/bad.inkml", "<ink>")
    let run = try await home.export([home.recordsFolder, "--post", store.address])
    #expect(run.code == 65 && store.held.count == 1)
    // What waits is less than what is bad.
    let other = try StoreServer(["500"])
    let worse = try await home.export(
      [home.recordsFolder, "--post", other.address, "--patience", "0"])
    #expect(worse.code == 65 && home.waiting.count == 1)
  }

  /// A proxy of the environment is no way to this machine.
  @Test func thisMachineIsAskedDirectly() async throws {
    let store = try StoreServer(["take"])
    try home.practise(1)
    let proxies = ["http_proxy": "http://127.0.0.1:1", "HTTP_PROXY": "http://127.0.0.1:1"]
    let run = try await home.export(
      [home.recordsFolder, "--post", store.address],
      environment: StoreServer.credentials.merging(proxies) { $1 })
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test func withoutTheProgramThatSendsStatementsWait() async throws {
    try home.practise(1)
    try await home.scratch.copy(EffleurageProgram.url, to: "alone/effleurage")
    let run = try await EffleurageProgram.run(
      ["export", home.recordsFolder, "--post", "https://lrs.example/"],
      environment: ["EFFLEURAGE_HOME": home.folder.path],
      program: home.scratch["alone/effleurage"])
    #expect(run.code == 69)
    #expect(run.errors.contains("effleurage-post, which sends statements, is not beside"))
    #expect(run.errors.contains("1 statement waits in"))
    #expect(home.waiting.count == 1)
  }
}
