import BackAtlas
public import Scenarios

/// The six things that the article says massage changes, read off a patient of a case.
///
/// Each from 0 to 1. A pure function of the state and the case. Didactic: nobody measures these on
/// a person, and none enters a score. What is in the disc itself does not change; of the pressure on
/// the root only that of tense muscles does.
public struct PatientIndicators: Codable, Hashable, Sendable {
  /// 0, none, to 1, the worst: better when it falls.
  public var pain: Double
  /// 0, as before, to 1, all of the lower back as warm as massage makes it: better when it rises.
  public var circulation: Double
  /// Tension of the back muscles, 0 to 1: better when it falls.
  public var tension: Double
  /// Pressure on the nerve's root, 0, none, to 1, pinched: better when it falls.
  public var rootPressure: Double
  /// How freely the nerve conducts, 0, not at all, to 1, undisturbed: better when it rises.
  public var nerveActivity: Double
  /// How freely the patient moves, 0, not at all, to 1: better when it rises.
  public var mobility: Double

  /// The six as they are.
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

  /// - Parameters:
  ///   - state: of a patient of the case.
  ///   - course: what the patient brought from earlier sessions; nil: nothing.
  public init(_ state: PatientState, of scenario: Scenario, course: CourseState? = nil) {
    let start = course ?? .beginning(scenario.patient.period)
    func bounded(_ value: Double) -> Double { min(max(value, 0), 1) }
    pain = bounded(state.isInPain ? max(1 - state.comfort, Share.painFelt) : 1 - state.comfort)
    circulation = bounded(PatientIndicators.warmthOfLowerBack(state, scenario))
    tension = bounded(state.tone)
    rootPressure = bounded(start.rootPressure + Share.rootOfTension * (state.tone - start.tone))
    nerveActivity = bounded(1 - Share.nerveOfRoot * rootPressure - Share.nerveOfPain * pain)
    mobility = bounded(1 - Share.mobilityOfPain * pain - Share.mobilityOfTension * tension)
  }

  /// How much of one hangs on the other. Didactic.
  private enum Share {
    /// Pain felt now is at least this.
    static let painFelt = 0.8
    /// Half of a change of tension reaches the root.
    static let rootOfTension = 0.5
    static let nerveOfRoot = 0.7
    static let nerveOfPain = 0.3
    static let mobilityOfPain = 0.5
    static let mobilityOfTension = 0.5
  }

  /// Mean warmth of the field of the work: T12 to S2, 150 mm to each side (`Skin` leaves cells
  /// beside the trunk cold, and they are counted: the field lies within it all but at the waist).
  private static func warmthOfLowerBack(_ state: PatientState, _ scenario: Scenario) -> Double {
    let map = state.warmth
    let back = scenario.patient.back
    let upper = Double(back.level(.t12))
    let lower = Double(back.level(.s2))
    var sum = 0.0
    var cells = 0
    for row in 0..<map.rows {
      let y = map.top + (Double(row) + 0.5) * WarmthMap.cell
      guard y >= upper, y <= lower else { continue }
      for column in 0..<map.columns {
        let x = map.left + (Double(column) + 0.5) * WarmthMap.cell
        guard x >= -halfField, x <= halfField else { continue }
        sum += map.values[row * map.columns + column]
        cells += 1
      }
    }
    return cells > 0 ? sum / Double(cells) : 0
  }

  private static let halfField = 150.0
}
