import Attempts
import Foundation
import Geometry
import Scenarios
import Testing

@testable import Scoring

/// What a criterion keeps of 100 points.
struct Kept: CustomStringConvertible {
  private let tenths: [Int]

  init(_ result: Result) {
    tenths = result.criteria.map { $0.effectiveTenths - $0.lost.units }
  }

  subscript(criterion: Criterion) -> Double {
    Double(zip(Criterion.allCases, tenths).first { $0.0 == criterion }?.1 ?? 0) / 10
  }

  var description: String {
    zip(Criterion.allCases, tenths).map { "\($0) \(Double($1) / 10)" }.joined(separator: ", ")
  }
}

/// The laws that hold to a tolerance.
@Suite struct ToleranceLawTests {
  private static let left = [Cases.position(-60, 100), Cases.position(-60, 400)]
  private static let right = [Cases.position(60, 100), Cases.position(60, 400)]

  /// Strokes on two guides; an area in spasm far from both.
  private var strokes: Scenario {
    var scenario = Cases.straight(
      guides: [Guide(id: "left", path: Self.left), Guide(id: "right", path: Self.right)],
      spasm: [
        SpasmArea(
          id: "area", outline: .ellipse(at: Cases.position(-130, 460), radiusX: 12, radiusY: 12))
      ])
    scenario.phases[0].hand = .fingertips
    return scenario
  }

  private func result(_ scenario: Scenario, _ motion: Motion) -> Result {
    let header = Header(
      mode: .drill, device: Device(kind: .pen, pressure: .set), program: "test",
      scope: .phase(scenario.phases[0].id, timed: true))
    return Cases.score(scenario, motion.events, header: header)
  }

  private func kept(_ scenario: Scenario, _ motion: Motion) -> Kept {
    Kept(result(scenario, motion))
  }

  // MARK: Rate and grid

  /// A motion that can be seen in many ways, and how many loops it holds.
  private struct Seen: Sendable {
    var name: String
    var scenario: Scenario
    var move: @Sendable (inout Motion) -> Void
  }

  /// Down a guide with a ramp at both ends, beside it, swaying, with a quick tremor of the hand
  /// that is no vibration.
  private static func stroke(
    _ motion: inout Motion, x: Double, speed: Double, aside: Double, sway: Double,
    pressure: Int, back: Bool = false
  ) {
    let ramp = 0.4
    let seconds = 300 / speed + ramp
    motion.contact(seconds: seconds, pressure: pressure) { time in
      let rest = seconds - time
      let arc =
        time < ramp
        ? speed * time * time / (2 * ramp)
        : rest < ramp ? 300 - speed * rest * rest / (2 * ramp) : speed * (time - ramp / 2)
      let beside = aside + sway * sin(2 * Double.pi * 0.7 * time)
      return Point(x + beside, back ? 400 - arc : 100 + arc)
    }
    motion.wait(0.7)
  }

