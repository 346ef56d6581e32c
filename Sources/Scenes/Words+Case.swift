import BackAtlas
import Geometry
import Scenarios

/// English texts of the case screen.
extension Words {
  enum Case {
    static let whereItHurts = "Where it hurts"
    static let patientsLeft = "Patient's left"
    static let patientsRight = "Patient's right"
    static let noSpasm = "No area in spasm"
    static let cause = "Cause"
    static let period = "Period"
    static let diagnosis = "Diagnosis"
    static let prescription = "Prescription"
    static let nobody = "Nobody has diagnosed this."
    static let nobodyDetail = "The patient comes without having seen a doctor."
    static let noPrescription = "No doctor has prescribed massage"
    static let sessions = "massage sessions"

    static let questions = "Questions to the patient"
    static let askHint = "Ask a group"
    static let asked = "asked"
    static let presentCount = "present"
    static let absent = "Absent"
    static let present = "Present"
    static let cleared = "Cleared"
    static let notAsked = "Not asked"
    static let clearedNote = "Cleared: the doctor allows massage all the same."

    static let decision = "Your decision"
    static let scored = "Scored under procedure."
    static let confirm = "Confirm decision"
    static let confirmHint = "Confirm"
    static let backHint = "Back to library"
    static let acuteRemark = "Acute period: massage is strictly contraindicated"
    static let reasonsHint = "Choose reasons"

    static let referTitle = "Why do you refer the patient?"
    static let emergencyTitle = "Why do you call an emergency?"
    static let reasonsAdvice = "Choose every reason that holds."
    static let general = "The case"
    static let signs = "General illness: signs"
    static let conditions = "General illness: conditions"

    static func subheading(_ phases: Int) -> String {
      phases == 0 ? "Case card" : "Case card, then " + count(phases, "step", "steps")
    }

    static func patient(_ patient: Patient) -> String {
      "\(patient.name), \(patient.age), \(Words.sex(patient.sex))"
    }

    static func detail(_ patient: Patient) -> String {
      let size = "\((patient.back.stature + 5) / 10) cm"
      return patient.occupation.isEmpty ? size : patient.occupation + ", " + size
    }

    static func source(_ diagnosis: Diagnosis) -> String {
      let by = sentence(diagnosis.by)
      return diagnosis.on.map { "\(by), \($0)" } ?? by
    }

    static func facts(_ patient: Patient) -> String {
      let found =
        patient.diagnosis.map { "diagnosed by " + source($0) } ?? "nobody has diagnosed"
      return "\(Words.Case.patient(patient)). \(Words.period(patient.period)) period, \(found)."
    }

    /// What the doctor wants, and whether it is something to do or to leave.
    static func orders(_ scenario: Scenario) -> [(text: String, isAllowed: Bool)] {
      let patient = scenario.patient
      guard patient.diagnosis != nil else { return [(noPrescription, false)] }
      var orders = [
        (count(patient.prescription.sessions, "session", "sessions") + ", "
          + Words.massage(scenario.massage).lowercased(), true)
      ]
      if scenario.spasm.contains(where: { $0.contact == .none }) {
        orders.append(("Do not touch the area in spasm", false))
      } else if !scenario.spasm.isEmpty {
        orders.append(("Only a light touch on the area in spasm", true))
      }
      let allowed = patient.prescription.allow
      for technique in allowed { orders.append((prescribed(technique), true)) }
      let forbidden = PrescribableTechnique.allCases.filter { !allowed.contains($0) }
      if !forbidden.isEmpty {
        orders.append((sentence(forbidden.map { "no " + $0.rawValue }.joined(separator: ", ")), false))
      }
      return orders
    }

    private static func prescribed(_ technique: PrescribableTechnique) -> String {
      switch technique {
      case .vibration: "Vibration, as prescribed"
      case .tapping: "Tapping, as prescribed"
      }
    }

    /// As in "Spasm, left L4"; what is only described has no drawing.
    static func spasm(_ area: SpasmArea, on back: Back) -> String {
      let polygon = area.outline.polygon
      let middle = (polygon.lowerBound.point + polygon.upperBound.point) * 0.5
      return (area.reveal == .drawn ? "Spasm, " : "Spasm, not drawn, ")
        + back.name(of: middle).description
    }

    static func more(_ count: Int) -> String {
      "and " + Words.count(count, "more area", "more areas")
    }
  }

  static func group(_ group: FlagGroup) -> String {
    switch group {
    case .nerves: "Nerves"
    case .illness: "General illness"
    case .skinVessels: "Skin and vessels"
    case .medicinesPregnancy: "Medicines, pregnancy"
    }
  }

  static func decision(_ decision: Decision) -> (title: String, detail: String, whole: String) {
    switch decision {
    case .proceed: ("Proceed", "with massage", "Proceed with massage")
    case .refer: ("Refer", "to the doctor", "Do not massage: refer to the doctor")
    case .emergency: ("Emergency", "call at once", "Do not massage: call an emergency")
    }
  }

  /// A few words that fit a narrow row.
  static func reason(_ reason: Reason) -> String {
    switch reason {
    case .acute: "Acute period"
    case .noDiagnosis: "No diagnosis"
    case .redFlag(let flag): redFlag(flag)
    case .contraindication(let item): contraindication(item)
    }
  }

  static func redFlag(_ flag: RedFlag) -> String {
    switch flag {
    case .saddleNumbness: "Numb saddle area"
    case .bladderOrBowelChange: "Bladder or bowel"
    case .bilateralSciatica: "Pain in both legs"
    case .progressiveWeakness: "Growing weakness"
    case .recentTrauma: "Recent injury"
    case .cancerHistory: "Past cancer"
    case .weightLoss: "Weight loss"
    case .nightPain: "Pain at night"
    case .fever: "Fever"
    case .infectionRisk: "Risk of infection"
    case .immuneSuppression: "Weak immunity"
    case .steroidUse: "Steroids"
    case .thoracicPain: "Chest-level pain"
    case .firstOnsetAge: "Age at first onset"
    }
  }

  static func contraindication(_ item: Contraindication) -> String {
    switch item {
    case .thrombosis: "Thrombosis"
    case .skinInfection: "Skin infection"
    case .brokenSkin: "Broken skin"
    case .acuteInflammation: "Inflammation"
    case .anticoagulants: "Blood thinners"
    case .cancer: "Cancer now"
    case .osteoporosis: "Osteoporosis"
    case .aneurysm: "Aneurysm"
    case .hypertension: "Hypertension"
    case .kidneyDisease: "Kidney disease"
    case .pregnancy: "Pregnancy"
    case .firstTrimester: "First trimester"
    case .recentSurgery: "Recent surgery"
    case .intoxication: "Intoxication"
    }
  }
}
