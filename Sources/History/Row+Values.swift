import Foundation
import GRDB

/// Values of a row as they should be. What a damaged or hostile file holds instead is an error, never
/// a trap.
extension Row {
  func text(_ column: Int) throws(HistoryError) -> String {
    try value(column, String.self)
  }

  func optionalText(_ column: Int) throws(HistoryError) -> String? {
    try optional(column, String.self)
  }

  func number(_ column: Int) throws(HistoryError) -> Int {
    guard let number = try optionalNumber(column) else { throw HistoryError.strange }
    return number
  }

  /// Nothing that is counted here is larger; figures that are would overflow where they are used.
  func optionalNumber(_ column: Int) throws(HistoryError) -> Int? {
    guard let number = try optional(column, Int.self) else { return nil }
    guard number.magnitude <= 1_000_000_000_000 else { throw HistoryError.strange }
    return number
  }

  func flag(_ column: Int) throws(HistoryError) -> Bool { try value(column, Int.self) != 0 }

  func data(_ column: Int) throws(HistoryError) -> Data { try value(column, Data.self) }

  /// A word of a closed set.
  func word<Word: RawRepresentable>(
    _ column: Int, _ type: Word.Type = Word.self
  ) throws(HistoryError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text(column)) else { throw HistoryError.strange }
    return word
  }

  private func value<Value: DatabaseValueConvertible>(
    _ column: Int, _ type: Value.Type
  ) throws(HistoryError) -> Value {
    guard let value = try optional(column, type) else { throw HistoryError.strange }
    return value
  }

  private func optional<Value: DatabaseValueConvertible>(
    _ column: Int, _ type: Value.Type
  ) throws(HistoryError) -> Value? {
    guard column < count else { throw HistoryError.strange }
    let raw: DatabaseValue = self[column]
    if raw.isNull { return nil }
    guard let value = Value.fromDatabaseValue(raw) else { throw HistoryError.strange }
    return value
  }

}
