/// The kind of massage a case asks for.
public enum MassageKind: String, CaseIterable, Sendable {
  case general, point, honey
}

/// How hard a case is.
public enum Difficulty: Int, CaseIterable, Sendable {
  case basic = 1
  case intermediate, advanced
}

/// A case: the patient, what is right to decide and prepare, and the massage that is asked.
public struct Scenario: Hashable, Sendable {
  /// `[a-z0-9-]{1,64}`.
  public var id: String
  public var title: String
  public var summary: String
  public var difficulty: Difficulty
  public var massage: MassageKind
  public var patient: Patient
  public var decision: Decision
  public var preparation: Preparation
  public var spasm: [SpasmArea]
  /// 1 to 12 when the decision is proceed, else possibly none.
  public var phases: [Phase]
  public var rubric: Rubric
  public var feedback: Feedback

  public init(
    id: String, title: String, summary: String = "", difficulty: Difficulty = .basic,
    massage: MassageKind = .general, patient: Patient, decision: Decision,
    preparation: Preparation = Preparation(), spasm: [SpasmArea] = [], phases: [Phase] = [],
    rubric: Rubric = Rubric(), feedback: Feedback = Feedback()
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.difficulty = difficulty
    self.massage = massage
    self.patient = patient
    self.decision = decision
    self.preparation = preparation
    self.spasm = spasm
    self.phases = phases
    self.rubric = rubric
    self.feedback = feedback
  }

  public func phaseIndex(_ id: String) -> Int? { phases.firstIndex { $0.id == id } }
}
