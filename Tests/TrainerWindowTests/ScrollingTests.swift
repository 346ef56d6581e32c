import Geometry
import Scenes
import Testing

@testable import TrainerWindow

@Suite struct ScrollingTests {
  /// A page of 1000 in a place of 400, from 64 down, with a thumb of 160 at its upper end.
  private func area(offset: Double = 0) -> ScrollArea {
    ScrollArea(
      id: .page, area: Rectangle(x: 0, y: 64, width: 960, height: 400), length: 1000,
      offset: offset, track: Rectangle(x: 940, y: 64, width: 20, height: 400),
      thumb: Rectangle(x: 945, y: 64 + offset / 600 * 240, width: 5, height: 160))
  }

  private var scrolling: Scrolling {
    var scrolling = Scrolling()
    scrolling.shown([area()])
    return scrolling
  }

  private func offset(_ scrolling: Scrolling) -> Double {
    scrolling.offsets.first { $0.id == .page }?.offset ?? 0
  }

  @Test func theWheelMovesAndStopsAtTheEnds() {
    var scrolling = scrolling
    let step1 = scrolling.move(area(), by: 72)
    #expect(step1)
    let step2 = scrolling.move(area(), by: 72)
    #expect(step2)
    #expect(offset(scrolling) == 144)
    let step3 = scrolling.move(area(), by: 9000)
    #expect(step3)
    #expect(offset(scrolling) == 600)
    let step4 = scrolling.move(area(), by: 72)
    #expect(!step4)
    let step5 = scrolling.move(area(), by: -9000)
    #expect(step5)
    #expect(offset(scrolling) == 0)
  }

  @Test func keysOfTheirOwnMoveIt() {
    var scrolling = scrolling
    let step6 = scrolling.move(by: .pageDown, at: nil)
    #expect(step6 && offset(scrolling) == 340)
    let step7 = scrolling.move(by: .end, at: nil)
    #expect(step7 && offset(scrolling) == 600)
    let step8 = scrolling.move(by: .pageUp, at: nil)
    #expect(step8 && offset(scrolling) == 260)
    let step9 = scrolling.move(by: .home, at: nil)
    #expect(step9 && offset(scrolling) == 0)
    let step10 = scrolling.move(by: .space, at: nil)
    #expect(!step10)
    var nothing = Scrolling()
    let step11 = nothing.move(by: .pageDown, at: nil)
    #expect(!step11)
  }

  @Test func aFingerDragsTheContentAndATapDoesNot() {
    var scrolling = scrolling
    let step12 = scrolling.press(at: Point(300, 400), finger: 7)
    #expect(!step12)
    let step13 = scrolling.drag(to: Point(300, 396), finger: 7, unit: 1)
    #expect(!step13)
    let step14 = scrolling.drag(to: Point(300, 300), finger: 8, unit: 1)
    #expect(!step14)
    let step15 = scrolling.release(finger: 7)
    #expect(!step15)
    #expect(offset(scrolling) == 0)
    let step16 = scrolling.press(at: Point(300, 400), finger: 7)
    #expect(!step16)
    let step17 = scrolling.drag(to: Point(300, 300), finger: 7, unit: 1)
    #expect(step17)
    #expect(offset(scrolling) == 100)
    let step18 = scrolling.release(finger: 7)
    #expect(step18)
    let step19 = scrolling.drag(to: Point(300, 200), finger: 7, unit: 1)
    #expect(!step19)
    #expect(offset(scrolling) == 100)
  }

  @Test func theThumbFollowsThePointer() {
    var scrolling = scrolling
    let step20 = scrolling.press(at: Point(300, 100), finger: nil)
    #expect(!step20)
    let step21 = scrolling.press(at: Point(947, 100), finger: nil)
    #expect(step21)
    let step22 = scrolling.drag(to: Point(947, 220), finger: nil, unit: 1)
    #expect(step22)
    #expect(offset(scrolling) == 300)
    let step23 = scrolling.release(finger: nil)
    #expect(step23)
    // Beside the thumb it comes to the pointer.
    let step24 = scrolling.press(at: Point(947, 460), finger: nil)
    #expect(step24)
    #expect(offset(scrolling) == 600)
  }

  @Test func aControlIsBroughtIntoSight() {
    var scrolling = scrolling
    var target = Target(.practise, Rectangle(x: 40, y: 700, width: 200, height: 48), label: "x")
    scrolling.reveal(target, margin: 12)
    #expect(offset(scrolling) == 0)
    target.scroll = .page
    scrolling.reveal(target, margin: 12)
    #expect(offset(scrolling) == 700 + 48 + 12 - 464)
    // And back up again, from a frame that is scrolled down.
    scrolling.shown([area(offset: 500)])
    target.area.y = 20
    scrolling.reveal(target, margin: 12)
    #expect(offset(scrolling) == 500 - (64 - 8))
  }

  @Test func anotherScreenBeginsAtItsBeginning() {
    var scrolling = scrolling
    scrolling.move(area(), by: 72)
    scrolling.reset()
    #expect(scrolling.offsets == [] && scrolling.areas == [])
  }
}
