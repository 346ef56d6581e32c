import ArgumentParser
import Foundation
import Handover
import Records
import ScenarioFiles
import Scoring
import Synchronization

/// Hands judged attempts over to other programs: as statements, as rows, to a learning record store.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Hand attempts over to other programs and learning record stores.",
    discussion: """
      RECORD is a file, a folder (every *.inkml below it, by name) or - for standard input. Each is \
      scored anew.

      The formats: xapi, one JSON array of statements of the Experience API 1.0.3, a statement a line; \
      csv, the rows of score. Stated are practice and exams of a trainee; demonstrations, drills \
      and attempts of nobody named are left out and counted. Ink of other programs, which carries no \
      case, is left out of both formats and counted. Statements carry ids and never names.

      --post puts the statements into the outbox (the folder outbox beside the records) and sends \
      what waits there to a learning record store: https, or http to this machine only. URL is the store's \
      address, as in https://lrs.example/xAPI. Without RECORD it sends what waits. What a store \
      has confirmed leaves the outbox and is not sent to it again; what cannot be sent waits, told with \
      exit code 74. User and password come from \(StoreCredentials.userVariable) and \
      \(StoreCredentials.passwordVariable).

      Exit codes: 0 done; 64 wrong usage; 65 bad data; 66 input missing; 69 effleurage-post, which \
      sends, is missing; 74 reading or writing failed, or statements wait; 130 stopped by Ctrl-C, 143 \
      and 129 by SIGTERM and SIGHUP. A bad \
      record does not stop the others; of several failures the first of 66, 65, 74, 73 counts.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case xapi, csv
  }

  @Argument(help: "Records, folders of records, or - for standard input.")
  var record: [String] = []

  @Option(help: "xapi or csv; with --post always xapi.")
  var format: Format?

  @Option(
    help: ArgumentHelp("Send to the learning record store at this address.", valueName: "url"))
  var post: String?

  @Option(
    help: ArgumentHelp(
      "The home page of the accounts in statements, yours for instance.", valueName: "iri"))
  var homePage: String = Statement.homePage

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Seconds for one answer of the store (default: 10).", valueName: "seconds"))
  var timeout: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seconds to go on trying while nothing gets through (default: 30).", valueName: "seconds"))
  var patience: Double?

  @OptionGroup var judging: JudgingOptions

  func validate() throws {
    if post == nil {
      guard format != nil else { throw ValidationError("Say what to write: --format xapi or csv.") }
      guard !record.isEmpty else {
        throw ValidationError("Name at least one RECORD: a file, a folder, or - .")
      }
      guard timeout == nil, patience == nil else {
        throw ValidationError("--timeout and --patience are for --post.")
      }
    } else if format == .csv {
      throw ValidationError("--post sends statements, so --format cannot be csv.")
    }
    guard record.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("- stands for standard input, which can be read once.")
    }
    guard Statement.isIRI(homePage) else {
      throw ValidationError(
        "--home-page is an address that begins with https:// or http://, not '\(homePage)'.")
    }
    if let timeout, !(0.1...600).contains(timeout) {
      throw ValidationError("--timeout is from 0.1 to 600 seconds.")
    }
    if let patience, !(0...86_400).contains(patience) {
      throw ValidationError("--patience is from 0 to 86400 seconds.")
    }
  }

  func run() throws {
    Interrupt.watch()
    let judge = try RecordJudge(
      scenario: nil, phase: nil,
      millimetresPerPixel: ForeignOptions.usualMillimetresPerPixel, rules: judging.ruleSet)
    guard let post else {
      write(judge).leave()
      return
    }
    // Everything that could be wrong with the address or the credentials is said before any work.
    let posting = try Posting(
      to: post, patience: Delivery.Patience(timeout: timeout ?? 10, total: patience ?? 30))
    var tally = FailureTally()
    if !record.isEmpty { tally = fill(posting, judge) }
    posting.deliver(&tally)
    tally.leave()
  }

  /// Writes statements or rows to standard output.
  private func write(_ judge: RecordJudge) -> FailureTally {
    let output = Output()
    let format = format ?? .xapi
    switch format {
    case .xapi: output.write("[")
    case .csv: output.write(ResultCSV.header + ResultCSV.lineEnd)
    }
    let isFirst = Mutex(true)
    // A store refuses an array that names one statement twice, and a class hands in copies.
    let stated = Mutex<Set<String>>([])
    let tally = judged(by: judge) { judged, input in
      switch format {
      case .csv: output.write(judged.row(named: input.name) + ResultCSV.lineEnd)
      case .xapi:
        let statement = try Statement(of: judged.attempt, homePage: homePage)
        guard stated.withLock({ $0.insert(statement.id).inserted }) else {
          throw OmittedRecords.Reason.again
        }
        let before = isFirst.withLock { first in
          defer { first = false }
          return first ? "\n" : ",\n"
        }
        output.write(before + statement.json)
      }
    }
    if format == .xapi { output.write("\n]\n") }
    return tally
  }

  /// Puts statements into the outbox.
  private func fill(_ posting: Posting, _ judge: RecordJudge) -> FailureTally {
    judged(by: judge) { judged, _ in
      try posting.put(try Statement(of: judged.attempt, homePage: homePage))
    }
  }

  /// Scores the records and hands each on, in the order of the arguments. Ink of other programs has no
  /// case here, so it is left out and counted.
  private func judged(
    by judge: RecordJudge,
    _ take: @escaping @Sendable (JudgedRecord, RecordInput) throws -> Void
  ) -> FailureTally {
    let inputs = RecordArguments.inputs(record)
    let tally = Mutex(FailureTally())
    let omitted = Mutex(OmittedRecords())
    let queue = Mutex(inputs[...])
    let progress = Progress(total: inputs.count, noun: "records scored")
    @Sendable func fail(_ failure: Failure) {
      failure.report()
      tally.withLock { $0.note(failure.code) }
    }
    Conveyor(
      jobs: min(judging.jobCount, max(1, inputs.count)),
      next: { queue.withLock { $0.popFirst() } },
      work: { input in (input, judge.judge(input)) },
      deliver: { input, outcome in
        progress.step()
        switch outcome {
        case .failure(let failure):
          if failure.cause == .recordCase(.noCase) {
            omitted.withLock { $0.note(.notStated(.foreign), input.path) }
          } else {
            fail(failure)
          }
        case .success(let judged):
          Progress.clear()
          if let warning = judged.warning { Diagnostics.write([warning]) }
          do { try take(judged, input) } catch {
            switch error {
            case let reason as Statement.Omission:
              omitted.withLock { $0.note(.notStated(reason), input.path) }
            case let reason as OmittedRecords.Reason:
              omitted.withLock { $0.note(reason, input.path) }
            case let failure as Failure: fail(failure)
            default: fail(Failure(.inputOutput, "\(error)"))
            }
          }
        }
      }
    ).run()
    progress.finish()
    Diagnostics.write(omitted.withLock { $0.lines })
    return tally.withLock { $0 }
  }
}
