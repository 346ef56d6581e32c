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
