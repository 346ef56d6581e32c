public import Foundation

extension Day {
  /// The day on which an attempt began, by the clock of a place; nil when the start is not known.
  ///
  /// - Parameter start: ISO 8601 in UTC, as records carry it.
  public init?(start: String, in zone: TimeZone) {
    let whole = Date.ISO8601FormatStyle()
    let parts = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = (try? whole.parse(start)) ?? (try? parts.parse(start)) else { return nil }
    self.init(date, in: zone)
  }

  /// The day of a moment, by the clock of a place.
  public init(_ date: Date, in zone: TimeZone = .current) {
    let seconds = date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))
    self.init(number: Int((seconds / 86_400).rounded(.down)))
  }
}
