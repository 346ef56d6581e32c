import Foundation
import GRDB

/// A person who practises here.
public struct Trainee: Hashable, Sendable {
  /// `t-` and 8 of a-z2-9, as records carry it.
  public var id: String
  /// Nil when only the id is known, as of records that came from elsewhere.
  public var name: String?

  public init(id: String, name: String?) {
    self.id = id
    self.name = name
  }

  /// Characters of a name, at most.
  public static let longestName = 80
  /// Characters of an id after `t-`: those that are not mistaken for each other.
  static let characters = Array("abcdefghijklmnopqrstuvwxyz23456789")

  /// A name without space around it and in one line, not longer than ``longestName``.
  public static func tidied(_ name: String) -> String {
    // What steers a terminal is no part of a name.
    let line = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    return String(
      line.trimmingCharacters(in: .whitespacesAndNewlines).prefix(longestName))
  }

  /// Whether a text is of the shape of an id.
  public static func isID(_ text: String) -> Bool {
    text.hasPrefix("t-") && text.count == 10 && text.dropFirst(2).allSatisfy(characters.contains)
  }

  static func makeID() -> String {
    "t-" + String((0..<8).compactMap { _ in characters.randomElement() })
  }

  /// Gives an id a name, if it has none. A name that another bears gets a number.
  ///
  /// - Returns: whether the id had no name.
  static func take(_ id: String, name: String, _ db: Database) throws -> Bool {
    try AttemptEntry.meet(id, db)
    guard
      try Row.fetchOne(
        db, sql: "SELECT id FROM trainee WHERE id = ? AND name IS NULL", arguments: [id]) != nil
    else { return false }
    let wanted = tidied(name)
    var free = wanted
    var number = 2
    while try owner(of: free, db) != nil {
      free = "\(wanted) \(number)"
      number += 1
    }
    try db.execute(sql: "UPDATE trainee SET name = ? WHERE id = ?", arguments: [free, id])
    return true
  }

  /// The id of whoever bears a name.
  static func owner(of name: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT id FROM trainee WHERE name = ?", arguments: [name])
  }
}
