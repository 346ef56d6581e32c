import CSDL2
import Foundation
import Testing

@testable import TrainerWindow

@Suite("The window's own pixels")
@MainActor
struct WindowPixelsTests {
  private struct Chance {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  @Test("What differs is copied, all of it, and nothing else is sent", arguments: 1...40)
  func copies(seed: Int) {
    var chance = Chance(state: UInt64(seed))
    let (width, height) = (1 + chance.below(300), 1 + chance.below(200))
    // Rows of the window may be longer than the frame's.
    let (drawnStride, shownStride) = (width * 4, width * 4 + 4 * chance.below(20))
    var drawn = [UInt8](repeating: 7, count: drawnStride * height)
    var shown = [UInt8](repeating: 7, count: shownStride * height)
    var changed: [(x: Int, y: Int)] = []
    for _ in 0..<chance.below(6) {
      let place = (x: chance.below(width), y: chance.below(height))
      drawn[place.y * drawnStride + place.x * 4 + chance.below(4)] = UInt8(8 + chance.below(200))
      changed.append(place)
    }
    let areas = drawn.withUnsafeBytes { from in
      shown.withUnsafeMutableBytes { to in
        WindowPixels.copy(
          from: from.baseAddress.unsafelyUnwrapped, drawnStride,
          to: to.baseAddress.unsafelyUnwrapped, shownStride, width: width, height: height,
          isAll: false)
      }
    }
    for row in 0..<height {
      #expect(
        Array(drawn[row * drawnStride..<row * drawnStride + width * 4])
          == Array(shown[row * shownStride..<row * shownStride + width * 4]), "seed \(seed)")
    }
    func holds(_ area: SDL_Rect, _ place: (x: Int, y: Int)) -> Bool {
      (Int(area.x)..<Int(area.x + area.w)).contains(place.x)
        && (Int(area.y)..<Int(area.y + area.h)).contains(place.y)
    }
    for place in changed {
      #expect(areas.contains { holds($0, place) }, "seed \(seed)")
    }
    for area in areas {
      #expect(changed.contains { holds(area, $0) }, "seed \(seed)")
      #expect(area.x >= 0 && Int(area.x + area.w) <= width, "seed \(seed)")
      #expect(area.y >= 0 && Int(area.y + area.h) <= height, "seed \(seed)")
    }
  }

  @Test("After the window was uncovered everything is sent")
  func all() {
    let drawn = [UInt8](repeating: 1, count: 130 * 70 * 4)
    var shown = drawn
    let areas = drawn.withUnsafeBytes { from in
      shown.withUnsafeMutableBytes { to in
        WindowPixels.copy(
          from: from.baseAddress.unsafelyUnwrapped, 130 * 4,
          to: to.baseAddress.unsafelyUnwrapped, 130 * 4, width: 130, height: 70, isAll: true)
      }
    }
    #expect(areas.reduce(0) { $0 + Int($1.w * $1.h) } == 130 * 70)
  }
}
