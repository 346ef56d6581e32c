import Scenarios

/// The library in words: what `effleurage scenarios` prints.
public struct LibraryListing: Sendable {
  private let library: ScenarioLibrary

  public init(_ library: ScenarioLibrary) { self.library = library }

  /// One JSON object a line, in the order of the library.
  public var json: [String] { library.entries.map(LibraryListing.json) }

  /// A table for people, one case a line, files with errors at its end.
  public var text: [String] {
    let cases = library.entries.compactMap { entry in
      entry.scenario.map { LibraryListing.row($0, entry) }
    }
    let widths = (cases.first ?? []).indices.map { column in
      cases.map { $0[column].count }.max() ?? 0
    }
    let lines = cases.map { row in
      var line = ""
      for (cell, width) in zip(row.dropLast(), widths) {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      return line + (row.last ?? "")
    }
    let broken = library.entries.compactMap { entry in
      entry.firstError.map { "\(entry.id)  cannot be used: \($0)" }
    }
    return lines + broken
  }

  /// For standard error: files that another case with the same id hides.
  public var warnings: [String] {
    library.entries.flatMap { entry in
      entry.hidden.map {
        "effleurage: warning: \($0): hidden by \(entry.file), which has the same id \"\(entry.id)\""
      }
    }
  }

  private static func row(_ scenario: Scenario, _ entry: ScenarioLibrary.Entry) -> [String] {
    [
      scenario.id, difficulty(scenario.difficulty), scenario.massage.rawValue,
      scenario.patient.period.rawValue, entry.origin.rawValue, scenario.title,
    ]
  }

  private static func difficulty(_ difficulty: Difficulty) -> String {
    switch difficulty {
    case .basic: "basic"
    case .intermediate: "intermediate"
    case .advanced: "advanced"
    }
  }

  private static func json(_ entry: ScenarioLibrary.Entry) -> String {
    let scenario = entry.scenario
    let fields: [(String, String)] = [
      ("id", quoted(entry.id)),
      ("title", quoted(scenario?.title)),
      ("difficulty", scenario.map { String($0.difficulty.rawValue) } ?? "null"),
      ("massage", quoted(scenario?.massage.rawValue)),
      ("cause", quoted(scenario?.patient.cause.rawValue)),
      ("period", quoted(scenario?.patient.period.rawValue)),
      ("decision", quoted(scenario?.decision.rawValue)),
      ("source", quoted(entry.origin.rawValue)),
      ("file", quoted(entry.file)),
      ("error", quoted(entry.firstError)),
    ]
    return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  /// A text as JSON has it, `null` without one.
  static func quoted(_ text: String?) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
