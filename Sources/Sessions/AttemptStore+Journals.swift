import Attempts
import Foundation
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// Journals that stopped programs left in the folder.
extension AttemptStore {
  /// What was found of them.
  struct LeftJournals {
    /// Attempts to be offered, the oldest first.
    var attempts: [LeftAttempt] = []
    /// Paths of those that cannot be read, as they are called now.
    var damaged: [String] = []
    /// Paths of those that the disk does not give now, and why. They stay for the next start.
    var unread: [(path: String, reason: String)] = []
  }

  /// Looks for journals that no living program holds.
  ///
  /// One without an event goes, and so does one whose attempt was saved. One that cannot be read is
  /// given another name, under which it is not found again; one that the disk fails to give stays. What a result was
  /// written to and never was finished goes when nobody can be at it any more; hidden `.part` files go
  /// when the history looks at its folder.
  func lookForLeftJournals() -> LeftJournals {
    var left = LeftJournals()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasPrefix(".") {
      let path = folder + "/" + name
      guard name.hasSuffix(AttemptStore.ending) else {
        if AttemptStore.isUnfinished(name) { removeUnlessNew(path) }
        continue
      }
      switch LeftAttempt.look(at: path) {
      case .others: break
      case .nothing: unlink(path)
      case .damaged: left.damaged.append(setAside(path))
      case .unread(let reason): left.unread.append((path, reason))
      case .attempt(let attempt):
        if isSaved(attempt) {
          attempt.remove()
        } else {
          left.attempts.append(attempt)
        }
      }
    }
    left.attempts.sort {
      ($0.summary.start, $0.path) < ($1.summary.start, $1.path)
    }
    return left
  }

  private static let ending = "." + JournalFile.kind

  /// Whether a hidden name is that which a file has until it is whole.
  private static func isUnfinished(_ name: String) -> Bool {
    name.wholeMatch(of: /\.effleurage-[A-Za-z0-9]{6}/) != nil
  }

  /// Removes a file that was not written to for an hour: none is under way for so long.
  private func removeUnlessNew(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Date.now.timeIntervalSince1970 - Double(status.st_mtim.tv_sec) > 3_600
    else { return }
    unlink(path)
  }

  /// Gives a journal that cannot be read a name that is not hidden; says the name.
  private func setAside(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let kept =
      folder + "/" + name.drop { $0 == "." }.dropLast(AttemptStore.ending.count) + ".damaged"
    return Foundation.rename(path, kept) == 0 ? kept : path
  }

  /// Whether a saved record holds all that a journal does: the program was stopped between saving
  /// and removing. A result that is missing beside the record is written.
  private func isSaved(_ attempt: LeftAttempt) -> Bool {
    let stem = AttemptStore.stem(of: attempt.caseFile.scenario.id, header: attempt.header)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasPrefix(stem) && name.hasSuffix(".inkml") {
      let record = String(name.dropLast(".inkml".count))
      guard let result = result(of: record, ifItHolds: attempt) else { continue }
      if FileManager.default.fileExists(atPath: path(record, "json")) { return true }
      do throws(StoreError) {
        try writeResult(
          result, record: record, scenarioSHA256: attempt.caseFile.source.sha256)
        return true
      } catch {
        // The journal stays, and this is tried again at the next start.
        continue
      }
    }
    return false
  }

  /// The result of a record that begins with all events of a journal; nil of any other.
  private func result(of record: String, ifItHolds attempt: LeftAttempt) -> Result? {
    var events: [Event] = []
    do throws(RecordError) {
      try attempt.forEach(liftsHands: false) { (event) throws(RecordError) in events.append(event) }
    } catch {
      return nil
    }
    struct Comparison {
      var scorer: Scorer
      var isSame: Bool
      var count = 0
    }
    let comparison = try? RecordReader().read(
      .file(path(record, "inkml")),
      into: { head in
        Comparison(
          scorer: Scorer(scenario: attempt.caseFile.scenario, header: head.header),
          isSame: head.header == attempt.header && head.sha256 == attempt.caseFile.source.sha256)
      },
      { comparison, event in
        guard comparison.isSame else { return }
        if comparison.count < events.count {
          comparison.isSame = AttemptStore.isSame(event, events[comparison.count])
        }
        comparison.count += 1
        comparison.scorer.add(event)
      })
    guard let comparison, comparison.isSame, comparison.count >= events.count else { return nil }
    return comparison.scorer.result()
  }

  /// Whether a record's event is a journal's. The last sample of a hand that was never lifted is a
  /// lift in the record.
  private static func isSame(_ event: Event, _ written: Event) -> Bool {
    if case .lift(let contact, let sample) = event, case .move(contact, sample) = written {
      return true
    }
    return event == written
  }
}
