import Drawing
import Foundation
import Geometry
import Patients
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

  /// Circles with warmth, comfort and breathing, all of which change from frame to frame.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FRAME_TIMING"] != nil))
  func framesOfCirclesWithWarmth() {
    #expect(SceneStage.fonts)
    for (width, height) in [(1280, 800), (1920, 1080)] {
      let canvas = Canvas.image(width: width, height: height)
      let frame = Frame(width: Double(width), height: Double(height))
      var screen = PracticeScreen(PracticeSamples.comb)
      screen.model.trail = [TrailContact(contact: 1)]
      var times: [Double] = []
      let clock = ContinuousClock()
      for index in 0..<1200 {
        let time = Double(index) / 60
        let share = Double(index) / 1200
        let turn = index * 2
        let place = Point(
          80 + 20 * Ellipse.cosine(turn), 350 + 80 * share + 20 * Ellipse.sine(turn))
        screen.model.trail[0].add(place, .inBand)
        screen.model.hands[0].place = place
        screen.model.guides[1].mark = 80 * share
        screen.model.now = time
        screen.model.clock = 468 + time
        warm(&screen.model, at: place)
        let place0 = time / 4
        screen.model.patient?.breath = place0 - place0.rounded(.down)
        screen.model.breaths.append(
          BreathPoint(
            time: screen.model.clock, rise: PracticePatient.rise(place0 - place0.rounded(.down))))
        screen.model.breaths.removeFirst()
        let start = clock.now
        _ = screen.draw(on: canvas, in: frame)
        let spent = start.duration(to: clock.now)
        if index > 0 {
          times.append(
            Double(spent.components.attoseconds) / 1e15 + Double(spent.components.seconds) * 1000)
        }
      }
      times.sort()
      let (median, far) = (times[times.count / 2], times[times.count * 99 / 100])
      print(
        String(
          format: "circles %dx%d: median %.2f, 99 %% %.2f, worst %.2f ms", width, height, median,
          far, times[times.count - 1]))
    }
  }

  /// Warms the skin under a hand and cools all of it a little.
  private func warm(_ model: inout PracticeModel, at place: Point) {
    guard var map = model.patient?.warmth else { return }
    for row in 0..<map.rows {
      for column in 0..<map.columns {
        let middle = Point(
          map.left + (Double(column) + 0.5) * WarmthMap.cell,
          map.top + (Double(row) + 0.5) * WarmthMap.cell)
        let index = row * map.columns + column
        map.values[index] *= 0.9995
        if middle.distance(to: place) < 30 { map.values[index] = min(1, map.values[index] + 0.02) }
      }
    }
    model.patient?.warmth = map
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
