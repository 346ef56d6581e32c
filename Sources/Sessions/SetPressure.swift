/// The pressure that a trainee sets by wheel or key where the device has no sensor.
///
/// It starts too hard for most tasks, so that choosing it is an act.
public struct SetPressure: Hashable, Sendable {
  /// In steps of 0.05; 0 to 20.
  public private(set) var steps = 6

  public init() {}

  /// Share of the range, 0 to 1.
  public var share: Double { Double(steps) / 20 }

  /// Goes up or down by whole steps and stays within the range; says whether it changed.
  @discardableResult
  public mutating func change(by count: Int) -> Bool {
    let before = steps
    // Clamped before adding, so that no wheel can overflow the sum.
    steps = min(max(steps + min(max(count, -20), 20), 0), 20)
    return steps != before
  }
}
