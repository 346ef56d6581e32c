import Foundation

extension StoreAnswer {
  /// The longest pause that a store is granted, in seconds: a day.
  static let longestWish = 86_400.0

  /// The seconds that the store asks to wait, up to a day; nil when it asks for nothing, or for what is no
  /// time.
  var wish: Double? {
    guard let retryAfter, retryAfter >= 0 else { return nil }
    return min(retryAfter, StoreAnswer.longestWish)
  }

  /// `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3).
  ///
  /// - Parameter text: the value of the header.
  /// - Returns: seconds from 0 to a day; nil when it is neither number nor date.
  public static func seconds(ofRetryAfter text: String) -> Double? {
    seconds(ofRetryAfter: text, now: Date())
  }

  /// - Parameter now: from when a date is counted.
  static func seconds(ofRetryAfter text: String, now: Date) -> Double? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    {
      // More digits than a number can have are longer than a day, too.
      return min(Int(text).map { Double($0) } ?? longestWish, longestWish)
    }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    return formatter.date(from: text).map {
      min(max(0, $0.timeIntervalSince(now)), longestWish)
    }
  }
}
