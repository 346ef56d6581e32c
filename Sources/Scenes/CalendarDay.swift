/// A day of the Gregorian calendar where the trainee is; no time and no zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  public var number: Int

  public init(number: Int) { self.number = number }

  /// - Parameters:
  ///   - month: 1 to 12.
  ///   - day: of the month, from 1.
  public init(year: Int, month: Int, day: Int) {
    // Years begin in March here, so that the leap day is their last; 400 of them are an era.
    let marchYear = month > 2 ? year : year - 1
    let era = CalendarDay.floored(marchYear, 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    number =
      era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month from 1 to 12 and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = CalendarDay.floored(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let place = (5 * dayOfYear + 2) / 153
    let month = place < 10 ? place + 3 : place - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * place + 2) / 5 + 1
    )
  }

  public static func < (one: CalendarDay, other: CalendarDay) -> Bool {
    one.number < other.number
  }

  private static func floored(_ value: Int, _ divisor: Int) -> Int {
    (value >= 0 ? value : value - divisor + 1) / divisor
  }
}
