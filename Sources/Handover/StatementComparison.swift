import Foundation

/// Whether a store's statement is the one that was to be delivered.
enum StatementComparison {
  /// - Parameters:
  ///   - sent: the statement as it was made.
  ///   - answer: what a store answers when asked for the statement's id: the statement, or, as some
  ///     do, a list that holds it.
  static func isStored(_ sent: String, in answer: String) -> Bool {
    guard let sent = object(sent), let answer = object(answer) else { return false }
    if let list = answer["statements"] as? [[String: Any]] {
      return list.contains { agree(sent, $0) }
    }
    return agree(sent, answer)
  }

  /// Whether a store's answer is the list of ids of what it has taken.
  static func lists(_ ids: [String], _ answer: String) -> Bool {
    guard let list = try? JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String] else {
      return false
    }
    let taken = Set(list.map { $0.lowercased() })
    return ids.allSatisfy(taken.contains)
  }

  /// By what xAPI 1.0.3 takes for the same statement: a store adds `stored` and `authority`, may word
  /// definitions and displays its own way, and may leave out what is usual.
  private static func agree(_ sent: [String: Any], _ stored: [String: Any]) -> Bool {
    func equal(_ path: String...) -> Bool {
      func value(in statement: [String: Any]) -> Any? {
        var value: Any? = statement
        for key in path { value = (value as? [String: Any])?[key] }
        return value
      }
      return same(value(in: sent), value(in: stored))
    }
    guard equal("actor", "account"), equal("verb", "id"), equal("object", "id"),
      equal("result"), equal("context", "extensions"), equal("context", "revision"),
      let id = sent["id"] as? String, id == (stored["id"] as? String)?.lowercased()
    else { return false }
    guard let end = sent["timestamp"] as? String else { return true }
    guard let storedEnd = stored["timestamp"] as? String else { return false }
    return end == storedEnd || moment(end) == moment(storedEnd)
  }

  /// Numbers by their values, objects whatever the order of their members.
  private static func same(_ a: Any?, _ b: Any?) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a as [String: Any], let b as [String: Any]):
      a.count == b.count && a.allSatisfy { same($0.value, b[$0.key]) }
    case (let a as [Any], let b as [Any]):
      a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
    case (let a as String, let b as String): a == b
    case (let a as NSNumber, let b as NSNumber): a == b
    case (is NSNull, is NSNull): true
    default: false
    }
  }

  private static func object(_ text: String) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
  }

  /// Milliseconds since 1970.
  private static func moment(_ text: String) -> Int? {
    let whole = Date.ISO8601FormatStyle()
    let parts = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    return ((try? parts.parse(text)) ?? (try? whole.parse(text))).map {
      Int(($0.timeIntervalSince1970 * 1_000).rounded())
    }
  }
}
