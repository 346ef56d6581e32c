import Foundation

/// The case to begin with that is shipped: every key with a word on what it is.
public enum StarterCase {
  static let name = "starter.yaml"
  /// The JSON Schema of case files, by which editors check while one writes.
  public static let schemaName = "scenario.schema.json"

  private static let schemaLine = "# yaml-language-server: $schema="
  private static let idLine = "id: "

  /// The starter as the text of a new file: with an id made from the file's name, and its first
  /// line leading to the schema that is shipped.
  ///
  /// - Throws: ``ScenarioFileError`` when the shipped starter is missing.
  public static func text(
    for file: String, from folder: ResourceFolder?
  ) throws(ScenarioFileError) -> String {
    guard let folder else {
      throw .unreadable(
        file: name,
        reason: "the starter that is shipped was not found: there is no share/effleurage beside "
          + "the program's folder")
    }
    let shipped = "\(folder.resources)/\(name)"
    let bytes = try ScenarioSource.read(file: shipped).bytes
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    if let index = lines.firstIndex(where: { $0.hasPrefix(schemaLine) }) {
      lines[index] = schemaLine + schema(in: folder)
    }
    if let index = lines.firstIndex(where: { $0.hasPrefix(idLine) }) {
      lines[index] = idLine + YAMLText.scalar(identifier(for: file), inFlow: false)
    }
    return lines.joined(separator: "\n")
  }

  /// Where an editor finds the schema, wherever the new file lies.
  private static func schema(in folder: ResourceFolder) -> String {
    let file = "\(folder.resources)/\(schemaName)"
    guard FileManager.default.fileExists(atPath: file) else { return schemaName }
    return URL(fileURLWithPath: file).absoluteString
  }

  /// A file's name as an id: lower case, `-` for whatever an id cannot hold.
  static func identifier(for file: String) -> String {
    let letters = ScenarioLibrary.stem(file).lowercased().unicodeScalars.map {
      scalar -> Character in
      switch scalar {
      case "a"..."z", "0"..."9": Character(scalar)
      default: "-"
      }
    }
    let id = String(letters.prefix(64))
    return id.isEmpty ? "my-case" : id
  }
}
