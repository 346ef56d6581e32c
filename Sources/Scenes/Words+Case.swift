import BackAtlas
import Catalogue
import Geometry
import Scenarios

/// Texts of the case screen.
extension Words {
  enum Case {
    static var whereItHurts: String { Texts["case.whereItHurts"] }
    static var patientsLeft: String { Texts["case.patientsLeft"] }
    static var patientsRight: String { Texts["case.patientsRight"] }
    static var noSpasm: String { Texts["case.noSpasm"] }
    static var cause: String { Texts["case.cause"] }
    static var period: String { Texts["case.period"] }
    static var diagnosis: String { Texts["case.diagnosis"] }
    static var prescription: String { Texts["case.prescription"] }
    static var nobody: String { Texts["case.nobody"] }
    static var nobodyDetail: String { Texts["case.nobodyDetail"] }
    static var noPrescription: String { Texts["case.noPrescription"] }

    static var questions: String { Texts["case.questions"] }
    static var askHint: String { Texts["case.askHint"] }
    static var absent: String { Texts["case.absent"] }
    static var present: String { Texts["case.present"] }
    static var cleared: String { Texts["case.cleared"] }
    static var notAsked: String { Texts["case.notAsked"] }
    static var clearedNote: String { Texts["case.clearedNote"] }

    static var decision: String { Texts["case.decision"] }
    static var scored: String { Texts["case.scored"] }
    static var confirm: String { Texts["case.confirm"] }
    static var confirmHint: String { Texts["case.confirmHint"] }
    static var backHint: String { Texts["case.backHint"] }
    static var acuteRemark: String { Texts["case.acuteRemark"] }
    static var reasonsHint: String { Texts["case.reasonsHint"] }

    static var referTitle: String { Texts["case.referTitle"] }
    static var emergencyTitle: String { Texts["case.emergencyTitle"] }
    static var reasonsAdvice: String { Texts["case.reasonsAdvice"] }
    static var general: String { Texts["case.general"] }
    static var signs: String { Texts["case.signs"] }
    static var conditions: String { Texts["case.conditions"] }

    static func subheading(_ phases: Int) -> String {
      phases == 0 ? Texts["case.subheading"] : Texts.count("case.subheadingWithSteps", phases)
    }

    static func asked(_ asked: Int, present: Int) -> String {
      Texts[
        "case.questionsCount",
        [
          "asked": String(asked), "groups": String(FlagGroup.allCases.count),
          "present": String(present),
        ]]
    }

    static func patient(_ patient: Patient) -> String {
      Texts[
        "case.patient",
        ["name": patient.name, "age": String(patient.age), "sex": Words.sex(patient.sex)]]
    }

    static func detail(_ patient: Patient) -> String {
      let stature = String((patient.back.stature + 5) / 10)
      guard !patient.occupation.isEmpty else { return Texts["case.stature", ["stature": stature]] }
      return Texts[
        "case.occupationAndStature", ["occupation": patient.occupation, "stature": stature]]
    }

    static func source(_ diagnosis: Diagnosis) -> String {
      let by = sentence(diagnosis.by)
      return diagnosis.on.map { Texts["case.diagnosedBy", ["who": by, "when": $0]] } ?? by
    }

    static func facts(_ patient: Patient) -> String {
      let who = Words.Case.patient(patient)
      let period = Texts["periodNamed.\(patient.period.rawValue)"]
      guard let diagnosis = patient.diagnosis else {
        return Texts["case.factsNobody", ["patient": who, "period": period]]
      }
      return Texts[
        "case.factsDiagnosed", ["patient": who, "period": period, "source": source(diagnosis)]]
    }

    /// What the doctor wants, and whether it is something to do or to leave.
    static func orders(_ scenario: Scenario) -> [(text: String, isAllowed: Bool)] {
      let patient = scenario.patient
      guard patient.diagnosis != nil else { return [(noPrescription, false)] }
      let massage = Texts.inSentence(Words.massage(scenario.massage))
      var orders = [
        (
          Texts.count(
            "case.orders.sessions", patient.prescription.sessions, ["massage": massage]), true
        )
      ]
      if scenario.spasm.contains(where: { $0.contact == .none }) {
        orders.append((Texts["case.orders.noTouch"], false))
      } else if !scenario.spasm.isEmpty {
        orders.append((Texts["case.orders.lightTouch"], true))
      }
      let allowed = patient.prescription.allow
      for technique in allowed {
        orders.append((Texts["case.orders.allowed.\(technique.rawValue)"], true))
      }
      let forbidden = PrescribableTechnique.allCases.filter { !allowed.contains($0) }
      if !forbidden.isEmpty {
        let names = forbidden.map { Texts["case.orders.forbidden.\($0.rawValue)"] }
        orders.append((sentence(series(names)), false))
      }
      return orders
    }

    /// As in "Spasm, left L4"; what is only described has no drawing.
    static func spasm(_ area: SpasmArea, on back: Back) -> String {
      let polygon = area.outline.polygon
      let middle = (polygon.lowerBound.point + polygon.upperBound.point) * 0.5
      let place = Words.place(back.name(of: middle))
      return area.reveal == .drawn
        ? Texts["case.spasm", ["place": place]] : Texts["case.spasmNotDrawn", ["place": place]]
    }

    static func more(_ count: Int) -> String { Texts.count("case.moreAreas", count) }
  }

  static func group(_ group: FlagGroup) -> String { Texts["group.\(group.rawValue)"] }

  static func decision(_ decision: Decision) -> (title: String, detail: String, whole: String) {
    (
      Texts["decision.\(decision.rawValue).title"], Texts["decision.\(decision.rawValue).detail"],
      Texts["decision.\(decision.rawValue).whole"]
    )
  }

  /// A few words that fit a narrow row.
  static func reason(_ reason: Reason) -> String { Texts["reason.\(reason.id)"] }
}
