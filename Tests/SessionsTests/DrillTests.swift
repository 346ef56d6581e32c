import Attempts
import Foundation
import ScenarioFiles
import Scenarios
import Sessions
import Testing

/// One step alone, from the library and from the debrief, and how fast a demonstration runs.
@Suite struct DrillTests {
  private func session(_ folder: TemporaryFolder) -> Session {
    let cases = ["one", "two"].map { id in
      CaseFile(
        scenario: smallScenario(id: id), source: ScenarioSource(bytes: Array(id.utf8)))
    }
    return Session(
      cases: cases, setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folder.path))
  }

  @Test func aStepOfTheLibraryIsDrilledAndNotCounted() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    session.select(1)
    session.drill(7, start: "", at: 0)
    #expect(session.screen == .library)
    session.drill(1, start: "2026-05-14T09:30:00Z", at: 0)
    #expect(session.screen == .practice)
    #expect(session.underWay?.header.scope == .phase("closing", timed: true))
    session.drill(0, start: "", at: 1)
    #expect(session.underWay?.header.scope == .phase("closing", timed: true))
    session.stroke(from: 1_000_000)
    session.endStep(at: 3_000_000)
    session.confirm(at: 4_000_000)
    #expect(session.finished?.saved != nil)
    #expect(session.past["two"] == nil)
    #expect(try AttemptStore(folder: folder.path).past(of: nil)["two"] == nil)
  }

  @Test func fromTheDebriefTheStepOfTheSameCaseIsDrilled() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    session.select(1)
    session.goToPractice()
    session.close(at: 3_000_000)
    session = self.session(folder)
    session.select(1)
    session.goToPractice()
    session.endStep(at: 3_000_000)
    session.endStep(at: 4_000_000)
    session.confirm(at: 5_000_000)
    #expect(session.screen == .debrief)
    session.drill(9, start: "", at: 6_000_000)
    #expect(session.screen == .debrief)
    session.drill(0, start: "2026-05-14T09:31:00Z", at: 6_000_000)
    #expect(session.screen == .practice)
    #expect(session.underWay?.scenario.id == "two")
    #expect(session.underWay?.header.mode == .drill)
  }

  @Test func aDemonstrationRunsSlowerAndFaster() throws {
    let folder = try TemporaryFolder()
    var session = session(folder)
    session.demonstrate(at: 0)
    func time(_ moment: Int) -> Int { session.onScreen?.time(at: moment) ?? -1 }
    let start = time(0)
    #expect(time(1_000_000) == start + 1_000_000)
    session.changeSpeed(by: 1, at: 1_000_000)
    #expect(time(2_000_000) == start + 3_000_000)
    session.advance(to: 2_000_000)
    let last = try #require(session.onScreen?.events.last)
    #expect(last.time <= start + 3_000_000)
    #expect(last.time > start + 2_900_000)
    for _ in 0..<9 { session.changeSpeed(by: 1, at: 2_000_000) }
    #expect(session.speed == .eightTimes)
    #expect(time(2_100_000) == start + 3_800_000)
    session.pause(at: 2_100_000)
    session.changeSpeed(by: -1, at: 5_000_000)
    #expect(time(9_000_000) == start + 3_800_000)
    session.resume(at: 10_000_000)
    #expect(time(10_100_000) == start + 4_200_000)
    for _ in 0..<9 { session.changeSpeed(by: -1, at: 10_100_000) }
    #expect(session.speed == .half)
    #expect(time(10_300_000) == start + 4_300_000)
    session.back(at: 11_000_000)
    // The next one is played as fast as the last.
    session.demonstrate(at: 20_000_000)
    #expect(time(21_000_000) == start + 500_000)
  }
}