  private static let motions: [Seen] = {
    var rubric = Rubric()
    rubric.minimum = 0
    var strokes = Cases.straight(
      guides: [Guide(id: "left", path: left), Guide(id: "right", path: right)],
      spasm: [
        SpasmArea(
          id: "area", outline: .ellipse(at: Cases.position(-95, 250), radiusX: 12, radiusY: 20))
      ])
    strokes.phases[0].hand = .fingertips
    let press = Scenario(
      id: "press", title: "Press", patient: Cases.patient(), decision: .proceed,
      phases: [
        Phase(
          id: "press",
          task: .pointPress(
            PointPressTask(
              points: (0..<4).map {
                PressPoint(
                  id: "p\($0)", at: Cases.position(-60, 150 + 40 * Double($0)), hold: 1.5)
              })))
      ])
    let circles = EdgeCases.circles(diameter: Band(full: 30...50, none: 15...90))
    return [
      Seen(name: "good strokes", scenario: strokes) { motion in
        stroke(&motion, x: -60, speed: 70, aside: 0, sway: 2, pressure: 200)
        stroke(&motion, x: 60, speed: 55, aside: 1, sway: 1, pressure: 200)
      },
      Seen(name: "strokes beside, too fast and too hard", scenario: strokes) { motion in
        stroke(&motion, x: -60, speed: 130, aside: 9, sway: 2, pressure: 400)
        stroke(&motion, x: 60, speed: 15, aside: -6, sway: 4, pressure: 30)
      },
      Seen(name: "a stroke into the area in spasm, one backward", scenario: strokes) { motion in
        stroke(&motion, x: -60, speed: 60, aside: -12, sway: 1, pressure: 260)
        stroke(&motion, x: 60, speed: 60, aside: 2, sway: 1, pressure: 260, back: true)
      },
      Seen(name: "circles", scenario: circles) { motion in
        motion.contact(seconds: 16, pressure: 200) { time in
          Point(-56, 130 + 13 * time)
            + Point.onCircle(turns: time / 1.9) * (21 + 3 * sin(time))
        }
      },
      Seen(name: "small and wide circles beside the lane", scenario: circles) { motion in
        motion.contact(seconds: 8, pressure: 450) { time in
          Point(-70, 130 + 10 * time) + Point.onCircle(turns: -time / 1.3) * 12
        }
        motion.wait(0.5)
        motion.contact(seconds: 9, pressure: 450) { time in
          Point(-50, 220 + 15 * time) + Point.onCircle(turns: time / 2.2) * 33
        }
      },
      Seen(name: "presses", scenario: press) { motion in
        // Well, beside, held too briefly and too hard, well.
        for (x, y, seconds, pressure) in [
          (-55.0, 146.0, 1.8, 350), (-48, 190, 1.7, 350), (-66, 231, 0.9, 700),
          (-60, 275, 1.7, 350),
        ] {
          motion.contact(seconds: seconds, pressure: pressure) { time in
            Point(x, y) + Point.onCircle(turns: time / 2) * 2
          }
          motion.wait(0.5)
        }
      },
    ]
  }()

