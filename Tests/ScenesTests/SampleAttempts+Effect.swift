import Patients

extension SampleAttempts {
  /// A session that helped but for one pain at its end, or one with the widest figures there are.
  static func effect(isExtreme: Bool = false) -> SessionEffect {
    var before = indicators(pain: 0.4, circulation: 0, tension: 0.6, root: 0.6)
    var after = indicators(pain: 0.43, circulation: 0.31, tension: 0.52, root: 0.56)
    after.mobility = before.mobility
    if isExtreme {
      let all = PatientIndicators(
        pain: 1, circulation: 1, tension: 1, rootPressure: 1, nerveActivity: 1, mobility: 1)
      let none = PatientIndicators(
        pain: 1, circulation: 0, tension: 0, rootPressure: 0, nerveActivity: 0, mobility: 0)
      (before, after) = (all, none)
    }
    return SessionEffect(before: before, after: after, contact: 150, calm: 110, painSignals: 1)
  }

  /// The nerve and the movement follow from the others.
  static func indicators(
    pain: Double, circulation: Double, tension: Double, root: Double
  ) -> PatientIndicators {
    PatientIndicators(
      pain: pain, circulation: circulation, tension: tension, rootPressure: root,
      nerveActivity: 1 - 0.7 * root - 0.3 * pain, mobility: 1 - 0.5 * pain - 0.5 * tension)
  }
}
