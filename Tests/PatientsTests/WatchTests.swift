import Testing

@testable import Patients

/// Shaking and tapping, as the patient feels them.
@Suite("Shaking and tapping")
struct WatchTests {
  /// Whether a hand that goes to and fro by so many 1/100 mm so often a second shakes.
  private func shakes(
    _ width: Int, hertz: Int, x: Int = 1, y: Int = 0, seconds: Int = 2, pixel: Double = 0.2
  ) -> Bool {
    var watch = ShakeWatch(0, 0, at: 0, millimetresPerPixel: pixel)
    let half = 500_000 / hertz
    for tick in 1...seconds * 250 {
      let time = tick * 4_000
      let within = time % (2 * half)
      let way = width * (within < half ? within : 2 * half - within) / half
      watch.take(way * x, way * y, at: time)
    }
    return watch.isShaking(at: seconds * 1_000_000)
  }

  @Test("Four to twenty times a second is shaking, three times is not")
  func frequency() {
    for hertz in [4, 6, 8, 12, 20] { #expect(shakes(300, hertz: hertz), "\(hertz)") }
    for hertz in [1, 2, 3] { #expect(!shakes(300, hertz: hertz), "\(hertz)") }
  }

  @Test("In every direction")
  func directions() {
    for (x, y) in [(1, 0), (0, 1), (1, 1), (1, -1), (-1, 0)] {
      #expect(shakes(300, hertz: 6, x: x, y: y))
    }
  }

  @Test("Less than the hysteresis is a hand at rest, and pixels widen it")
  func hysteresis() {
    #expect(!shakes(40, hertz: 6))
    #expect(shakes(80, hertz: 6))
    #expect(!shakes(80, hertz: 6, pixel: 1))
  }

  @Test("It ends soon after the last swing")
  func end() {
    var watch = ShakeWatch(0, 0, at: 0, millimetresPerPixel: 0.2)
    var time = 0
    for swing in 0..<20 {
      time += 80_000
      watch.take(swing % 2 == 0 ? 300 : 0, 0, at: time)
    }
    #expect(watch.isShaking(at: time))
    #expect(!watch.isShaking(at: time + 300_000))
  }

  @Test("Three short contacts on one place in a row are tapping")
  func taps() {
    var row = TapRow()
    var felt: [Bool] = []
    for (landing, lift, extent) in [
      (0, 100, 0), (500, 600, 100), (1_000, 1_100, 0), (1_901, 2_000, 0), (2_400, 2_651, 0),
      (2_900, 3_000, 801), (3_200, 3_300, 0), (3_500, 3_600, 0), (4_000, 4_250, 800),
    ] {
      felt.append(row.take(landing: landing * 1_000, lift: lift * 1_000, extent: extent))
    }
    #expect(felt == [false, false, true, false, false, false, false, false, true])
  }
}