  @Test(arguments: motions.indices)
  func rateAndGridHardlyMatter(index: Int) {
    let seen = Self.motions[index]
    var all: [(sight: Sight, result: Result)] = []
    for sight in Sight.usual {
      var motion = Motion(sight)
      seen.move(&motion)
      all.append((sight, result(seen.scenario, motion)))
    }
    let text = all.map { "\($0.sight.testDescription): \(Kept($0.result))" }.joined(separator: "\n")
    for criterion in Criterion.allCases {
      let kept = all.map { Kept($0.result)[criterion] }
      #expect(
        (kept.max() ?? 0) - (kept.min() ?? 0) <= 2, "\(seen.name), \(criterion):\n\(text)")
    }
    let loops = all.map { $0.result.phases[0].guides.first?.loops ?? 0 }
    #expect((loops.max() ?? 0) - (loops.min() ?? 0) <= 1, "\(seen.name): \(loops)")
    let strokes = all.map { $0.result.phases[0].guides.map(\.strokes) }
    #expect(strokes.allSatisfy { $0 == strokes[0] }, "\(seen.name): \(strokes)")
    #expect(Set(all.map(\.result.critical)).count == 1)
  }

  // MARK: Noise

  @Test(arguments: LawTests.seeds)
  func noiseNeverRaisesPathOrFlow(seed: UInt64) {
    var numbers = RepeatableNumbers(seed: seed)
    let (sway, slow) = (numbers.share() * 3, 0.1 + numbers.share() * 0.8)
    let (speed, aside) = (40 + numbers.share() * 40, numbers.offset())
    func result(noise: Double) -> Result {
      var noises = RepeatableNumbers(seed: seed &+ 1)
      var motion = Motion(Sight(rate: 125))
      for x in [-60.0, 60] {
        let seconds = 300 / speed
        motion.contact(seconds: seconds, pressure: 200) { time in
          // A sum of four is nearly bell-shaped; its deviation is that of `noise`.
          var across = 0.0
          var along = 0.0
          for _ in 0..<4 {
            across += noises.offset() * 0.866
            along += noises.offset() * 0.866
          }
          return Point(
            x + aside + sway * sin(2 * Double.pi * slow * time) + noise * across,
            100 + speed * time + noise * along)
        }
        motion.wait(0.7)
      }
      return self.result(strokes, motion)
    }
    let clean = Kept(result(noise: 0))
    for noise in [0.02, 0.1, 0.3, 0.6, 1] {
      let result = result(noise: noise)
      let noisy = Kept(result)
      guard result.phases[0].vibrations == 0 else {
        // So much noise is taken for vibration, in which flow is not judged: it costs more.
        #expect(noisy[.technique] + noisy[.flow] < clean[.technique] + clean[.flow] - 0.5)
        continue
      }
      for criterion in [Criterion.path, .flow] {
        #expect(
          noisy[criterion] <= clean[criterion] + 0.1001,
          "seed \(seed), \(noise) mm of noise: \(noisy), without \(clean)")
      }
    }
  }

  // MARK: Excursions

  @Test(arguments: LawTests.seeds)
  func oneMoreExcursionNeverRaisesSpasm(seed: UInt64) {
    var numbers = RepeatableNumbers(seed: seed)
    let isWhole = numbers.next() % 2 == 0
    var motion = Motion(Sight(rate: 125))
    Self.stroke(&motion, x: -60, speed: 60, aside: 1, sway: 1, pressure: 200)
    if isWhole { Self.stroke(&motion, x: 60, speed: 60, aside: 1, sway: 1, pressure: 200) }
    var before = kept(strokes, motion)
    let first = before[.spasm]
    #expect(first > 0)
    for number in 1...4 {
      // The last one is deep and hard.
      let seconds = 0.05 + numbers.share() * 0.8
      let depth = number == 4 ? 35 : numbers.share() * 40 - 5
      let pressure = number == 4 ? 400 : 100 + Int(numbers.next() % 300)
      // Into the area and out again; the hand is a disc of 15 mm, the area begins 12 mm from its
      // middle, and both are clear of the guides.
      motion.contact(seconds: seconds, pressure: pressure) { time in
        let share = 1 - abs(2 * time / seconds - 1)
        return Point(-130 - 30 + depth * share, 460)
      }
      motion.wait(0.3)
      let after = kept(strokes, motion)
      #expect(
        after[.spasm] <= before[.spasm],
        "seed \(seed), excursion \(number) by \(depth) mm at \(pressure): \(after), \(before)")
      before = after
    }
    #expect(before[.spasm] < first)
  }

  /// The same within a stroke: out of the way into the area, and back to where it left.
  @Test(arguments: [0, 1, 2, 3])
  func excursionsWithinAStrokeNeverRaiseSpasm(most: Int) {
    var scenario = strokes
    scenario.spasm[0].outline = .ellipse(at: Cases.position(-110, 250), radiusX: 12, radiusY: 80)
    var last: Kept?
    for count in 0...most {
      var motion = Motion(Sight(rate: 125))
      motion.contact(seconds: 6 + 2 * Double(count), pressure: 280) { time in
        var rest = time
        var arc = 0.0
        for excursion in 0...count {
          let leg = 6 / Double(count + 1)
          if rest < leg { return Point(-60, 100 + 50 * (arc + rest)) }
          rest -= leg
          arc += leg
          guard excursion < count else { break }
          if rest < 2 { return Point(-60 - 40 * (1 - abs(rest - 1)), 100 + 50 * arc) }
          rest -= 2
        }
        return Point(-60, 100 + 50 * arc)
      }
      let kept = kept(scenario, motion)
      if let last { #expect(kept[.spasm] <= last[.spasm], "\(count) excursions") }
      last = kept
    }
  }

  // MARK: Dwelling

  @Test(arguments: [0.5, 1, 2, 5], [0.3, 0.5, 0.8])
  func dwellingLeavesPathAloneAndCostsSpeed(seconds: Double, at share: Double) {
    func kept(dwell: Double) -> Kept {
      var motion = Motion(Sight(rate: 200))
      for x in [-60.0, 60] {
        motion.contact(seconds: 5 + dwell, pressure: 200) { time in
          let arc = time < 5 * share ? time : max(5 * share, time - dwell)
          return Point(x + 7 * sin(arc), 100 + 60 * arc)
        }
        motion.wait(1)
      }
      return self.kept(strokes, motion)
    }
    let (plain, dwelt) = (kept(dwell: 0), kept(dwell: seconds))
    #expect(dwelt[.path] == plain[.path])
    #expect(dwelt[.speed] < plain[.speed])
    #expect(plain[.path] < 29)
  }
}
