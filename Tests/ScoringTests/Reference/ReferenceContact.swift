import Attempts
import Geometry
import Scenarios

/// A moment at which a hand is looked at.
struct ReferenceTick {
  var time: Int
  var place: FinePoint
  /// Since the tick before, or since the run's start, in microseconds.
  var duration: Int
  /// False: the run's last sample, between two multiples of 5 ms.
  var isOnGrid: Bool
  /// In millionths of the input's range.
  var pressure: Int?
  /// What the dragged point travelled since the tick before, in nanometres.
  var draggedUnits = 0
  var dragged: Double { Double(draggedUnits) / 1_000_000 }
  /// In mm/s over the last 200 ms; of ticks on the grid.
  var speed = 0.0
  /// In mm/s over the last 50 ms; of ticks on the grid.
  var burst = 0.0
}

/// An unbroken stretch of a contact: no gap over 100 ms.
struct ReferenceRun {
  var samples: [Sample]
  var ticks: [ReferenceTick]
  var loops: [ReferenceLoop] = []

  var start: Int { samples[0].time }
  var end: Int { samples[samples.count - 1].time }
  var duration: Int { end - start }
  /// The ticks on multiples of 5 ms: all but possibly the last.
  var grid: ArraySlice<ReferenceTick> {
    ticks.last?.isOnGrid == false ? ticks.dropLast() : ticks[...]
  }

  /// The speed of the run as a whole, in mm/s.
  func wholeSpeed(pixel: Double) -> Double {
    let travel =
      Double(ticks.reduce(0) { $0 + $1.draggedUnits }) / 1_000_000
      + ReferenceFigures.string(pixel: pixel)
    return min(travel * 1_000_000 / Double(duration), ReferenceFigures.topSpeed)
  }

  var isJudgedWhole: Bool { duration < ReferenceFigures.wholeContact }

  /// Whether the speed of a tick is judged for itself.
  func isSpeedJudged(_ tick: ReferenceTick) -> Bool {
    tick.isOnGrid && !isJudgedWhole
      && tick.time >= start + ReferenceFigures.speedWindow
      && tick.time + ReferenceFigures.speedWindow <= end
  }
}

/// One contact of a hand, from landing to lift, with all that is known of it by itself.
struct ReferenceContact {
  var number: Int
  /// Its place in the order of landing, which no other contact has.
  var order: Int
  /// The phase in which it landed.
  var phase: Int
  var isJudged: Bool
  /// Millimetres a pixel.
  var pixel: Double
  /// Of distinct times, in order.
  var samples: [Sample]
  /// The events that brought them, by place in the attempt.
  var arrivals: [Int]
  /// The event by which it was lifted: its own lift, a pause or the end.
  var releasedBy = Int.max
  var runs: [ReferenceRun] = []
  /// Vibration alarms of all runs, united: `start` excluded, `end` included.
  var alarms: [ReferenceStretch] = []
  /// Whether it belongs to an alarm of tapping.
  var isTapping = false
  /// The event by which that is known: the lift of the third of its row, or its own.
  var tappingKnownBy = 0

  var landing: Sample { samples[0] }
  var lift: Sample { samples[samples.count - 1] }

  /// Contact time without lost time, in microseconds.
  var time: Int { runs.reduce(0) { $0 + $1.duration } }

  func isInAlarm(_ time: Int) -> Bool { alarms.contains { $0.start < time && time <= $0.end } }

  func hasAlarm(overlapping stretch: ReferenceStretch) -> Bool {
    alarms.contains { $0.start < stretch.end && stretch.start < $0.end }
  }
}

/// From `start` to `end`, in microseconds.
struct ReferenceStretch: Hashable {
  var start: Int
  var end: Int
  var duration: Int { end - start }

  /// Stretches that overlap or touch made one, in order.
  static func united(_ stretches: [ReferenceStretch]) -> [ReferenceStretch] {
    var result: [ReferenceStretch] = []
    for stretch in stretches.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = result.last, stretch.start <= last.end {
        result[result.count - 1].end = max(last.end, stretch.end)
      } else {
        result.append(stretch)
      }
    }
    return result
  }

  /// The time that at least one of them fills.
  static func union(_ stretches: [ReferenceStretch]) -> Int {
    united(stretches).reduce(0) { $0 + $1.duration }
  }
}

// MARK: From events

