public import Scenarios

/// Reads scenario files: YAML 1.2 (core schema), UTF-8, at most 1 MiB.
public struct ScenarioReader {
  /// The most bytes that a scenario file may have: 1 MiB.
  public static let sizeLimit = 1_048_576

  /// The scenario, nil when the file has errors, and everything that was found, in the order of
  /// places. After a syntax error nothing else of the file is reported.
  public static func read(bytes: [UInt8]) -> (Scenario?, [Diagnostic]) {
    let root: YAMLValue
    do throws(Refusal) {
      root = try YAMLTree.compose(TextCheck.text(bytes))
    } catch {
      return (nil, [error.diagnostic])
    }
    let findings = Findings()
    let scenario = ScenarioReader(findings: findings).scenario(root)
    for finding in scenario?.check() ?? [] {
      let place = root.place(of: finding.path)
      let message = "\(finding.path.words): \(finding.message)"
      switch finding.severity {
      case .error: findings.error(place, message)
      case .warning: findings.warning(place, message)
      }
    }
    return (findings.hasErrors ? nil : scenario, findings.inOrder)
  }

  let findings: Findings
  let field: FieldReader

  private init(findings: Findings) {
    self.findings = findings
    field = FieldReader(findings: findings)
  }

  static let keys = [
    "effleurage", "id", "title", "summary", "difficulty", "massage", "patient", "decision",
    "preparation", "spasm", "phases", "rubric", "feedback",
  ]

  /// The scenario as far as it can be read, with nothing or the usual where it has errors, so that
  /// the rest can be checked for sense; nil when too much is missing for that.
  private func scenario(_ root: YAMLValue) -> Scenario? {
    guard let map = MapReader(root, path: "", keys: ScenarioReader.keys, findings: findings)
    else { return nil }
    _ = map.required("effleurage") { field.whole($0, $1, in: 1...1) }
    let id = map.required("id", field.identifier)
    let title = map.required("title") { field.text($0, $1, limit: 80, allowsEmpty: false) }
    let summary = map.optional("summary") { field.text($0, $1, limit: 400) }
    let difficulty = map.optional("difficulty") { field.whole($0, $1, in: 1...3) }
    let massage: MassageKind? = map.optional("massage") { field.choice($0, $1) }
    let patient = map.required("patient", self.patient)
    let decision: Decision? = map.required("decision") { field.choice($0, $1) }
    // Levels depend on the back; with none to be had, the rest is still checked on the usual one.
    let back = patient?.back ?? ScenarioReader.usualBack
    let preparation = map.optional("preparation", self.preparation)
    let spasm = map.optional("spasm") { self.spasm($0, $1, on: back) }
    let phases =
      decision == .proceed
      ? map.required("phases") { self.phases($0, $1, on: back) }
      : map.optional("phases") { self.phases($0, $1, on: back) }
    let rubric = map.optional("rubric", self.rubric)
    let feedback = map.optional("feedback", self.feedback)
    guard let patient, let decision else { return nil }
    return Scenario(
      id: id ?? "", title: title ?? "", summary: summary ?? "",
      difficulty: difficulty.flatMap(Difficulty.init) ?? .basic, massage: massage ?? .general,
      patient: patient, decision: decision, preparation: preparation ?? Preparation(),
      spasm: spasm ?? [], phases: phases ?? [], rubric: rubric ?? Rubric(),
      feedback: feedback ?? Feedback())
  }
}

extension [ScenarioPath.Step] {
  /// `phases[1].guides[2].path`, counted from 1.
  var words: String {
    var result = ""
    for step in self {
      switch step {
      case .key(let key): result += result.isEmpty ? key : ".\(key)"
      case .index(let index): result += "[\(index + 1)]"
      }
    }
    return result
  }
}

extension YAMLValue {
  /// Where a key path leads, or as far along it as the file goes; a key's own place for keys.
  func place(of path: [ScenarioPath.Step]) -> Place {
    guard let step = path.first else { return place }
    switch (step, content) {
    case (.key(let key), .map(let entries)):
      guard let entry = entries.first(where: { $0.key == key && $0.firstPlace == nil }) else {
        return place
      }
      return entry.value.place(of: Array(path.dropFirst()))
    case (.index(let index), .list(let items)):
      guard items.indices.contains(index) else { return place }
      return items[index].place(of: Array(path.dropFirst()))
    default:
      return place
    }
  }
}
