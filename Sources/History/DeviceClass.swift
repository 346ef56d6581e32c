public import Attempts

/// How large a pixel of the input was on the patient's back: the nearest of four, by ratio.
///
/// Attempts of one class are as hard as each other to guide; across classes they are not compared.
public enum ScaleClass: Int, CaseIterable, Sendable {
  // In micrometres a pixel.
  case quarter = 250
  case half = 500
  case one = 1_000
  case two = 2_000

  /// - Parameter nanometresPerPixel: more than 0.
  public init(nanometresPerPixel: Int) {
    // Between two classes lies the root of their product: 0.354, 0.707 and 1.414 mm.
    self =
      switch nanometresPerPixel {
      case ..<353_553: .quarter
      case ..<707_107: .half
      case ..<1_414_214: .one
      default: .two
      }
  }

  public var millimetresPerPixel: Double { Double(rawValue) / 1_000 }
}

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

/// Counts at which scales the hands of an attempt came down.
struct ScaleCount {
  private var contacts: [Int: Int] = [:]

  mutating func add(_ event: Event) {
    if case .land(let landing) = event { contacts[landing.nanometresPerPixel, default: 0] += 1 }
  }

  /// Nanometres a pixel of most contacts, of equals the finest; nil without any contact.
  var most: Int? {
    contacts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
