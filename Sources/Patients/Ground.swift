import Scenarios

/// What was chosen before the first touch and is felt later.
struct Prepared: Sendable {
  var product: Product?
  var irritates: Bool
  var hasWarmHands: Bool
}

/// What of a case does not change while it is worked on.
struct Ground: Sendable {
  let skin: Skin
  /// Areas in spasm, then the spine.
  let areas: [SoreArea]
  /// One a phase.
  let hands: [WorkingHand]
  let comfort: Double
  let tone: Double
  let allowsVibration: Bool
  let allowsTapping: Bool

  init(_ scenario: Scenario, _ course: CourseState) {
    let patient = scenario.patient
    skin = Skin(patient.back)
    areas = scenario.spasm.map { SoreArea($0) } + [SoreArea(spineOf: patient.back)]
    hands = scenario.phases.map { WorkingHand($0) }
    comfort = course.comfort
    tone = course.tone
    allowsVibration = patient.prescription.allow.contains(.vibration)
    allowsTapping = patient.prescription.allow.contains(.tapping)
  }
}
