import ArgumentParser
import Handover
import History
import ScenarioFiles

/// Deletes a trainee with everything about them.
struct HistoryDeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a trainee with everything about them. This cannot be undone.",
    discussion: """
      Attempts, records, results, journals, reports, courses and the name are deleted and \
      overwritten, without a question. This cannot be undone; "effleurage history export FILE" \
      keeps a copy of everybody's attempts. Copies made elsewhere are not touched.

      Exit codes: 0 deleted; 64 wrong usage; 66 nobody is called so; 74 reading or writing failed: \
      then not everything is deleted, and asking once more does the rest.
      """)

  @Option(help: ArgumentHelp("Who is deleted: the name, or the id.", valueName: "name"))
  var trainee: String

  func run() throws {
    Interrupt.watch()
    // What is to go need not be judged first.
    let history = try UserHistory(entersRecords: false)
    let who: Trainee
    do throws(Failure) {
      who = try history.trainee(trainee)
    } catch {
      // Nothing is known of somebody whose rows went before, but files or old pages may remain.
      guard error.code == .noInput, Trainee.isID(trainee) else { throw error }
      let rest = try delete(trainee, from: history)
      guard rest != Deletion() else { throw error }
      tell(rest, of: trainee)
      return
    }
    tell(
      try delete(who.id, from: history),
      of: who.name.map { "\($0) (\(who.id))" } ?? who.id)
  }

  private func delete(
    _ id: String, from history: UserHistory
  ) throws(Failure) -> Deletion {
    let deletion: Deletion
    do throws(HistoryError) {
      deletion = try UserHistory.filing { () throws(HistoryError) in
        try history.store.delete(trainee: id)
      }
    } catch {
      throw Failure(
        .inputOutput,
        "\(error.message) To ask once more: \(Program.name) history delete --trainee \(id)")
    }
    try history.forgetInSettings(id)
    return deletion
  }

  private func tell(_ deletion: Deletion, of who: String) {
    Output().write(
      "\(who) is deleted: \(HistoryText.count(deletion.attempts, "attempt")), "
        + "\(HistoryText.count(deletion.courses, "course")), "
        + "\(HistoryText.count(deletion.files, "file"))\n")
  }
}
