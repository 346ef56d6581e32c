import ClassReports
import Classes
import Foundation
import Handover
import History
import Records
import ScenarioFiles
import Scoring
import Synchronization

/// `report FOLDER`: every record below a folder judged anew, and the class as a page.
///
/// Of a record only its result and fingerprints are kept. Results beside the records are not read.
struct ClassReport {
  let folder: String
  let out: String
  let foreign: ForeignRecordOptions
  let options: ClassReportOptions

  /// For the help of the command.
  static let discussion = """
    Of a FOLDER the class is written as a page, FILE.html: every *.inkml below it, judged anew, by \
    case, trainee and criterion; what cost most, how attempts went on, borderline verdicts, \
    recordings that are there twice. Every record is judged by the latest rule set, whichever it \
    was made under; --rules takes another. The page is in English, whatever the settings say. \
    Trainees are ids, and records are numbered in the order of their paths. Results beside the \
    records are not read. Records that cannot be read are listed at the end, and the exit code \
    tells of them.

    A folder has the options --file-names, --jobs and --rules; --scenario, --phase and \
    --mm-per-pixel say how all ink of other programs below it is judged, which else is listed as \
    not read. It has no --deductions.
    """

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Writes the page, also when some records could not be read; then ends the program with the code
  /// of what failed.
  func run() throws {
    Interrupt.watch()
    let given = try foreign.given()
    let judge = try foreign.judge(given, rules: options.judging.ruleSet)
    let inputs = RecordArguments.inputs([folder])
    try checkOut(inputs, given)
    let read = ReadClass(reader(judge), count: inputs.count)
    read.run(inputs, jobs: options.judging.jobCount)
    let library = LibraryCases(ScenarioLibrary.ofThisProcess())
    let submissions = read.submissions
    guard inputs.contains(where: { $0.identity != nil }) else {
      // No record was there at all: that was said.
      read.tally.leave()
      return
    }
    let records = ClassRecords(
      submissions, unread: read.unread,
      experts: library.experts(
        of: submissions.map(\.scenarioSHA256), jobs: options.judging.jobCount),
      library: library.cases, ruleSet: judge.rules.number)
    var tally = read.tally
    do throws(Failure) {
      try write(ClassPage(records, showsFiles: options.fileNames).html)
    } catch {
      error.report()
      tally.note(error.code)
    }
    tally.leave()
  }

  /// - Throws: ``Failure`` 64 when the page would be written over what is read, 73 when it cannot be
  ///   created: before much work is done.
  private func checkOut(_ inputs: [RecordInput], _ given: LoadedScenario?) throws(Failure) {
    if let target = FileIdentity(out),
      inputs.contains(where: { $0.identity == target })
        || given.flatMap({ FileIdentity($0.file) }) == target
    {
      throw Failure(.usage, "--out \(out) would write over what is read")
    }
    do throws(RecordError) { try OutputFile.check(out) } catch { throw Failure(error, in: out) }
  }

  private func write(_ html: String) throws(Failure) {
    do throws(RecordError) {
      try Interrupt.whileFiling(to: out) { () throws(RecordError) in
        let file = try OutputFile(out)
        try file.write(Array(html.utf8))
        try file.commit()
      }
    } catch {
      throw Failure(error, in: out)
    }
  }

  private func reader(_ judge: RecordJudge) -> ClassReader {
    ClassReader(
      judge: judge, base: folder.hasSuffix("/") ? folder : folder + "/",
      showsFiles: options.fileNames)
  }
}

/// Judges records for a class.
struct ClassReader: Sendable {
  let judge: RecordJudge
  /// What paths of records begin with.
  let base: String
  let showsFiles: Bool

  enum Outcome: Sendable {
    case submission(Submission, warning: String?)
    case unread(ClassRecords.Unread, Failure)
  }

  /// - Parameter number: from 1, in the order of the records.
  func read(_ input: RecordInput, number: Int) -> Outcome {
    switch judge.judge(input, keepsTrace: true) {
    case .failure(let failure): return unread(input, number, failure)
    case .success(let judged):
      guard let trace = judged.trace else {
        return unread(input, number, Failure(.badData, "\(input.path): holds no attempt"))
      }
      do throws(HistoryError) {
        return .submission(
          Submission(
            number: number, sha256: try RecordFingerprint.sha256(ofFile: input.path),
            file: showsFiles ? name(input) : nil, start: trace.start,
            scenarioSHA256: judged.scenarioSHA256, title: judged.title, scale: trace.scale,
            movements: trace.movements, result: judged.result), warning: judged.warning)
      } catch {
        return unread(input, number, Failure(.noInput, error.message))
      }
    }
  }

  private func unread(_ input: RecordInput, _ number: Int, _ failure: Failure) -> Outcome {
    .unread(
      ClassRecords.Unread(
        number: number, file: showsFiles ? name(input) : nil, reason: reason(failure)),
      failure)
  }

  /// The path below the folder.
  private func name(_ input: RecordInput) -> String {
    input.path.hasPrefix(base) ? String(input.path.dropFirst(base.count)) : input.name
  }

  /// What the page says of it; the messages themselves are for standard error alone.
  private func reason(_ failure: Failure) -> ClassRecords.Unread.Reason {
    switch failure.cause {
    case .recordCase(.noCase): .noCase
    case .recordCase(.otherCase): .otherCase
    case .recordCase(.badCase): .badCase
    case .recordCase(.newerRules): .newerRules
    case .place(let line, let column): .damaged(line: line, column: column)
    case nil: failure.code == .badData ? .noRecord : .unreadable
    }
  }
}
