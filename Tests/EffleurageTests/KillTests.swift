import Foundation
import Testing

/// A program that is killed while it writes leaves its output whole or not there.
@Suite struct KillTests {
  @Test func aRecordIsWholeOrNotThere() async throws {
    let scratch = try Scratch()
    let scenario = try scratch.shortCase().path
    for round in 0..<12 {
      let name = "killed\(round).inkml"
      let process = Process()
      process.executableURL = EffleurageProgram.url
      process.arguments = [
        "demo", scenario, "--out", scratch.path(name), "--rate", "1000", "--seed", "\(round)",
      ]
      process.environment = EffleurageProgram.baseEnvironment
      process.standardError = FileHandle.nullDevice
      let before = Set(try scratch.names())
      try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
        process.terminationHandler = { _ in ended.resume() }
        do { try process.run() } catch {
          process.terminationHandler = nil
          ended.resume(throwing: error)
          return
        }
        // As soon as anything of the output can be seen, under whatever name.
        while process.isRunning, (try? Set(scratch.names())) == before { sched_yield() }
        kill(process.processIdentifier, SIGKILL)
      }
      guard FileManager.default.fileExists(atPath: scratch.path(name)) else { continue }
      let run = try await EffleurageProgram.run(["score", scratch.path(name)])
      #expect(run.code == 0, "round \(round): \(run.errors)")
    }
  }
}
