import Geometry
import Testing

@testable import TrainerWindow

@Suite struct StickHandTests {
  private let area = Rectangle(x: -200, y: 0, width: 400, height: 600)

  private func rested(at place: Point = Point(0, 300)) -> StickHand {
    var hand = StickHand(at: place)
    hand.tilt(x: 0, y: 0, at: 0)
    return hand
  }

  @Test func withinTheDeadZoneNothingMoves() {
    var hand = rested()
    hand.tilt(x: 0.10, y: -0.11, at: 0)
    #expect(hand.velocity == .zero)
    #expect(hand.advance(to: 900_000, within: area).isEmpty)
  }

  /// Full tilt is 250 mm/s, half of the way beyond the dead zone a quarter of that.
  @Test func speedGrowsWithTheSquareOfTheWay() {
    var hand = rested()
    hand.tilt(x: 1, at: 0)
    #expect(abs(hand.velocity.x - 250) < 1e-9)
    hand.tilt(x: 0.575, at: 0)
    #expect(abs(hand.velocity.x - 62.5) < 1e-9)
    // A corner of the stick's frame is no faster than its edge.
    hand.tilt(x: 1, y: 1, at: 0)
    #expect(abs(hand.velocity.length - 250) < 1e-9)
  }

  /// However the time is cut into frames, the hand comes to the same places at the same times.
  @Test func framesDoNotChangeTheWay() {
    var even = rested()
    var uneven = rested()
    even.tilt(x: 0.6, y: 0.5, at: 1_000)
    uneven.tilt(x: 0.6, y: 0.5, at: 1_000)
    let steps = even.advance(to: 801_000, within: area)
    var others: [StickHand.Step] = []
    for moment in [1_500, 9_001, 30_000, 31_000, 400_000, 799_999, 801_000] {
      others += uneven.advance(to: moment, within: area)
    }
    #expect(steps == others)
    #expect(steps.count == 100)
    #expect(steps.map(\.moment) == (1...100).map { 1_000 + $0 * 8_000 })
  }

  @Test func theHandStaysOnTheBack() {
    var hand = rested(at: Point(190, 300))
    hand.tilt(x: 1, at: 0)
    let steps = hand.advance(to: 900_000, within: area)
    #expect(steps.last?.place == Point(200, 300))
  }

  @Test func anAxisThatNeverRestedIsNoStick() {
    var hand = StickHand(at: .zero)
    hand.tilt(x: -1, y: 1, at: 0)
    #expect(!hand.isMoving)
    hand.tilt(y: 0, at: 0)
    hand.tilt(y: 1, at: 0)
    #expect(hand.velocity.x == 0 && hand.velocity.y > 0)
    hand.tilt(x: .nan, y: .infinity, at: 0)
    #expect(hand.velocity.x == 0 && hand.velocity.y > 0)
  }

  @Test func aTremblingFingerDoesNotFlutter() {
    var hand = rested()
    #expect(hand.pull(0) == .none)
    #expect(hand.pull(0.07) == .none)
    #expect(hand.pull(0.08) == .land((0.08 - 0.04) / 0.96))
    for travel in [0.07, 0.05, 0.079, 0.041] {
      #expect(hand.pull(travel) == .press((travel - 0.04) / 0.96))
    }
    #expect(hand.pull(0.039) == .lift)
    #expect(hand.pull(0.07) == .none)
    #expect(hand.pull(1) == .land(1))
  }

  @Test func aHeldTriggerPressesAgainOnlyOnceItWasLetGo() {
    var hand = rested()
    // Held when the controller was plugged in.
    #expect(hand.pull(0.5) == .none)
    #expect(hand.pull(0) == .none)
    #expect(hand.pull(0.5) != .none)
    hand.letGo()
    #expect(hand.pull(0.6) == .none)
    #expect(hand.pull(0.01) == .none)
    if case .land = hand.pull(0.6) {} else { Issue.record("no contact") }
  }
}
