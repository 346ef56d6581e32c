import Attempts
import Geometry

/// One hand on the back, from landing to lift, seen from where it is: guides, points, areas.
///
/// Its memory does not grow with its samples.
struct ContactTrack: Sendable {
  let number: Int
  let phase: Int
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
  /// Ticks that are not settled, in order of time; those before ``head`` are done with.
  private(set) var entries: [TickEntry] = []
  private(set) var head = 0
  /// The bin under the place where a run begins, when that is between two ticks.
  var startTouch: TickEntry?
  /// Whether it may still turn out to be tapping: nothing is booked until then.
  var isHeld = true
  /// What was settled meanwhile.
  var held: [TickEntry] = []
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
  /// One an area that is a kidney, nil for others.
  var kidneys: [KidneyWatch?]

  init(
    _ landing: Landing, phase: Int, shift: FinePoint, isWorking: Bool, areas: [WatchedArea],
    rules: RuleSet
  ) {
    number = landing.contact
    self.phase = phase
    self.shift = shift
    self.isWorking = isWorking
    turn = max(rules.turnLength, rules.turnPixels * landing.millimetresPerPixel)
    slack = max(rules.stringLength, rules.stringPixels * landing.millimetresPerPixel)
    runStart = landing.sample.time
    wobble = Wobble(rules)
    self.areas = areas.map { _ in AreaContact() }
    kidneys = areas.map { $0.kind == .kidney ? KidneyWatch() : nil }
  }

  /// Where a place of the hand is after the shift.
  func place(_ place: FinePoint) -> FinePoint {
    FinePoint(x: place.x + shift.x, y: place.y + shift.y)
  }

  func moved(_ sample: SettledSample) -> SettledSample {
    SettledSample(time: sample.time, place: place(sample.place), pressure: sample.pressure)
  }

  // MARK: Ticks that wait

  mutating func wait(_ entry: TickEntry) { entries.append(entry) }

  /// When the next tick to be settled was, when that is no later than a moment.
  func next(before time: Int) -> Int? {
    guard head < entries.count, entries[head].time <= time else { return nil }
    return entries[head].time
  }

  /// The speed at the last tick of the grid up to a moment; nil when none waits.
  func speed(at time: Int, from index: Int, tick: Int) -> Double? {
    guard index < entries.count else { return nil }
    var at = index + max(0, (time - entries[index].time) / tick)
    at = min(at, entries.count - 1)
    if !entries[at].isOnGrid, at > index { at -= 1 }
    return entries[at].isOnGrid ? entries[at].speed : nil
  }

  /// The speed over 50 ms at a moment, as far as ticks wait.
  func burst(at time: Int, tick: Int) -> Double {
    guard head < entries.count else { return 0 }
    let at = head + max(0, (time - entries[head].time) / tick)
    return entries[min(at, entries.count - 1)].burst
  }

  /// Notes what the next tick to be settled has turned out to be.
  mutating func settleFirst(touches: Bool, isJudged: Bool, isAlarm: Bool, isLoopAlarm: Bool) {
    entries[head].touches = touches
    entries[head].isJudged = isJudged
    entries[head].isAlarm = isAlarm
    entries[head].isLoopAlarm = isLoopAlarm
  }

  mutating func dropFirst() {
    head += 1
    guard head >= 128 else { return }
    entries.removeFirst(head)
    head = 0
  }

  mutating func dropAll() {
    entries.removeAll(keepingCapacity: true)
    head = 0
    startTouch = nil
  }
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
