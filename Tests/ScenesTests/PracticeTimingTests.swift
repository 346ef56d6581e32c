import Drawing
import Foundation
import Geometry
import Scoring
import Testing

@testable import Scenes

/// What a frame of practice costs. Run with `FRAME_TIMING=1` in a release build; times are told, not
/// judged, since they belong to the machine.
@Suite struct PracticeTimingTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FRAME_TIMING"] != nil))
  func framesOfTwoMinutesOfStroking() {
    #expect(SceneStage.fonts)
    for (width, height) in [(1280, 800), (1920, 1080)] {
      measure(width, height)
    }
  }

  private func measure(_ width: Int, _ height: Int) {
    let canvas = Canvas.image(width: width, height: height)
    var frame = Frame(width: Double(width), height: Double(height))
    var screen = PracticeScreen(PracticeSamples.stroking)
    screen.model.trail = []
    screen.model.deviations = []
    var times: [Double] = []
    let clock = ContinuousClock()
    var first = 0.0
    for index in 0..<7200 {
      let time = Double(index) / 60
      let stroke = Int(time / 5.6)
      let share = time / 5.6 - Double(stroke)
      let x = stroke % 2 == 0 ? -52.0 : 52
      if screen.model.trail.count <= stroke {
        if stroke > 0 { screen.model.trail[stroke - 1].isOver = true }
        screen.model.trail.append(TrailContact(contact: stroke))
        screen.model.activeGuide = stroke % 2
        screen.model.guides[(stroke + 1) % 2].done = stroke / 2
      }
      for part in 0..<4 {
        let at = share + Double(part) / 4 / 336
        let place = Point(x + 4 * Ellipse.sine(Int(at * 96)), 210 + 320 * at)
        let quality: TrailQuality =
          (0.3..<0.4).contains(at) ? .high : (0.6..<0.7).contains(at) ? .low : .inBand
        screen.model.trail[stroke].add(place, quality)
        screen.model.hands = [
          PracticeHand(
            place: place, pressure: 0.1, speed: 40 + 30 * share,
            deviation: place.x - x, guide: stroke % 2, arc: 320 * share)
        ]
      }
      screen.model.guides[stroke % 2].mark = 320 * share
      screen.model.guides[stroke % 2].coverage = share
      screen.model.clock = time
      screen.model.stepTime = time
      screen.model.contactTime = time
      screen.model.cue =
        (0.3..<0.4).contains(share)
        ? .tooFast(speed: 100 + 50 * share, aim: 20...100) : .steady
      if index % 2 == 0 {
        screen.model.deviations.append(DeviationPoint(time: time, deviation: 4 * share))
        if screen.model.deviations.count > 620 { screen.model.deviations.removeFirst(20) }
      }
      frame.hover = index % 600 == 0 ? .pause : nil
      let start = clock.now
      _ = screen.draw(on: canvas, in: frame)
      let spent = start.duration(to: clock.now)
      let milliseconds =
        Double(spent.components.attoseconds) / 1e15 + Double(spent.components.seconds) * 1000
      if index == 0 { first = milliseconds } else { times.append(milliseconds) }
    }
    times.sort()
    func at(_ share: Double) -> String {
      String(format: "%.2f", times[min(times.count - 1, Int(Double(times.count) * share))])
    }
    print(
      "frame \(width)x\(height): first \(String(format: "%.1f", first)) ms, median \(at(0.5)), "
        + "99 % \(at(0.99)), worst \(at(1)) ms")
  }
}
