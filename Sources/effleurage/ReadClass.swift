import Classes
import Synchronization

/// The records of a folder, read on several threads and kept in their order.
final class ReadClass: Sendable {
  private struct State {
    var submissions: [Submission] = []
    var unread: [ClassRecords.Unread] = []
    var tally = FailureTally()
  }

  private let reader: ClassReader
  private let progress: Progress
  private let state = Mutex(State())

  init(_ reader: ClassReader, count: Int) {
    self.reader = reader
    progress = Progress(total: count, noun: "records judged")
  }

  var submissions: [Submission] { state.withLock { $0.submissions } }
  var unread: [ClassRecords.Unread] { state.withLock { $0.unread } }
  var tally: FailureTally { state.withLock { $0.tally } }

  /// Says on standard error what cannot be read, as it comes.
  func run(_ inputs: [RecordInput], jobs: Int) {
    let queue = Mutex(Array(inputs.enumerated())[...])
    Conveyor(
      jobs: min(jobs, max(1, inputs.count)),
      next: { queue.withLock { $0.popFirst() } },
      work: { [reader] item in reader.read(item.element, number: item.offset + 1) },
      deliver: { [self] outcome in
        progress.step()
        take(outcome)
      }
    ).run()
    progress.finish()
  }

  private func take(_ outcome: ClassReader.Outcome) {
    switch outcome {
    case .submission(let submission, let warning):
      if let warning { Diagnostics.write([warning]) }
      state.withLock { $0.submissions.append(submission) }
    case .unread(let unread, let failure):
      failure.report()
      state.withLock {
        $0.unread.append(unread)
        $0.tally.note(failure.code)
      }
    }
  }
}
