import Attempts
import Catalogue
import Foundation
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// An attempt that was under way when its program was stopped, as its journal has it.
public struct LeftAttempt: Sendable {
  /// What a question says of it.
  public struct Summary: Hashable, Sendable {
    /// The title of the case.
    public var title: String
    /// `t-` and 8 of a-z2-9; nil when nobody was named.
    public var trainee: String?
    /// Wall clock at the start, ISO 8601 in UTC; empty when not known.
    public var start: String
    /// Time of the last event, in microseconds of the attempt's clock.
    public var time: Int
    /// Whether the attempt was over and only not saved: there is nothing to go on with.
    public var hasEnded: Bool
    public var isExam: Bool
  }

  public let summary: Summary
  let path: String
  let header: Header
  let caseFile: CaseFile
  /// How far the journal counted when it was looked at.
  let ending: JournalReader.Ending
  /// Microseconds since the journal was written to last.
  let age: Int
  let hold: JournalHold

  /// What stands in a journal file.
  enum Finding {
    case attempt(LeftAttempt)
    /// Another program works with it, or wrote it in a way that this one does not know.
    case others
    /// No event, and nothing that could be one.
    case nothing
    /// Its opening or its first event cannot be read, or its case cannot be understood.
    case damaged
    /// The disk does not give it now. The reason is no sentence.
    case unread(String)
  }

  /// Looks at a journal, and holds it against others as long as the value lives.
  static func look(at path: String) -> Finding {
    guard let hold = JournalHold(path) else { return .others }
    let journal: JournalReader
    do throws(RecordError) { journal = try JournalReader(.file(path)) } catch {
      return Finding(error)
    }
    let header = journal.head.header
    guard header.origin == .live else { return .others }
    guard journal.ending.events > 0 else { return journal.ending.isEarly ? .damaged : .nothing }
    guard RuleSet.all.contains(where: { $0.number == header.ruleSet }) else { return .others }
    let bytes = journal.head.scenario ?? []
    guard let scenario = ScenarioReader.read(bytes: bytes).0 else { return .damaged }
    if case .phase(let phase, _) = header.scope, scenario.phaseIndex(phase) == nil {
      return .damaged
    }
    var attempt = Attempt(scenario: scenario, header: header)
    do throws(RecordError) {
      try journal.forEach { (event) throws(RecordError) in attempt.add(event) }
    } catch {
      return Finding(error)
    }
    return .attempt(
      LeftAttempt(
        summary: Summary(
          title: scenario.title, trainee: header.trainee, start: header.start,
          time: journal.ending.time, hasEnded: attempt.hasEnded, isExam: header.mode == .exam),
        path: path, header: header,
        caseFile: CaseFile(scenario: scenario, source: ScenarioSource(bytes: bytes)),
        ending: journal.ending, age: hold.age, hold: hold))
  }

  private init(
    summary: Summary, path: String, header: Header, caseFile: CaseFile,
    ending: JournalReader.Ending, age: Int, hold: JournalHold
  ) {
    self.summary = summary
    self.path = path
    self.header = header
    self.caseFile = caseFile
    self.ending = ending
    self.age = age
    self.hold = hold
  }

  /// Gives out its events; as they were written, or with every hand lifted at its last sample.
  ///
  /// - Throws: ``RecordError`` when they are not all there any more, or cannot be read. What was
  ///   given out till then is not the attempt.
  func forEach(
    liftsHands: Bool = true, _ step: (Event) throws(RecordError) -> Void
  ) throws(RecordError) {
    let journal = try JournalReader(.file(path))
    guard journal.ending == ending else {
      throw RecordError(
        .failed,
        Texts[
          "left.shorter", ["count": String(journal.ending.events), "all": String(ending.events)]])
    }
    try journal.forEach(liftsHands: liftsHands, step)
  }

  func remove() { unlink(path) }
}

extension LeftAttempt.Finding {
  fileprivate init(_ error: RecordError) {
    switch error.kind {
    case .badData: self = .damaged
    case .failed: self = .unread(error.description)
    case .unreadable, .unwritable: self = .others
    }
  }
}

/// Holds a journal that no program works with any more, against others that ask in the same way.
final class JournalHold: Sendable {
  private let descriptor: Int32
  /// Microseconds since the file was written to last; never negative.
  let age: Int

  /// Nil when another holds it, or it cannot be opened.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    let written = Date(
      timeIntervalSince1970: Double(status.st_mtim.tv_sec)
        + Double(status.st_mtim.tv_nsec) / 1_000_000_000)
    age = Int(min(max(0, -written.timeIntervalSinceNow), 1_000_000_000) * 1_000_000)
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    // Where a file system has no locks, the name says whose it is.
    if errno == EWOULDBLOCK || JournalHold.isOfALivingProcess(path) { return nil }
  }

  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// `.STEM.PROCESS.NUMBER.attempt`
  private static func isOfALivingProcess(_ path: String) -> Bool {
    let parts = path.split(separator: ".")
    guard parts.count >= 3, let process = Int32(parts[parts.count - 3]), process > 0 else {
      return false
    }
    return kill(process, 0) == 0 || errno == EPERM
  }
}
