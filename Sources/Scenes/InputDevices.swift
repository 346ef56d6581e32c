/// What is connected beside mouse and keyboard, as settings show it.
public struct InputDevices: Hashable, Sendable {
  public struct Controller: Hashable, Sendable {
    /// As its maker calls it.
    public var name: String
    /// Whether a trigger measures pressure; else it is set, as with a mouse.
    public var measuresPressure: Bool

    public init(name: String, measuresPressure: Bool) {
      self.name = name
      self.measuresPressure = measuresPressure
    }
  }

  /// In the order in which they were connected.
  public var controllers: [Controller]

  public init(controllers: [Controller] = []) { self.controllers = controllers }
}
