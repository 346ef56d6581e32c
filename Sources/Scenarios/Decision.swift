/// What a trainee decides before touching.
public enum Decision: String, CaseIterable, Sendable {
  case proceed, refer, emergency
}

/// A reason for not massaging.
public enum Reason: Hashable, Sendable {
  case acute
  case noDiagnosis
  case redFlag(RedFlag)
  case contraindication(Contraindication)

  /// `acute`, `no-diagnosis`, or the id of a red flag or contraindication.
  public var id: String {
    switch self {
    case .acute: "acute"
    case .noDiagnosis: "no-diagnosis"
    case .redFlag(let flag): flag.rawValue
    case .contraindication(let item): item.rawValue
    }
  }

  public init?(id: String) {
    guard let reason = Reason.all.first(where: { $0.id == id }) else { return nil }
    self = reason
  }

  /// Every reason there is, in the order in which they are listed.
  public static let all: [Reason] =
    [.acute, .noDiagnosis] + RedFlag.allCases.map(Reason.redFlag)
    + Contraindication.allCases.map(Reason.contraindication)
}

extension Patient {
  /// The reasons that speak against massage: all that hold and no clearance lifts.
  public var standingReasons: [Reason] {
    var reasons: [Reason] = []
    if period == .acute { reasons.append(.acute) }
    if diagnosis == nil { reasons.append(.noDiagnosis) }
    reasons += redFlags.map(Reason.redFlag)
    reasons += contraindications.filter { !clearance.contains($0) }.map(Reason.contraindication)
    return reasons
  }
}
