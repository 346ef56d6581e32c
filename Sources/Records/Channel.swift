/// What a channel of a trace is good for here.
enum Role: Hashable {
  case x, y, force, time, other
}

/// A channel as a document declares it.
struct Channel: Hashable {
  var name: String
  var isInteger = false
  var units: String?
  var min: String?
  var max: String?
  var isReversed = false
  /// Quanta per unit of length, as `1000` and `1/cm`.
  var resolution: (value: String, units: String)?

  var role: Role {
    switch name {
    case "X": .x
    case "Y": .y
    case "F": .force
    case "T": .time
    default: .other
    }
  }

  static func == (a: Channel, b: Channel) -> Bool { a.name == b.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The channels of a trace, in the order of the values of a point.
struct TraceFormat {
  var channels: [Channel] = []
  /// The first so many values are in every point; the rest may be left out.
  var regular = 0

  /// What a document means that declares nothing.
  static let bare = TraceFormat(channels: [Channel(name: "X"), Channel(name: "Y")], regular: 2)

  func has(_ role: Role) -> Bool { channels.contains { $0.role == role } }
}

/// How values of a channel become stored integers: `stored = round((raw - zero) * up / down)`, in
/// integers, half away from zero, where `raw` is the value times 10 to the power of `places`.
struct Conversion {
  var places: Int
  var zero = 0
  var up: Int
  var down: Int

  /// 1/100 mm of a length channel.
  static func length(_ channel: Channel, nanometresPerPixel: Int) throws(Words) -> Conversion {
    let sign = channel.isReversed ? -1 : 1
    if let resolution = channel.resolution, channel.isInteger,
      resolution.units.hasPrefix("1/"),
      let unit = nanometres(of: String(resolution.units.dropFirst(2))), unit.parts == 1,
      let quanta = Decimal9(resolution.value), quanta.units > 0
    {
      // Quanta of a device: a value of 1000 at 1000 quanta a cm is 1 cm.
      return Conversion(places: 0, ratio: sign * unit.nanometres * 100_000, quanta.units)
    }
    let units = channel.units ?? "mm"
    let known =
      units == "dev" || units == "px" ? (nanometresPerPixel, 1) : nanometres(of: units)
    guard let known else {
      throw Words(
        "channel \(channel.name) is in \"\(units)\"; mm, cm, m, in, pt, pc and px can be read")
    }
    return Conversion(
      places: 9, ratio: sign * known.nanometres, 10_000 * 1_000_000_000 * known.parts)
  }

  /// Microseconds of a time channel.
  static func time(_ channel: Channel) throws(Words) -> Conversion {
    switch channel.units ?? "ms" {
    case "ms", "dev", "": return Conversion(places: 6, ratio: 1, 1_000)
    case "s": return Conversion(places: 9, ratio: 1, 1_000)
    case "us", "µs": return Conversion(places: 3, ratio: 1, 1_000)
    default:
      throw Words("channel T is in \"\(channel.units ?? "")\"; ms, s and us can be read")
    }
  }

  /// Thousandths of the range of a force channel.
  static func force(_ channel: Channel) throws(Words) -> Conversion {
    guard let text = channel.max else {
      let whole = channel.units == "%" ? 100 : 1
      return Conversion(places: 9, ratio: 1_000, whole * 1_000_000_000)
    }
    guard let high = Decimal9(text), let low = Decimal9(channel.min ?? "0"),
      case let (range, overflow) = high.units.subtractingReportingOverflow(low.units),
      !overflow, range > 0
    else { throw Words("channel F has no range from its min up to its max") }
    var conversion = Conversion(places: 9, ratio: 1_000, range)
    conversion.zero = low.units
    return conversion
  }

  private init(places: Int, ratio up: Int, _ down: Int) {
    var (a, b) = (abs(up), down)
    while b != 0 { (a, b) = (b, a % b) }
    self.places = places
    self.up = up / a
    self.down = down / a
  }

  /// A unit of length as so many nanometres over so many parts.
  private static func nanometres(of units: String) -> (nanometres: Int, parts: Int)? {
    switch units {
    case "", "mm": (1_000_000, 1)
    case "cm": (10_000_000, 1)
    case "m": (1_000_000_000, 1)
    case "in": (25_400_000, 1)
    case "pt": (25_400_000, 72)
    case "pc": (25_400_000, 6)
    default: nil
    }
  }

  /// Nil when the result would be far out of every bound.
  @inline(__always)
  func stored(_ raw: Int) -> Int? {
    let (difference, overflow) = raw.subtractingReportingOverflow(zero)
    guard !overflow else { return nil }
    let (product, over) = difference.multipliedReportingOverflow(by: up)
    if over { return wide(difference) }
    let quotient = (product.magnitude + UInt(down) / 2) / UInt(down)
    guard quotient <= UInt(Int.max) else { return nil }
    return product < 0 ? -Int(quotient) : Int(quotient)
  }

  private func wide(_ difference: Int) -> Int? {
    let product = difference.magnitude.multipliedFullWidth(by: up.magnitude)
    let (low, carry) = product.low.addingReportingOverflow(UInt(down) / 2)
    let high = product.high + (carry ? 1 : 0)
    guard high < UInt(down) else { return nil }
    let quotient = UInt(down).dividingFullWidth((high, low)).quotient
    guard quotient <= UInt(Int.max) else { return nil }
    return (difference < 0) != (up < 0) ? -Int(quotient) : Int(quotient)
  }
}

/// What is wrong, before its place is known.
struct Words: Error {
  var text: String
  init(_ text: String) { self.text = text }
}

/// A decimal of an attribute in billionths.
struct Decimal9 {
  var units: Int

  init?(_ text: String) {
    var number = Number()
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "-") {
      number.isNegative = true
      bytes = bytes.dropFirst()
    }
    guard !bytes.isEmpty else { return nil }
    var isFraction = false
    var digits = 0
    var rest = bytes
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte &- 48 < 10 {
        digits += 1
        number.add(Int(byte &- 48), isFraction: isFraction)
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard digits > 0 else { return nil }
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e"),
        let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
        (-99...99).contains(exponent)
      else { return nil }
      number.exponent = exponent
    }
    guard let units = number.value(places: 9) else { return nil }
    self.units = units
  }
}

/// A decimal under way, digit by digit.
struct Number {
  var mantissa = 0
  /// The value is the mantissa times 10 to the power of this, and of `exponent`.
  var power = 0
  var exponent = 0
  var isNegative = false

  @inline(__always)
  mutating func add(_ digit: Int, isFraction: Bool) {
    // Beyond 17 digits nothing can change a rounding, half away from zero, that cuts toward zero.
    if mantissa < 100_000_000_000_000_000 {
      mantissa = mantissa &* 10 &+ digit
      if isFraction { power &-= 1 }
    } else if !isFraction {
      power &+= 1
    }
  }

  /// The value times 10 to the power of `places`, cut toward zero; nil when it is too large.
  @inline(__always)
  func value(places: Int) -> Int? {
    var value = mantissa
    var shift = power + exponent + places
    if shift >= 0 {
      if shift > 18 { return mantissa == 0 ? 0 : nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: Number.powers[shift])
      guard !overflow else { return nil }
      value = product
    } else {
      shift = -shift
      value = shift > 18 ? 0 : value / Number.powers[shift]
    }
    return isNegative ? -value : value
  }

  static let powers: InlineArray<19, Int> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000,
  ]
}
