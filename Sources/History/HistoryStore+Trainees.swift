import Foundation
import GRDB

extension HistoryStore {
  /// Everybody with a name, by name.
  public func trainees() throws(HistoryError) -> [Trainee] {
    try everybody().filter { $0.name != nil }
  }

  /// Everybody of whom something is known: by name, then those without, by id.
  public func everybody() throws(HistoryError) -> [Trainee] {
    let all = try read(or: []) { db in
      try Row.fetchAll(db, sql: "SELECT id, name FROM trainee").map { row in
        Trainee(id: try row.text(0), name: try row.optionalText(1).map(Trainee.tidied))
      }
    }
    func key(_ trainee: Trainee) -> (Int, String, String, String) {
      let name = trainee.name ?? ""
      return (trainee.name == nil ? 1 : 0, name.lowercased(), name, trainee.id)
    }
    return all.sorted { key($0) < key($1) }
  }

  /// The id of a trainee, made when the name is new.
  public func id(of name: String) throws(HistoryError) -> String {
    let name = Trainee.tidied(name)
    if let known = try knownID(of: name) { return known }
    return try write { db in
      // Another program may have been quicker.
      if let known = try Trainee.owner(of: name, db) { return known }
      while true {
        let id = Trainee.makeID()
        try db.execute(
          sql: "INSERT OR IGNORE INTO trainee (id, name) VALUES (?, ?)", arguments: [id, name])
        if db.changesCount == 1 { return id }
      }
    }
  }

  /// The id of a trainee; nil when nobody bears the name.
  public func knownID(of name: String) throws(HistoryError) -> String? {
    let name = Trainee.tidied(name)
    return try read(or: nil) { db in try Trainee.owner(of: name, db) }
  }

  /// Nil when the id has no name or is not known.
  public func name(of id: String) throws(HistoryError) -> String? {
    try read(or: nil) { db in
      try Row.fetchOne(db, sql: "SELECT name FROM trainee WHERE id = ?", arguments: [id])
        .flatMap { row in try row.optionalText(0) }
    }
  }

  /// Gives a trainee another name; the id, and with it all that was done, stays.
  ///
  /// - Returns: whether the name was free; a name that another trainee bears is not taken.
  public func rename(_ id: String, to name: String) throws(HistoryError) -> Bool {
    let name = Trainee.tidied(name)
    return try write { db in
      if let owner = try Trainee.owner(of: name, db) { return owner == id }
      try db.execute(sql: "UPDATE trainee SET name = ? WHERE id = ?", arguments: [name, id])
      return db.changesCount > 0
    }
  }
}
