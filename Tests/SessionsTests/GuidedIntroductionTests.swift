import Attempts
import Foundation
import Geometry
import Scenarios
import Testing

@testable import Scoring
@testable import Sessions

/// The three guided minutes.
@Suite struct GuidedIntroductionTests {
  private let stroking: Phase
  private let circles: Phase
  private let scenario: Scenario

  init() {
    var scenario = smallScenario(id: "guided")
    let guides = [
      Guide(id: "left", path: [Position(millimetres: -80, 330), Position(millimetres: -80, 440)])
    ]
    let comb = Phase(
      id: "comb", title: "Comb", task: .combCircles(CombCirclesTask(guides: guides, loops: 4)))
    scenario.phases = [scenario.phases[0], comb, scenario.phases[1]]
    stroking = scenario.phases[0]
    circles = comb
    self.scenario = scenario
  }

  private func sight(
    _ phase: Phase, strokes: Int = 0, loops: Int = 0, pressure: Double = 0.3,
    area: AreaNearness? = nil, source: PressureSource = .set, measured: Double? = nil
  ) -> GuidedIntroduction.Sight {
    var reading = LiveReading(phase: 0)
    reading.guides = [
      GuideReading(
        strokesDone: strokes, strokesAsked: 8, loopsDone: loops, loopsAsked: 8,
        currentCoverage: 0, mark: nil, done: 0)
    ]
    if area != nil || measured != nil {
      reading.hands = [
        HandReading(
          contact: 1, place: Position(x: 0, y: 0), pressure: measured, isOff: false,
          isReturning: false, isBackward: false, area: area ?? .clear)
      ]
    }
    return GuidedIntroduction.Sight(
      phase: phase, reading: reading, source: source, setPressure: pressure)
  }

  @Test func eachStepWaitsUntilItWasSeen() {
    var guided = GuidedIntroduction(for: scenario)
    #expect(guided.steps == GuidedIntroduction.Step.allCases)
    func see(_ sight: GuidedIntroduction.Sight, _ step: GuidedIntroduction.Step) {
      // Looking often is not doing.
      for _ in 0..<100 { guided.see(sight) }
      #expect(guided.step == step)
    }
    see(sight(stroking), .stroke)
    see(sight(stroking, strokes: 1), .pressure)
    see(sight(stroking, strokes: 4, pressure: 0.3), .pressure)
    see(sight(stroking, strokes: 4, pressure: 0.95), .pressure)
    see(sight(stroking, strokes: 4, pressure: 0.1), .pacer)
    see(sight(stroking, strokes: 4), .pacer)
    see(sight(stroking, strokes: 6), .pacer)
    see(sight(stroking, strokes: 7), .circles)
    see(sight(stroking, strokes: 20), .circles)
    see(sight(circles, loops: 1), .circles)
    see(sight(circles, loops: 2), .circles)
    see(sight(circles, loops: 3), .spasm)
    see(sight(circles, loops: 3, area: .margin), .spasm)
    see(sight(circles, loops: 4, area: .touching), .spasm)
    #expect(guided.hasTouchedArea)
    see(sight(circles, loops: 4), .spasm)
    see(sight(circles, loops: 5), .end)
    #expect(guided.isOver)
    see(sight(circles, loops: 50, area: .pain), .end)
  }

  @Test func aPressureThatIsRightAlreadyMustBeSetOnce() {
    var guided = GuidedIntroduction(for: scenario)
    guided.skip()
    guided.see(sight(stroking, pressure: 0.2))
    #expect(guided.step == .pressure)
    guided.see(sight(stroking, pressure: 0.9))
    guided.see(sight(stroking, pressure: 0.2))
    #expect(guided.step == .pacer)
  }

  @Test func aMeasuredPressureIsReadFromTheHand() {
    var guided = GuidedIntroduction(for: scenario)
    guided.skip()
    guided.see(sight(stroking, source: .measured, measured: 0.9))
    #expect(guided.step == .pressure)
    guided.see(sight(stroking, source: .measured, measured: 0.2))
    #expect(guided.step == .pacer)
  }

  @Test func whatTheCaseAndTheDeviceCannotShowIsLeftOut() {
    var plain = smallScenario()
    plain.spasm = []
    #expect(
      GuidedIntroduction(for: plain, source: .none).steps == [.stroke, .pacer, .end])
  }

  @Test func everythingCanBeSkippedButTheEnd() {
    var guided = GuidedIntroduction(for: scenario)
    for step in GuidedIntroduction.Step.allCases.dropFirst() {
      guided.skip()
      #expect(guided.step == step)
    }
    guided.skip()
    #expect(guided.step == .end)
  }

  @Test func nothingOfItIsKeptOrCounted() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh([scenario], store: AttemptStore(folder: folder.path + "/records"))
    session.isFirstStart = true
    #expect(session.offersIntroduction)
    session.beginIntroduction(start: "2026-05-14T09:30:00Z", at: 0)
    #expect(session.screen == .practice)
    #expect(session.underWay?.attempt.phaseIndex == 0)
    #expect(session.underWay?.attempt.shown == Aid.allCases)
    #expect(!session.isFirstStart)
    session.stroke(from: 1_000_000, seconds: 3)
    session.advance(to: 5_000_000)
    #expect(session.introduction?.step == .pressure)
    session.changePressure(by: -3, at: 5_100_000)
    session.advance(to: 5_200_000)
    #expect(session.introduction?.step == .pacer)
    session.skipIntroductionStep()
    session.enterPhase(1, at: 6_000_000)
    session.skipIntroductionStep()
    session.skipIntroductionStep()
    #expect(session.introduction?.isOver == true)
    session.endStep(at: 7_000_000)
    #expect(session.screen == .library)
    #expect(session.introduction == nil)
    #expect(session.underWay == nil)
    #expect(session.notice?.kind == .information)
    #expect(try folder.names() == [])
    #expect(session.past["guided"] == nil)
  }

  @Test func leavingItAsksNothing() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh([scenario], store: AttemptStore(folder: folder.path + "/records"))
    session.showHelp(at: 0)
    session.beginIntroduction(start: "", at: 1)
    session.stroke(from: 1_000_000)
    session.back(at: 3_000_000)
    #expect(session.screen == .library)
    #expect(session.question == nil)
    session.beginIntroduction(start: "", at: 4_000_000)
    session.stroke(from: 5_000_000)
    session.close(at: 7_000_000)
    #expect(session.isClosed)
    #expect(try folder.names() == [])
    #expect(!Session.fresh().offersIntroduction)
  }
}
