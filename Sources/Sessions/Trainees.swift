import Foundation

/// Who practises here: names and the ids made for them. Records carry only the id.
public struct Trainees: Sendable {
  /// Characters of an id after `t-`: those that are not mistaken for each other.
  static let characters = Array("abcdefghijklmnopqrstuvwxyz23456789")

  /// Made with the first trainee.
  public let file: String

  public init(file: String) { self.file = file }

  /// The id of a trainee, made when the name is new.
  public func id(of name: String) throws(StoreError) -> String {
    var ids = try read()
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    if let id = ids[name] { return id }
    var id: String
    repeat {
      id = "t-" + String((0..<8).compactMap { _ in Trainees.characters.randomElement() })
    } while ids.values.contains(id)
    ids[name] = id
    try write(ids)
    return id
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

  private func write(_ ids: [String: String]) throws(StoreError) {
    let url = URL(fileURLWithPath: file)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try encoder.encode(ids).write(to: url, options: .atomic)
    } catch {
      throw .file(file, reason: StoreError.reason(error))
    }
  }
}
