import Geometry
import Patients
import Scenarios
import Scenes
import Scoring
import Sessions

/// What is kept from frame to frame, so that a frame draws only what changed.
@MainActor
struct Pictures {
  let practice = PracticePictures()
  var trail = TrailMirror()
  var debrief: DebriefModel?
  var debriefPictures = DebriefPictures()
  var history = HistoryPicture()
  var speed = Smoother()
  var deviation = Smoother()
  var pressure = Smoother()
  var lines = LineChange()
  var breaths = BreathTrack()
  var focus = FocusFade()
  var panels = PanelFade()
  /// What changes by itself on the practice screen, as the last frame showed it.
  var shown: PassingState?
  let replay = ReplayPictures()
  /// The trails of both plates of the replay.
  var replayTrail = TrailMirror()
  var expertTrail = TrailMirror()

  /// What a replay that stands alone shows of its attempt; made once.
  mutating func debrief(
    of scenario: Scenario, _ result: Scoring.Result, _ events: EventLog, _ effect: SessionEffect
  ) -> DebriefModel {
    if let debrief { return debrief }
    let model = DebriefModel(scenario: scenario, result: result, events: events, effect: effect)
    debrief = model
    return model
  }
}

/// What of a screen changes without anybody doing anything.
struct PassingState: Equatable {
  var second: Int
  var line: Cue
}

/// The trail of the step on screen, as the scene draws it; it grows with the session's, and forgets
/// with it.
struct TrailMirror {
  private(set) var contacts: [TrailContact] = []
  private var phase: Int?
  private var attempt = ""
  /// Of each contact its strip, by its number from the attempt's start, and how many points of it
  /// were taken.
  private var taken: [(strip: Int, points: Int)] = []
  /// Strips that were looked at, from the attempt's start.
  private var looked = 0

  /// Takes what is new in the attempt's trail; begins anew with another attempt or step.
  mutating func follow(_ trail: Trail, phase: Int?, attempt: String) {
    let end = trail.forgotten + trail.strips.count
    if phase != self.phase || attempt != self.attempt || end < looked {
      self = TrailMirror()
      self.phase = phase
      self.attempt = attempt
    }
    let old = taken.prefix { $0.strip < trail.forgotten }.count
    taken.removeFirst(old)
    contacts.removeFirst(old)
    looked = max(looked, trail.forgotten)
    while looked < end {
      let strip = trail.strips[looked - trail.forgotten]
      if strip.phase == phase {
        contacts.append(TrailContact(contact: strip.contact))
        taken.append((looked, 0))
      }
      looked += 1
    }
    for index in contacts.indices where !contacts[index].isOver {
      let strip = trail.strips[taken[index].strip - trail.forgotten]
      for point in strip.points.dropFirst(taken[index].points) {
        contacts[index].add(point.place.point, point.quality)
      }
      taken[index].points = strip.points.count
      contacts[index].isOver = strip.isOver
    }
  }
}

/// Shows a changing value calmly: it follows with a time constant of 120 ms.
struct Smoother {
  private static let constant = 120_000.0

  private var value: Double?
  private var time = 0

  /// The value to show at a moment; a gap begins anew.
  mutating func follow(_ target: Double?, at moment: Int) -> Double? {
    defer { time = moment }
    guard let target else {
      value = nil
      return nil
    }
    guard let value else {
      self.value = target
      return target
    }
    let elapsed = Double(max(0, moment - time))
    let shown = value + (target - value) * elapsed / (elapsed + Smoother.constant)
    self.value = shown
    return shown
  }
}
