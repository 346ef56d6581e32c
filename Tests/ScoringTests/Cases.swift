import Attempts
import BackAtlas
import Geometry
import Scenarios
import Scoring

/// Cases and attempts that the tests of scoring share.
enum Cases {
  static func position(_ x: Double, _ y: Double) -> Position { Position(millimetres: x, y) }

  static func patient(period: Period = .easing, diagnosed: Bool = true) -> Patient {
    Patient(
      age: 46, back: Back(sex: .male, stature: 1755), cause: .heavyLifting, period: period,
      diagnosis: diagnosed ? Diagnosis(by: "neurologist", text: "L5 root, easing") : nil)
  }

  /// One straight guide of 300 mm toward the feet, one stroke.
  static func straight(
    strokes: Int = 1, guides: [Guide]? = nil, curve: CurveKind = .straight,
    spasm: [SpasmArea] = [], hand: Hand = .palm
  ) -> Scenario {
    Scenario(
      id: "straight", title: "Straight", patient: patient(), decision: .proceed, spasm: spasm,
      phases: [
        Phase(
          id: "warm-up",
          task: .stroking(
            StrokingTask(
              guides: guides ?? [
                Guide(id: "line", path: [position(-60, 100), position(-60, 400)])
              ], curve: curve, strokes: strokes)), hand: hand)
      ])
  }

  /// One straight lane of 180 mm toward the feet, eight circles.
  static func circles(turn: Turn = .either) -> Scenario {
    Scenario(
      id: "circles", title: "Circles", patient: patient(), decision: .proceed, spasm: [],
      phases: [
        Phase(
          id: "warm-up",
          task: .combCircles(
            CombCirclesTask(
              guides: [Guide(id: "lane", path: [position(-80, 120), position(-80, 300)])],
              curve: .straight, turn: turn)))
      ])
  }

  /// The contract's example: a lifting strain with a spasm on the left.
  static func lifting() -> Scenario {
    let back = Back(sex: .male, stature: 1780)
    func lane(_ id: String, _ x: Double) -> Guide {
      Guide(id: id, path: [back.place(.t7, x: x), back.place(.s2, x: x)])
    }
    func stroking(_ id: String, strokes: Int, minutes: Band?) -> Phase {
      Phase(
        id: id,
        task: .stroking(
          StrokingTask(guides: [lane("left", -52), lane("right", 52)], strokes: strokes)),
        minutes: minutes, pressure: Band(full: 0.05...0.15, none: 0...0.40))
    }
    var patient = patient()
    patient.back = back
    return Scenario(
      id: "lifting-easing-left", title: "Lifting strain, left L4-L5", difficulty: .intermediate,
      patient: patient, decision: .proceed,
      spasm: [
        SpasmArea(
          id: "left-l4",
          outline: .ellipse(at: back.place(.l4, x: -28), radiusX: 10, radiusY: 20))
      ],
      phases: [
        stroking("warm-up", strokes: 8, minutes: Band(full: 1.5...6, none: 0.5...12)),
        Phase(
          id: "comb",
          task: .combCircles(
            CombCirclesTask(
              guides: [
                Guide(
                  id: "left",
                  path: [back.place(.t12, x: -80), back.place(.l4, x: -80, further: -10)]),
                Guide(
                  id: "right",
                  path: [back.place(.t12, x: 80), back.place(.l4, x: 80, further: -10)]),
              ], diameter: Band(full: 34...46, none: 15...90)))),
        stroking("closing", strokes: 5, minutes: nil),
      ])
  }

  /// The lifting strain with two strokes a guide and no circles: short enough for debug builds.
  static func short() -> Scenario {
    var scenario = lifting()
    scenario.id = "short"
    scenario.phases = [scenario.phases[0], scenario.phases[2]].map { phase in
      var phase = phase
      phase.minutes = nil
      if case .stroking(var task) = phase.task {
        task.strokes = 2
        phase.task = .stroking(task)
      }
      return phase
    }
    return scenario
  }

  /// Whole cases are many minutes of samples: debug builds take the short one.
  static var graded: [Scenario] {
    #if DEBUG
      [short()]
    #else
      [short(), lifting()]
    #endif
  }

  static var rates: [Int] {
    #if DEBUG
      [60, 125]
    #else
      [60, 125, 250, 1000]
    #endif
  }

  static func acute() -> Scenario {
    var scenario = lifting()
    scenario.id = "acute"
    scenario.patient.period = .acute
    scenario.decision = .refer
    return scenario
  }

  static let foreign = Header(
    origin: .foreign, device: Device(kind: .foreign, pressure: .none), program: "test",
    scope: .phase("warm-up", timed: true))

  static func score(_ scenario: Scenario, _ events: [Event], header: Header = foreign) -> Result {
    var scorer = Scorer(scenario: scenario, header: header)
    for event in events { scorer.add(event) }
    return scorer.result()
  }

  static func demonstration(
    _ scenario: Scenario, _ change: (inout Demonstration.Options) -> Void = { _ in }
  ) throws -> Result {
    var options = Demonstration.Options()
    change(&options)
    let demonstration = try Demonstration(of: scenario, options: options, program: "test")
    return score(scenario, demonstration.events, header: demonstration.header)
  }
}

/// Hand movements as events.
struct Strokes {
  var events: [Event] = []
  var time = 0
  var scale = 200_000
  private var contacts = 0

  /// A triangle wave between -1 and 1 with period 1.
  static func triangle(_ turns: Double) -> Double {
    let share = turns - turns.rounded(.down)
    return share < 0.25 ? 4 * share : share < 0.75 ? 2 - 4 * share : 4 * share - 4
  }

  mutating func wait(_ seconds: Double) { time += Int(seconds * 1_000_000) }

  /// A contact sampled at `rate` whose place in mm is a function of seconds.
  mutating func contact(
    seconds: Double, rate: Double, pressure: Int? = nil, hand: Int = 0,
    _ place: (Double) -> Point
  ) {
    contacts += 1
    let start = time
    let duration = Int(seconds * 1_000_000)
    func sample(_ elapsed: Int) -> Sample {
      let point = place(Double(elapsed) / 1_000_000)
      return Sample(
        time: start + elapsed, position: Position(millimetres: point.x, point.y),
        pressure: pressure)
    }
    events.append(
      .land(
        Landing(
          contact: contacts, hand: hand, nanometresPerPixel: scale, sample: sample(0))))
    var index = 1
    while Int(Double(index) * 1_000_000 / rate) < duration {
      events.append(.move(contact: contacts, sample(Int(Double(index) * 1_000_000 / rate))))
      index += 1
    }
    events.append(.lift(contact: contacts, sample(duration)))
    time = start + duration
  }

  /// Samples given one by one: seconds, x, y in mm.
  mutating func samples(_ list: [(Double, Double, Double)], pressure: Int? = nil) {
    contacts += 1
    for (index, entry) in list.enumerated() {
      let sample = Sample(
        time: Int(entry.0 * 1_000_000), position: Position(millimetres: entry.1, entry.2),
        pressure: pressure)
      time = sample.time
      if index == 0 {
        events.append(
          .land(
            Landing(contact: contacts, hand: 0, nanometresPerPixel: scale, sample: sample)))
      } else if index == list.count - 1 {
        events.append(.lift(contact: contacts, sample))
      } else {
        events.append(.move(contact: contacts, sample))
      }
      if list.count == 1 { events.append(.lift(contact: contacts, sample)) }
    }
  }
}
