import Attempts
import Geometry
import Scenarios
import Scoring

/// An attempt made by hand, for the corpus.
struct HandmadeAttempt {
  private(set) var draft = Draft()
  var device = Device(kind: .pen, pressure: .set)
  var mode = Mode.practice
  var scope = Scope.whole
  var time = 0
  var rate = 60.0

  var header: Header {
    Header(mode: mode, device: device, program: "corpus", scope: scope)
  }

  mutating func act(_ act: Act) {
    time += 400_000
    draft.add(act, at: time)
  }

  mutating func leaveHandsDown() { draft.leavesHandsDown = true }

  /// Everything before the first touch as it is right.
  mutating func prepare(
    product: Product = .warmingCream, before: [BeforeItem] = BeforeItem.allCases
  ) {
    for group in FlagGroup.allCases { act(.ask(group)) }
    act(.decision(.proceed))
    for item in before { act(.prepare(.before(item))) }
    act(.prepare(.position(.prone)))
    act(.prepare(.arms(.alongBody)))
    act(.prepare(.cushion(.under)))
    act(.prepare(.product(product)))
  }

  /// A contact; for hands that overlap the clock is set back before.
  mutating func contact(
    seconds: Double, after pause: Double = 0.5, pixel: Double = 0.2,
    pressure: (Double) -> Int? = { _ in 100 }, _ place: (Double) -> Point
  ) {
    let start = time + Int(pause * 1_000_000)
    let sight = Sight(rate: rate, pixel: pixel)
    var samples: [Sample] = []
    var index = 0
    while true {
      let elapsed = min(Double(index) / rate, seconds)
      let point = sight.seen(place(elapsed))
      samples.append(
        Sample(
          time: start + Int((elapsed * 1_000_000).rounded()),
          position: Position(millimetres: point.x, point.y),
          pressure: device.pressure == .none ? nil : pressure(elapsed)))
      if elapsed == seconds { break }
      index += 1
    }
    draft.add(samples, nanometresPerPixel: Int((pixel * 1_000_000).rounded()))
    time = start + Int((seconds * 1_000_000).rounded())
  }

  /// Down one of the lanes of the corpus's cases, from a share of its length to another.
  mutating func stroke(
    x: Double = -52, from: Double = 0, to: Double = 1, speed: Double = 60,
    after pause: Double = 0.5,
    sway: Double = 0, pressure: Int = 100
  ) {
    // T11 to L4 of a man of 1755 mm.
    let (top, length) = (316.0, 140.0)
    let seconds = abs(to - from) * length / speed
    contact(seconds: seconds, after: pause, pressure: { _ in pressure }) { time in
      Point(
        x + sway * Strokes.triangle(1.5 * time),
        top + length * (from + (to - from) * time / seconds))
    }
  }

  mutating func taps(_ count: Int, at place: Point) {
    for _ in 0..<count { contact(seconds: 0.1, after: 0.3) { _ in place } }
  }

  /// To and fro by 3 mm, down the lane.
  mutating func shake(_ seconds: Double, at place: Point, hertz: Double = 7) {
    contact(seconds: seconds) { time in
      place + Point(3 * Strokes.triangle(hertz * time), 10 * time)
    }
  }

  /// Circles down the right lane.
  mutating func circles(
    _ seconds: Double, diameter: Double, period: Double, advance: Double, clockwise: Bool = true
  ) {
    contact(seconds: seconds, pressure: { _ in 250 }) { time in
      let turns = time / period
      let share = (clockwise ? turns : -turns) * 64
      let index = Int(share.rounded(.down))
      let rest = share - Double(index)
      func mix(_ value: (Int) -> Double) -> Double {
        value(index) + (value(index + 1) - value(index)) * rest
      }
      return Point(80, 346 + advance * turns)
        + Point(mix(Ellipse.cosine), mix(Ellipse.sine)) * (diameter / 2)
    }
  }
}

extension CorpusRecords {
  private static func byHand(
    _ name: String, _ yaml: String = CorpusCases.strokes,
    _ make: @escaping @Sendable (inout HandmadeAttempt) -> Void
  ) -> Recipe {
    Recipe(name: name, yaml: yaml) { _ in
      var attempt = HandmadeAttempt()
      make(&attempt)
      return (attempt.header, attempt.draft.events)
    }
  }

  static let handmade: [Recipe] = devices + hands + alarms + strokes + techniques + procedure

