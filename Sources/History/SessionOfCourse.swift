public import Patients

/// The six figures that the work changes, each 0 to 1, as the history keeps them
/// (``PatientIndicators``).
public struct Indicators: Hashable, Codable, Sendable {
  public var pain: Double
  public var circulation: Double
  public var tension: Double
  public var rootPressure: Double
  public var nerveActivity: Double
  public var mobility: Double

  public init(_ indicators: PatientIndicators) {
    self.init(
      pain: indicators.pain, circulation: indicators.circulation, tension: indicators.tension,
      rootPressure: indicators.rootPressure, nerveActivity: indicators.nerveActivity,
      mobility: indicators.mobility)
  }

  public init(
    pain: Double, circulation: Double, tension: Double, rootPressure: Double,
    nerveActivity: Double, mobility: Double
  ) {
    self.pain = pain
    self.circulation = circulation
    self.tension = tension
    self.rootPressure = rootPressure
    self.nerveActivity = nerveActivity
    self.mobility = mobility
  }

  /// Whether every figure is within 0 to 1, as an archive need not have them.
  var isPlausible: Bool {
    [pain, circulation, tension, rootPressure, nerveActivity, mobility].allSatisfy {
      (0...1).contains($0)
    }
  }
}

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
  public var indicatorsBefore: Indicators
  public var indicatorsAfter: Indicators

  public init(
    course: String, number: Int, stateBefore: String, stateAfter: String,
    indicatorsBefore: Indicators, indicatorsAfter: Indicators
  ) {
    self.course = course
    self.number = number
    self.stateBefore = stateBefore
    self.stateAfter = stateAfter
    self.indicatorsBefore = indicatorsBefore
    self.indicatorsAfter = indicatorsAfter
  }
}