extension ReferenceContact {
  /// Every contact of an attempt, in the order of landing.
  static func all(of events: [Event], scenario: Scenario, header: Header) -> [ReferenceContact] {
    var attempt = Attempt(scenario: scenario, header: header)
    var contacts: [ReferenceContact] = []
    // Indices of the contacts that are down.
    var down: [Int] = []
    for (place, event) in events.enumerated() where attempt.add(event) {
      switch event {
      case .act(.pause, _), .act(.end, _):
        for index in down { contacts[index].releasedBy = place }
        down = []
      case .act: break
      case .land(let landing):
        guard let phase = attempt.phaseIndex else { continue }
        let judged = down.filter { contacts[$0].isJudged }.count
        down.append(contacts.count)
        contacts.append(
          ReferenceContact(
            number: landing.contact, order: contacts.count, phase: phase, isJudged: judged < 2,
            pixel: landing.millimetresPerPixel, samples: [landing.sample], arrivals: [place]))
      case .move(let number, let sample), .lift(let number, let sample):
        guard let hand = down.firstIndex(where: { contacts[$0].number == number }) else {
          continue
        }
        contacts[down[hand]].take(sample, place)
        if case .lift = event {
          contacts[down[hand]].releasedBy = place
          down.remove(at: hand)
        }
      }
    }
    return contacts.map { contact in
      var contact = contact
      contact.runs = contact.cutIntoRuns()
      return contact
    }
  }

  private mutating func take(_ sample: Sample, _ event: Int) {
    var sample = sample
    sample.time = max(sample.time, lift.time)
    if sample.time == lift.time {
      samples[samples.count - 1] = sample
    } else {
      samples.append(sample)
      arrivals.append(event)
    }
  }

  private func cutIntoRuns() -> [ReferenceRun] {
    var stretches: [[Sample]] = [[samples[0]]]
    for (before, sample) in zip(samples, samples.dropFirst()) {
      if sample.time - before.time > ReferenceFigures.lostGap { stretches.append([]) }
      stretches[stretches.count - 1].append(sample)
    }
    return stretches.map { ReferenceRun(samples: $0, ticks: ticks(of: $0)) }
  }

  private func ticks(of samples: [Sample]) -> [ReferenceTick] {
    let (first, last) = (samples[0], samples[samples.count - 1])
    let grid = ReferenceFigures.tick
    var ticks: [ReferenceTick] = []
    func add(_ time: Int, _ place: FinePoint, _ pressure: Int?, isOnGrid: Bool) {
      ticks.append(
        ReferenceTick(
          time: time, place: place, duration: time - (ticks.last?.time ?? first.time),
          isOnGrid: isOnGrid, pressure: pressure))
    }
    var next = 0
    var time = (first.time + grid - 1) / grid * grid
    while time <= last.time {
      while next < samples.count - 1, samples[next].time < time { next += 1 }
      let after = samples[next]
      if after.time == time {
        add(time, after.position.fine, after.pressure.map { $0 * 1000 }, isOnGrid: true)
      } else {
        let before = samples[next - 1]
        let (elapsed, duration) = (time - before.time, after.time - before.time)
        add(
          time,
          FinePoint.between(
            before.position.fine, after.position.fine, elapsed: elapsed, duration: duration),
          ReferenceContact.pressure(before.pressure, after.pressure, elapsed, duration),
          isOnGrid: true)
      }
      time += grid
    }
    if last.time % grid != 0 {
      add(last.time, last.position.fine, last.pressure.map { $0 * 1000 }, isOnGrid: false)
    }
    drag(&ticks, from: first.position.fine)
    return ticks
  }

  /// Millionths; half away from zero.
  private static func pressure(_ before: Int?, _ after: Int?, _ elapsed: Int, _ duration: Int)
    -> Int?
  {
    guard let before, let after else { return nil }
    let change = (after - before) * 1000 * elapsed
    let rounded = (abs(change) * 2 + duration) / (duration * 2)
    return before * 1000 + (change < 0 ? -rounded : rounded)
  }

  /// A point dragged behind the hand on a string, and what it travelled in the last 200 ms.
  private func drag(_ ticks: inout [ReferenceTick], from start: FinePoint) {
    let string = ReferenceFigures.string(pixel: pixel)
    var point = start
    for index in ticks.indices {
      let way = ticks[index].place.offset(from: point)
      let distance = way.length
      guard distance > string else { continue }
      point = FinePoint(point, offset: way * ((distance - string) / distance))
      ticks[index].draggedUnits = FinePoint.units(distance - string)
    }
    for index in ticks.indices where ticks[index].isOnGrid {
      func speed(over window: Int) -> Double {
        // As many ticks as there are: all but the run's last lie on the grid.
        let first = max(0, index - window / ReferenceFigures.tick + 1)
        let units = ticks[first...index].reduce(0) { $0 + $1.draggedUnits }
        return Double(units) / 1_000_000 * 1_000_000 / Double(window)
      }
      ticks[index].speed = min(
        speed(over: ReferenceFigures.speedWindow), ReferenceFigures.topSpeed)
      ticks[index].burst = speed(over: ReferenceFigures.burstWindow)
    }
  }
}
