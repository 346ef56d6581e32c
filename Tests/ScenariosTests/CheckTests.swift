import BackAtlas
import Geometry
import Scenarios
import Testing

@Suite struct CheckTests {
  private func patient(
    _ period: Period = .easing, diagnosed: Bool = true, flags: [RedFlag] = [],
    contraindications: [Contraindication] = [], clearance: [Contraindication] = []
  ) -> Patient {
    Patient(
      age: 40, back: Back(sex: .male, stature: 1755), cause: .heavyLifting, period: period,
      diagnosis: diagnosed ? Diagnosis(by: "a", text: "b") : nil, redFlags: flags,
      contraindications: contraindications, clearance: clearance)
  }

  private func found(_ patient: Patient, _ decision: Decision) -> [ScenarioFinding.Severity] {
    Scenario(id: "a", title: "A", patient: patient, decision: decision).check().map(\.severity)
  }

  @Test func theDecisionFollowsTheCase() {
    #expect(found(patient(), .proceed) == [])
    #expect(found(patient(), .refer) == [.error])
    #expect(found(patient(), .emergency) == [.error])
    for period in [Period.remission, .prevention] {
      #expect(found(patient(period), .proceed) == [])
    }
    #expect(found(patient(.acute), .proceed) == [.error])
    #expect(found(patient(.acute), .refer) == [])
    #expect(found(patient(.acute), .emergency) == [.error])
    #expect(found(patient(diagnosed: false), .proceed) == [.warning])
    #expect(found(patient(diagnosed: false), .refer) == [])
    #expect(found(patient(.acute, diagnosed: false), .proceed) == [.error])
  }

  @Test func everyRedFlagEndsInReferralOrEmergency() {
    let emergencies: [RedFlag] = [
      .saddleNumbness, .bladderOrBowelChange, .bilateralSciatica, .progressiveWeakness,
    ]
    for flag in RedFlag.allCases {
      let isEmergency = emergencies.contains(flag)
      let patient = patient(flags: [flag])
      #expect(found(patient, .proceed) == [.error], "\(flag)")
      #expect(found(patient, .refer) == (isEmergency ? [.error] : []), "\(flag)")
      #expect(found(patient, .emergency) == (isEmergency ? [] : [.error]), "\(flag)")
    }
    let both = patient(.acute, flags: [.fever, .saddleNumbness])
    #expect(found(both, .emergency) == [])
    #expect(found(both, .refer) == [.error])
  }

  @Test func clearanceLiftsAContraindication() {
    for item in Contraindication.allCases {
      let standing = patient(contraindications: [item])
      #expect(found(standing, .proceed) == [.error], "\(item)")
      #expect(found(standing, .refer) == [], "\(item)")
      let cleared = patient(contraindications: [item], clearance: [item])
      #expect(found(cleared, .proceed) == [], "\(item)")
      #expect(found(cleared, .refer) == [.error], "\(item)")
    }
    let one = patient(
      contraindications: [.hypertension, .anticoagulants], clearance: [.hypertension])
    #expect(found(one, .proceed) == [.error])
  }

  // MARK: Guides

  private func paths(
    _ hand: Hand, x: Double, rowAcross: Bool = false, spasm: [SpasmArea] = []
  ) -> [[ScenarioPath.Step]] {
    let guide = Guide(
      id: "g", path: [Position(millimetres: x, 200), Position(millimetres: x, 400)])
    let phase = Phase(
      id: "p", task: .stroking(StrokingTask(guides: [guide])), hand: hand, rowAcross: rowAcross)
    return Scenario(
      id: "a", title: "A", patient: patient(), decision: .proceed, spasm: spasm, phases: [phase]
    ).check().map(\.path)
  }

  private let path: [ScenarioPath.Step] = [
    .key("phases"), .index(0), .key("guides"), .index(0), .key("path"),
  ]

