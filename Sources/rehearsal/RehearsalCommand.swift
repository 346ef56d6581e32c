import ArgumentParser
import Foundation
import Handover
import ScenarioFiles
import Scoring
import Sessions

/// Makes the expert's attempt as a live one, for tests that stop it.
@main struct RehearsalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearsal",
    abstract: "Perform the expert's demonstration of a case as a live attempt.",
    discussion: """
      The attempt is kept as the window keeps one, in $EFFLEURAGE_HOME/records. While it is made, \
      standard output gets a line each time an event was given: its time in microseconds of the \
      attempt's clock. The last line is "saved". What the window would tell a trainee goes to \
      standard error.

      With --left nothing is performed: the attempt that a stopped program left is scored as the \
      window scores one.

      Exit codes: 0 saved; 64 wrong usage; 65 nothing to demonstrate; 66 no such case, or nothing \
      left; 74 not saved, and the journal stays.
      """)

  /// Seconds of the machine's clock that a turn stands for, at most: a slow machine performs
  /// slowly, and not in leaps.
  private static let longestTurn = Duration.milliseconds(20)

  @Argument(help: "The case: an id of the library or a path.")
  var scenario: String

  @Option(help: ArgumentHelp("How many times as fast as the clock.", valueName: "x"))
  var speed = 1.0

  @Flag(help: "Score the attempt that a stopped program left.")
  var left = false

  func validate() throws {
    guard (0.01...10_000).contains(speed) else {
      throw ValidationError("--speed is from 0.01 to 10000.")
    }
  }

  func run() throws {
    if left { return try scoreLeft() }
    var performance = try begin()
    let clock = ContinuousClock()
    var last = clock.now
    var moment = 0.0
    var shown: Int?
    var told: Notice?
    while !performance.isOver {
      let now = clock.now
      let turn = min(now - last, RehearsalCommand.longestTurn)
      last = now
      moment += turn / .microseconds(1) * speed
      performance.advance(to: Int(moment))
      if let time = performance.time, time != shown {
        shown = time
        say("\(time)", to: STDOUT_FILENO)
      }
      tell(performance.session, &told)
      if !performance.isOver { usleep(2_000) }
    }
    guard performance.session.finished?.saved != nil else {
      performance.keepJournal()
      throw ExitCode(74)
    }
    say("saved", to: STDOUT_FILENO)
  }

  /// Looks for an attempt that was left, as the window does at its start, and scores it.
  private func scoreLeft() throws {
    var session = Session(
      cases: [], setting: Session.Setting(program: Program.signature),
      store: AttemptStore(folder: UserFolders.ofThisProcess().records))
    var told: Notice?
    session.lookUpLeftAttempts(at: 0)
    session.advance(to: 0)
    tell(session, &told)
    guard case .leftAttempt = session.question else { throw ExitCode(66) }
    session.scoreLeftAttempt(at: 0)
    tell(session, &told)
    guard session.finished?.saved != nil else {
      session.keepJournal()
      throw ExitCode(74)
    }
    say("saved", to: STDOUT_FILENO)
  }

  private func begin() throws -> Performance {
    let folders = UserFolders.ofThisProcess()
    let found: LoadedScenario
    do throws(ScenarioFileError) {
      found = try ScenarioLibrary(user: folders, shipped: .ofThisProgram()).find(scenario)
    } catch {
      for message in error.messages { say(message, to: STDERR_FILENO) }
      throw ExitCode(66)
    }
    do throws(DemonstrationError) {
      return try Performance(
        of: found, store: AttemptStore(folder: folders.records), program: Program.signature,
        start: Date.now.formatted(.iso8601))
    } catch {
      say("\(error)", to: STDERR_FILENO)
      throw ExitCode(65)
    }
  }

  /// Says what the window would tell, once.
  private func tell(_ session: Session, _ told: inout Notice?) {
    guard let notice = session.notice, notice != told else { return }
    told = notice
    say(notice.text, to: STDERR_FILENO)
  }

  /// A line at once, in one piece.
  private func say(_ line: String, to descriptor: Int32) {
    let bytes = Array((line + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}
