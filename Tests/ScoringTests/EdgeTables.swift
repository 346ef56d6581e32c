import Attempts
import Geometry
import Scenarios
import Scoring

/// What the tables of edges share. Each figure of the rule set has a row at both sides of its edge,
/// so that a change of a tenth, or of one, moves some row to the other side.
enum Edge {
  /// Points lost by a code.
  static func points(_ result: Result, _ code: String) -> Double {
    result.deductions.filter { $0.code == code }.reduce(0) { $0 + $1.points.value }
  }

  static func score(_ scenario: Scenario, _ ways: Ways, pressure: PressureSource = .none)
    -> Result
  {
    let header = Header(
      origin: .foreign, device: Device(kind: .foreign, pressure: pressure), program: "test",
      scope: .phase("warm-up", timed: true))
    return Cases.score(scenario, ways.inOrder, header: header)
  }

  /// The first phase of what comes of these ways.
  static func phase(_ scenario: Scenario, _ ways: Ways) -> PhaseResult {
    score(scenario, ways).phases[0]
  }

  /// The straight guide of 300 mm at x = -60 from y = 100, with another number of strokes or shape.
  static func guide(_ path: [(Double, Double)]) -> Scenario {
    Cases.straight(
      guides: [Guide(id: "line", path: path.map { Cases.position($0.0, $0.1) })])
  }

  /// A case of one phase.
  static func scenario(_ task: PhaseTask, hand: Hand = .fingertips) -> Scenario {
    var scenario = Cases.straight()
    scenario.phases = [Phase(id: "warm-up", task: task, hand: hand)]
    return scenario
  }
}

extension Scenario {
  /// With all weight on one criterion: a tenth of a point is then a thousandth of it.
  func weighing(_ criterion: Criterion) -> Scenario {
    var scenario = self
    scenario.rubric.weights = Criterion.allCases.map { $0 == criterion ? 100 : 0 }
    return scenario
  }
}

/// Hands that go straight and evenly from stop to stop, to the microsecond.
struct Ways {
  /// Microseconds after landing, x and y in mm.
  typealias Stop = (time: Int, x: Double, y: Double)

  private(set) var events: [Event] = []
  /// When the next contact lands, in microseconds.
  var time = 0
  /// Nanometres a pixel.
  var scale = 200_000
  private var contacts = 0

  /// In the order of time, whatever the order in which hands were put down.
  var inOrder: [Event] {
    events.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }

  /// A contact sampled every so many microseconds and at its stops. `pressure`, in thousandths, is
  /// asked with the microseconds since landing.
  mutating func contact(
    _ stops: [Stop], every interval: Int = 5_000, pressure: (Int) -> Int? = { _ in nil }
  ) {
    contacts += 1
    var samples = [sample(stops[0].time, stops[0].x, stops[0].y, pressure)]
    for (start, end) in zip(stops, stops.dropFirst()) {
      var elapsed = (start.time / interval + 1) * interval
      while elapsed < end.time {
        let share = Double(elapsed - start.time) / Double(end.time - start.time)
        samples.append(
          sample(
            elapsed, start.x + share * (end.x - start.x), start.y + share * (end.y - start.y),
            pressure))
        elapsed += interval
      }
      samples.append(sample(end.time, end.x, end.y, pressure))
    }
    land(samples)
  }

  /// A contact on the 5 ms grid whose place is a function of seconds.
  mutating func contact(seconds: Double, pressure: Int? = nil, _ place: (Double) -> Point) {
    contacts += 1
    let ticks = Int((seconds * 200).rounded())
    land(
      (0...ticks).map { tick in
        let point = place(Double(tick) / 200)
        return sample(tick * 5_000, point.x, point.y) { _ in pressure }
      })
  }

  private func sample(
    _ elapsed: Int, _ x: Double, _ y: Double, _ pressure: (Int) -> Int?
  ) -> Sample {
    Sample(
      time: time + elapsed, position: Position(millimetres: x, y), pressure: pressure(elapsed))
  }

  private mutating func land(_ samples: [Sample]) {
    for (index, sample) in samples.enumerated() {
      if index == 0 {
        events.append(
          .land(Landing(contact: contacts, hand: 0, nanometresPerPixel: scale, sample: sample)))
      } else if index == samples.count - 1 {
        events.append(.lift(contact: contacts, sample))
      } else {
        events.append(.move(contact: contacts, sample))
      }
      time = sample.time
    }
  }

  /// A hand that rests.
  mutating func rest(_ x: Double, _ y: Double, for duration: Int, pressure: Int? = nil) {
    contact([(0, x, y), (duration, x, y)]) { _ in pressure }
  }

  /// A calm stroke down the straight guide, or the part of it between two arcs.
  mutating func stroke(from start: Double = 0, to end: Double = 300, x: Double = -60) {
    contact([(0, x, 100 + start), (Int((end - start) / 60 * 1_000_000), x, 100 + end)])
  }
}
