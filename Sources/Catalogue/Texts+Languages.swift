import Foundation
public import ScenarioFiles

/// A language that the window can be shown in.
public struct Language: Hashable, Sendable {
  /// Of its catalogue's file, such as `ru`.
  public let code: String
  /// In the language itself, as in `Русский`.
  public let name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

extension Texts {
  /// The languages that have a catalogue in the folder, by code; files that cannot be read are
  /// left out.
  public static func languages(in folder: ResourceFolder? = .ofThisProgram()) -> [Language] {
    guard let folder else { return [] }
    let texts = folder.resources + "/texts"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: texts)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().compactMap {
      file in
      (try? TextCatalogue.read(file: "\(texts)/\(file)")).map {
        Language(code: String(file.dropLast(".yaml".count)), name: $0.language)
      }
    }
  }
}
