import Catalogue
import Handover
import Sessions
import TrainerWindow

/// The texts of the window, without which nothing can be drawn.
enum WindowTexts {
  /// Reads the settings and shows the language that they choose from now on.
  ///
  /// - Throws: as ``use(language:)``.
  static func use(settings store: SettingsStore) throws(Failure) -> SettingsStore.Reading {
    let reading = store.read()
    try use(language: Trainer.language(of: reading.settings))
    // What is wrong with the file is said in the language that was chosen.
    return reading.problem == nil ? reading : store.read()
  }

  /// Shows a language from now on; where its file cannot be used, says so and shows English.
  ///
  /// - Throws: 69 when the English texts cannot be used: an installation that is not whole.
  static func use(language: String = Texts.fallbackLanguage) throws(Failure) {
    if language != Texts.fallbackLanguage {
      do throws(TextCatalogueError) {
        Texts.use(try Texts.shipped(language: language))
        return
      } catch {
        Failure.warn("\(Program.name): warning: \(error) The window is in English.")
      }
    }
    do throws(TextCatalogueError) {
      Texts.use(try Texts.shipped(language: Texts.fallbackLanguage))
    } catch {
      throw Failure(
        Failure.unavailable, "\(error) Install the program again, with its resources.")
    }
  }
}
