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
    var moved = scrolling.move(area(), by: 72)
    #expect(moved)
    moved = scrolling.move(area(), by: 72)
    #expect(moved)
    #expect(offset(scrolling) == 144)
    moved = scrolling.move(area(), by: 9000)
    #expect(moved)
    #expect(offset(scrolling) == 600)
    moved = scrolling.move(area(), by: 72)
    #expect(!moved)
    moved = scrolling.move(area(), by: -9000)
    #expect(moved)
    #expect(offset(scrolling) == 0)
  }

  @Test func keysOfTheirOwnMoveIt() {
    var scrolling = scrolling
    var moved = scrolling.move(by: .pageDown, at: nil)
    #expect(moved && offset(scrolling) == 340)
    moved = scrolling.move(by: .end, at: nil)
    #expect(moved && offset(scrolling) == 600)
    moved = scrolling.move(by: .pageUp, at: nil)
    #expect(moved && offset(scrolling) == 260)
    moved = scrolling.move(by: .home, at: nil)
    #expect(moved && offset(scrolling) == 0)
    moved = scrolling.move(by: .space, at: nil)
    #expect(!moved)
    var nothing = Scrolling()
    moved = nothing.move(by: .pageDown, at: nil)
    #expect(!moved)
  }

  @Test func aFingerDragsTheContentAndATapDoesNot() {
    var scrolling = scrolling
    var held = scrolling.press(at: Point(300, 400), finger: 7)
    #expect(!held)
    var dragged = scrolling.drag(to: Point(300, 396), finger: 7, unit: 1)
    #expect(!dragged)
    dragged = scrolling.drag(to: Point(300, 300), finger: 8, unit: 1)
    #expect(!dragged)
    var wasDrag = scrolling.release(finger: 7)
    #expect(!wasDrag)
    #expect(offset(scrolling) == 0)
    held = scrolling.press(at: Point(300, 400), finger: 7)
    #expect(!held)
    dragged = scrolling.drag(to: Point(300, 300), finger: 7, unit: 1)
    #expect(dragged)
    #expect(offset(scrolling) == 100)
    wasDrag = scrolling.release(finger: 7)
    #expect(wasDrag)
    dragged = scrolling.drag(to: Point(300, 200), finger: 7, unit: 1)
    #expect(!dragged)
    #expect(offset(scrolling) == 100)
  }

  @Test func theThumbFollowsThePointer() {
    var scrolling = scrolling
    var held = scrolling.press(at: Point(300, 100), finger: nil)
    #expect(!held)
    held = scrolling.press(at: Point(947, 100), finger: nil)
    #expect(held)
    let dragged = scrolling.drag(to: Point(947, 220), finger: nil, unit: 1)
    #expect(dragged)
    #expect(offset(scrolling) == 300)
    let wasDrag = scrolling.release(finger: nil)
    #expect(wasDrag)
    // Beside the thumb it comes to the pointer.
    held = scrolling.press(at: Point(947, 460), finger: nil)
    #expect(held)
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
