import Attempts
import Foundation
import Geometry
import Handover
import Records
import ScenarioFiles
import Scenarios
import Scoring
import Sessions
import Testing

/// What was judged live is what stands in the record.
@Suite struct RecordEqualityTests {
  /// An attempt with everything in it: questions, choices, strokes, a pause, a step back, an aid
  /// hidden under a hand, two pressures, a hand at rest.
  private func session(store: AttemptStore, end: (inout Session, Int) -> Void) -> Session {
    var session = Session.fresh(store: store)
    session.begin(.practice, start: "2026-05-14T09:30:00Z", at: 5_000_000)
    session.ask(.nerves, at: 6_000_000)
    session.ask(.illness, at: 6_500_000)
    session.choose(.proceed)
    session.confirmDecision(at: 7_000_001)
    session.prepare(.before(.hands), at: 7_100_000)
    session.prepare(.arms(.alongBody), at: 7_200_000)
    session.startMassage(at: 8_000_000)
    session.changePressure(by: -3, at: 8_500_000)
    session.stroke(from: 9_000_003)
    session.pause(at: 10_500_000)
    session.resume(at: 40_000_000)
    session.stroke(from: 41_000_000)
    session.endStep(at: 43_000_000)
    session.enterPhase(0, at: 44_000_000)
    session.land(
      hand: 0, device: Device(kind: .mouse, pressure: .set), at: 45_000_000,
      Point(-40.004, 250.006),
      millimetresPerPixel: 1.3513)
    session.toggle(.guide, at: 45_030_000)
    session.changePressure(by: 2, at: 45_040_000)
    session.advance(to: 45_400_000)
    session.move(hand: 0, at: 45_500_000, Point(-30.126, 300.444))
    end(&session, 46_000_000)
    return session
  }

  private static let endings: [@Sendable (inout Session, Int) -> Void] = [
    { session, moment in
      session.askToEnd(at: moment)
      session.confirm(at: moment + 1)
    },
    { session, moment in
      session.back(at: moment)
      session.confirm(at: moment + 1)
    },
    { session, moment in session.close(at: moment) },
  ]

  @Test(arguments: endings.indices)
  func theRecordReadsBackToTheEventsAndTheResult(ending: Int) throws {
    let folder = try TemporaryFolder()
    let live = session(store: AttemptStore(folder: folder.path), end: { _, _ in })
    var ended = live
    Self.endings[ending](&ended, 46_000_000)
    let name = try #require(try folder.names().first { $0.hasSuffix(".inkml") })
    let (head, events) = try RecordReader().read(.file(folder.path + "/" + name))
    let before = try #require(live.underWay)
    #expect(events.starts(with: before.events))
    #expect(head.header == before.header)
    #expect(head.scenario == before.caseFile.source.bytes)
    #expect(head.sha256 == before.caseFile.source.sha256)

    var scorer = Scorer(scenario: before.scenario, header: head.header)
    for event in events { scorer.add(event) }
    let again = ResultJSON.line(
      scorer.result(), record: name, scenarioSHA256: head.sha256)
    let saved = try String(
      contentsOfFile: folder.path + "/" + name.dropLast(6) + ".json", encoding: .utf8)
    #expect(saved == again + "\n")
    #expect(scorer.attempt.ignored == 0)
    #expect(scorer.attempt.down == [])
  }

  @Test func aDrillReadsBackAsTheDrillItWas() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path))
    session.begin(.practice, only: "closing", start: "2026-05-14T09:30:00Z", at: 0)
    session.stroke(from: 1_000_000)
    session.endStep(at: 3_000_000)
    let header = try #require(session.underWay).header
    session.confirm(at: 4_000_000)
    let record = try #require(session.finished?.saved?.record)
    let (head, events) = try RecordReader().read(.file(record))
    #expect(head.header == header)
    #expect(events == session.finished.map { Array($0.events) })
  }
}