  /// The spine reaches 12 mm to each side; a knuckle's disc has 9 mm, a thumb's 10.
  @Test func aFirmHandKeepsOffTheSpine() {
    #expect(paths(.knuckles, x: 21.01) == [])
    #expect(paths(.knuckles, x: 20.99) == [path])
    #expect(paths(.knuckles, x: -20.99) == [path])
    #expect(paths(.thumb, x: 22.01) == [])
    #expect(paths(.thumb, x: 21.99) == [path])
    // Across, the outermost knuckle is 33 mm beside the middle.
    #expect(paths(.knuckles, x: 54.01, rowAcross: true) == [])
    #expect(paths(.knuckles, x: 53.99, rowAcross: true) == [path])
    // A light hand may pass.
    #expect(paths(.palm, x: 0) == [])
    #expect(paths(.fingertips, x: 0) == [])
  }

  @Test func noHandTouchesWhereNoContactIsAllowed() {
    func area(_ contact: AllowedContact) -> [SpasmArea] {
      [
        SpasmArea(
          id: "s",
          outline: .polygon([
            Position(millimetres: 100, 280), Position(millimetres: 110, 280),
            Position(millimetres: 110, 300), Position(millimetres: 100, 300),
          ]), contact: contact)
      ]
    }
    #expect(paths(.palm, x: 59.99, spasm: area(.none)) == [])
    #expect(paths(.palm, x: 60.01, spasm: area(.none)) == [path])
    #expect(paths(.palm, x: 60.01, spasm: area(.light)) == [])
    #expect(paths(.fingertips, x: 84.99, spasm: area(.none)) == [])
    #expect(paths(.fingertips, x: 85.01, spasm: area(.none)) == [path])
  }

  /// Circles of 40 mm bring the knuckles 20 mm nearer than their middle.
  @Test func circlesReachFurtherThanTheirMiddle() {
    func found(_ x: Double) -> Int {
      let guide = Guide(
        id: "g", path: [Position(millimetres: x, 200), Position(millimetres: x, 400)])
      let task = CombCirclesTask(guides: [guide], diameter: Band(full: 34...46, none: 15...90))
      return Scenario(
        id: "a", title: "A", patient: patient(), decision: .proceed,
        phases: [Phase(id: "p", task: .combCircles(task))]
      ).check().count
    }
    #expect(found(41.01) == 0)
    #expect(found(40.99) == 1)
  }

  @Test func pointsBesideTheBackAreNamed() {
    #expect(paths(.palm, x: 254) == [])
    #expect(paths(.palm, x: 256) == [path + [.index(0)]])
    #expect(paths(.palm, x: -256) == [path + [.index(0)]])
  }

  // MARK: Model

  @Test func reasonsAreThoseThatStand() {
    let patient = patient(
      .acute, diagnosed: false, flags: [.fever], contraindications: [.cancer, .pregnancy],
      clearance: [.pregnancy])
    #expect(
      patient.standingReasons.map(\.id) == ["acute", "no-diagnosis", "fever", "cancer"])
    for reason in Reason.all { #expect(Reason(id: reason.id) == reason) }
    #expect(Set(Reason.all.map(\.id)).count == 2 + 14 + 14)
  }

  @Test func aBandGradesFromNoneToFull() {
    let band = Band(full: 20...100, none: 10...200)
    #expect(band.grade(20) == 1 && band.grade(100) == 1 && band.grade(60) == 1)
    #expect(band.grade(10) == 0 && band.grade(200) == 0 && band.grade(5) == 0)
    #expect(band.grade(15) == 0.5 && band.grade(150) == 0.5)
    let edge = Band(full: 5...6, none: 5...6)
    #expect(edge.grade(5) == 1 && edge.grade(4.999) == 0 && edge.grade(6.001) == 0)
    let limit = Limit(full: 4, none: 20)
    #expect(limit.grade(0) == 1 && limit.grade(4) == 1 && limit.grade(12) == 0.5)
    #expect(limit.grade(20) == 0 && limit.grade(21) == 0)
  }
}
