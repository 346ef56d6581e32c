import Geometry

/// The way of a hand from one settled sample to the next, with its ticks and with those of before of
/// which it is known by now how they count.
struct MotionStep: Sendable {
  private(set) var from = SettledSample(time: 0, place: FinePoint(x: 0, y: 0), pressure: nil)
  private(set) var to = SettledSample(time: 0, place: FinePoint(x: 0, y: 0), pressure: nil)
  /// Time of the newest sample: mostly that after the step, which made it certain.
  var now = 0
  /// The step from nothing to the landing.
  var isFirst = false
  /// Nobody knows what the hand did in it: a gap in the samples.
  var isLost = false
  /// Set when a run ended before the step, or with the contact.
  var runEnd: RunEnd?
  /// A run starts where the step ends.
  var startsRun = false
  /// Whether the contact may still turn out to be a tap.
  var mayBeTap = true
  /// Ticks in the step, and before them, where `hasLast` says so, the last place of the run that
  /// ended, between two ticks.
  var ticks: [MotionTick] = []
  var hasLast = false
  /// Loops that closed at ticks of the step.
  var loops: [ClosedLoop] = []

  /// Ticks that are settled now, in the order in which they came.
  var settled: [SettledTick] = []
  /// Loops that closed at those.
  var settledLoops: [ClosedLoop] = []
  /// Whether what was touched where a run began was touched by work: told once a run, with the
  /// first tick of it that is settled or with its end.
  var startIsWork: Bool?
  /// Ticks of which it is known now that they lie in an alarm of vibration.
  var shaken: [ShakenTick] = []
  /// Number of the first tick of the step, and of the first of which it is not known whether it lies
  /// in an alarm.
  private(set) var serial = 0
  var unsettledSerial = 0

  /// Begins a step, with the numbers going on.
  mutating func begin(from: SettledSample, to: SettledSample) {
    self.from = from
    self.to = to
    serial += ticks.count
    isFirst = false
    isLost = false
    runEnd = nil
    startsRun = false
    ticks.removeAll(keepingCapacity: true)
    hasLast = false
    settled.removeAll(keepingCapacity: true)
    startIsWork = nil
    if !loops.isEmpty { loops.removeAll(keepingCapacity: true) }
    if !settledLoops.isEmpty { settledLoops.removeAll(keepingCapacity: true) }
    if !shaken.isEmpty { shaken.removeAll(keepingCapacity: true) }
  }

  func loop(of tick: MotionTick) -> ClosedLoop? { tick.loop >= 0 ? loops[tick.loop] : nil }

  func loop(of tick: SettledTick) -> ClosedLoop? { tick.loop >= 0 ? settledLoops[tick.loop] : nil }
}

/// A hand at one moment of the grid, or at the end of a run.
struct MotionTick: Sendable {
  var time: Int
  /// The tick before, or the start of the run.
  var from: Int
  var place: FinePoint
  /// Of the dragged point since the tick before, in nanometres.
  var travel: Int
  /// mm/s over the last 200 ms.
  var speed: Double
  /// mm/s over the last 50 ms.
  var burst: Double
  /// Millionths.
  var pressure: Int?
  var isOnGrid: Bool
  var turning = TurningMarks()
  /// Index of the loop that closed here among those of the step; -1: none did.
  var loop = -1

  var duration: Int { time - from }
}

/// A tick of which it is known how it counts, wherever it was.
struct SettledTick: Sendable {
  var time: Int
  /// The tick before, or the start of the run.
  var from: Int
  /// Over the last 200 ms; of a run that is judged as a whole, over all of it.
  var speed: JudgedSpeed
  /// Of a tick on the grid: its number on the attempt's clock.
  var number = 0
  /// Whether its bins were touched at a working speed.
  var touches = false
  /// Whether its speed is judged.
  var isJudged = false
  /// A whole run too short for ticks to be judged.
  var isWhole = false
  /// Whether it lies in an alarm of vibration.
  var isAlarm = false
  /// Whether an alarm overlaps the loop that closed at it.
  var isLoopAlarm = false
  var turning = TurningMarks()
  /// Index of the loop that closed at it among the settled ones of the step; -1: none did.
  var loop = -1

  init(time: Int, from: Int, speed: Double) {
    self.time = time
    self.from = from
    self.speed = JudgedSpeed(speed)
  }
}

/// A tick in an alarm of vibration, with the way of the step that holds it.
struct ShakenTick: Sendable {
  var serial: Int
  var time: Int
  var from: Int
  var way: (from: FinePoint, to: FinePoint)
}

/// The end of a run of a contact.
struct RunEnd: Sendable {
  var start: Int
  var time: Int
  /// The run's speed in mm/s when it is too short for anything but that.
  var whole: Double?
  /// Speed at its last tick.
  var latest: Double
  /// Whether an alarm of vibration overlaps the run.
  var isShaken = false

  init(start: Int, time: Int, whole: Double?, latest: Double) {
    self.start = start
    self.time = time
    self.whole = whole
    self.latest = latest
  }
}
