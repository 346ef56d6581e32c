import Attempts
import Foundation
import History
import Records
import Sessions
import Testing

/// A live attempt whose program is killed at any moment is there at the next start.
///
/// `KILLS=200` in the environment asks for so many kills, `KILL_SEED` for the first seed.
@Suite(.serialized) struct KillTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seeds: Range<UInt64> = {
    let first = environment["KILL_SEED"].flatMap { UInt64($0) } ?? 1
    return first..<first + (environment["KILLS"].flatMap { UInt64($0) } ?? 5)
  }()

  /// Microseconds of the attempt's clock that may be lost: 250 ms of the machine's.
  private static let loss = 250_000 * Rehearsal.speed
  /// The demonstration is over then.
  private static let latest = 22_000_000

  @Test(arguments: seeds)
  func nothingOlderThanAQuarterOfASecondIsLost(seed: UInt64) async throws {
    let rehearsal = try Rehearsal()
    var random = Generator(state: seed)
    let moment = Int.random(in: 0...Self.latest, using: &random)
    let run = try await rehearsal.run(killAt: moment)
    let what: Comment = "seed \(seed), killed at \(moment): \(run.errors)"

    guard run.wasStopped else {
      // It was done before.
      #expect(run.lines.last == "saved", what)
      #expect(rehearsal.names(".attempt") == [], what)
      #expect(rehearsal.names(".inkml").count == 1, what)
      try expectWhole(rehearsal, what)
      return
    }
    for name in rehearsal.names(".inkml") {
      _ = try RecordReader().read(.file(rehearsal.records + "/" + name))
    }
    let given = run.lines.compactMap { Int($0) }
    let newest = given.last ?? 0
    let journals = rehearsal.names(".attempt")
    guard let journal = journals.first else {
      // Killed after saving, or before anything had to be on disk.
      let first = given.first ?? 0
      #expect(rehearsal.names(".inkml").count == 1 || newest - first <= Self.loss, what)
      try expectWhole(rehearsal, what)
      return
    }
    #expect(journals.count == 1, what)
    let path = rehearsal.records + "/" + journal
    let read = try JournalReader(.file(path))
    // The oldest event that is missing had been given at most so long before the kill.
    let missing = given.first { $0 > read.ending.time } ?? newest
    #expect(newest - missing <= Self.loss, what)
    let expected = try Recovery.line(path)

    var session = Recovery.session(rehearsal.records)
    if rehearsal.names(".inkml").isEmpty {
      guard case .leftAttempt(let left) = session.question else {
        Issue.record("nothing is offered: \(what)")
        return
      }
      #expect(left.title == "A short case", what)
      session.scoreLeftAttempt(at: 2)
      #expect(session.screen == .debrief, what)
      let saved = try #require(session.finished?.saved, what)
      #expect(try Recovery.line(saved.record) == expected, what)
    }
    // Killed between saving and removing: then it went silently.
    #expect(rehearsal.names(".attempt") == [], what)
    #expect(rehearsal.names(".inkml").count == 1, what)
    #expect(rehearsal.names(".json").count == 1, what)
    try expectWhole(rehearsal, what)
  }

  /// Every record is in the history once, as it scores, after what a start adopts.
  private func expectWhole(_ rehearsal: Rehearsal, _ what: Comment) throws {
    let history = AttemptStore(folder: rehearsal.records).history
    let adoption = try history.adopt()
    #expect(adoption.left == [], what)
    let attempts = try history.attempts()
    #expect(attempts.count == rehearsal.names(".inkml").count, what)
    for attempt in attempts {
      let line = try #require(try history.result(of: attempt.past.id), what)
      let name = try #require(attempt.record.split(separator: "/").last.map(String.init), what)
      #expect(try Recovery.line(attempt.record, record: name) == line, what)
    }
  }
}
