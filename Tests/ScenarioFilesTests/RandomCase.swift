import BackAtlas
import Geometry
import ScenarioFiles
import Scenarios

/// A case made by chance that a file can hold: every key, any text, places anywhere, bands of any
/// digits. It makes sense to the reader, though to nobody else.
struct RandomCase {
  private var numbers: SeededNumbers
  private let back: Back

  static func make(seed: UInt64) -> Scenario {
    var maker = RandomCase(seed: seed)
    return maker.scenario()
  }

  private init(seed: UInt64) {
    numbers = SeededNumbers(state: seed)
    let sex = Sex.allCases.randomElement(using: &numbers) ?? .male
    back = Back(
      sex: sex,
      stature: Bool.random(using: &numbers)
        ? Back.medianStature(sex) : Int.random(in: 1200...2200, using: &numbers))
  }

  // MARK: Chance

  private mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &numbers)
  }
  /// True once in so many times.
  private mutating func once(in count: Int) -> Bool { whole(1...count) == 1 }
  private mutating func any<Value>(_ values: [Value]) -> Value {
    values[whole(0...values.count - 1)]
  }
  private mutating func some<Value>(_ values: [Value]) -> [Value] {
    values.filter { _ in Bool.random(using: &numbers) }.shuffled(using: &numbers)
  }
  /// A number of few digits, or of all.
  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    let value = Double.random(in: range, using: &numbers)
    if once(in: 3) { return value }
    let power = any([1.0, 2, 10, 100, 1000])
    return min(range.upperBound, max(range.lowerBound, (value * power).rounded() / power))
  }

  private static let pieces = [
    "a", "Pain at rest ", "fell from 7 to 3 of 10. ", "word", "yes", "No", "null", "~", "true",
    "12", "-3.5", "0x1F", "0o7", "1e5", ".inf", ".NaN", "2024-05-14", "12:30", "=", "<<", "- ",
    "? ", ": ", ":", " #", "#", "&a", "*b", "!c", "%d", "@", "`", "\"", "'", "\\", "\n", "\n\n",
    "\t", " ", "  ", "[", "]", "{", "}", ",", ", ", "|", ">", ">-", "---", "...", "é", "漢字",
    "👨‍👩‍👧", "\u{301}", "\u{A0}", "\u{200D}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{FEFF}",
    "\u{FFFE}", "\u{E000}", "\u{F0000}", "\u{1FFFE}", "on: off", "key: [value]", "// x", "$schema",
  ]

  private mutating func text(_ limit: Int, isEmptyAllowed: Bool = true) -> String {
    var text = ""
    if once(in: 3) {
      // Prose that may be long enough to be folded.
      for _ in 0..<whole(1...limit / 5) {
        text += any(["an", "easing", "lower", "back,", "L5"]) + " "
      }
      text.removeLast()
    } else {
      for _ in 0..<whole(0...8) { text += any(RandomCase.pieces) }
    }
    var scalars = text.unicodeScalars
    while scalars.count > limit { scalars.removeLast() }
    // A byte order mark at the beginning of a text is none of it to the reader.
    while scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    text = String(scalars)
    return text.isEmpty && !isEmptyAllowed ? any(["x", " ", "\t", "\n", "0", "y"]) : text
  }

  private mutating func identifier() -> String {
    if once(in: 3) { return any(["12", "null", "true", "-", "---", "-5", "1e5", "0x1f", "on"]) }
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-")
    return String((0..<whole(1...12)).map { _ in any(letters) })
  }

  /// Identifiers of which none stands twice.
  private mutating func identifiers(_ count: Int) -> [String] {
    var result: [String] = []
    while result.count < count {
      let id = identifier()
      if !result.contains(id) { result.append(id) }
    }
    return result
  }

  // MARK: The case

  private mutating func scenario() -> Scenario {
    var patient = patient()
    let decision = any(Decision.allCases)
    switch decision {
    case .proceed:
      patient.redFlags = []
      patient.clearance = patient.contraindications.shuffled(using: &numbers)
      if patient.period == .acute { patient.period = .easing }
      if patient.diagnosis == nil { patient.diagnosis = Diagnosis(by: "a", text: "b") }
    case .refer:
      patient.redFlags.removeAll(where: \.isEmergency)
      patient.period = .acute
    case .emergency:
      if !patient.redFlags.contains(where: \.isEmergency) {
        patient.redFlags.append(.saddleNumbness)
      }
    }
    var phases: [Phase] = []
    let count = whole((decision == .proceed ? 1 : 0)...4)
    for id in identifiers(count) { phases.append(phase(id)) }
    var scenario = Scenario(
      id: identifier(), title: text(80, isEmptyAllowed: false), patient: patient,
      decision: decision, phases: phases)
    if once(in: 2) { scenario.summary = text(400) }
    scenario.difficulty = any(Difficulty.allCases)
    scenario.massage = any(MassageKind.allCases)
    if once(in: 2) { scenario.preparation = preparation() }
    if once(in: 2) {
      for id in identifiers(whole(1...4)) { scenario.spasm.append(spasm(id)) }
    }
    if once(in: 2) { scenario.rubric = rubric() }
    if once(in: 2) {
      scenario.feedback = Feedback(show: some(Aid.allCases), fade: any(Fading.allCases))
    }
    return scenario
  }

  private mutating func patient() -> Patient {
    var patient = Patient(
      age: whole(16...100), back: back, cause: any(Cause.allCases), period: any(Period.allCases))
    if once(in: 2) { patient.name = text(40) }
    if once(in: 2) { patient.occupation = text(60) }
    if once(in: 2) { patient.history = text(400) }
    if once(in: 2) {
      patient.diagnosis = Diagnosis(
        by: text(200, isEmptyAllowed: false), on: once(in: 2) ? text(200) : nil,
        text: text(200, isEmptyAllowed: false))
    }
    if once(in: 2) { patient.redFlags = some(RedFlag.allCases) }
    if once(in: 2) { patient.contraindications = some(Contraindication.allCases) }
    patient.clearance = some(patient.contraindications)
    if once(in: 2) { patient.allergies = some(Allergen.allCases) }
    if once(in: 2) {
      patient.prescription = Prescription(
        sessions: whole(1...30), allow: some(PrescribableTechnique.allCases))
    }
    return patient
  }

  private mutating func preparation() -> Preparation {
    var preparation = Preparation(
      before: some(BeforeItem.allCases), position: any(PatientPosition.allCases),
      arms: any(Arms.allCases + [nil]), cushion: any(Cushion.allCases + [nil]),
      product: some(Product.allCases))
    if preparation.product.isEmpty { preparation.product = [.none] }
    return preparation
  }

  private mutating func rubric() -> Rubric {
    var weights = Array(repeating: 0, count: 7)
    for _ in 0..<100 { weights[whole(0...6)] += 1 }
    return Rubric(
      passMark: whole(1...100), minimum: whole(0...100),
      weights: once(in: 2) ? weights : Rubric().weights)
  }

  // MARK: Places

  private mutating func place() -> Position {
    switch whole(1...4) {
    case 1: Position(x: whole(-200_000...200_000), y: whole(-200_000...200_000))
    case 2:
      back.place(any(Landmark.allCases), x: Double(whole(-150...150)), further: 0)
    default: Position(x: whole(-15_000...15_000), y: whole(-3_000...60_000))
    }
  }

  private mutating func places(_ count: Int) -> [Position] {
    var result: [Position] = []
    while result.count < count {
      let place = place()
      // So far apart that no smooth curve stands still.
      let isApart = result.allSatisfy {
        max(abs($0.x - place.x), abs($0.y - place.y)) > 500
      }
      if isApart { result.append(place) }
    }
    return result
  }

  private mutating func outline() -> Outline {
    if once(in: 2) {
      return .ellipse(at: place(), radiusX: number(0.001...200), radiusY: number(0.001...2_000))
    }
    return .polygon(places(whole(3...(once(in: 4) ? 64 : 6))))
  }

  private mutating func spasm(_ id: String) -> SpasmArea {
    var area = SpasmArea(id: id, outline: outline())
    if once(in: 2) { area.margin = number(0...40) }
    if once(in: 2) { area.contact = .none }
    if once(in: 2) { area.maxPressure = number(0...1) }
    if once(in: 2) { area.reveal = .described }
    return area
  }

  // MARK: Phases

  private mutating func band(_ range: ClosedRange<Double>) -> Band {
    let ends = (0..<4).map { _ in number(range) }.sorted()
    return Band(full: ends[1]...ends[2], none: ends[0]...ends[3])
  }

  private mutating func limit() -> Limit {
    let ends = [number(0...50), number(0...50)].sorted()
    return Limit(full: ends[0], none: ends[1])
  }

  private mutating func guides() -> [Guide] {
    identifiers(whole(1...4)).map { id in
      Guide(id: id, path: places(whole(2...(once(in: 6) ? 64 : 5))))
    }
  }

  private mutating func phase(_ id: String) -> Phase {
    let curve = any(CurveKind.allCases)
    let task: PhaseTask
    switch any(Technique.allCases) {
    case .stroking:
      var strokes = StrokingTask(guides: guides(), curve: curve, strokes: any([5, 8, 50]))
      if once(in: 2) { strokes.corridor = limit() }
      task = .stroking(strokes)
    case .combCircles:
      var circles = CombCirclesTask(
        guides: guides(), curve: curve, loops: any([8, whole(1...200)]))
      if once(in: 2) { circles.diameter = band(0...2_000) }
      if once(in: 2) { circles.advance = band(0...100) }
      if once(in: 2) { circles.turn = any(Turn.allCases) }
      if once(in: 2) { circles.corridor = limit() }
      task = .combCircles(circles)
    case .pointPress:
      var press = PointPressTask(
        points: identifiers(whole(1...5)).map {
          PressPoint(id: $0, at: place(), hold: any([3, number(1...60)]))
        })
      if once(in: 2) { press.radius = limit() }
      task = .pointPress(press)
    case .honeyLift: task = .honeyLift(HoneyLiftTask(area: outline(), lifts: whole(1...200)))
    }
    var phase = Phase(id: id, task: task)
    if once(in: 2) { phase.title = text(40) }
    if once(in: 2) { phase.hand = any(Hand.allCases) }
    phase.rowAcross = once(in: 3)
    if phase.speed != nil, once(in: 2) { phase.speed = band(0...2_000) }
    if once(in: 2) { phase.pressure = band(0...1) }
    if once(in: 2) { phase.minutes = band(0...1_440) }
    return phase
  }
}
