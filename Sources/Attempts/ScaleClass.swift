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

/// Counts at which scales the hands of an attempt came down.
public struct ScaleCount: Sendable {
  private var contacts: [(nanometres: Int, count: Int)] = []

  public init() {}

  public mutating func add(_ event: Event) {
    guard case .land(let landing) = event else { return }
    let scale = landing.nanometresPerPixel
    if let index = contacts.firstIndex(where: { $0.nanometres == scale }) {
      contacts[index].count += 1
    } else {
      contacts.append((scale, 1))
    }
  }

  /// Nanometres a pixel of most contacts, of equals the finest; nil without any contact.
  public var most: Int? {
    contacts.min { ($1.count, $0.nanometres) < ($0.count, $1.nanometres) }?.nanometres
  }
}
