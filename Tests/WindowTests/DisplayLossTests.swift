import Attempts
import Foundation
import Records
import ScenarioFiles
import Scenarios
import Testing

/// The display fails under the real window in mid-stroke: the attempt is kept, the reason is said,
/// and the exit code tells it.
@Suite(
  .serialized,
  .enabled(
    if: Desktop.isAvailable,
    "Xvfb and xdotool are not installed; Scripts/setup --tests installs them"))
struct DisplayLossTests {
  enum Loss: CaseIterable {
    /// The server ends, and with it every connection.
    case serverDies
    /// The server answers no more.
    case serverHangs
    /// Another program destroys the window.
    case windowDestroyed

    func happen(to program: TrainerProgram) throws {
      switch self {
      case .serverDies: program.desktop.die()
      case .serverHangs: program.desktop.freeze()
      case .windowDestroyed: try program.desktop.tool(["windowclose", program.window])
      }
    }

    var words: String {
      switch self {
      case .serverDies: "the X server has closed the connection"
      case .serverHangs: "has not answered for 10 seconds"
      case .windowDestroyed: "another program has destroyed it"
      }
    }
  }

  private func opened(_ home: URL, _ arguments: [String] = []) async throws -> TrainerProgram {
    try await TrainerProgram(arguments, on: Desktop(), home: home, catching: STDERR_FILENO)
  }

  @Test(arguments: Loss.allCases) func inMidStroke(loss: Loss) async throws {
    let home = Bench.home()
    defer { try? FileManager.default.removeItem(at: home) }
    let program = try await opened(home, [Bench.caseID])
    try await program.keys("p", "Return")
    try await program.screen("preparation")
    try await program.keys("Return")
    try await program.screen("practice")
    let scenario = try Bench.library(home: home).find(Bench.caseID).scenario
    try program.drag(over: Array(try Bench.guide(of: scenario).places.prefix(60)))
    try await program.hands(1)

    try loss.happen(to: program)
    try await program.expectEnd(69)
    let words = program.process.read()
    #expect(words.contains("effleurage: error: "))
    #expect(words.contains(loss.words))
    #expect(words.contains("saved as abandoned, in \(home.path)/records"))
    #expect(program.attempts.count == 2)
    let record = try program.attempt("inkml")
    let live = try String(contentsOf: program.attempt("json"), encoding: .utf8)
    #expect(live.contains(#""verdict":"abandoned""#))
    #expect(try Bench.score(record) == live)
    let (_, events) = try RecordReader().read(.file(record.path))
    // A pause may follow, when the keyboard went before the window.
    let hand = events.last { $0.contact != nil }
    #expect(hand.map { if case .lift = $0 { true } else { false } } == true)
  }

  @Test func withoutAnAttemptThereIsNothingToKeep() async throws {
    let home = Bench.home()
    defer { try? FileManager.default.removeItem(at: home) }
    let program = try await opened(home)
    try await program.screen("library")
    program.desktop.die()
    try await program.expectEnd(69)
    #expect(program.process.read().contains("No attempt was under way."))
    #expect(program.attempts.isEmpty)
  }
}
