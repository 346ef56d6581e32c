import BackAtlas
import Geometry
public import Scenarios

/// Writes a case as the text of a file, in one way only.
///
/// Keys stand in the order of the documented format. What equals the default is left out, but for
/// what a technique is about. Places are written from the nearest level of the back. Reading the
/// text back gives the same case.
public struct ScenarioWriter {
  /// Comments, each before the key or item that a path leads to; one of a key that would be left
  /// out has it written.
  public typealias Comments = [[ScenarioPath.Step]: [String]]

  /// The text of a case's file.
  ///
  /// - Parameters:
  ///   - header: lines of comment before everything.
  ///   - comments: lines of comment, without `#`.
  public static func text(
    of scenario: Scenario, header: [String] = [], comments: Comments = [:]
  ) -> String {
    var writer = ScenarioWriter(back: scenario.patient.back, comments: comments)
    writer.comment(header, indent: 0)
    writer.scenario(scenario)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private static let width = 100

  let back: Back
  private let comments: Comments
  private var lines: [String] = []

  private init(back: Back, comments: Comments) {
    self.back = back
    self.comments = comments
  }

  private mutating func scenario(_ scenario: Scenario) {
    let usual = Scenario(
      id: "", title: "", patient: scenario.patient, decision: scenario.decision)
    put(.keys("effleurage"), .whole(1))
    put(.keys("id"), text: scenario.id)
    put(.keys("title"), text: scenario.title)
    if isWritten(.keys("summary"), scenario.summary != usual.summary) {
      put(.keys("summary"), text: scenario.summary)
    }
    put(.keys("difficulty"), .whole(scenario.difficulty.rawValue))
    put(.keys("massage"), .atom(scenario.massage.rawValue))
    patient(scenario.patient)
    put(.keys("decision"), .atom(scenario.decision.rawValue))
    if isWritten(.keys("preparation"), scenario.preparation != usual.preparation) {
      put(.keys("preparation"), preparation(scenario.preparation))
    }
    if isWritten(.keys("spasm"), !scenario.spasm.isEmpty) { spasm(scenario.spasm) }
    if !scenario.phases.isEmpty { phases(scenario.phases) }
    if isWritten(.keys("rubric"), scenario.rubric != usual.rubric) {
      put(.keys("rubric"), rubric(scenario.rubric))
    }
    if isWritten(.keys("feedback"), scenario.feedback != usual.feedback) {
      put(.keys("feedback"), feedback(scenario.feedback))
    }
  }

  // MARK: Lines

  /// Whether a key that may be left out is not.
  func isWritten(_ path: [ScenarioPath.Step], _ differs: Bool) -> Bool {
    differs || comments[path] != nil
  }

  private mutating func comment(_ text: [String], indent: Int) {
    for line in text {
      lines.append(String(repeating: " ", count: indent) + YAMLText.comment(line))
    }
  }

  /// The comments of a path, and with `all` those of everything it holds, by their paths.
  private mutating func comment(on path: [ScenarioPath.Step], indent: Int, all: Bool) {
    if let own = comments[path] { comment(own, indent: indent) }
    guard all else { return }
    let inside = comments.filter { $0.key.count > path.count && $0.key.starts(with: path) }
    for (_, text) in inside.sorted(by: { $0.key.words < $1.key.words }) {
      comment(text, indent: indent)
    }
  }

  /// What a key's line begins with: of an item's first key, its dash.
  private func lead(_ path: [ScenarioPath.Step], _ indent: Int, isFirst: Bool) -> String {
    let dash = isFirst ? "- " : ""
    let spaces = String(repeating: " ", count: indent - dash.count)
    guard case .key(let key) = path.last else { return spaces + "- " }
    return "\(spaces)\(dash)\(key):"
  }

  /// The comments of an item whose keys stand on lines of their own.
  mutating func comment(on path: [ScenarioPath.Step], indent: Int = 2) {
    comment(on: path, indent: indent, all: false)
  }

  /// Heads lines that stand further in.
  mutating func head(_ path: [ScenarioPath.Step], indent: Int = 0) {
    comment(on: path, indent: indent, all: false)
    lines.append(lead(path, indent, isFirst: false))
  }

  /// A key and its value.
  mutating func put(
    _ path: [ScenarioPath.Step], _ value: YAMLFlow, indent: Int = 0, isFirst: Bool = false
  ) {
    comment(on: path, indent: isFirst ? indent - 2 : indent, all: true)
    lines += value.lines(
      after: lead(path, indent, isFirst: isFirst) + " ", indent: indent + 2,
      width: ScenarioWriter.width)
  }

  /// An item of a list between brackets.
  mutating func put(item path: [ScenarioPath.Step], _ value: YAMLFlow, indent: Int) {
    comment(on: path, indent: indent, all: true)
    lines += value.lines(
      after: lead(path, indent, isFirst: false), indent: indent + 4, width: ScenarioWriter.width)
  }

  /// A key and its text, folded where it is long.
  mutating func put(
    _ path: [ScenarioPath.Step], text: String, indent: Int = 0, isFirst: Bool = false
  ) {
    comment(on: path, indent: isFirst ? indent - 2 : indent, all: true)
    let lead = lead(path, indent, isFirst: isFirst)
    let line = "\(lead) \(YAMLText.scalar(text, inFlow: false))"
    let room = ScenarioWriter.width - indent - 2
    if line.unicodeScalars.count > ScenarioWriter.width,
      let folded = YAMLText.folded(text, width: room)
    {
      let spaces = String(repeating: " ", count: indent + 2)
      lines.append("\(lead) >-")
      lines += folded.map { spaces + $0 }
    } else {
      lines.append(line)
    }
  }
}

extension [ScenarioPath.Step] {
  /// The path of keys within keys.
  static func keys(_ keys: String...) -> [ScenarioPath.Step] { keys.map { .key($0) } }
}
