public import Geometry

/// One moment of one hand: the series behind the measures.
public struct SeriesRow: Sendable {
  /// What the hand was doing, as it was judged.
  public enum State: String, Sendable {
    case onGuide = "on-guide"
    case off
    case returning = "return"
    case backward
    case circling
    case press
    case lift
    /// A second hand on one guide: judged for areas and pressure alone.
    case second
  }

  /// Microseconds of the attempt's clock.
  public var time: Int
  public var contact: Int
  /// Index of the phase.
  public var phase: Int
  /// Index of the guide, lane or point; nil: none.
  public var guide: Int?
  public var place: FinePoint
  /// Arc length along the guide, and signed distance from it, in mm.
  public var progress: Double?
  public var deviation: Double?
  /// mm/s over the last 200 ms; nil in the first 200 ms of a run.
  public var speed: Double?
  /// Share of the input's range.
  public var pressure: Double?
  public var state: State
}

extension Scorer {
  /// Begins to keep a row for every tick that follows; ``takeSeries()`` hands them out.
  public mutating func keepSeries() { fold.rows = fold.rows ?? [] }

  /// The rows since the last call, in the order in which they were judged.
  public mutating func takeSeries() -> [SeriesRow] {
    defer { fold.rows?.removeAll(keepingCapacity: true) }
    return fold.rows ?? []
  }
}

extension Fold {
  /// Keeps a row of a tick when somebody asked for it.
  mutating func keepRow(_ contact: ContactTrack, _ tick: MotionTick, _ place: FinePoint) {
    guard rows != nil else { return }
    let follow = contact.follow
    let isOff = follow?.isOff ?? true
    let row = SeriesRow(
      time: tick.time, contact: contact.number, phase: contact.phase,
      guide: follow?.guide ?? contact.circling.near?.lane ?? contact.press?.point,
      place: place, progress: isOff ? contact.circling.near?.arc : follow?.arc,
      deviation: follow?.deviation ?? nearDeviation(contact, place),
      speed: tick.time - contact.runStart >= rules.speedWindow ? tick.speed : nil,
      pressure: tick.pressure.map { Double($0) / 1_000_000 }, state: state(contact))
    rows?.append(row)
  }

  private func state(_ contact: ContactTrack) -> SeriesRow.State {
    guard contact.isWorking else { return .second }
    switch prepared.phases[contact.phase].work {
    case .strokes: break
    case .circles: return contact.circling.near == nil ? .off : .circling
    case .presses: return contact.press == nil ? .off : .press
    case .lifts: return .lift
    }
    guard let follow = contact.follow else { return .off }
    if follow.isReturning { return .returning }
    if follow.isOff { return .off }
    return follow.isBackward ? .backward : .onGuide
  }

  private func nearDeviation(_ contact: ContactTrack, _ place: FinePoint) -> Double? {
    guard let near = contact.circling.near, let circles = prepared.phases[contact.phase].circles
    else { return nil }
    return circles.lanes[near.lane].line.nearest(
      to: place, from: near.arc - rules.matchReach, through: near.arc + rules.matchReach
    ).deviation
  }
}
