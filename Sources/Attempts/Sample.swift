public import Geometry

/// Where a hand was at a time: rounded once, when it arrived.
public struct Sample: Hashable, Sendable {
  /// Microseconds of the attempt's clock, which stops in a pause.
  public var time: Int
  public var position: Position
  /// Thousandths of the input's range; nil: the device has none. Absent is not zero.
  public var pressure: Int?

  public init(time: Int, position: Position, pressure: Int? = nil) {
    self.time = time
    self.position = position
    self.pressure = pressure
  }
}

/// A hand coming down.
public struct Landing: Hashable, Sendable {
  /// Number of the contact, in the order of landing, from 1.
  public var contact: Int
  /// Which hand: 0 for a mouse or a controller's left stick, 1 for its right one, the finger's
  /// place otherwise.
  public var hand: Int
  /// Nanometres of the body frame that one pixel of the input spans, while this contact lasts.
  public var nanometresPerPixel: Int
  public var sample: Sample

  public init(contact: Int, hand: Int, nanometresPerPixel: Int, sample: Sample) {
    self.contact = contact
    self.hand = hand
    self.nanometresPerPixel = nanometresPerPixel
    self.sample = sample
  }

  public var millimetresPerPixel: Double { Double(nanometresPerPixel) / 1_000_000 }
}

/// The bounds of what can be recorded.
public enum Bounds {
  /// ±2,000 mm, in 1/100 mm.
  public static let coordinate = 200_000
  /// 24 hours, in microseconds.
  public static let time = 86_400_000_000
  public static let pressure = 0...1000
  public static let samples = 100_000_000
  public static let contacts = 10_000
  /// Contacts that are down at the same time.
  public static let hands = 100

  public static func holds(_ sample: Sample) -> Bool {
    (0...time).contains(sample.time)
      && (-coordinate...coordinate).contains(sample.position.x)
      && (-coordinate...coordinate).contains(sample.position.y)
      && (sample.pressure.map(pressure.contains) ?? true)
  }
}
