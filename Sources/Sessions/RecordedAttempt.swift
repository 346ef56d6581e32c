public import Attempts
import Patients
import Scenarios
public import Scoring

/// An attempt as it was recorded: everything that folding it once more needs.
public struct RecordedAttempt: Sendable {
  public let caseFile: CaseFile
  public let header: Header
  /// That judge it.
  public let rules: RuleSet
  public private(set) var events: EventLog
  /// The state in which earlier sessions left the patient; nil: none were.
  let course: CourseState?

  /// An attempt whose events are to be added, and stay in memory.
  public init(of caseFile: CaseFile, header: Header, rules: RuleSet) {
    self.caseFile = caseFile
    self.header = header
    self.rules = rules
    events = .inMemory
    course = nil
  }

  init(_ finished: FinishedAttempt) {
    caseFile = finished.caseFile
    header = finished.header
    rules = RuleSet.all.first { $0.number == finished.header.ruleSet } ?? .latest
    events = finished.events
    course = finished.course
  }

  /// The expert's attempt at the same case, judged by the same rules; nil where the expert touches
  /// nobody.
  init?(ofExpertBeside attempt: RecordedAttempt) {
    let demonstration: Demonstration
    do throws(DemonstrationError) {
      demonstration = try Demonstration(
        of: attempt.caseFile.scenario, options: Demonstration.Options(),
        program: attempt.header.program)
    } catch {
      return nil
    }
    guard demonstration.events.contains(where: { $0.contact != nil }) else { return nil }
    self.init(of: attempt.caseFile, header: demonstration.header, rules: attempt.rules)
    for event in demonstration.events { append(event) }
  }

  /// Adds the next event, in the one order of events.
  public mutating func append(_ event: Event) { events.append(event) }

  /// The attempt before its first event.
  var beginning: AttemptUnderWay {
    AttemptUnderWay(
      of: caseFile, header: header, at: 0, events: .forgetful, course: course, rules: rules)
  }
}
