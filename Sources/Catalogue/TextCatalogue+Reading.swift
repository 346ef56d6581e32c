public import Foundation
import ScenarioFiles
import Yams

/// Why a catalogue cannot be used.
public struct TextCatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence with the file and, where known, the line.
  public let description: String
}

extension TextCatalogue {
  /// Reads a catalogue: `language`, `plurals` (one, east-slavic, none), `capitals` (small, kept)
  /// and nested keys, whose names are joined by dots. A mapping of plural categories is one text.
  public static func read(file: String) throws(TextCatalogueError) -> TextCatalogue {
    guard let source = try? ScenarioSource.read(file: file) else {
      throw TextCatalogueError(description: "\(file): the texts of the window cannot be read.")
    }
    return try read(Data(source.bytes), file: file)
  }

  /// - Parameter file: the name for messages.
  public static func read(_ data: Data, file: String) throws(TextCatalogueError) -> TextCatalogue {
    if let fault = YAMLBounds.fault(in: Array(data)) {
      throw TextCatalogueError(description: fault.rendered(file: file) + ".")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: data, as: UTF8.self))
    } catch {
      throw TextCatalogueError(description: "\(file): error: \(error)")
    }
    guard case .mapping(let top) = root else {
      throw TextCatalogueError(description: "\(file): error: the file holds no texts.")
    }
    var reading = Reading(file: file)
    for (key, value) in top {
      let name = key.scalar?.string ?? ""
      switch name {
      case "language": reading.language = value.scalar?.string
      case "plurals":
        let rule = value.scalar.flatMap { PluralRule(rawValue: $0.string) }
        guard let rule else {
          let known = PluralRule.allCases.map(\.rawValue).joined(separator: ", ")
          throw reading.error(value, "plurals is one of \(known)")
        }
        reading.plurals = rule
      case "capitals":
        guard let capitals = value.scalar.flatMap({ Capitals(rawValue: $0.string) }) else {
          let known = Capitals.allCases.map(\.rawValue).joined(separator: ", ")
          throw reading.error(value, "capitals is one of \(known)")
        }
        reading.capitals = capitals
      default: try reading.take(value, name)
      }
    }
    guard let language = reading.language, !language.isEmpty else {
      throw TextCatalogueError(description: "\(file): error: language is missing.")
    }
    return TextCatalogue(
      language: language, plurals: reading.plurals, capitals: reading.capitals,
      entries: reading.entries)
  }

  private struct Reading {
    let file: String
    var language: String?
    var plurals = PluralRule.one
    var capitals = Capitals.small
    var entries: [String: Entry] = [:]

    init(file: String) { self.file = file }

    mutating func take(_ node: Node, _ key: String) throws(TextCatalogueError) {
      switch node {
      case .scalar(let scalar):
        guard entries.updateValue(.text(scalar.string), forKey: key) == nil else {
          throw error(node, "\(key) stands twice")
        }
      case .mapping(let mapping):
        if let forms = forms(mapping) {
          entries[key] = .counted(forms)
          return
        }
        for (inner, value) in mapping {
          guard let name = inner.scalar?.string, !name.isEmpty else {
            throw error(inner, "a key is a word")
          }
          try take(value, key + "." + name)
        }
      case .sequence, .alias: throw error(node, "\(key) is neither a text nor a group of texts")
      }
    }

    /// A mapping of plural categories, `other` among them.
    private func forms(_ mapping: Node.Mapping) -> [PluralCategory: String]? {
      var forms: [PluralCategory: String] = [:]
      for (key, value) in mapping {
        guard let category = key.scalar.flatMap({ PluralCategory(rawValue: $0.string) }),
          let text = value.scalar?.string
        else { return nil }
        forms[category] = text
      }
      return forms[.other] == nil ? nil : forms
    }

    func error(_ node: Node, _ what: String) -> TextCatalogueError {
      let place = node.mark.map { "\($0.line):\($0.column): " } ?? ""
      return TextCatalogueError(description: "\(file):\(place)error: \(what).")
    }
  }
}
