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
      The file is there when all records have been read; records that cannot be scored have no rows. \
      A record of an attempt that somebody made is never written over.

      --compare lists the records whose result is another one than in results that --format json \
      wrote before, and why: text for people; json, an object a record and one of the counts; csv, a \
      row for each difference. What changed is no failure.

      Exit codes: 0 done, whatever the verdict; 64 wrong usage; 65 bad data; 66 input missing; \
      73 the file of --trace cannot be created; 74 reading or writing failed; 130 stopped by Ctrl-C, \
      143 and 129 by SIGTERM and SIGHUP. \
      A bad record does not stop the others; of several failures the first of 66, 65, 74, 73 counts.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  @Argument(help: "Records, folders of records, or - for standard input.")
  var record: [String] = []

  @Flag(help: "Read records as JSON lines from standard input.")
  var lines = false

  @OptionGroup var foreign: ForeignRecordOptions

  @Option(help: "text, json or csv (default: text; with --lines always json).")
  var format: Format?

  @OptionGroup var judging: JudgingOptions

  @Option(
    help: ArgumentHelp(
      "Write the series behind the measures to this file.", valueName: "file.csv"))
  var trace: String?

  @Option(
    help: ArgumentHelp(
      "List what differs from these results, which --format json wrote.", valueName: "old.jsonl"))
  var compare: String?

  func validate() throws {
    try validateTrace()
    try validateCompare()
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
    guard !record.contains("") else { throw ValidationError("A RECORD without a name is no file.") }
    guard record.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("- stands for standard input, which can be read once.")
    }
    try foreign.check(hasCases: lines)
  }

  private func validateTrace() throws {
    guard let trace else { return }
    guard !trace.isEmpty else { throw ValidationError("--trace names no file.") }
    guard trace != "-" else {
      throw ValidationError("--trace names a file: results go to standard output.")
    }
    guard !lines else { throw ValidationError("--trace cannot be with --lines.") }
  }

  private func validateCompare() throws {
    guard let compare else { return }
    guard !compare.isEmpty else { throw ValidationError("--compare names no file.") }
    guard !lines, trace == nil else {
      throw ValidationError("--compare cannot be with \(lines ? "--lines" : "--trace").")
    }
  }

  func run() throws {
    Interrupt.watch()
    let given = try foreign.given()
    let judge = try foreign.judge(given, rules: judging.ruleSet)
    let jobs = judging.jobCount
    if lines {
      try LineScoring(judge: judge, jobs: jobs).run()
    } else {
      let inputs = RecordArguments.inputs(record)
      if let compare {
        try Comparison(with: compare, judge: judge, jobs: jobs).run(inputs, as: format ?? .text)
        return
      }
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
