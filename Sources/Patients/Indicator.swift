/// The six things that the article says massage changes, in its order.
public enum Indicator: String, CaseIterable, Codable, Hashable, Sendable {
  case pain, circulation, tension, rootPressure, nerveActivity, mobility

  /// Whether more of it is better for the patient; otherwise less is.
  public var isBetterWhenMore: Bool {
    switch self {
    case .circulation, .nerveActivity, .mobility: true
    case .pain, .tension, .rootPressure: false
    }
  }
}

extension PatientIndicators {
  /// The value of one of the six, 0 to 1.
  public subscript(indicator: Indicator) -> Double {
    switch indicator {
    case .pain: pain
    case .circulation: circulation
    case .tension: tension
    case .rootPressure: rootPressure
    case .nerveActivity: nerveActivity
    case .mobility: mobility
    }
  }
}
