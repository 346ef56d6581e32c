import Foundation
import Testing

#if os(Linux)
  /// The outbox when programs are stopped, and when there are several.
  @Suite(.needsPython) struct PostOutboxTests {
    private let home: HistoryHome

    init() throws { home = try HistoryHome() }

    private func start(_ arguments: [String]) throws -> Process {
      let process = Process()
      process.executableURL = EffleurageProgram.url
      process.arguments = ["export"] + arguments
      process.environment = EffleurageProgram.baseEnvironment
        .merging(["EFFLEURAGE_HOME": home.folder.path]) { $1 }
        .merging(StoreServer.credentials) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    /// Files and bytes of what waits.
    private func contents() throws -> [String: Data] {
      var found: [String: Data] = [:]
      for name in home.waiting {
        found[name] = try Data(contentsOf: home.folder.appending(path: "outbox/\(name)"))
      }
      return found
    }

    @Test(arguments: [SIGINT, SIGKILL])
    func stoppedWhileItSends(signal: Int32) async throws {
      let store = try StoreServer(["500", "silent", "take"])
      try home.practise(3)
      let first = try await home.export(
        [home.recordsFolder, "--post", store.address, "--patience", "0"])
      #expect(first.code == 74)
      let before = try contents()
      #expect(before.count == 3)
      let process = try start(["--post", store.address, "--timeout", "500"])
      while process.isRunning, store.requests.count < 2 { sched_yield() }
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationStatus == (signal == SIGINT ? 130 : SIGKILL))
      #expect(try contents() == before)
      let later = try await home.export(["--post", store.address])
      #expect(later.code == 0, "\(later.errors)")
      #expect(store.held.count == 3 && home.waiting == [])
    }

    /// Stopped anywhere while statements are put in: each is whole or not there.
    @Test func stoppedWhileItFills() async throws {
      let store = try StoreServer(["500"])
      try home.practise(20)
      for wanted in [1, 5, 12] {
        let process = try start([home.recordsFolder, "--post", store.address, "--jobs", "1"])
        while process.isRunning, home.waiting.count < wanted { sched_yield() }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        for (name, data) in try contents() where !name.hasPrefix(".") {
          #expect((try? JSONSerialization.jsonObject(with: data)) != nil, "\(name)")
        }
      }
      let taking = try StoreServer(["take"])
      let run = try await home.export([home.recordsFolder, "--post", taking.address])
      #expect(run.text.hasSuffix(": 20 statements delivered\n"))
      #expect(taking.held.count == 20)
    }

    /// The store has them, and the program was stopped before it knew.
    @Test func stoppedBetweenTheStoreAndTheMove() async throws {
      let store = try StoreServer(["taken-lost", "take"])
      try home.practise(2)
      let run = try await home.export(
        [home.recordsFolder, "--post", store.address, "--patience", "0"])
      #expect(run.code == 74 && store.held.count == 2 && home.waiting.count == 2)
      let later = try await home.export(["--post", store.address])
      #expect(later.code == 0 && store.held.count == 2 && home.waiting == [])
    }

    @Test func severalProgramsSendEachStatementOnce() async throws {
      let store = try StoreServer(["500", "take"])
      try home.practise(60)
      let first = try await home.export(
        [home.recordsFolder, "--post", store.address, "--patience", "0"])
      #expect(first.code == 74 && home.waiting.count == 60)
      let runs = try await withThrowingTaskGroup(of: EffleurageProgram.Run.self) { group in
        for _ in 0..<4 {
          group.addTask { [home] in try await home.export(["--post", store.address]) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(runs.allSatisfy { $0.code == 0 }, "\(runs.map(\.errors))")
      let sent = store.requests.dropFirst().flatMap(\.ids)
      #expect(sent.count == 60 && Set(sent).count == 60)
      #expect(home.waiting == [] && home.delivered.count == 60)
    }

    @Test func whatWaitsForOneStoreGoesToNoOther() async throws {
      try home.practise(1)
      _ = try await home.export(
        [home.recordsFolder, "--post", "http://127.0.0.1:1", "--patience", "0"])
      let store = try StoreServer(["take"])
      let run = try await home.export(["--post", store.address])
      #expect(run.code == 0 && store.requests.isEmpty && home.waiting.count == 1)
      #expect(
        run.errors.contains(
          "1 statement in \(home.folder.path)/outbox waits for other stores: "
            + "http://127.0.0.1:1/xAPI/statements\n"))
    }

    @Test func aDamagedStatementIsKeptAndSaid() async throws {
      let store = try StoreServer(["500", "take"])
      try home.practise(3)
      _ = try await home.export([home.recordsFolder, "--post", store.address, "--patience", "0"])
      let damaged = home.waiting[1]
      try home.scratch.write("home/outbox/\(damaged)", "{\"effleurage\":1,")
      let run = try await home.export(["--post", store.address])
      #expect(run.code == 74 && store.held.count == 2)
      #expect(run.errors.contains("\(damaged) is damaged"))
      #expect(home.waiting == [damaged])
    }

    @Test func whoIsDeletedLeavesNeitherOutboxNorReceipt() async throws {
      let store = try StoreServer(["take", "500"])
      try home.add("undecided", start: "2025-05-14T09:30:00Z", trainee: HistoryHome.ada)
      _ = try await home.export([home.recordsFolder, "--post", store.address])
      try home.add("undecided", start: "2025-05-15T09:30:00Z", trainee: HistoryHome.ada)
      try home.add("undecided", start: "2025-05-15T10:30:00Z", trainee: HistoryHome.bo)
      _ = try await home.export([home.recordsFolder, "--post", store.address, "--patience", "0"])
      #expect(home.delivered.count == 1 && home.waiting.count == 2)
      #expect(try await home.run("--format", "json").code == 0)
      let run = try await home.run("delete", "--trainee", HistoryHome.ada)
      #expect(run.code == 0, "\(run.errors)")
      #expect(home.delivered == [] && home.waiting.count == 1)
      #expect(try home.files(holding: HistoryHome.ada) == [])
    }
  }
#endif
