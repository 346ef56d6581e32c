public import History

/// A person who practises here.
public struct Trainee: Hashable, Sendable {
  /// `t-` and 8 of a-z2-9, as records carry it.
  public var id: String
  /// The id where no name is known, as of records that came from elsewhere.
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// Whether a text is such an id.
  static func isID(_ text: String) -> Bool { History.Trainee.isID(text) }
}

/// Who practises here: names and the ids made for them, in the history. Records carry only the id.
public struct Trainees: Sendable {
  /// Characters of a name, at most.
  public static let longestName = History.Trainee.longestName

  private let history: HistoryStore

  public init(history: HistoryStore) { self.history = history }

  /// The id of a trainee, made when the name is new.
  public func id(of name: String) throws(StoreError) -> String {
    do throws(HistoryError) { return try history.id(of: name) } catch {
      throw .history(error.description)
    }
  }

  /// Everybody, by name.
  public func all() throws(StoreError) -> [Trainee] {
    do throws(HistoryError) {
      try history.adoptNames()
      return try history.everybody().map { Trainee(id: $0.id, name: $0.name ?? $0.id) }
    } catch {
      throw .history(error.description)
    }
  }

  /// Gives a trainee another name; the id, and with it all that was done, stays.
  ///
  /// - Returns: whether the name was free; a name that another trainee bears is not taken.
  public func rename(_ id: String, to name: String) throws(StoreError) -> Bool {
    do throws(HistoryError) { return try history.rename(id, to: name) } catch {
      throw .history(error.description)
    }
  }

  /// How many attempts of every kind a trainee made.
  func attempts(of id: String) throws(StoreError) -> Int {
    do throws(HistoryError) { return try history.attempts(of: id).count } catch {
      throw .history(error.description)
    }
  }

  /// Deletes a trainee with everything about them, records too.
  ///
  /// - Returns: how many attempts went.
  func delete(_ id: String) throws(StoreError) -> Int {
    do throws(HistoryError) { return try history.delete(trainee: id).attempts } catch {
      throw .history(error.description)
    }
  }

  /// A name without space around it and in one line, not longer than ``longestName``.
  public static func tidied(_ name: String) -> String { History.Trainee.tidied(name) }
}
