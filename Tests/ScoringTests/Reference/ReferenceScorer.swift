import Attempts
import Geometry
import Scenarios

/// Rule set 1 a second time: slow and plain, from the whole attempt at once, to check the fold by.
///
/// Nothing here is taken from the fold; arrays of ticks and two-pass formulas stand where the fold
/// keeps running sums. Places and times are the same whole numbers, so agreement is to rounding.
///
/// Readings of what the rules leave open, beside those of the rules' own text:
/// - The first of a contact's samples is the last of those that have its landing's time.
/// - A contact keeps the phase in which it landed.
/// - A hand that taps holds its guide against a second hand as any other; it makes no stroke.
/// - Whether a stroke is taken up is seen from the nearest point of the whole guide.
/// - A hand that goes over to another guide ends its stroke.
/// - While OFF on a return, or with no stroke, the whole guide is searched.
/// - A return lasts until the hand is within the tolerance of the mark again, begins another
///   stroke, or is lifted.
/// - A gap without any hand that ends where a stroke is taken up is one break.
/// - Lost time neither counts as breaking a rule nor interrupts it.
struct ReferenceScorer {
  let scenario: Scenario
  let header: Header
  var recognises = true

  init(scenario: Scenario, header: Header) {
    self.scenario = scenario
    self.header = header
  }

  func score(_ events: [Event]) -> ReferenceResult {
    var contacts = ReferenceContact.all(of: events, scenario: scenario, header: header)
      .filter(\.isJudged)
    for index in contacts.indices {
      for run in contacts[index].runs.indices {
        contacts[index].runs[run].loops = ReferenceLoops.all(in: contacts[index].runs[run].ticks)
      }
      let contact = contacts[index]
      contacts[index].alarms =
        !recognises
        ? []
        : ReferenceStretch.united(
          contact.runs.flatMap { ReferenceVibration.alarms($0, pixel: contact.pixel) })
    }
    let tapping = ReferenceTapping.alarms(contacts)
    for row in tapping where recognises {
      let third = contacts[row[ReferenceFigures.tapsOfAlarm - 1]].releasedBy
      for index in row {
        contacts[index].isTapping = true
        contacts[index].tappingKnownBy = max(third, contacts[index].releasedBy)
      }
    }

    let isTimed = if case .phase(_, let timed) = header.scope { timed } else { true }
    let phases = scenario.phases.indices.map { index in
      let phase = scenario.phases[index]
      let isAsked = if case .phase(let id, _) = header.scope { phase.id == id } else { true }
      return ReferencePhase(
        phase, isAsked: isAsked, isTimed: isTimed,
        isVibrationAllowed: scenario.patient.prescription.allow.contains(.vibration),
        contacts: contacts.filter { $0.phase == index })
    }
    var areas = ReferenceArea.all(of: scenario)
    for index in areas.indices {
      for contact in contacts { areas[index].watch(contact, scenario.phases[contact.phase]) }
    }
    return ReferenceResult(
      scenario: scenario, header: header, events: events, isTimed: isTimed, contacts: contacts,
      phases: phases, areas: areas, tapping: tapping)
  }
}
