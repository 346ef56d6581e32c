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
  /// Nil when nobody asked for it.
  var trace: RecordTrace?

  var result: Scoring.Result { attempt.result }
  var scenarioSHA256: String { attempt.scenarioSHA256 }
  var title: String { attempt.title }

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
  private let shelf = CaseShelf()

  /// - Throws: ``Failure`` 64 when the given case has no such phase.
  init(
    scenario: LoadedScenario?, phase: String?, millimetresPerPixel: Double, rules: RuleSet
  ) throws(Failure) {
    do throws(RecordCaseError) {
      try RecordCase.check(phase: phase, of: scenario?.scenario)
    } catch {
      throw Failure(.usage, error)
    }
    self.scenario = scenario
    foreign = ForeignOptions(phase: phase, millimetresPerPixel: millimetresPerPixel)
    self.rules = rules
  }

  /// - Parameters:
  ///   - series: takes the series behind the measures, when somebody asked for it.
  ///   - keepsTrace: whether somebody asks what the record was like beside its result.
  func judge(
    _ input: RecordInput, series: SeriesPart? = nil, keepsTrace: Bool = false
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
      return .success(try judge(source, of: input, given: given, series, keepsTrace))
    } catch {
      return .failure(error)
    }
  }

  /// The case that came with the input, or the one for all of them.
  private func given(with input: RecordInput) throws(Failure) -> GivenCase? {
    guard let text = input.scenario else { return scenario.map { GivenCase($0) } }
    do throws(RecordCaseError) {
      return try shelf.take(bytes: Array(text.utf8), path: "\(input.path): scenario")
    } catch {
      throw Failure(.badData, error)
    }
  }

  private struct Judging {
    var scorer: Scorer
    var sha256: String
    /// How far a journal reaches.
    var journal: JournalReader.Ending?
    /// Where rows go, and how they are written.
    var series: (part: SeriesPart, csv: SeriesCSV)?
    var trace: RecordTraceFold?

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
      trace?.add(event)
      if let series { try series.part.write(series.csv.text(of: scorer.takeSeries())) }
    }

    func writeRest() throws(Failure) {
      if let series { try series.part.write(series.csv.text(of: scorer.remainingSeries())) }
    }
  }

  private func judge(
    _ source: RecordSource, of input: RecordInput, given: GivenCase?, _ series: SeriesPart?,
    _ keepsTrace: Bool
  ) throws(Failure) -> JudgedRecord {
    let judging: Judging
    do throws(RecordError) {
      judging = try RecordReader(foreign: foreign).read(
        source,
        into: { head in
          var judging = try begin(head, input, given)
          judging.keepSeries(in: series)
          if keepsTrace { judging.trace = RecordTraceFold(head.header) }
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
      warning: RecordCase.warning(judging.journal, path: input.path),
      trace: judging.trace?.trace)
  }

  private func begin(
    _ head: RecordHead, _ input: RecordInput, _ given: GivenCase?
  ) throws(Failure) -> Judging {
    do throws(RecordCaseError) {
      let record = try RecordCase(
        head, path: input.path, given: given, phase: foreign.phase, read: shelf.take)
      return Judging(
        scorer: Scorer(scenario: record.scenario, header: record.header, rules: rules),
        sha256: record.sha256)
    } catch {
      throw Failure(.badData, error)
    }
  }
}

extension Failure {
  init(_ code: Code, _ error: RecordCaseError) {
    if let what = error.what { self.init(code, what) } else { self.init(code, lines: error.lines) }
    cause = .recordCase(error.kind)
  }
}
