public import Patients

/// Where an attempt stands in a course of sessions, and what it did to the patient.
public struct SessionOfCourse: Hashable, Sendable {
  /// Id of the ``Course``.
  public var course: String
  /// From 1.
  public var number: Int
  /// The patient as it came, JSON that the history does not look into.
  public var stateBefore: String
  /// The patient as it went.
  public var stateAfter: String
  public var indicatorsBefore: PatientIndicators
  public var indicatorsAfter: PatientIndicators

  public init(
    course: String, number: Int, stateBefore: String, stateAfter: String,
    indicatorsBefore: PatientIndicators, indicatorsAfter: PatientIndicators
  ) {
    self.course = course
    self.number = number
    self.stateBefore = stateBefore
    self.stateAfter = stateAfter
    self.indicatorsBefore = indicatorsBefore
    self.indicatorsAfter = indicatorsAfter
  }
}

extension PatientIndicators {
  /// Whether every figure is within 0 to 1, as an archive need not have them.
  var isPlausible: Bool { Indicator.allCases.allSatisfy { (0...1).contains(self[$0]) } }
}
