import Foundation
import Handover
import Synchronization

/// `score --compare`: how results differ from those of an earlier run.
struct Comparison: Sendable {
  private let judge: RecordJudge
  private let jobs: Int
  private let old: EarlierResults

  /// Reads the earlier results.
  ///
  /// - Throws: ``Failure`` 66 when there is no such file, 65 with its place when a line is no result.
  init(with path: String, judge: RecordJudge, jobs: Int) throws(Failure) {
    self.judge = judge
    self.jobs = jobs
    old = try EarlierResults(path)
  }

  /// Scores the records and writes what differs, in their order, then what is there no more.
  func run(_ inputs: [RecordInput], as format: ScoreCommand.Format) throws {
    let tally = Mutex(FailureTally())
    let queue = Mutex(Array(inputs.enumerated())[...])

    let matching = Mutex(old.matching(inputs.map(\.name)))
    let changes = Mutex<[Int: ResultChange]>([:])
    let progress = Progress(total: inputs.count, noun: "records scored")
    Conveyor(
      jobs: min(jobs, max(1, inputs.count)),
      next: { queue.withLock { $0.popFirst() } },
      work: { item in
        (
          item.offset,
          judge.judge(item.element).flatMap { judged in
            Comparison.content(of: judged.line(named: item.element.name), item.element.path)
          }
        )
      },
      deliver: { index, outcome in
        progress.step()
        let content: ResultLine.Content
        switch outcome {
        case .success(let read): content = read
        case .failure(let failure):
          failure.report()
          tally.withLock { $0.note(failure.code) }
          content = .error(failure.lines.joined(separator: "\n"))
        }
        matching.withLock { matching in
          for change in matching.add(content, at: index) {
            changes.withLock { $0[change.index] = change.change }
          }
        }
      }
    ).run()
    progress.finish()
    let found = changes.withLock { $0 }
    let all = inputs.indices.compactMap { found[$0] } + matching.withLock { $0.gone }
    Output().write(ComparisonText.page(all, as: format))
    tally.withLock { $0 }.leave()
  }

  /// What a line says that was just made of a record. It is read as those of before are, so that the
  /// same result never differs.
  private static func content(
    of line: String, _ path: String
  ) -> Swift.Result<ResultLine.Content, Failure> {
    do throws(ResultLineError) { return .success(try ResultLine(Array(line.utf8)).content) } catch {
      return .failure(
        Failure(.badData, "\(path): its result cannot be compared: \(error.message)"))
    }
  }
}
