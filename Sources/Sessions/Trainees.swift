import Foundation

/// A person who practises here.
public struct Trainee: Hashable, Sendable {
  /// `t-` and 8 of a-z2-9, as records carry it.
  public var id: String
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Who practises here: names and the ids made for them. Records carry only the id.
public struct Trainees: Sendable {
  /// Characters of an id after `t-`: those that are not mistaken for each other.
  static let characters = Array("abcdefghijklmnopqrstuvwxyz23456789")
  /// Characters of a name, at most.
  public static let longestName = 80

  /// Made with the first trainee.
  public let file: String

  /// How long a change waits for another program.
  var patience = FolderLock.patience

  public init(file: String) { self.file = file }

  /// The id of a trainee, made when the name is new.
  public func id(of name: String) throws(StoreError) -> String {
    let name = Trainees.tidied(name)
    return try change { ids in
      if let id = ids[name] { return id }
      var id: String
      repeat {
        id = "t-" + String((0..<8).compactMap { _ in Trainees.characters.randomElement() })
      } while ids.values.contains(id)
      ids[name] = id
      return id
    }
  }

  /// Everybody, by name.
  public func all() throws(StoreError) -> [Trainee] {
    try read().map { Trainee(id: $0.value, name: $0.key) }.sorted {
      ($0.name.lowercased(), $0.name, $0.id) < ($1.name.lowercased(), $1.name, $1.id)
    }
  }

  /// Gives a trainee another name; the id, and with it all that was done, stays.
  ///
  /// - Returns: whether the name was free; a name that another trainee bears is not taken.
  public func rename(_ id: String, to name: String) throws(StoreError) -> Bool {
    let name = Trainees.tidied(name)
    return try change { ids in
      if let owner = ids[name] { return owner == id }
      guard let old = ids.first(where: { $0.value == id })?.key else { return false }
      ids[old] = nil
      ids[name] = id
      return true
    }
  }

  /// A name without space around it and in one line, not longer than ``longestName``.
  public static func tidied(_ name: String) -> String {
    let line = String(name.map { $0.isNewline ? " " : $0 })
    return String(
      line.trimmingCharacters(in: .whitespacesAndNewlines).prefix(longestName))
  }

  private func read() throws(StoreError) -> [String: String] {
    guard FileManager.default.fileExists(atPath: file) else { return [:] }
    do {
      return try JSONDecoder().decode(
        [String: String].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      // Going on would write over names that somebody wants back.
      throw .unreadable(file)
    }
  }

  /// Reads, changes and writes while no other program does.
  private func change<Answer>(
    _ body: (inout [String: String]) -> Answer
  ) throws(StoreError) -> Answer {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .file(file, reason: StoreError.reason(error))
    }
    let lock = try FolderLock(folder, toChange: file, patience: patience)
    defer { lock.release() }
    var ids = try read()
    let before = ids
    let answer = body(&ids)
    if ids != before { try write(ids) }
    return answer
  }

  private func write(_ ids: [String: String]) throws(StoreError) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try encoder.encode(ids).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw .file(file, reason: StoreError.reason(error))
    }
  }
}
