import Attempts
import Geometry

/// Writes the points of one trace as differences, by the grammar of the InkML recommendation.
///
/// The first point is explicit. From the second on each value is so much more than the one before it:
/// the second point says so with the prefix `'` before each value, which holds for all that follow.
/// Space stands only where two values would run together. After a point without pressure the next
/// one that has it is explicit (`!`), so that nobody need guess what the difference is from.
///
/// The grammar has shorter ways, second differences (`"`), `*` for the same again and numbers that begin
/// with their point. Other readers of InkML take those for something else, without a word, so none
/// is written: what every reader understands is worth some bytes.
struct DifferenceText {
  private struct Channel {
    var places: Int
    var value = 0
    /// Whether a value stands for the difference from the one before.
    var isDifference = false
    /// Whether there is a value to take the difference from.
    var isKnown = false
  }

  /// Points on a line.
  private static let row = 16

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
        force.isKnown = false
      }
    }
    DifferenceText.append(sample.time, of: &time, to: &text)
  }

  private static func append(_ value: Int, of channel: inout Channel, to text: inout [UInt8]) {
    let difference = value - channel.value
    channel.value = value
    guard channel.isKnown else {
      if channel.isDifference { text.append(UInt8(ascii: "!")) }
      channel.isDifference = false
      channel.isKnown = true
      number(value, places: channel.places, to: &text)
      return
    }
    if !channel.isDifference { text.append(UInt8(ascii: "'")) }
    channel.isDifference = true
    number(difference, places: channel.places, to: &text)
  }

  /// A number without zeros at its end: 5 hundredths are `0.05`, 120 are `1.2`.
  private static func number(_ units: Int, places: Int, to text: inout [UInt8]) {
    if units < 0 {
      text.append(UInt8(ascii: "-"))
    } else if let last = text.last, last &- 48 < 10 {
      text.append(UInt8(ascii: " "))
    }
    let power = places == 2 ? 100 : 1_000
    var (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: UInt(power))
    let start = text.count
    repeat {
      text.append(UInt8(ascii: "0") + UInt8(whole % 10))
      whole /= 10
    } while whole > 0
    text[start...].reverse()
    guard fraction > 0 else { return }
    text.append(UInt8(ascii: "."))
    var unit = UInt(power) / 10
    while fraction > 0 {
      text.append(UInt8(ascii: "0") + UInt8(fraction / unit))
      fraction %= unit
      unit /= 10
    }
  }
}
