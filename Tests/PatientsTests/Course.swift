import Attempts
import BackAtlas
import Geometry
import Patients
import Scenarios

/// A course of work on a patient, as events and as the state they lead to.
struct Course {
  enum Step: String {
    case palm, comb, thumb, lift
  }

  static let back = Back(sex: .male, stature: 1755)

  /// A case with a step for each hand and an area in spasm at (-28, 430).
  static func scenario(
    period: Period = .easing, contact: AllowedContact = .light,
    prescribed: [PrescribableTechnique] = [], allergies: [Allergen] = []
  ) -> Scenario {
    let guide = Guide(
      id: "line", path: [Position(millimetres: 70, 150), Position(millimetres: 70, 400)])
    return Scenario(
      id: "course", title: "Course",
      patient: Scenarios.Patient(
        age: 46, back: back, cause: .heavyLifting, period: period, allergies: allergies,
        prescription: Prescription(allow: prescribed)),
      decision: .proceed,
      spasm: [
        SpasmArea(
          id: "sore",
          outline: .ellipse(at: Position(millimetres: -28, 430), radiusX: 10, radiusY: 20),
          contact: contact)
      ],
      phases: [
        Phase(id: "palm", task: .stroking(StrokingTask(guides: [guide]))),
        Phase(id: "comb", task: .combCircles(CombCirclesTask(guides: [guide]))),
        Phase(
          id: "thumb",
          task: .pointPress(
            PointPressTask(points: [PressPoint(id: "a", at: Position(millimetres: 70, 200))]))),
        Phase(
          id: "lift",
          task: .honeyLift(
            HoneyLiftTask(
              area: .ellipse(at: Position(millimetres: 70, 300), radiusX: 50, radiusY: 70)))),
      ])
  }

  private(set) var events: [Event] = []
  private(set) var patient: Patients.Patient
  private(set) var time = 0
  private var contacts = 0

  /// Begins in the step of the palm, prepared.
  init(
    _ scenario: Scenario = Course.scenario(), product: Product? = .warmingOil,
    hands: Bool = true, step: Step = .palm
  ) {
    patient = Patients.Patient(scenario: scenario, header: Course.header)
    act(.decision(.proceed))
    if hands { act(.prepare(.before(.hands))) }
    if let product { act(.prepare(.product(product))) }
    act(.phase(step.rawValue))
  }

  static let header = Header(device: Device(kind: .mouse, pressure: .set), program: "test")

  var state: PatientState { patient.state }
  /// The warmest cell.
  var warmest: Double { state.warmth.values.max() ?? 0 }

  mutating func act(_ act: Act) {
    take(.act(act, time: time))
    time += 1
  }

  mutating func enter(_ step: Step) { act(.phase(step.rawValue)) }

  mutating func rest(_ seconds: Double) {
    time += Int(seconds * 1_000_000)
    patient.advance(to: time)
  }

  /// A contact whose place and pressure are functions of seconds, sampled 125 times a second.
  mutating func contact(
    _ seconds: Double, _ place: (Double) -> Point, pressure: (Double) -> Double?
  ) {
    contacts += 1
    let start = time
    func sample(_ index: Int) -> Sample {
      let elapsed = Double(index) * 0.008
      let at = place(elapsed)
      return Sample(
        time: start + index * 8_000, position: Position(millimetres: at.x, at.y),
        pressure: pressure(elapsed).map { Int(($0 * 1000).rounded()) })
    }
    take(
      .land(
        Landing(contact: contacts, hand: 0, nanometresPerPixel: 200_000, sample: sample(0))))
    let count = max(1, Int(seconds * 125))
    for index in 1..<max(count, 1) { take(.move(contact: contacts, sample(index))) }
    take(.lift(contact: contacts, sample(count)))
    time = start + count * 8_000
    patient.advance(to: time)
  }

  mutating func contact(_ seconds: Double, pressure: Double? = 0.15, _ place: (Double) -> Point) {
    contact(seconds, place) { _ in pressure }
  }

  /// Up and down the right side of the back.
  mutating func stroke(
    _ seconds: Double, speed: Double = 60, pressure: Double? = 0.15, x: Double = 70,
    from top: Double = 150, length: Double = 250
  ) {
    contact(seconds, pressure: pressure) { seconds in
      let way = seconds * speed
      let rounds = (way / (2 * length)).rounded(.down)
      let within = way - rounds * 2 * length
      return Point(x, top + (within <= length ? within : 2 * length - within))
    }
  }

  /// A hand that rests.
  mutating func hold(
    _ seconds: Double, pressure: Double? = 0.15, at place: Point = Point(70, 250)
  ) {
    contact(seconds, pressure: pressure) { _ in place }
  }

  private mutating func take(_ event: Event) {
    events.append(event)
    patient.add(event)
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers for the same seed everywhere.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number of the range.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
