import Catalogue
import Foundation
import ScenarioFiles
import Scenes

/// The languages that came with the program.
enum ShippedLanguages {
  /// Codes, without reading the files.
  static let codes: [String] = {
    guard let folder = ResourceFolder.ofThisProgram() else { return [] }
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.resources + "/texts")) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(5)) }.sorted()
  }()

  /// By their own names; those whose file cannot be read are left out.
  static let all: [SettingsModel.Language] = codes.compactMap { code in
    guard let catalogue = try? Texts.shipped(language: code) else { return nil }
    return SettingsModel.Language(code: code, name: catalogue.language)
  }.sorted { $0.name < $1.name }
}

/// The language that the desktop asks for.
enum DesktopLanguage {
  /// The code of a shipped language; nil when the desktop asks for none of them.
  static var code: String? {
    code(in: ProcessInfo.processInfo.environment, among: ShippedLanguages.codes)
  }

  /// By `LC_ALL`, `LC_MESSAGES` and `LANG`, the first that is set, as POSIX has it; a language whose
  /// country is not shipped is taken without it.
  static func code(in environment: [String: String], among codes: [String]) -> String? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      let locale = String(value.prefix { $0 != "." && $0 != "@" }).replacing("_", with: "-")
      if codes.contains(locale) { return locale }
      let language = String(locale.prefix { $0 != "-" })
      return codes.contains(language) ? language : nil
    }
    return nil
  }
}
