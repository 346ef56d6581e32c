import Attempts
import CSDL2
import Geometry
import Scenarios
import Sessions
import Testing

@testable import TrainerWindow

extension SDLTests {
  /// Fingers on the back, as SDL reports them.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct Touch {}
}

extension SDLTests.Touch {
  /// Both lanes of the first step at once, a finger on each.
  @Test func twoFingersStrokeBothLanes() throws {
    let stage = try Stage()
    defer { stage.close() }
    let (guides, curve) = stage.scenario.phases[0].task.guides
    let lanes = try [#require(guides.first), #require(guides.last)].map { $0.line(curve) }
    try #require(lanes.count == 2 && guides.count >= 2)
    for (index, lane) in lanes.enumerated() {
      try stage.finger(SDL_FINGERDOWN, Int64(index), lane.place(at: 0).point)
    }
    for step in 1...40 {
      for (index, lane) in lanes.enumerated() {
        let place = lane.place(at: lane.length * Double(step) / 40).point
        try stage.finger(SDL_FINGERMOTION, Int64(index), place)
      }
      try stage.turn()
    }
    #expect(try stage.attempt.attempt.down == [1, 2])
    for (index, lane) in lanes.enumerated() {
      try stage.finger(SDL_FINGERUP, Int64(index), lane.place(at: lane.length).point)
    }
    try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }

    #expect(try stage.attempt.header.device == Device(kind: .touch, pressure: .none))
    #expect(try stage.landings.map(\.hand) == [0, 1])
    #expect(try stage.lifts() == [1, 2])
    for (index, lane) in lanes.enumerated() {
      let samples = try stage.samples(of: index + 1)
      // As many as a device of 250 reports a second would have left, or all there were.
      #expect(samples.count > 10)
      for sample in samples {
        #expect(lane.nearest(to: sample.position.fine).distance < 0.1)
        #expect(sample.pressure == nil)
      }
      let (first, last) = try (#require(samples.first), #require(samples.last))
      #expect(first.position.point.distance(to: lane.place(at: 0).point) < 0.1)
      #expect(last.position.point.distance(to: lane.place(at: lane.length).point) < 0.1)
    }
  }

  @Test func moreFingersThanAPersonHasAreNoHands() throws {
    let stage = try Stage()
    defer { stage.close() }
    let level = 300.0
    for id in 0..<14 {
      try stage.finger(SDL_FINGERDOWN, Int64(id), Point(Double(id) * 10 - 70, level))
    }
    try stage.turn()
    #expect(try stage.attempt.attempt.down.count == FingerTable.most)
    for id in 0..<14 {
      try stage.finger(SDL_FINGERMOTION, Int64(id), Point(Double(id) * 10 - 70, level + 5))
      try stage.finger(SDL_FINGERUP, Int64(id), Point(Double(id) * 10 - 70, level + 5))
    }
    try stage.turn()
    #expect(try stage.attempt.attempt.down.isEmpty)
    #expect(try stage.lifts() == Array(1...10))
  }

  @Test func whatNoFingerCanReportDoesNoHarm() throws {
    let stage = try Stage()
    defer { stage.close() }
    try stage.finger(SDL_FINGERDOWN, 5, Point(-60, 300))
    for (x, y) in [(Float.nan, 0.5), (.infinity, .infinity), (-40, 90), (1.0001, -0.0001)] {
      try stage.finger(SDL_FINGERMOTION, 5, x: x, y: Float(y))
      try stage.turn()
    }
    // Up without down, down beside the window, up beyond its edge.
    try stage.finger(SDL_FINGERUP, 99, x: 0.5, y: 0.5)
    try stage.finger(SDL_FINGERDOWN, 7, x: -3, y: 4)
    try stage.finger(SDL_FINGERUP, 7, x: -3, y: 4)
    try stage.finger(SDL_FINGERUP, 5, x: .nan, y: 2)
    try stage.turn()
    #expect(try stage.lifts() == [1])
    #expect(try stage.samples(of: 1).allSatisfy(Bounds.holds))
  }

  /// A gesture that the system took over ends without a finger leaving.
  @Test func aFingerThatComesDownTwiceLeftBetween() throws {
    let stage = try Stage()
    defer { stage.close() }
    try stage.finger(SDL_FINGERDOWN, 3, Point(-60, 300))
    try stage.finger(SDL_FINGERMOTION, 3, Point(-60, 320))
    try stage.finger(SDL_FINGERDOWN, 3, Point(-60, 200))
    try stage.turn()
    #expect(try stage.lifts() == [1])
    #expect(try stage.landings.map(\.hand) == [0, 0])
    #expect(try stage.attempt.attempt.down == [2])
  }
}
