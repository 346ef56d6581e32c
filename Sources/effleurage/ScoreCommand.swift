import ArgumentParser
import Foundation
import Handover
import ScenarioFiles
import Scoring
import Synchronization

/// Scores records: one, or a school's worth.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score records of attempts.",
    discussion: """
      RECORD is a file, a folder (every *.inkml below it, by name) or - for standard input. A \
      record of this program carries its case; an InkML file of another program needs --scenario. \
      A journal of an attempt that was interrupted (.*.attempt in the records folder) is scored as \
      far as it reaches.

      The formats: text for people; json, one object a line for each record; csv, a header and \
      one row for each record. Results come in the order of the arguments, whatever the number of \
      jobs.

      With --lines standard input holds one JSON object a line, {"record": NAME, "inkml": TEXT, \
      "scenario": YAML or absent}; each is answered by a line of JSON: the result, or the name and \
      an error.

      --trace writes the series behind the measures as CSV, a row for each tick (5 ms) of each \
      hand: with several records in the order of the arguments, their names in the first column. \
      The file is there when all records have been read; records that cannot be scored have no rows.

      Exit codes: 0 done, whatever the verdict; 64 wrong usage; 65 bad data; 66 input missing; \
      73 the file of --trace cannot be created; 74 reading or writing failed. A bad record does \
      not stop the others.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  @Argument(help: "Records, folders of records, or - for standard input.")
  var record: [String] = []

  @Flag(help: "Read records as JSON lines from standard input.")
  var lines = false

  @Option(
    help: ArgumentHelp(
      "The case of records that carry none: a path, or an id of the library.", valueName: "file"))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "The step that such records are of; the first, when not given.", valueName: "id"))
  var phase: String?

  @Option(help: "text, json or csv (default: text; with --lines always json).")
  var format: Format?

  @Option(help: ArgumentHelp("Records scored at one time (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("The number of the rule set to judge by, or latest.", valueName: "n"))
  var rules: String = "latest"

  @Option(
    help: ArgumentHelp(
      "Millimetres a pixel of the input of such records spans (default: 0.2).", valueName: "x"))
  var mmPerPixel: Double?

  @Option(
    help: ArgumentHelp(
      "Write the series behind the measures to this file.", valueName: "file.csv"))
  var trace: String?

  func validate() throws {
    try validateTrace()
    if lines {
      guard record.isEmpty else {
        throw ValidationError("--lines reads standard input, so no RECORD may be named.")
      }
      guard format ?? .json == .json else {
        throw ValidationError("--lines writes JSON, so --format cannot be another.")
      }
    } else if record.isEmpty {
      throw ValidationError("Name at least one RECORD: a file, a folder, or - .")
    }
    guard record.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("- stands for standard input, which can be read once.")
    }
    try RecordArguments.validate(jobs: jobs)
    _ = try RecordArguments.ruleSet(rules)
    if let mmPerPixel, !(0.000_001...1000).contains(mmPerPixel) {
      throw ValidationError("--mm-per-pixel is from 0.000001 to 1000.")
    }
    guard phase == nil || scenario != nil || lines else {
      throw ValidationError("--phase names a step of the case that --scenario gives.")
    }
  }

  private func validateTrace() throws {
    guard let trace else { return }
    guard !trace.isEmpty else { throw ValidationError("--trace names no file.") }
    guard trace != "-" else {
      throw ValidationError("--trace names a file: results go to standard output.")
    }
    guard !lines else { throw ValidationError("--trace cannot be with --lines.") }
  }

  func run() throws {
    Interrupt.watch()
    let given = try scenario.map { try Library.find($0) }
    let judge = try RecordJudge(
      scenario: given, phase: phase,
      millimetresPerPixel: mmPerPixel ?? 0.2, rules: try RecordArguments.ruleSet(rules))
    let jobs = self.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    if lines {
      try LineScoring(judge: judge, jobs: jobs).run()
    } else {
      let inputs = RecordArguments.inputs(record)
      let trace = try self.trace.map { path in
        let read = inputs.map(\.identity) + [given.flatMap { FileIdentity($0.file) }]
        return try SeriesTrace(path, records: inputs.count, reading: read.compactMap { $0 })
      }
      scoreFiles(inputs, with: judge, jobs: jobs, trace)
    }
  }

  private func scoreFiles(
    _ inputs: [RecordInput], with judge: RecordJudge, jobs: Int, _ trace: SeriesTrace?
  ) {
    let output = Output()
    let format = format ?? .text
    let tally = Mutex(FailureTally())
    let following = Mutex(false)
    let queue = Mutex(inputs[...])
    let progress = Progress(total: inputs.count, noun: "records scored")
    if format == .csv { output.write(ResultCSV.header + ResultCSV.lineEnd) }
    Conveyor(
      jobs: min(jobs, max(1, inputs.count)),
      next: { queue.withLock { $0.popFirst() } },
      work: { input in
        let series = trace?.part(named: input.name)
        return (input, series, judge.judge(input, series: series))
      },
      deliver: { input, series, outcome in
        progress.step()
        switch outcome {
        case .failure(let failure):
          failure.report()
          tally.withLock { $0.note(failure.code) }
        case .success(let judged):
          Progress.clear()
          let isFirst = following.withLock { following in
            defer { following = true }
            return !following
          }
          if let warning = judged.warning { Diagnostics.write([warning]) }
          output.write(text(of: judged, named: input, as: format, isFirst: isFirst))
          if let series { trace?.append(series) }
        }
      }
    ).run()
    progress.finish()
    do throws(Failure) { try trace?.finish() } catch {
      error.report()
      tally.withLock { $0.note(error.code) }
    }
    tally.withLock { $0 }.leave()
  }

  private func text(
    of judged: JudgedRecord, named input: RecordInput, as format: Format, isFirst: Bool
  ) -> String {
    switch format {
    case .text: (isFirst ? "" : "\n") + judged.report(named: input.name)
    case .json: judged.line(named: input.name) + "\n"
    case .csv: judged.row(named: input.name) + ResultCSV.lineEnd
    }
  }
}
