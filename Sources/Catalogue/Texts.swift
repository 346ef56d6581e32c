public import ScenarioFiles
import Synchronization

/// The texts of the language that is shown now.
///
/// One catalogue holds for the whole program, as one language does: it is chosen when the program
/// starts and when the language is changed in the settings.
public enum Texts {
  private static let shown = Mutex<TextCatalogue?>(nil)

  /// The text of a key with its `{names}` filled in.
  public static subscript(
    _ key: String, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    current.text(key, arguments)
  }

  /// The text of a key for a number of things; the number also fills `{count}`.
  public static func count(
    _ key: String, _ number: Int, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    current.text(key, count: number, arguments)
  }

  /// A name as the language writes it inside a sentence.
  public static func inSentence(_ name: String) -> String { current.inSentence(name) }

  /// Shows another language from now on.
  public static func use(_ catalogue: TextCatalogue) { shown.withLock { $0 = catalogue } }

  /// The catalogue in use; the shipped English one until another was chosen.
  public static var current: TextCatalogue {
    shown.withLock { shown in
      if let shown { return shown }
      let english = try? shipped(language: fallbackLanguage)
      let catalogue = english ?? TextCatalogue(language: "", plurals: .one, entries: [:])
      shown = catalogue
      return catalogue
    }
  }

  /// The language that is complete.
  public static let fallbackLanguage = "en"

  /// A shipped catalogue, such as `ru`; English where it lacks a text.
  ///
  /// - Throws: a sentence about the file, also when it is the English one.
  public static func shipped(
    language: String, in folder: ResourceFolder? = .ofThisProgram()
  ) throws(TextCatalogueError) -> TextCatalogue {
    guard let folder else {
      throw TextCatalogueError(
        description: "the folder share/effleurage is missing beside the program.")
    }
    let texts = folder.resources + "/texts"
    var catalogue = try TextCatalogue.read(file: "\(texts)/\(language).yaml")
    catalogue.code = language
    if language == fallbackLanguage { return catalogue }
    return catalogue.completed(by: try .read(file: "\(texts)/\(fallbackLanguage).yaml"))
  }
}
