/// What is asked of a measure: full marks inside `full`, none beyond `none`, straight between.
public struct Band: Hashable, Sendable {
  public var fullLow: Double
  public var fullHigh: Double
  public var noneLow: Double
  public var noneHigh: Double

  /// - Precondition: `none.lowerBound <= full.lowerBound` and `full.upperBound <= none.upperBound`.
  public init(full: ClosedRange<Double>, none: ClosedRange<Double>) {
    precondition(
      none.lowerBound <= full.lowerBound && full.upperBound <= none.upperBound,
      "full lies within none")
    fullLow = full.lowerBound
    fullHigh = full.upperBound
    noneLow = none.lowerBound
    noneHigh = none.upperBound
  }

  public var full: ClosedRange<Double> { fullLow...fullHigh }
  public var none: ClosedRange<Double> { noneLow...noneHigh }

  /// 1 inside `full` (edges included), 0 beyond `none`, straight between.
  public func grade(_ value: Double) -> Double {
    if value >= fullLow && value <= fullHigh { return 1 }
    if value < fullLow {
      return value <= noneLow ? 0 : (value - noneLow) / (fullLow - noneLow)
    }
    return value >= noneHigh ? 0 : (noneHigh - value) / (noneHigh - fullHigh)
  }

  /// The band with both upper edges doubled, as on a return.
  public var upperEdgesDoubled: Band {
    Band(full: fullLow...fullHigh * 2, none: noneLow...noneHigh * 2)
  }
}

/// What is asked of a distance: full marks up to `full`, none beyond `none`, straight between.
public struct Limit: Hashable, Sendable {
  public var full: Double
  public var none: Double

  /// - Precondition: `0 <= full <= none`.
  public init(full: Double, none: Double) {
    precondition(0 <= full && full <= none, "full lies within none")
    self.full = full
    self.none = none
  }

  /// 1 up to `full` (edge included), 0 beyond `none`, straight between.
  public func grade(_ value: Double) -> Double {
    if value <= full { return 1 }
    return value >= none ? 0 : (none - value) / (none - full)
  }
}
