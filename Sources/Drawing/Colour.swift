/// A colour with straight (not premultiplied) opacity.
public struct Colour: Hashable, Sendable {
  /// Shares from 0 to 1.
  public var red: Double
  public var green: Double
  public var blue: Double
  public var alpha: Double

  /// `0xRRGGBB`.
  public init(_ hex: UInt32, alpha: Double = 1) {
    red = Double((hex >> 16) & 0xFF) / 255
    green = Double((hex >> 8) & 0xFF) / 255
    blue = Double(hex & 0xFF) / 255
    self.alpha = alpha
  }

  /// The colour with its opacity multiplied by a share.
  public func opacity(_ share: Double) -> Colour {
    var result = self
    result.alpha *= share
    return result
  }

  /// The colour some way (0 to 1) toward another.
  public func mixed(with other: Colour, _ share: Double) -> Colour {
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
    var result = self
    result.red = mix(red, other.red)
    result.green = mix(green, other.green)
    result.blue = mix(blue, other.blue)
    result.alpha = mix(alpha, other.alpha)
    return result
  }
}
