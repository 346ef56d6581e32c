import Preferences
import Testing

@testable import TrainerWindow

@Suite struct ButtonDoubtTests {
  private func opened() -> ButtonDoubt {
    var doubt = ButtonDoubt()
    doubt.begin()
    return doubt
  }

  @Test func aReleaseThatSDLLearnsOfSettlesIt() {
    var doubt = opened()
    let isSeen1 = doubt.look(isDownForSDL: true, isDown: true, isOverWindow: true)
    #expect(!isSeen1)
    // The desktop knows of it one turn before SDL does: no press went unseen.
    let isSeen2 = doubt.look(isDownForSDL: true, isDown: false, isOverWindow: true)
    #expect(!isSeen2)
    let isPress = doubt.release()
    #expect(!isPress)
    #expect(!doubt.isOpen)
  }

  @Test func aPressAfterAReleaseThatWasMissedIsSeen() {
    var doubt = opened()
    for _ in 0..<2 {
      let isSeen3 = doubt.look(isDownForSDL: true, isDown: false, isOverWindow: false)
      #expect(!isSeen3)
    }
    let isSeen4 = doubt.look(isDownForSDL: true, isDown: true, isOverWindow: true)
    #expect(isSeen4)
    #expect(!doubt.isOpen)
  }

  @Test func aPressOverAnotherWindowIsNoneOfOurs() {
    var doubt = opened()
    for _ in 0..<2 {
      _ = doubt.look(isDownForSDL: true, isDown: false, isOverWindow: false)
    }
    let isSeen5 = doubt.look(isDownForSDL: true, isDown: true, isOverWindow: false)
    #expect(!isSeen5)
    // Drawn over this window it is still the same press.
    let isSeen6 = doubt.look(isDownForSDL: true, isDown: true, isOverWindow: true)
    #expect(!isSeen6)
    for _ in 0..<2 {
      let isSeen7 = doubt.look(isDownForSDL: true, isDown: false, isOverWindow: true)
      #expect(!isSeen7)
    }
    let isSeen8 = doubt.look(isDownForSDL: true, isDown: true, isOverWindow: true)
    #expect(isSeen8)
  }

  /// Pressed and let go between two looks: SDL tells of the release alone.
  @Test func aClickTooShortToBeSeenIsAClick() {
    var doubt = opened()
    for _ in 0..<2 {
      _ = doubt.look(isDownForSDL: true, isDown: false, isOverWindow: true)
    }
    let isPress = doubt.release()
    #expect(isPress)
    #expect(!doubt.isOpen)
  }

  @Test func withoutDoubtNothingIsMadeUp() {
    var doubt = ButtonDoubt()
    let isSeen9 = doubt.look(isDownForSDL: true, isDown: false, isOverWindow: true)
    #expect(!isSeen9)
    let isPress = doubt.release()
    #expect(!isPress)
  }
}

@Suite struct WindowPlaceTests {
  private let left = WindowPlace(x: 0, y: 0, width: 1920, height: 1080)
  private let right = WindowPlace(x: 1920, y: 0, width: 1366, height: 768)

  @Test func whatFitsStaysWhereItWas() {
    let place = WindowPlace(x: 100, y: 50, width: 1280, height: 800)
    #expect(place.fitted(into: [left, right]) == place)
    // Partly beyond the edge, but its upper edge can be reached.
    let beyond = WindowPlace(x: -600, y: 300, width: 1280, height: 800)
    #expect(beyond.fitted(into: [left, right]) == beyond)
  }

  @Test func whatIsLargerThanTheDisplayShrinks() {
    let place = WindowPlace(x: 10, y: 20, width: 2560, height: 1440)
    #expect(place.fitted(into: [left]) == left)
    let high = WindowPlace(x: 2000, y: 0, width: 1000, height: 1000)
    #expect(
      high.fitted(into: [left, right])
        == WindowPlace(x: 2000, y: 0, width: 1000, height: 768))
  }

  @Test func whatIsOutOfSightComesToTheMiddle() {
    let gone = WindowPlace(x: 4000, y: 100, width: 1280, height: 800)
    #expect(
      gone.fitted(into: [left, right]) == WindowPlace(x: 320, y: 140, width: 1280, height: 800))
    #expect(gone.fitted(into: []) == nil)
  }
}
