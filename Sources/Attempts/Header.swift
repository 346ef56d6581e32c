public import Scenarios

/// What an attempt was for.
public enum Mode: String, CaseIterable, Sendable {
  case practice, exam, drill
}

/// Who made an attempt. Only `live` counts for history, proficiency and class.
public enum Origin: String, CaseIterable, Sendable {
  case live, demonstration, foreign
}

/// What the hand was moved with.
public enum DeviceKind: String, CaseIterable, Sendable {
  case mouse, touch, pen, controller
  /// Made by the program itself.
  case demonstration
  /// A record of another program.
  case foreign
}

/// Where pressure comes from.
public enum PressureSource: String, CaseIterable, Sendable {
  /// A sensor.
  case measured
  /// The trainee sets it by wheel or key.
  case set
  case none
}

public struct Device: Hashable, Sendable {
  public var kind: DeviceKind
  public var pressure: PressureSource

  public init(kind: DeviceKind, pressure: PressureSource) {
    self.kind = kind
    self.pressure = pressure
  }
}

/// What is asked of a record.
public enum Scope: Hashable, Sendable {
  /// The whole case.
  case whole
  /// One phase, as in a drill or a foreign record: procedure is not assessed. `timed` is false
  /// when the record carries no times: then only path and spasm are.
  case phase(String, timed: Bool)
}

/// What is known of an attempt before its first event.
public struct Header: Hashable, Sendable {
  public var mode: Mode
  public var origin: Origin
  public var device: Device
  /// Number of the rule set that judged the attempt live.
  public var ruleSet: Int
  /// Version of the program that made the record.
  public var program: String
  /// Wall clock at the start, ISO 8601 in UTC; empty when not known.
  public var start: String
  /// `t-` and 8 of a-z2-9; nil when nobody is named.
  public var trainee: String?
  /// Aids shown at the start.
  public var shown: [Aid]
  public var scope: Scope

  public init(
    mode: Mode = .practice, origin: Origin = .live, device: Device, ruleSet: Int = 1,
    program: String, start: String = "", trainee: String? = nil, shown: [Aid] = [],
    scope: Scope = .whole
  ) {
    self.mode = mode
    self.origin = origin
    self.device = device
    self.ruleSet = ruleSet
    self.program = program
    self.start = start
    self.trainee = trainee
    self.shown = shown
    self.scope = scope
  }
}