  private static let devices: [Recipe] = [
    byHand("measured-pressure") { attempt in
      attempt.device.pressure = .measured
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      for x in [-52.0, 52] {
        attempt.contact(seconds: 2.5, pressure: { 20 + Int($0 * 200) }) { time in
          Point(x, 316 + 56 * time)
        }
      }
      attempt.act(.end)
    },
    byHand("no-pressure") { attempt in
      attempt.device = Device(kind: .mouse, pressure: .none)
      attempt.rate = 125
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      for x in [-52.0, 52, -50, 55] { attempt.stroke(x: x) }
      attempt.act(.phase("closing"))
      for x in [-52.0, 52] { attempt.stroke(x: x, sway: 3) }
      attempt.act(.end)
    },
    byHand("exam") { attempt in
      attempt.mode = .exam
      attempt.device = Device(kind: .touch, pressure: .none)
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      for x in [-52.0, 52] { attempt.stroke(x: x, speed: 45) }
      attempt.act(.end)
    },
    byHand("drill", CorpusCases.circles) { attempt in
      attempt.mode = .drill
      attempt.scope = .phase("comb", timed: true)
      attempt.device = Device(kind: .controller, pressure: .measured)
      attempt.circles(6.5, diameter: 40, period: 2, advance: 14)
      attempt.act(.end)
    },
    byHand("abandoned") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke(to: 0.6)
      attempt.leaveHandsDown()
    },
    byHand("paused") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke()
      attempt.act(.pause)
      attempt.act(.resume)
      attempt.act(.show([.guide, .pacer]))
      attempt.stroke(x: 52)
      attempt.act(.phase("closing"))
      attempt.stroke(x: 52)
      attempt.act(.phase("warm-up"))
      attempt.stroke(x: -52)
      attempt.act(.end)
    },
  ]

  private static let hands: [Recipe] = [
    byHand("two-hands") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      for _ in 0..<2 {
        let start = attempt.time
        attempt.stroke(x: -52)
        attempt.time = start + 200_000
        attempt.stroke(x: 53)
      }
      attempt.act(.end)
    },
    byHand("three-hands") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      let start = attempt.time
      attempt.stroke(x: -52)
      attempt.time = start + 200_000
      attempt.stroke(x: -58, to: 0.8)
      attempt.time = start + 400_000
      attempt.stroke(x: 0, to: 0.7, pressure: 600)
      attempt.stroke(x: 52)
      attempt.act(.end)
    },
    byHand("lost-time-and-breaks") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke(to: 0.4)
      attempt.stroke(from: 0.4, to: 0.7)
      attempt.stroke(from: 0.7)
      attempt.rate = 8
      attempt.stroke(x: 52, after: 2.5)
      attempt.rate = 60
      attempt.stroke(x: 52, to: 0.5)
      attempt.stroke(x: 52, from: 0.5)
      attempt.act(.end)
    },
  ]

  private static let alarms: [Recipe] = [
    byHand("vibration") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke()
      attempt.shake(2, at: Point(-52, 200))
      attempt.act(.end)
    },
    byHand("brief-vibration") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke()
      attempt.stroke(x: 52)
      attempt.shake(0.8, at: Point(-140, 200), hertz: 9)
      attempt.act(.end)
    },
    byHand("kidney-vibration") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke()
      attempt.shake(0.9, at: Point(52, 340))
      attempt.act(.end)
    },
    byHand("tapping") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke()
      attempt.taps(6, at: Point(-52, 180))
      attempt.act(.end)
    },
    byHand("few-taps") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke(to: 0.5)
      attempt.taps(2, at: Point(-52, 386))
      attempt.stroke(from: 0.5)
      attempt.taps(3, at: Point(-140, 180))
      attempt.act(.end)
    },
    byHand("kidney-taps") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke()
      attempt.taps(3, at: Point(52, 380))
      attempt.act(.end)
    },
    byHand("prescribed", CorpusCases.prescribed) { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke()
      attempt.shake(2, at: Point(-52, 200))
      attempt.taps(7, at: Point(-52, 180))
      attempt.stroke(x: 52)
      attempt.act(.end)
    },
    byHand("prescribed-kidneys", CorpusCases.prescribed) { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.shake(2, at: Point(-52, 330))
      attempt.taps(4, at: Point(52, 350))
      attempt.act(.end)
    },
  ]

  private static let strokes: [Recipe] = [
    byHand("unsteady") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      // Wavering, then in jerks with long rests.
      attempt.contact(seconds: 2.4) { time in
        Point(-52 + 8 * Strokes.triangle(2.4 * time), 316 + 58 * time)
      }
      attempt.contact(seconds: 6) { time in
        let part = time / 2
        let share = min(1, 4 * (part - part.rounded(.down)))
        return Point(52, 316 + 46 * (part.rounded(.down) + share))
      }
      attempt.act(.phase("closing"))
      attempt.stroke(speed: 25)
      attempt.act(.end)
    },
    byHand("astray") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      // Off one guide and over to the other.
      attempt.contact(seconds: 6) { time in
        time < 2
          ? Point(-52, 316 + 50 * time)
          : time < 4
            ? Point(-52 + 52 * (time - 2), 416 - 50 * (time - 2)) : Point(52, 316 + 60 * (time - 4))
      }
      // Beside, and far beside.
      attempt.stroke(x: -66)
      attempt.stroke(x: -110)
      attempt.act(.end)
    },
    byHand("back-and-forth") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      // A return, a stroke against the guide, rubbing.
      attempt.contact(seconds: 4) { time in
        Point(-52, 316 + (time < 2.4 ? 58 * time : 139 - 80 * (time - 2.4)))
      }
      attempt.stroke(x: 52, from: 1, to: 0)
      attempt.contact(seconds: 5) { time in
        Point(52, 322 + 24 * time + 16 * Strokes.triangle(0.8 * time))
      }
      attempt.act(.end)
    },
    byHand("sore") { attempt in
      attempt.device.pressure = .measured
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.stroke(pressure: 180)
      attempt.contact(seconds: 2.4, pressure: { 150 + Int($0 * 100) }) { _ in Point(-28, 456) }
      attempt.contact(seconds: 1, pressure: { _ in 90 }) { time in Point(200 - 30 * time, 310) }
      attempt.stroke(x: 2, to: 0.6, pressure: 420)
      attempt.act(.end)
    },
  ]

  private static let techniques: [Recipe] = [
    byHand("bad-circles", CorpusCases.circles) { attempt in
      attempt.prepare()
      attempt.act(.phase("comb"))
      attempt.circles(5, diameter: 22, period: 1.2, advance: 2)
      attempt.circles(6, diameter: 64, period: 2.6, advance: 50, clockwise: false)
      attempt.contact(seconds: 4, pressure: { _ in 250 }) { time in
        Point(84, 350 + 12 * time)
      }
      attempt.act(.end)
    },
    byHand("bad-presses", CorpusCases.presses) { attempt in
      attempt.device.pressure = .measured
      attempt.prepare()
      attempt.act(.phase("press"))
      attempt.contact(seconds: 0.6, pressure: { 300 + Int(500 * $0) }) { _ in Point(-42, 405) }
      attempt.contact(seconds: 1.6, pressure: { _ in 350 }) { Point(-44 + 11 * $0, 401) }
      attempt.contact(seconds: 2, pressure: { _ in 310 }) { Point(52 + $0, 448) }
      attempt.contact(seconds: 1, pressure: { _ in 330 }) { Point(90 + 30 * $0, 300) }
      attempt.act(.end)
    },
    byHand("bad-lifts", CorpusCases.lifts) { attempt in
      attempt.prepare()
      attempt.act(.phase("lift"))
      for (x, y, seconds) in [
        (50.0, 220.0, 0.8), (90, 220, 0.2), (50, 260, 3.4), (20, 260, 0.8), (90, 262, 0.7),
      ] {
        attempt.contact(seconds: seconds, pressure: { _ in 220 }) { _ in Point(x, y) }
      }
      attempt.contact(seconds: 1.5, pressure: { _ in 220 }) { Point(40 + 20 * $0, 240) }
      attempt.act(.end)
    },
    byHand("circles-for-strokes") { attempt in
      attempt.prepare()
      attempt.act(.phase("warm-up"))
      attempt.circles(5, diameter: 40, period: 1.6, advance: 10)
      attempt.stroke(x: 52)
      attempt.act(.end)
    },
  ]

  private static let procedure: [Recipe] = [
    byHand("all-wrong") { attempt in
      attempt.act(.ask(.nerves))
      attempt.act(.decision(.proceed))
      attempt.act(.prepare(.before(.hands)))
      attempt.act(.prepare(.position(.sideLying)))
      attempt.act(.prepare(.arms(.underHead)))
      attempt.act(.prepare(.cushion(.none)))
      attempt.act(.prepare(.product(.warmingOil)))
      attempt.act(.phase("closing"))
      attempt.stroke()
      attempt.act(.phase("warm-up"))
      attempt.contact(seconds: 0.9) { time in Point(52, 316 + 60 * time) }
      attempt.act(.end)
    },
    byHand("nothing-chosen") { attempt in
      attempt.act(.decision(.proceed))
      attempt.act(.phase("warm-up"))
      attempt.stroke()
      attempt.act(.end)
    },
    byHand("undecided") { attempt in
      attempt.act(.ask(.nerves))
      attempt.act(.end)
    },
    byHand("refers-in-vain") { attempt in
      for group in FlagGroup.allCases { attempt.act(.ask(group)) }
      attempt.act(.reason(.noDiagnosis))
      attempt.act(.decision(.refer))
      attempt.act(.end)
    },
    byHand("refers-for-a-wrong-reason", CorpusCases.acute) { attempt in
      for group in FlagGroup.allCases.prefix(3) { attempt.act(.ask(group)) }
      attempt.act(.reason(.acute))
      attempt.act(.reason(.redFlag(.fever)))
      attempt.act(.decision(.refer))
      attempt.act(.end)
    },
    byHand("refers-an-emergency", CorpusCases.emergency) { attempt in
      for group in FlagGroup.allCases { attempt.act(.ask(group)) }
      attempt.act(.decision(.refer))
      attempt.act(.end)
    },
    byHand("calls-for-a-referral", CorpusCases.acute) { attempt in
      attempt.act(.reason(.contraindication(.thrombosis)))
      attempt.act(.decision(.emergency))
      attempt.act(.end)
    },
  ]
}
