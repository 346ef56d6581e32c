public import Attempts

/// What attempts must have in common for their scores to be compared.
public struct DeviceClass: Hashable, Sendable {
  public var kind: DeviceKind
  public var pressure: PressureSource
  /// Nil when no hand came down.
  public var scale: ScaleClass?

  public init(kind: DeviceKind, pressure: PressureSource, scale: ScaleClass?) {
    self.kind = kind
    self.pressure = pressure
    self.scale = scale
  }
}
