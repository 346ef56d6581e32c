public import Geometry
import Scenarios
import Scoring

/// A mark that runs along the guide, in circles where they are asked, at the middle of the speed that
/// is asked.
///
/// It waits where it is while the hand rests for two seconds, and at the end of the guide for the
/// hand to come back.
public struct Pacer: Sendable {
  /// Microseconds of rest after which it waits.
  static let patience = 2_000_000
  /// Microseconds it stays at the end of a guide.
  static let turn = 600_000

  /// Index of the guide to work on: the hand's, else the first that is not finished.
  public private(set) var guide: Int?
  /// Where it is, in mm; nil where nothing is to be paced.
  public var place: Point? {
    guard let guide, lines.indices.contains(guide) else { return nil }
    return lines[guide].place(at: min(arc, lines[guide].length)).point
  }
  /// Whether it runs now.
  public private(set) var isMoving = false

  private var lines: [Polyline] = []
  private var phase: Int?
  private var arc = 0.0
  private var time = 0
  private var moved = Int.min / 2
  private var turning: Int?

  public init() {}

  /// Takes note that a hand moved at a time of the attempt's clock.
  mutating func handMoved(at time: Int) { moved = time }

  /// Goes on to a time of the attempt's clock.
  mutating func advance(to time: Int, _ scenario: Scenario, _ reading: LiveReading) {
    let elapsed = max(0, time - self.time)
    self.time = max(time, self.time)
    if phase != reading.phase {
      phase = reading.phase
      lines = phase.map { Pacer.lines(of: scenario.phases[$0].task) } ?? []
      guide = nil
    }
    guard let phase, !lines.isEmpty, let speed = scenario.phases[phase].speed else {
      guide = nil
      isMoving = false
      return
    }
    choose(reading)
    guard let guide, time - moved < Pacer.patience else {
      isMoving = false
      return
    }
    isMoving = true
    if let turning {
      guard time - turning >= Pacer.turn else { return }
      self.turning = nil
      arc = 0
    }
    arc += (speed.fullLow + speed.fullHigh) / 2 * Double(elapsed) / 1_000_000
    if arc >= lines[guide].length { turning = time }
  }

  /// What the hand follows in a task: the guides, or the circles along them.
  private static func lines(of task: PhaseTask) -> [Polyline] {
    switch task {
    case .stroking(let task): task.guides.map { $0.line(task.curve) }
    case .combCircles(let task):
      task.guides.compactMap { guide in
        var vertices: [FinePoint] = []
        for point in task.trace(along: guide.line(task.curve)) {
          let vertex = FinePoint(FinePoint(x: 0, y: 0), offset: point)
          if vertex != vertices.last { vertices.append(vertex) }
        }
        return vertices.count < 2 ? nil : Polyline(vertices)
      }
    case .pointPress, .honeyLift: []
    }
  }

  private mutating func choose(_ reading: LiveReading) {
    let guides = reading.guides
    var chosen = reading.hands.lazy.compactMap(\.guide).first ?? guide
    if reading.hands.isEmpty, let index = chosen, guides.indices.contains(index),
      guides[index].count >= guides[index].asked
    {
      chosen = nil
    }
    chosen = chosen ?? guides.firstIndex { $0.count < $0.asked }
    if chosen != guide {
      guide = chosen
      arc = 0
      turning = nil
    }
  }
}
