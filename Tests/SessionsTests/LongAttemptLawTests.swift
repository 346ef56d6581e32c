import Attempts
import Foundation
import Geometry
import Records
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@testable import Sessions

/// An hour of massage takes no more memory than five minutes of it.
///
/// The memory of the whole process is measured, so it runs with no other test beside it: with
/// `LONG_ATTEMPT=1` in the environment and no other suite.
@Suite(
  .serialized, .enabled(if: ProcessInfo.processInfo.environment["LONG_ATTEMPT"] != nil))
struct LongAttemptLawTests {
  /// The part of the attempt that is played, in minutes of its clock; a slow build plays less.
  private static let minutes: ClosedRange<Int> = {
    #if DEBUG
      1...4
    #else
      5...60
    #endif
  }()

  /// Twelve steps of strokes that ask for five to seven minutes each.
  private static func scenario() throws -> Scenario {
    var scenario = smallScenario(id: "an-hour")
    let band = Band(full: 5.4...7, none: 0...30)
    let phases = scenario.phases
    scenario.phases = (0..<12).map { index in
      var phase = phases[index % phases.count]
      phase.id = "step-\(index + 1)"
      phase.minutes = band
      return phase
    }
    return scenario
  }

  /// Bytes of memory that are resident.
  private static func resident() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    return pages * Int(getpagesize())
  }

  @Test func memoryStaysFlatWhileTheRecordGrowsOnDisk() throws {
    let folder = try TemporaryFolder()
    let scenario = try Self.scenario()
    let script = try Demonstration(
      of: scenario, options: Demonstration.Options(), program: "effleurage test"
    ).events
    let end = Self.minutes.upperBound * 60_000_000
    #expect(try #require(script.last).time >= end)
    var session = Session.fresh([scenario], store: AttemptStore(folder: folder.path))
    session.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
    session.choose(.proceed)
    session.confirmDecision(at: 1)
    session.startMassage(at: 2)
    let mouse = Device(kind: .mouse, pressure: .set)
    var before: Int?
    var phase = 0
    var minute = 0
    for event in script where event.time <= end {
      session.advance(to: event.time)
      if event.time / 60_000_000 > minute {
        // In seconds the disk is given what it has an hour for: what it has not yet taken is kept.
        minute = event.time / 60_000_000
        session.underWay?.events.settle()
      }
      switch event {
      case .act(.phase(let id), let time):
        guard let index = scenario.phaseIndex(id) else { continue }
        phase = index
        session.enterPhase(index, at: time)
      case .act: break
      case .land(let landing):
        session.land(
          hand: landing.hand, device: mouse, at: event.time, landing.sample.position.point,
          millimetresPerPixel: landing.millimetresPerPixel)
      case .move(_, let sample):
        session.move(hand: 0, at: event.time, sample.position.point)
      case .lift(_, let sample):
        session.lift(hand: 0, at: event.time, sample.position.point)
      }
      if before == nil, event.time >= Self.minutes.lowerBound * 60_000_000 {
        before = try Self.resident()
      }
    }
    let growth = try Self.resident() - (try #require(before))
    #expect(growth < 5_000_000, "grew by \(growth) bytes, up to step \(phase + 1)")
    let attempt = try #require(session.underWay)
    #expect(attempt.events.failure == nil)
    #expect(attempt.events.count > Self.minutes.upperBound * 60 * 50)
    #expect(attempt.scorer.attempt.ignored == 0)

    // Judging the end and saving takes some more for a moment, but less than all events would.
    session.askToEnd(at: end)
    session.confirm(at: end)
    let saved = try Self.resident() - (try #require(before))
    #expect(saved < 25_000_000, "grew by \(saved) bytes with the saving")
    let finished = try #require(session.finished)
    let record = try #require(finished.saved?.record)
    var scorer = Scorer(scenario: scenario, header: finished.header)
    for event in try RecordReader().read(.file(record)).events { scorer.add(event) }
    #expect(scorer.result() == finished.result)
    #expect(try folder.names().count == 2)
  }

  @Test func aDemonstrationThatIsPlayedKeepsNothingOfWhatItShowed() throws {
    let scenario = try Self.scenario()
    var session = Session.fresh([scenario])
    session.demonstrate(at: 0)
    var before: Int?
    for tick in 1...Self.minutes.upperBound * 1_200 {
      session.advance(to: tick * 50_000)
      if tick == Self.minutes.lowerBound * 1_200 { before = try Self.resident() }
    }
    #expect(session.onScreen?.events.count ?? 0 > Self.minutes.upperBound * 60 * 50)
    let growth = try Self.resident() - (try #require(before))
    #expect(growth < 5_000_000, "grew by \(growth) bytes")
  }
}
