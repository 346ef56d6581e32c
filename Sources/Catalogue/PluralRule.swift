/// Kinds of numbers that languages tell apart, as Unicode's CLDR names them.
public enum PluralCategory: String, CaseIterable, Hashable, Sendable {
  case one, few, many, other
}

/// Which kind a whole number is. Source: Unicode CLDR, "Language Plural Rules", cardinal.
public enum PluralRule: String, CaseIterable, Sendable {
  /// One and all others: English, German, Italian, Spanish.
  case one
  /// Russian and Ukrainian.
  case eastSlavic = "east-slavic"
  /// No difference: Chinese, Japanese, Vietnamese.
  case none

  /// The kinds that whole numbers can be.
  public var categories: [PluralCategory] {
    switch self {
    case .none: [.other]
    case .one: [.one, .other]
    case .eastSlavic: [.one, .few, .many]
    }
  }

  public func category(of number: Int) -> PluralCategory {
    let size = number.magnitude
    switch self {
    case .none: return .other
    case .one: return size == 1 ? .one : .other
    case .eastSlavic:
      let (tens, units) = (size % 100, size % 10)
      if units == 1, tens != 11 { return .one }
      if (2...4).contains(units), !(12...14).contains(tens) { return .few }
      return .many
    }
  }
}
