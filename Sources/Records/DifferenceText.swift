import Attempts
import Geometry

/// Writes the points of one trace as differences, by the grammar of the InkML recommendation.
///
/// The first point is explicit, the second a first difference (`'`). From the third on each channel
/// is in whatever order of difference has lately been shorter, first or second (`"`); a prefix is
/// written where that changes, and holds until the next. `*` goes on with the same difference.
/// Space stands only where two values would run together. After a point without pressure the next
/// one that has it is explicit (`!`), so that nobody need guess what the difference is from.
struct DifferenceText {
  private enum Order { case explicit, first, second }

  private struct Channel {
    var places: Int
    var order = Order.explicit
    var value = 0
    var difference = 0
    var second = 0
    /// Values written since the channel was last without one, up to 2.
    var known = 0
    /// Bytes that the other order of difference would have saved of late.
    var wasted = 0
  }

  /// Points on a line.
  private static let row = 16
  /// Changing the order costs a prefix now and perhaps another to come back.
  private static let patience = 2

  private var x = Channel(places: 2)
  private var y = Channel(places: 2)
  private var force = Channel(places: 3)
  private var time = Channel(places: 3)
  private var points = 0

  mutating func append(_ sample: Sample, to text: inout [UInt8], hasPressure: Bool) {
    if points > 0 {
      text.append(UInt8(ascii: ","))
      if points % DifferenceText.row == 0 { text.append(UInt8(ascii: "\n")) }
    }
    points += 1
    DifferenceText.append(sample.position.x, of: &x, to: &text)
    DifferenceText.append(sample.position.y, of: &y, to: &text)
    if hasPressure {
      if let pressure = sample.pressure {
        DifferenceText.append(pressure, of: &force, to: &text)
      } else {
        text.append(UInt8(ascii: "?"))
        force.known = 0
      }
    }
    DifferenceText.append(sample.time, of: &time, to: &text)
  }

  private static func append(_ value: Int, of channel: inout Channel, to text: inout [UInt8]) {
    let difference = value - channel.value
    let second = difference - channel.difference
    defer {
      channel.value = value
      channel.known = min(channel.known + 1, 2)
    }
    guard channel.known > 0 else {
      if channel.order != .explicit { text.append(UInt8(ascii: "!")) }
      channel.order = .explicit
      channel.difference = 0
      number(value, places: channel.places, to: &text)
      return
    }
    defer {
      channel.difference = difference
      channel.second = second
    }
    guard channel.known > 1 else {
      text.append(UInt8(ascii: "'"))
      channel.order = .first
      channel.wasted = 0
      number(difference, places: channel.places, to: &text)
      return
    }
    // In the first order going on is to keep the difference, in the second to keep the change of it.
    let isFirst = channel.order == .first
    let goesOn = isFirst ? second == 0 : second == channel.second
    let now = goesOn ? 1 : length(isFirst ? difference : second, places: channel.places)
    let other = length(isFirst ? second : difference, places: channel.places)
    channel.wasted = max(0, channel.wasted + now - other)
    if channel.wasted > patience {
      channel.wasted = 0
      channel.order = isFirst ? .second : .first
      text.append(UInt8(ascii: isFirst ? "\"" : "'"))
      number(isFirst ? second : difference, places: channel.places, to: &text)
    } else if goesOn {
      text.append(UInt8(ascii: "*"))
    } else {
      number(isFirst ? difference : second, places: channel.places, to: &text)
    }
  }

  /// Bytes of a number, without space before it.
  private static func length(_ units: Int, places: Int) -> Int {
    let (whole, fraction) = parts(units, places)
    var count = units < 0 ? 1 : 0
    if whole > 0 || fraction == 0 { count += 1 }
    var rest = whole / 10
    while rest > 0 {
      rest /= 10
      count += 1
    }
    guard fraction > 0 else { return count }
    count += 1 + places
    rest = fraction
    while rest % 10 == 0 {
      rest /= 10
      count -= 1
    }
    return count
  }

  /// A number without zeros that say nothing: 5 hundredths are `.05`, 120 are `1.2`.
  private static func number(_ units: Int, places: Int, to text: inout [UInt8]) {
    var (whole, fraction) = parts(units, places)
    if units < 0 {
      text.append(UInt8(ascii: "-"))
    } else if runsOn(text, into: whole == 0 && fraction > 0) {
      text.append(UInt8(ascii: " "))
    }
    if whole > 0 || fraction == 0 {
      let start = text.count
      repeat {
        text.append(UInt8(ascii: "0") + UInt8(whole % 10))
        whole /= 10
      } while whole > 0
      text[start...].reverse()
    }
    guard fraction > 0 else { return }
    text.append(UInt8(ascii: "."))
    var unit = power(places) / 10
    while fraction > 0 {
      text.append(UInt8(ascii: "0") + UInt8(fraction / unit))
      fraction %= unit
      unit /= 10
    }
  }

  private static func parts(_ units: Int, _ places: Int) -> (whole: Int, fraction: Int) {
    let (whole, fraction) = abs(units).quotientAndRemainder(dividingBy: power(places))
    return (whole, fraction)
  }

  /// Whether a number without a sign would be taken for the end of the one before it.
  ///
  /// - Parameter isFraction: whether it begins with its point. A number has one point, so that after
  ///   another fraction it can only begin the next.
  private static func runsOn(_ text: [UInt8], into isFraction: Bool) -> Bool {
    guard let last = text.last, isDigit(last) else { return false }
    guard isFraction else { return true }
    var index = text.count - 1
    while index >= 0, isDigit(text[index]) { index -= 1 }
    return index < 0 || text[index] != UInt8(ascii: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func power(_ places: Int) -> Int { places == 2 ? 100 : 1_000 }
}
