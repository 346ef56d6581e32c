import Attempts
import Scoring

/// The expert's attempt played at its own pace, as a ghost hand to watch.
public struct DemonstrationPlay: Sendable {
  /// What was played so far, judged like any attempt.
  public private(set) var shown: AttemptUnderWay
  /// Whether nothing is left to play.
  public private(set) var isOver = false
  private let script: ArraySlice<Event>
  private var next: Int

  /// - Parameters:
  ///   - phase: the only phase to play; nil plays from the first touch to the end.
  ///   - moment: when the playing begins.
  public init(of caseFile: CaseFile, phase: String? = nil, program: String, at moment: Int) {
    let demonstration: Demonstration?
    do throws(DemonstrationError) {
      demonstration = try Demonstration(
        of: caseFile.scenario, options: Demonstration.Options(), program: program)
    } catch {
      // Only faults cannot apply to a case, and none is asked for.
      demonstration = nil
    }
    let header =
      demonstration?.header
      ?? Header(device: Device(kind: .demonstration, pressure: .set), program: program)
    let events = demonstration?.events ?? []
    let from = events.firstIndex { DemonstrationPlay.enters($0, phase) } ?? events.endIndex
    var to = events.endIndex
    if phase != nil, from < events.endIndex {
      to = events[(from + 1)...].firstIndex { DemonstrationPlay.leaves($0) } ?? events.endIndex
    }
    shown = AttemptUnderWay(
      of: caseFile, header: header, at: moment,
      elapsed: from < events.endIndex ? events[from].time : 0, events: .forgetful)
    script = events[from..<to]
    next = from
    for event in events[..<from] { shown.skip(event) }
    isOver = script.isEmpty
  }

  public var isPaused: Bool { shown.isPaused }

  /// Plays what is due.
  public mutating func advance(to moment: Int) {
    let time = shown.time(at: moment)
    while next < script.endIndex, script[next].time <= time {
      shown.play(script[next], at: moment)
      next += 1
    }
    shown.watchPatient(at: moment)
    isOver = next >= script.endIndex
  }

  /// Plays faster or slower from a moment on.
  mutating func play(at speed: DemonstrationSpeed, from moment: Int) {
    shown.play(at: speed, from: moment)
  }

  public mutating func pause(_ isHeld: Bool, at moment: Int) { shown.hold(isHeld, at: moment) }

  private static func enters(_ event: Event, _ phase: String?) -> Bool {
    guard case .act(.phase(let id), _) = event else { return false }
    return phase == nil || phase == id
  }

  private static func leaves(_ event: Event) -> Bool {
    switch event {
    case .act(.phase, _), .act(.end, _): true
    default: false
    }
  }
}
