import Attempts
import Handover
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// A record's result with what its lines name beside it.
struct JudgedRecord: Sendable {
  var attempt: JudgedAttempt
  /// What is to be known of the record beside its result, in words; nil when nothing is.
  var warning: String?

  func report(named name: String) -> String {
    ResultText.report(attempt.result, record: name, title: attempt.title)
  }

  func line(named name: String) -> String {
    ResultJSON.line(attempt.result, record: name, scenarioSHA256: attempt.scenarioSHA256)
  }

  func row(named name: String) -> String {
    ResultCSV.row(attempt.result, record: name, scenarioSHA256: attempt.scenarioSHA256)
  }
}

/// Scores one record after another, each by the case it carries or the one that is given.
struct RecordJudge: Sendable {
  /// The case of records that carry none.
  let scenario: LoadedScenario?
  let foreign: ForeignOptions
  let rules: RuleSet

  /// - Throws: ``Failure`` 64 when the given case has no such phase.
  init(
    scenario: LoadedScenario?, phase: String?, millimetresPerPixel: Double, rules: RuleSet
  ) throws(Failure) {
    if let phase, let scenario, scenario.scenario.phaseIndex(phase) == nil {
      let known = scenario.scenario.phases.map(\.id).joined(separator: ", ")
      throw Failure(
        .usage,
        "the case \(scenario.scenario.id) has no step '\(phase)'; "
          + (known.isEmpty ? "it has none" : "it has: \(known)"))
    }
    self.scenario = scenario
    foreign = ForeignOptions(phase: phase, millimetresPerPixel: millimetresPerPixel)
    self.rules = rules
  }

  /// - Parameter series: takes the series behind the measures, when somebody asked for it.
  func judge(
    _ input: RecordInput, series: SeriesPart? = nil
  ) -> Swift.Result<JudgedRecord, Failure> {
    let source: RecordSource
    switch input.source {
    case .standardInput: source = .standardInput
    case .file(let path): source = .file(path)
    case .text(let text): source = .bytes(Array(text.utf8))
    case .failure(let failure): return .failure(failure)
    }
    do throws(Failure) {
      let given = try self.given(with: input)
      return .success(try judge(source, of: input, given: given, series))
    } catch {
      return .failure(error)
    }
  }

  /// The case that came with the input, or the one for all of them.
  private func given(with input: RecordInput) throws(Failure) -> Case? {
    if let text = input.scenario {
      return try Case(bytes: Array(text.utf8), path: "\(input.path): scenario")
    }
    return scenario.map { Case($0) }
  }

  private struct Judging {
    var scorer: Scorer
    var sha256: String
    /// How far a journal reaches.
    var journal: JournalReader.Ending?
    /// Where rows go, and how they are written.
    var series: (part: SeriesPart, csv: SeriesCSV)?

    init(scorer: Scorer, sha256: String) {
      self.scorer = scorer
      self.sha256 = sha256
    }

    mutating func keepSeries(in part: SeriesPart?) {
      guard let part else { return }
      series = (part, part.begin(scorer.scenario))
      scorer.keepSeries()
    }

    mutating func add(_ event: Event) throws(Failure) {
      scorer.add(event)
      if let series { try series.part.write(series.csv.text(of: scorer.takeSeries())) }
    }

    func writeRest() throws(Failure) {
      if let series { try series.part.write(series.csv.text(of: scorer.remainingSeries())) }
    }
  }

  private func judge(
    _ source: RecordSource, of input: RecordInput, given: Case?, _ series: SeriesPart?
  ) throws(Failure) -> JudgedRecord {
    let judging: Judging
    do throws(RecordError) {
      judging = try RecordReader(foreign: foreign).read(
        source,
        into: { head in
          var judging = try begin(head, input, given)
          judging.keepSeries(in: series)
          judging.journal = head.journal
          return judging
        },
        { judging, event in try judging.add(event) })
    } catch {
      throw Failure(error, in: input.path)
    }
    try judging.writeRest()
    let scorer = judging.scorer
    return JudgedRecord(
      attempt: JudgedAttempt(
        result: scorer.result(), scenarioSHA256: judging.sha256, title: scorer.scenario.title,
        summary: scorer.scenario.summary, start: scorer.header.start,
        program: scorer.header.program),
      warning: judging.journal.flatMap { RecordJudge.warning($0, of: input) })
  }

  private static func warning(_ ending: JournalReader.Ending, of input: RecordInput) -> String? {
    guard ending.isEarly else { return nil }
    return "\(input.path): warning: what follows byte \(ending.offset) of the journal cannot be "
      + "read; scored are the \(ending.events) events before it"
  }

  /// What is wrong with a record of another program when no case is given with it.
  static func noCase(for input: RecordInput) -> Failure {
    Failure(
      .badData,
      "\(input.path): another program made this record, so it carries no case; "
        + "name one with --scenario")
  }

  private func begin(
    _ head: RecordHead, _ input: RecordInput, _ given: Case?
  ) throws(Failure) -> Judging {
    guard let bytes = head.scenario else {
      guard let given else { throw RecordJudge.noCase(for: input) }
      guard let first = given.scenario.phases.first else {
        throw Failure(
          .badData, "\(input.path): the case \(given.scenario.id) asks for no massage")
      }
      let phase = foreign.phase ?? first.id
      guard given.scenario.phaseIndex(phase) != nil else {
        throw Failure(
          .badData, "\(input.path): the case \(given.scenario.id) has no step '\(phase)'")
      }
      return Judging(
        scorer: Scorer(
          scenario: given.scenario, header: head.header(askingFor: phase), rules: rules),
        sha256: given.sha256)
    }
    if let given, given.sha256 != head.sha256 {
      throw Failure(
        .badData,
        "\(input.path): the record carries another case than the one given with it "
          + "(SHA-256 \(head.sha256.prefix(12)), given \(given.sha256.prefix(12)))")
    }
    let own = try Case(bytes: bytes, path: "\(input.path): case inside")
    if case .phase(let phase, _) = head.header.scope, own.scenario.phaseIndex(phase) == nil {
      throw Failure(
        .badData, "\(input.path): the case \(own.scenario.id) has no step '\(phase)'")
    }
    guard RuleSet.all.contains(where: { $0.number == head.header.ruleSet }) else {
      throw Failure(
        .badData,
        "\(input.path): judged live by rule set \(head.header.ruleSet), "
          + "newer than this program knows (\(RuleSet.latest.number))")
    }
    return Judging(
      scorer: Scorer(scenario: own.scenario, header: head.header, rules: rules),
      sha256: head.sha256)
  }
}

/// A case and the fingerprint of its file.
private struct Case {
  var scenario: Scenario
  var sha256: String

  init(_ loaded: LoadedScenario) {
    scenario = loaded.scenario
    sha256 = loaded.source.sha256
  }

  /// - Parameter path: names the bytes in messages.
  init(bytes: [UInt8], path: String) throws(Failure) {
    let (scenario, findings) = ScenarioReader.read(bytes: bytes)
    guard let scenario else {
      throw Failure(
        .badData, lines: findings.filter(\.isError).map { $0.rendered(file: path) })
    }
    self.scenario = scenario
    sha256 = ScenarioSource(bytes: bytes).sha256
  }
}
