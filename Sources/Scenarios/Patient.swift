public import BackAtlas

/// Why the nerve is pinched: the article's six causes in today's terms.
public enum Cause: String, CaseIterable, Sendable {
  case heavyLifting = "heavy-lifting"
  case vertebralDisplacement = "vertebral-displacement"
  /// The article's hypothermia.
  case chilling
  case neoplasm
  /// The article's osteochondrosis.
  case discDegeneration = "disc-degeneration"
  case pregnancyOrObesity = "pregnancy-or-obesity"
}

/// Where the patient stands in the course of the complaint.
public enum Period: String, CaseIterable, Sendable {
  case acute, easing, remission, prevention
}

/// What the doctor found.
public struct Diagnosis: Hashable, Sendable {
  public var by: String
  public var on: String?
  public var text: String

  public init(by: String, on: String? = nil, text: String) {
    self.by = by
    self.on = on
    self.text = text
  }
}

/// The four groups in which a trainee asks about flags.
public enum FlagGroup: String, CaseIterable, Sendable {
  case nerves, illness
  case skinVessels = "skin-vessels"
  case medicinesPregnancy = "medicines-pregnancy"
}

/// Findings that speak for a serious cause; four of them are an emergency.
public enum RedFlag: String, CaseIterable, Sendable {
  case saddleNumbness = "saddle-numbness"
  case bladderOrBowelChange = "bladder-or-bowel-change"
  case bilateralSciatica = "bilateral-sciatica"
  case progressiveWeakness = "progressive-weakness"
  case recentTrauma = "recent-trauma"
  case cancerHistory = "cancer-history"
  case weightLoss = "weight-loss"
  case nightPain = "night-pain"
  case fever
  case infectionRisk = "infection-risk"
  case immuneSuppression = "immune-suppression"
  case steroidUse = "steroid-use"
  case thoracicPain = "thoracic-pain"
  case firstOnsetAge = "first-onset-age"

  /// Whether the right answer is to call an emergency (signs of cauda equina syndrome).
  public var isEmergency: Bool {
    switch self {
    case .saddleNumbness, .bladderOrBowelChange, .bilateralSciatica, .progressiveWeakness: true
    default: false
    }
  }

  /// The group of questions that brings it to light.
  public var group: FlagGroup {
    switch self {
    case .saddleNumbness, .bladderOrBowelChange, .bilateralSciatica, .progressiveWeakness: .nerves
    case .immuneSuppression, .steroidUse: .medicinesPregnancy
    default: .illness
    }
  }
}

/// Conditions under which massage needs a doctor's clearance.
public enum Contraindication: String, CaseIterable, Sendable {
  case thrombosis
  case skinInfection = "skin-infection"
  case brokenSkin = "broken-skin"
  case acuteInflammation = "acute-inflammation"
  case anticoagulants
  case cancer
  case osteoporosis
  case aneurysm
  case hypertension
  case kidneyDisease = "kidney-disease"
  case pregnancy
  case firstTrimester = "first-trimester"
  case recentSurgery = "recent-surgery"
  case intoxication

  /// The group of questions that brings it to light.
  public var group: FlagGroup {
    switch self {
    case .thrombosis, .skinInfection, .brokenSkin, .aneurysm, .recentSurgery: .skinVessels
    case .anticoagulants, .pregnancy, .firstTrimester, .intoxication: .medicinesPregnancy
    case .acuteInflammation, .cancer, .osteoporosis, .hypertension, .kidneyDisease: .illness
    }
  }
}

public enum Allergen: String, CaseIterable, Sendable {
  case honey, nuts, fragrance
}

/// Techniques that are forbidden unless a doctor prescribes them.
public enum PrescribableTechnique: String, CaseIterable, Sendable {
  case vibration, tapping
}

/// What the doctor prescribed.
public struct Prescription: Hashable, Sendable {
  /// 1 to 30.
  public var sessions: Int
  public var allow: [PrescribableTechnique]

  public init(sessions: Int = 10, allow: [PrescribableTechnique] = []) {
    self.sessions = sessions
    self.allow = allow
  }
}

/// Who is to be massaged.
public struct Patient: Hashable, Sendable {
  public var name: String
  public var age: Int
  public var back: Back
  public var occupation: String
  public var history: String
  public var cause: Cause
  public var period: Period
  /// Nil: nobody has diagnosed.
  public var diagnosis: Diagnosis?
  public var redFlags: [RedFlag]
  public var contraindications: [Contraindication]
  /// Those of the contraindications for which the doctor gave clearance.
  public var clearance: [Contraindication]
  public var allergies: [Allergen]
  public var prescription: Prescription

  public var sex: Sex { back.sex }

  public init(
    name: String = "Patient", age: Int, back: Back, occupation: String = "", history: String = "",
    cause: Cause, period: Period, diagnosis: Diagnosis? = nil, redFlags: [RedFlag] = [],
    contraindications: [Contraindication] = [], clearance: [Contraindication] = [],
    allergies: [Allergen] = [], prescription: Prescription = Prescription()
  ) {
    self.name = name
    self.age = age
    self.back = back
    self.occupation = occupation
    self.history = history
    self.cause = cause
    self.period = period
    self.diagnosis = diagnosis
    self.redFlags = redFlags
    self.contraindications = contraindications
    self.clearance = clearance
    self.allergies = allergies
    self.prescription = prescription
  }
}
