import Attempts
import Geometry
import Scenarios

/// Circles along the lanes of a comb phase.
struct ReferenceComb {
  /// A loop that counts for a lane.
  struct Counted {
    var loop: ReferenceLoop
    var contact: ReferenceContact
    var lane: Int
    var match: ReferenceLines.Match
    /// Share of the diameter; nil where the loop before was none of its lane.
    var advance: Double?
  }

  let task: CombCirclesTask
  let lanes: [Polyline]
  private(set) var counted: [Counted] = []
  /// Contacts that came down on a lane where another hand was.
  private(set) var second: Set<Int> = []
  /// Of *path*, in mm.
  private(set) var judged = 0.0
  private(set) var loss = 0.0
  private(set) var offPath = 0.0

  init(
    _ task: CombCirclesTask, speed: Band?, isTimed: Bool, isVibrationAllowed: Bool,
    contacts: [ReferenceContact]
  ) {
    self.task = task
    lanes = task.guides.map { $0.line(task.curve) }
    findSecond(contacts)
    for contact in contacts where !second.contains(contact.order) && !contact.isTapping {
      let upper = isTimed ? speed?.noneHigh ?? .infinity : .infinity
      count(contact, upperSpeed: upper, isVibrationAllowed: isVibrationAllowed)
      judge(contact)
    }
  }

  /// Farther than this from every lane, travel outside loops is off the path.
  private var reach: Double { task.corridor.none + task.diameter.fullHigh / 2 }

  private func nearest(_ place: FinePoint) -> (lane: Int, match: ReferenceLines.Match) {
    var best = (lane: 0, match: ReferenceLines.nearest(lanes[0], place))
    for lane in lanes.indices.dropFirst() {
      let match = ReferenceLines.nearest(lanes[lane], place)
      if match.distance < best.match.distance { best = (lane, match) }
    }
    return best
  }

  private mutating func findSecond(_ contacts: [ReferenceContact]) {
    var holders: [(contact: ReferenceContact, lane: Int)] = []
    for contact in contacts {
      let (lane, match) = nearest(contact.landing.position.fine)
      guard match.distance <= reach else { continue }
      let isTaken = holders.contains {
        $0.lane == lane && $0.contact.releasedBy > contact.arrivals[0]
      }
      if isTaken {
        second.insert(contact.order)
      } else {
        holders.append((contact, lane))
      }
    }
  }

  private mutating func count(
    _ contact: ReferenceContact, upperSpeed: Double, isVibrationAllowed: Bool
  ) {
    var last: Counted?
    for loop in contact.runs.flatMap(\.loops) {
      let (lane, match) = nearest(loop.centre)
      let speed = Double.pi * loop.diameter / (Double(loop.duration) / 1_000_000)
      guard match.distance <= task.corridor.none, speed <= upperSpeed, loop.burst <= upperSpeed
      else { continue }
      // Where it is prescribed vibration is no fault; nor is it a circle.
      if isVibrationAllowed, contact.hasAlarm(overlapping: loop.stretch) { continue }
      let advance = last.flatMap { $0.lane == lane ? $0 : nil }.map { before in
        min(
          abs(match.arc - before.match.arc) / ((before.loop.diameter + loop.diameter) / 2), 1000)
      }
      let entry = Counted(
        loop: loop, contact: contact, lane: lane, match: match, advance: advance)
      last = entry
      counted.append(entry)
    }
  }

  private mutating func judge(_ contact: ReferenceContact) {
    for run in contact.runs {
      for loop in run.loops where !contact.hasAlarm(overlapping: loop.stretch) {
        let distance = nearest(loop.centre).match.distance
        judged += loop.travel
        loss += ReferenceFigures.booked(
          loop.travel
            * (1
              - ReferenceFigures.grade(
                distance, full: task.corridor.full, none: task.corridor.none)))
        if distance > task.corridor.none { offPath += loop.travel }
      }
      for tick in run.ticks where tick.dragged > 0 && !contact.isInAlarm(tick.time) {
        let isInLoop = run.loops.contains { $0.insideFrom < tick.time && tick.time <= $0.end }
        guard !isInLoop, nearest(tick.place).match.distance > reach else { continue }
        judged += tick.dragged
        loss += tick.dragged
        offPath += tick.dragged
      }
    }
  }

  // MARK: Lanes

  func counted(on lane: Int) -> [Counted] { counted.filter { $0.lane == lane } }

  /// Share of the lane within half a diameter of a counted loop's centre.
  func share(of lane: Int) -> Double {
    let line = lanes[lane]
    let bins = max(1, Int((line.length / ReferenceFigures.binLength).rounded()))
    let loops = counted(on: lane).map(\.loop)
    let near = (0..<bins).filter { bin in
      let place = line.place(at: line.length * (Double(bin) + 0.5) / Double(bins))
      return loops.contains { $0.centre.distance(to: place) <= $0.diameter / 2 }
    }
    return Double(near.count) / Double(bins)
  }

  func done(_ lane: Int) -> Double {
    min(1, Double(counted(on: lane).count) / Double(task.loops), share(of: lane))
  }

  /// Counted loops of a lane that no vibration overlaps, and that went some way.
  func calm(_ lane: Int) -> [Counted] {
    counted(on: lane).filter {
      $0.loop.travel > 0 && !$0.contact.hasAlarm(overlapping: $0.loop.stretch)
    }
  }

  /// A mean over calm loops, weighted by their travel.
  func mean(_ lane: Int, _ value: (Counted) -> Double) -> Double? {
    let loops = calm(lane)
    let total = loops.reduce(0) { $0 + $1.loop.travel }
    return total > 0 ? loops.reduce(0) { $0 + $1.loop.travel * value($1) } / total : nil
  }
}
