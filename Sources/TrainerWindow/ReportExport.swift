import Catalogue
import Foundation
public import Sessions
import Synchronization
import Threads

/// How a report of an attempt is written.
public struct ReportWriter: Sendable {
  /// The ending of the files, such as `png`.
  public var kind: String
  /// Writes the report of an attempt to a path, whole or not at all; called on any thread.
  public var write: @Sendable (FinishedAttempt, _ path: String) throws -> Void

  public init(
    kind: String, write: @escaping @Sendable (FinishedAttempt, _ path: String) throws -> Void
  ) {
    self.kind = kind
    self.write = write
  }
}

/// A report that is written beside what the program does: one of a long attempt takes longer than a
/// person would wait for a frame.
final class ReportExport: Sendable {
  enum Outcome: Sendable {
    case written
    case failed(reason: String)
  }

  /// Seconds for which closing the window waits for what is being written.
  static let patience = 10.0

  let path: String
  private let outcome = Mutex<Outcome?>(nil)
  private let end = NSCondition()

  /// Begins, on a thread of its own; where there is none, it is written at once.
  init(
    _ attempt: FinishedAttempt, to path: String, by writer: ReportWriter,
    beside start: WorkThread.Starter = WorkThread.usual
  ) {
    self.path = path
    WorkThread.doBeside(by: start) { [self] in
      let result: Outcome
      do {
        try writer.write(attempt, path)
        result = .written
      } catch {
        result = .failed(reason: "\(error)")
      }
      end.lock()
      outcome.withLock { $0 = result }
      end.broadcast()
      end.unlock()
    }
  }

  /// What came of it; nil while it goes on.
  var result: Outcome? { outcome.withLock { $0 } }

  /// Returns when the report is written, or cannot be, or the time is over.
  func wait(within seconds: Double) {
    let limit = Date(timeIntervalSinceNow: seconds)
    end.lock()
    while result == nil, end.wait(until: limit) {}
    end.unlock()
  }
}

extension Trainer {
  /// Begins to write the report of the attempt in the debrief.
  func exportDebrief() {
    guard export == nil, let reports, let next = session.beginExport(as: reports.kind) else {
      return
    }
    export = ReportExport(next.attempt, to: next.path, by: reports)
  }

  /// Tells what came of the report, once.
  func takeExport() {
    guard let result = export?.result, let path = export?.path else { return }
    export = nil
    switch result {
    case .written:
      session.tell(Notice(.information, Texts["debrief.exported", ["path": path]]))
    case .failed(let reason):
      session.tell(Notice(.error, Texts["debrief.notExported", ["reason": reason]]))
    }
    pacer.isStale = true
  }
}
