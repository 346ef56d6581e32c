/// A day of the Gregorian calendar, where the trainee is. Written `2026-11-29`.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Nil unless it is exactly `YYYY-MM-DD` and there is such a day.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      let year = Day.number(bytes[0..<4]), let month = Day.number(bytes[5..<7]),
      let day = Day.number(bytes[8..<10]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    // The 31st of a shorter month would be a day of the next.
    guard description == text else { return nil }
  }

  /// - Parameters:
  ///   - month: 1 to 12.
  ///   - day: from 1; beyond the month's end it counts into the next month.
  init(year: Int, month: Int, day: Int) {
    // Years from March on, so that a leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let leap = Day.floor(shifted, 4) - Day.floor(shifted, 100) + Day.floor(shifted, 400)
    number = shifted * 365 + leap + ofYear - 719_468
  }

  public var description: String {
    let (year, month, day) = parts
    return Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
  }

  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  /// Days from the second to the first.
  public static func - (one: Day, other: Day) -> Int { one.number - other.number }

  private var parts: (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let era = Day.floor(days, 146_097)
    let ofEra = days - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : (a - b + 1) / b }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard digit &- 48 < 10 else { return nil }
      number = number * 10 + Int(digit - 48)
    }
    return number
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
