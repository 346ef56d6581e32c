import Attempts
import Geometry
import Scenarios

/// One hand on the back, from landing to lift, seen from where it is: guides, points, areas.
///
/// Its memory does not grow with its samples.
struct ContactTrack: Sendable {
  let number: Int
  let phase: Int
  /// What its phase asks, where it need not be looked up.
  let technique: Technique
  let speed: Band?
  let returnSpeed: Band?
  /// What the whole attempt is shifted by, in nanometres.
  let shift: FinePoint
  /// Going back by less than this, in mm, is no run back.
  let turn: Double
  /// Ways back shorter than this, in mm, may be noise.
  let slack: Double
  /// Whether path, speed and flow are judged: not for a second hand on one guide.
  let isWorking: Bool
  var follow: Follow?
  /// Since when the hand is of no guide or OFF its own.
  var strayedSince: Int?
  var wobble: Wobble
  /// When the present run began.
  var runStart: Int
  /// Ticks that are not settled.
  var ticks = TickQueue()
  /// The bin under the place where a run begins, when that is between two ticks.
  var startTouch: TickEntry?
  /// Whether it may still turn out to be tapping: nothing is booked until then.
  var isHeld = true
  /// What was settled meanwhile.
  var held: [HeldTick] = []
  /// Breaks that its landing made, not booked while it is held.
  var breaks: [Int] = []
  /// Its movement once it has ended and waits; else empty.
  var ended: [HandMotion] = []
  /// OFF travel of the latest return, forgiven as long as it is no longer than the guide.
  var forgiveness = Forgiveness()
  /// End of the latest tick on a return.
  var lastReturn = Int.min
  var circling = Circling()
  var press: PressContact?
  var lift: LiftContact?
  /// Rows of the series, while somebody asks for it.
  var series = SeriesQueue()
  /// One an area of the case.
  var areas: [AreaContact]
  /// Steps that change nothing about them, but about those of these indices.
  var calm = CalmStretch()
  var busyAreas: [Int] = []
  var isKidneyBusy = false
  /// Whether the hand was over a kidney at any moment of the newest step.
  var isOverKidney = false
  /// Number of the last tick over a kidney that is noted; -1: none is.
  var lastKidneyTick = -1
  /// One an area that is a kidney, nil for others.
  var kidneys: [KidneyWatch?]

  init(
    _ landing: Landing, phase: Int, of prepared: PreparedCase, shift: FinePoint, isWorking: Bool,
    rules: RuleSet
  ) {
    number = landing.contact
    self.phase = phase
    technique = prepared.phases[phase].technique
    speed = prepared.phases[phase].speed
    returnSpeed = prepared.phases[phase].returnSpeed
    self.shift = shift
    self.isWorking = isWorking
    turn = max(rules.turnLength, rules.turnPixels * landing.millimetresPerPixel)
    slack = max(rules.stringLength, rules.stringPixels * landing.millimetresPerPixel)
    runStart = landing.sample.time
    wobble = Wobble(rules)
    areas = prepared.areas.map { _ in AreaContact() }
    kidneys = prepared.areas.map { $0.kind == .kidney ? KidneyWatch() : nil }
  }

  /// Where a place of the hand is after the shift.
  func place(_ place: FinePoint) -> FinePoint {
    FinePoint(x: place.x + shift.x, y: place.y + shift.y)
  }

  func moved(_ sample: SettledSample) -> SettledSample {
    SettledSample(time: sample.time, place: place(sample.place), pressure: sample.pressure)
  }
}

/// A settled tick of a contact that may still turn out to be tapping.
struct HeldTick: Sendable {
  let entry: TickEntry
  let tick: SettledTick
  /// The loop that closed at it.
  let loop: ClosedLoop?
}

/// Travel beside the guide on a way back: forgiven up to the length of the guide.
struct Forgiveness: Sendable {
  private var number = 0
  private var travel = 0
  private var spans = SpanList()
  private var isOverdrawn = false

  /// Takes travel in nanometres of a return; returns what of it, and of what went before, is not
  /// forgiven.
  mutating func take(
    _ step: Int, from: Int, to: Int, return serial: Int, length: Double
  ) -> (travel: Int, spans: SpanList)? {
    if serial != number {
      self = Forgiveness()
      number = serial
    }
    guard step > 0 else { return nil }
    if isOverdrawn { return (step, SpanList(from, to)) }
    travel += step
    spans.add(from, to)
    guard FixedLength.millimetres(travel) > length else { return nil }
    // More than a way back: all of it was wandering.
    isOverdrawn = true
    return (travel, spans)
  }
}
