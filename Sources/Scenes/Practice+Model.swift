public import Attempts
public import Geometry
public import Patients
public import Scenarios
public import Scoring

/// A hand on the back, as the practice screen shows it.
public struct PracticeHand: Hashable, Sendable {
  /// mm.
  public var place: Point
  /// Share of the input's range; nil: not known.
  public var pressure: Double?
  /// mm/s; nil: not known yet.
  public var speed: Double?
  /// Signed mm from its guide, positive left of travel; nil: of no guide.
  public var deviation: Double?
  public var guide: Int?
  /// mm along its guide.
  public var arc: Double?
  public var isReturning: Bool

  public init(
    place: Point, pressure: Double? = nil, speed: Double? = nil, deviation: Double? = nil,
    guide: Int? = nil, arc: Double? = nil, isReturning: Bool = false
  ) {
    self.place = place
    self.pressure = pressure
    self.speed = speed
    self.deviation = deviation
    self.guide = guide
    self.arc = arc
    self.isReturning = isReturning
  }

  public init(_ reading: HandReading) {
    self.init(
      place: reading.place.point, pressure: reading.pressure, speed: reading.speed,
      deviation: reading.deviation, guide: reading.guide, arc: reading.arc,
      isReturning: reading.isReturning)
  }
}

/// How far the strokes or circles of a guide are, the press of a point, or all lifts.
public struct PracticeGuide: Hashable, Sendable {
  public var done: Int
  public var asked: Int
  /// Share of the stroke or press under way.
  public var coverage: Double
  /// mm of arc that the stroke under way has reached.
  public var mark: Double?

  public init(done: Int, asked: Int, coverage: Double = 0, mark: Double? = nil) {
    self.done = done
    self.asked = asked
    self.coverage = coverage
    self.mark = mark
  }

  public init(_ reading: GuideReading) {
    self.init(
      done: reading.count, asked: reading.asked, coverage: reading.currentCoverage,
      mark: reading.mark)
  }

  public init(_ reading: PointReading) {
    let share = reading.hold > 0 ? min(1, reading.held / reading.hold) : 0
    self.init(done: reading.done >= 1 ? 1 : 0, asked: 1, coverage: max(share, reading.done))
  }

  public init(_ reading: LiftReading) { self.init(done: reading.lifts, asked: reading.asked) }

  public var isFinished: Bool { done >= asked }
}

/// A moment of the strip that shows the last 20 s.
public struct DeviationPoint: Hashable, Sendable {
  /// Seconds on the attempt's clock.
  public var time: Double
  /// Signed mm from the guide, positive toward the patient's right; nil: no hand on a guide.
  public var deviation: Double?

  public init(time: Double, deviation: Double?) {
    self.time = time
    self.deviation = deviation
  }
}

/// A moment of the line that shows the patient's breathing.
public struct BreathPoint: Hashable, Sendable {
  /// Seconds on the attempt's clock.
  public var time: Double
  /// How far the chest has risen, 0 to 1.
  public var rise: Double

  public init(time: Double, rise: Double) {
    self.time = time
    self.rise = rise
  }
}

