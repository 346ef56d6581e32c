import Attempts
import Foundation
import History
import Records
import Scoring
import Sessions
import Testing

/// Whatever call of the system fails, the store is as it was or as it should be.
#if os(Linux)
  @Suite(.serialized) struct FaultTests {
    /// The library that makes calls fail, built for this run; nil where there is no C compiler.
    private static func library(in folder: String) async throws -> String? {
      let source = Rehearsal.root.appending(path: "Tests/Fixtures/faults/faults.c").path
      let library = folder + "/faults.so"
      for compiler in ["cc", "clang", "gcc"] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"]
        process.standardError = FileHandle.nullDevice
        let ended = AsyncStream<Void> { continuation in
          process.terminationHandler = { _ in continuation.finish() }
        }
        try process.run()
        for await _ in ended {}
        if process.terminationStatus == 0 { return library }
      }
      return nil
    }

    @Test(arguments: ["ENOSPC", "EIO"], [false, true])
    func theStoreIsOldOrNewAndWordsSayWhich(error: String, lasts: Bool) async throws {
      let tools = try Rehearsal()
      guard let library = try await Self.library(in: tools.home) else {
        print("No C compiler here: the calls of the system are not made to fail.")
        return
      }
      // All four combinations meet every call in long runs, and every fourth otherwise.
      let isLong = ProcessInfo.processInfo.environment["EVERY_FAULT"] != nil
      let step = isLong ? 1 : 4
      var number = 1 + (error == "EIO" ? 2 : 0) + (lasts ? 1 : 0)
      if isLong { number = 1 }
      while true {
        let rehearsal = try Rehearsal()
        let log = tools.home + "/faults"
        try? FileManager.default.removeItem(atPath: log)
        let run = try await rehearsal.run(
          speed: 1_000,
          environment: [
            "LD_PRELOAD": library, "FAULT_FOLDER": rehearsal.home,
            "FAULT_NUMBER": "\(number)", "FAULT_ERROR": error, "FAULT_LOG": log,
            "FAULT_LASTING": lasts ? "1" : "0",
          ])
        let failed = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        let what: Comment = "\(error), call \(number): \(failed)\(run.errors)"
        #expect(!run.wasStopped, what)
        try check(rehearsal, run, failed, what)
        guard !failed.isEmpty else {
          // No call is left to fail.
          #expect(run.lines.last == "saved", what)
          #expect(number > 10, "the library saw too few calls to have worked")
          return
        }
        number += step
      }
    }

    /// Whichever read of a journal fails, the journal is as it was or all of it is saved.
    @Test(arguments: [false, true])
    func aJournalThatCannotBeReadStaysAsItIs(lasts: Bool) async throws {
      let tools = try Rehearsal()
      guard let library = try await Self.library(in: tools.home) else {
        print("No C compiler here: the calls of the system are not made to fail.")
        return
      }
      let rehearsal = try Rehearsal()
      _ = try await rehearsal.run(killAt: 8_000_000)
      let name = try #require(rehearsal.names(".attempt").first)
      let path = rehearsal.records + "/" + name
      let journal = try Data(contentsOf: URL(filePath: path))
      let expected = try Recovery.line(path)
      let log = tools.home + "/faults"
      var number = 1
      while true {
        try? FileManager.default.removeItem(atPath: log)
        let run = try await rehearsal.run(
          left: true,
          environment: [
            "LD_PRELOAD": library, "FAULT_FOLDER": rehearsal.home, "FAULT_NUMBER": "\(number)",
            "FAULT_ERROR": "EIO", "FAULT_LOG": log, "FAULT_READS": "1",
            "FAULT_LASTING": lasts ? "1" : "0",
          ])
        let failed = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        let what: Comment = "read \(number): \(failed)\(run.errors)"
        if run.lines.last == "saved" {
          // Only what need not be read may have failed.
          let record = try #require(rehearsal.names(".inkml").first, what)
          #expect(try Recovery.line(rehearsal.records + "/" + record) == expected, what)
          #expect(rehearsal.names(".attempt") == [], what)
          #expect(number > 5, "the library saw too few reads to have worked")
          guard !failed.isEmpty else { return }
          for name in rehearsal.names("") {
            try FileManager.default.removeItem(atPath: rehearsal.records + "/" + name)
          }
          try FileManager.default.removeItem(atPath: rehearsal.home + "/history.sqlite")
          try journal.write(to: URL(filePath: path))
        } else {
          #expect(!failed.isEmpty, what)
          #expect(run.code == 66 || run.code == 74, what)
          #expect(!run.errors.isEmpty, what)
          #expect(rehearsal.names("") == [name], what)
          #expect(try Data(contentsOf: URL(filePath: path)) == journal, what)
        }
        number += 1
      }
    }

    private func check(
      _ rehearsal: Rehearsal, _ run: Rehearsal.Run, _ failed: String, _ what: Comment
    ) throws {
      for name in rehearsal.names(".inkml") {
        _ = try Recovery.line(rehearsal.records + "/" + name)
      }
      if run.lines.last == "saved" {
        #expect(run.code == 0, what)
        #expect(rehearsal.names(".inkml").count == 1, what)
        #expect(rehearsal.names(".json").count == 1, what)
        #expect(rehearsal.names(".attempt") == [], what)
        // What the history did not take was told, and is in it after the next start.
        let store = AttemptStore(folder: rehearsal.records)
        #expect(try store.history.attempts().count == 1 || !run.errors.isEmpty, what)
        _ = try store.history.adopt()
        #expect(try store.history.attempts().count == 1, what)
        return
      }
      #expect(run.code == 74, what)
      #expect(!run.errors.isEmpty, what)
      // The next start has a disk that works: what was kept is offered, or its saving completed.
      var session = Recovery.session(rehearsal.records)
      if case .leftAttempt(let left) = session.question {
        session.scoreLeftAttempt(at: 2)
        #expect(session.finished?.saved != nil, what)
        #expect((session.finished?.result.verdict == .abandoned) == !left.hasEnded, what)
      }
      #expect(rehearsal.names(".attempt") == [], what)
      let records = rehearsal.names(".inkml").count
      #expect(rehearsal.names(".json").count == records, what)
      // Where the journal could be written, the attempt is there.
      let isJournalLost = failed.contains(".part\n") || failed.contains(".attempt\n")
      #expect(records == 1 || isJournalLost, what)
      _ = try session.store.history.adopt()
      #expect(try session.store.history.attempts().count == records, what)
    }
  }
#endif
