public import Attempts
public import Scenarios
public import Scoring

/// One record that was handed in, judged anew; without its events.
public struct Submission: Sendable {
  /// From 1, in the order in which the records were read.
  public var number: Int
  /// SHA-256 of the record's bytes in lower-case hex.
  public var sha256: String
  /// Nil where file names are not to be seen.
  public var file: String?
  /// ISO 8601 in UTC; empty when not known.
  public var start: String
  /// Of the case that it was judged by, lower-case hex.
  public var scenarioSHA256: String
  /// Of that case.
  public var title: String
  /// Nil when no hand came down.
  public var scale: ScaleClass?
  public var movements: Movements
  /// Without measures of phases and without spans, which a class does not look at.
  public var result: Scoring.Result

  public init(
    number: Int, sha256: String, file: String? = nil, start: String, scenarioSHA256: String,
    title: String, scale: ScaleClass?, movements: Movements, result: Scoring.Result
  ) {
    self.number = number
    self.sha256 = sha256
    self.file = file
    self.start = start
    self.scenarioSHA256 = scenarioSHA256
    self.title = title
    self.scale = scale
    self.movements = movements
    self.result = result
    self.result.phases = []
    self.result.areas = []
    for index in self.result.deductions.indices { self.result.deductions[index].spans = [] }
  }

  /// What attempts must have in common for their progress to be compared.
  public var input: InputClass { InputClass(device: result.device, scale: scale) }

  /// Whether it is an attempt of the class: made live, and no drill.
  public var isOfTheClass: Bool { result.origin == .live && result.mode != .drill }

  /// What it kept of a criterion, in thousandths of what that weighs in it, rounded down; nil when
  /// not assessed.
  public func kept(_ criterion: Criterion) -> Int? {
    guard let judged = result.criteria.first(where: { $0.criterion == criterion }),
      judged.assessed, judged.effectiveTenths > 0
    else { return nil }
    let kept = judged.effectiveTenths - judged.lost.units
    return kept * 1_000 / judged.effectiveTenths
  }

  /// Order of time; those without a start last, then as they were read.
  static func isEarlier(_ one: Submission, _ other: Submission) -> Bool {
    if one.start != other.start {
      if one.start.isEmpty || other.start.isEmpty { return other.start.isEmpty }
      return one.start.utf8.lexicographicallyPrecedes(other.start.utf8)
    }
    return one.number < other.number
  }
}

/// Device, where pressure comes from, and how large a pixel was: attempts of one class are as hard
/// as each other to guide.
public struct InputClass: Hashable, Sendable {
  public var device: Device
  public var scale: ScaleClass?

  public init(device: Device, scale: ScaleClass?) {
    self.device = device
    self.scale = scale
  }

  /// A number of its own for every class, so that classes have an order.
  var rank: Int {
    let kind = DeviceKind.allCases.firstIndex(of: device.kind) ?? 0
    let pressure = PressureSource.allCases.firstIndex(of: device.pressure) ?? 0
    return (kind * PressureSource.allCases.count + pressure) * 10_000 + (scale?.rawValue ?? 0)
  }
}
