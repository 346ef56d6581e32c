/// What is done before the first touch.
public enum BeforeItem: String, CaseIterable, Sendable {
  case hands, allergies, consent, drape
}

public enum PatientPosition: String, CaseIterable, Sendable {
  case prone
  case sideLying = "side-lying"
}

public enum Arms: String, CaseIterable, Sendable {
  case alongBody = "along-body"
  case underHead = "under-head"
}

public enum Cushion: String, CaseIterable, Sendable {
  case under, none
}

public enum Product: String, CaseIterable, Sendable {
  case warmingOil = "warming-oil"
  case warmingCream = "warming-cream"
  case neutralOil = "neutral-oil"
  case honey
  case none

  /// What in it a patient can be allergic to.
  public var allergen: Allergen? {
    switch self {
    case .warmingOil: .nuts
    case .warmingCream: .fragrance
    case .honey: .honey
    case .neutralOil, .none: nil
    }
  }
}

/// The preparation that is right for a case.
public struct Preparation: Hashable, Sendable {
  public var before: [BeforeItem]
  public var position: PatientPosition
  /// Nil: either will do.
  public var arms: Arms?
  /// Nil: either will do.
  public var cushion: Cushion?
  /// The acceptable ones.
  public var product: [Product]

  public init(
    before: [BeforeItem] = BeforeItem.allCases, position: PatientPosition = .prone,
    arms: Arms? = .alongBody, cushion: Cushion? = nil,
    product: [Product] = [.warmingOil, .warmingCream]
  ) {
    self.before = before
    self.position = position
    self.arms = arms
    self.cushion = cushion
    self.product = product
  }
}
