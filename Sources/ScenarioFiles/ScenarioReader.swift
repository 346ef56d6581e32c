public import Scenarios

/// Reads scenario files: YAML 1.2 (core schema), UTF-8, at most 1 MiB.
public struct ScenarioReader {
  /// The most bytes that a scenario file may have: 1 MiB.
  public static let sizeLimit = 1_048_576

  /// The scenario, nil when the file has errors, and everything that was found, in the order of
  /// places. After a syntax error nothing else of the file is reported.
  public static func read(bytes: [UInt8]) -> (Scenario?, [Diagnostic]) {
    let (draft, root, findings) = draft(bytes)
    if let draft, let root { locate(draft.check(), in: root, findings) }
    return (findings.hasErrors ? nil : draft, findings.inOrder)
  }

  /// Everything that is wrong or unfair in a case, in the order of places.
  ///
  /// - Parameter trial: what comes to light when the case is tried out; asked only of a case without
  ///   errors.
  public static func review(
    bytes: [UInt8], trial: (Scenario) -> [ScenarioFinding]
  ) -> [Diagnostic] {
    let (draft, root, findings) = draft(bytes)
    if let draft, let root {
      locate(draft.review(), in: root, findings)
      if !findings.hasErrors { locate(trial(draft), in: root, findings) }
    }
    return findings.inOrder
  }

  /// The scenario as far as it can be read, without a look at its sense.
  private static func draft(_ bytes: [UInt8]) -> (Scenario?, YAMLValue?, Findings) {
    let findings = Findings()
    do throws(Refusal) {
      let root = try YAMLTree.compose(TextCheck.text(bytes))
      return (ScenarioReader(findings: findings).scenario(root), root, findings)
    } catch {
      findings.error(error.diagnostic.place, error.diagnostic.message)
      return (nil, nil, findings)
    }
  }

  /// Of a file of a newer format nothing else is said: its keys may mean what nobody here knows.
  private func refusesNewerVersion(_ root: YAMLValue) -> Bool {
    guard case .map(let entries) = root.content,
      let value = entries.first(where: { $0.key == "effleurage" && $0.firstPlace == nil })?.value,
      case .scalar(let scalar) = value.content, scalar.isBeyond(ScenarioReader.formatVersion)
    else { return false }
    findings.error(
      value.place,
      "effleurage: found version \(Wording.shortened(scalar.text)) of the format, this program knows version "
        + "\(ScenarioReader.formatVersion); use a newer Effleurage for this file")
    return true
  }

  private static func locate(
    _ found: [ScenarioFinding], in root: YAMLValue, _ findings: Findings
  ) {
    for finding in found {
      let place = root.place(of: finding.path)
      let message = "\(finding.path.words): \(finding.message)"
      switch finding.severity {
      case .error: findings.error(place, message)
      case .warning: findings.warning(place, message)
      }
    }
  }

  /// The version of the format that this reader knows.
  public static let formatVersion = 1

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
    if refusesNewerVersion(root) { return nil }
    guard let map = MapReader(root, path: "", keys: ScenarioReader.keys, findings: findings)
    else { return nil }
    let version = ScenarioReader.formatVersion
    _ = map.required("effleurage") { field.whole($0, $1, in: version...version) }
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

extension YAMLScalar {
  fileprivate func isBeyond(_ version: Int) -> Bool {
    switch meaning {
    case .whole(let number): number > version
    case .number(let number): number.isFinite && number > Double(version)
    case .nothing, .truth, .text: false
    }
  }
}
