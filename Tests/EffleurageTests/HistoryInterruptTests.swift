import Foundation
import Testing

#if os(Linux)
  /// Ctrl-C while the history works.
  @Suite struct HistoryInterruptTests {
    private let home: HistoryHome

    init() throws { home = try HistoryHome() }

    private func start(_ arguments: String..., in other: HistoryHome? = nil) throws -> Process {
      let process = Process()
      process.executableURL = EffleurageProgram.url
      process.arguments = ["history"] + arguments
      process.environment = EffleurageProgram.baseEnvironment.merging(
        ["EFFLEURAGE_HOME": (other ?? home).folder.path]
      ) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    @Test func whatIsEnteredTillThenStays() async throws {
      let count = 24
      for second in 10..<10 + count {
        try home.add("undecided", start: "2025-05-14T09:30:\(second)Z", trainee: HistoryHome.ada)
      }
      let code = try interrupt(try start()) { home.files.contains("history.sqlite") }
      #expect([0, 130].contains(code))
      // The rest is entered by the next run.
      #expect(try await home.run("--format", "json").lines.count == count + 1)
    }

    /// A pipe in a record's place keeps nobody waiting.
    @Test func aPipeAmongTheRecordsIsLeft() async throws {
      try home.fill()
      let pipe = home.folder.appending(path: "records/9.inkml")
      guard mkfifo(pipe.path, 0o600) == 0 else { throw POSIXError(.EIO) }
      let run = try await home.run("--format", "json")
      #expect(run.code == 0 && run.lines.count == 6)
      #expect(run.errors.contains("9.inkml is no file."))
    }

    /// Enough records that there is time to stop in between.
    private func fillMore() async throws -> Int {
      let count = 24
      for second in 10..<10 + count {
        try home.add("undecided", start: "2025-05-14T09:30:\(second)Z", trainee: HistoryHome.ada)
      }
      let run = try await home.run("--format", "json")
      try #require(run.lines.count == count + 1)
      return count
    }

    /// Interrupts as soon as `begun` holds, and returns the program's code.
    private func interrupt(_ process: Process, when begun: () throws -> Bool) throws -> Int32 {
      while try process.isRunning && !begun() { sched_yield() }
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      return process.terminationStatus
    }

    @Test func anExportThatIsStoppedIsWholeOrNotThere() async throws {
      let count = try await fillMore()
      for _ in 0..<5 {
        let archive = home.scratch.path("all.history")
        let process = try start("export", archive)
        let code = try interrupt(process) { try home.scratch.names().count > 1 }
        let names = try home.scratch.names()
        #expect([0, 130].contains(code))
        #expect(names == ["home"] || names == ["all.history", "home"])
        guard names.count > 1 else { continue }
        let other = try HistoryHome()
        #expect(
          try await other.run("import", archive).text
            == "\(archive): \(count) attempts added, 0 known already\n")
        try FileManager.default.removeItem(atPath: archive)
      }
    }

    @Test func anImportThatIsStoppedTakesEverythingOrNothing() async throws {
      let count = try await fillMore()
      let archive = home.scratch.path("all.history")
      #expect(try await home.run("export", archive).code == 0)
      for _ in 0..<3 {
        let other = try HistoryHome()
        let process = try start("import", archive, in: other)
        let code = try interrupt(process) { other.files.contains { $0.hasSuffix(".inkml") } }
        #expect([0, 130].contains(code))
        let records = other.files.filter { $0.hasPrefix("records/") }
        let listed = try await other.run("--format", "json").lines
        #expect([0, count].contains(records.count), "\(records)")
        #expect(listed.count == (records.isEmpty ? 0 : count + 1))
      }
    }
  }
#endif