/// Everything the practice screen shows.
public struct PracticeModel: Sendable {
  public var mode: Mode
  /// Whether the expert works and the trainee watches.
  public var isDemonstration = false
  /// How many seconds of it pass in one.
  public var demonstrationSpeed = 1.0
  /// What the guided minutes ask for; nil outside them.
  public var introduction: PracticeIntroduction?
  public var scenario: Scenario
  /// Index of the step under way; nil before the first.
  public var phase: Int?
  /// Steps that were entered, by index.
  public var entered: [Bool]
  public var view: PlateView.Kind = .wholeBack
  /// Whether a cushion lies under the patient.
  public var hasCushion = false
  /// Whether the patient lies on the side.
  public var isSideLying = false
  /// Pixels of the frame in a millimetre of the display; nil: life size was not set.
  public var pixelsPerMillimetre: Double?
  /// Seconds on a clock that always runs, for what fades.
  public var now = 0.0
  /// What the work has done to the patient; nil: nobody reckons it.
  public var patient: PatientState?
  /// In the order of time; only the last 8 s are shown.
  public var breaths: [BreathPoint] = []
  /// Aids of the case that are shown at present.
  public var aids: [Aid]
  /// Seconds on the attempt's clock.
  public var clock = 0.0
  /// Seconds in this step.
  public var stepTime = 0.0
  /// Seconds of contact in this step.
  public var contactTime = 0.0
  public var isPaused = false
  /// In the order of landing.
  public var hands: [PracticeHand] = []
  /// The first hand's pressure as its gauge shows it; nil: as the hand has it.
  public var gaugedPressure: Double?
  /// Where the hand hovers while it is not down, in mm; nil: not on the plate.
  public var pointer: Point?
  /// Where hands that a controller moves hover, in mm.
  public var hovering: [Point] = []
  /// The pressure set by wheel or keys; nil when the device measures it or has none.
  public var setPressure: Double?
  /// What the coaching line says, already held for its time.
  public var cue: Cue = .none
  /// What it said before, and when, on ``now``, it changed; nil: long ago.
  public var lastCue: (cue: Cue, until: Double)?
  /// One a guide or point of the step under way, or one for all lifts.
  public var guides: [PracticeGuide] = []
  /// Where lifts were done in the step under way, in mm.
  public var lifted: [Point] = []
  /// The guide to work on: that of the hand, else the next unfinished one.
  public var activeGuide: Int?
  /// Where the pacer is, in mm.
  public var pacer: Point?
  /// Contacts of the step under way.
  public var trail: [TrailContact] = []
  /// In the order of time; only the last 20 s are shown.
  public var deviations: [DeviationPoint] = []

  public init(mode: Mode, scenario: Scenario) {
    self.mode = mode
    self.scenario = scenario
    entered = [Bool](repeating: false, count: scenario.phases.count)
    aids = mode == .exam ? [] : scenario.feedback.show
  }

  public var currentPhase: Phase? {
    phase.flatMap { scenario.phases.indices.contains($0) ? scenario.phases[$0] : nil }
  }

  /// Whether an aid is shown: never in an exam.
  public func shows(_ aid: Aid) -> Bool { mode != .exam && aids.contains(aid) }

  /// The patient as far as an aid may show it: never in an exam.
  public var shownPatient: PatientState? { shows(.comfort) ? patient : nil }

  /// The warmth of the skin, while it is shown.
  var shownWarmth: WarmthMap? { shows(.warmth) ? patient?.warmth : nil }

  /// The drawn areas that hurt now: the one the coach names, else the one nearest to a hand.
  var areasInPain: [SpasmArea] {
    let drawn = scenario.spasm.filter { $0.reveal == .drawn }
    if case .pain(let name) = cue { return drawn.filter { $0.id == name } }
    guard let hand = hands.first?.place else { return [] }
    let place = FinePoint(FinePoint(x: 0, y: 0), offset: hand)
    func distance(_ area: SpasmArea) -> Double { area.outline.polygon.signedDistance(to: place) }
    return drawn.min { distance($0) < distance($1) }.map { [$0] } ?? []
  }

  /// Takes over what the hands do right now.
  public mutating func take(_ reading: LiveReading) {
    phase = reading.phase
    if let phase, entered.indices.contains(phase) { entered[phase] = true }
    hands = reading.hands.map { PracticeHand($0) }
    guides =
      reading.guides.map { PracticeGuide($0) } + reading.points.map { PracticeGuide($0) }
      + (reading.lifts.map { [PracticeGuide($0)] } ?? [])
    lifted = reading.lifts?.places.map(\.point) ?? []
    if let guide = hands.first?.guide {
      activeGuide = guide
    } else if activeGuide.map({ !guides.indices.contains($0) || guides[$0].isFinished }) ?? true {
      activeGuide = guides.firstIndex { !$0.isFinished }
    }
  }
}
