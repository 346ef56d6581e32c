import Foundation
import Handover
import Synchronization

/// `score --lines`: one JSON object a line in, one result a line out, in the same order.
struct LineScoring {
  private struct Line: Decodable {
    var record: String
    var inkml: String
    var scenario: String?
  }

  /// What can still be told of a line that is not as it should be.
  private struct Name: Decodable {
    var record: String?
  }

  /// Bytes of a line, at most: seven hours of a hand at 250 samples a second.
  static let limit = 64 << 20

  let judge: RecordJudge
  let jobs: Int

  func run() throws {
    let output = Output()
    let tally = Mutex(FailureTally())
    let lines = Mutex(LineInput(limit: LineScoring.limit))
    let progress = Progress(total: nil, noun: "records scored")
    Conveyor<[UInt8], (line: String, failure: Failure.Code?)>(
      jobs: jobs,
      next: { lines.withLock { $0.nextNotEmpty() } },
      work: { answer($0) },
      deliver: { answer in
        progress.step()
        if let code = answer.failure { tally.withLock { $0.note(code) } }
        Progress.clear()
        output.write(answer.line + "\n")
      }
    ).run()
    progress.finish()
    if let failure = lines.withLock({ $0.failure }) {
      throw Failure(.inputOutput, "reading standard input failed: \(failure)")
    }
    if lines.withLock({ $0.isTooLong }) {
      throw Failure(.badData, "standard input: a line of over \(LineScoring.limit >> 20) MiB")
    }
    tally.withLock { $0 }.leave()
  }

  private func answer(_ bytes: [UInt8]) -> (line: String, failure: Failure.Code?) {
    let decoder = JSONDecoder()
    let data = Data(bytes)
    guard let line = try? decoder.decode(Line.self, from: data) else {
      let name = (try? decoder.decode(Name.self, from: data))?.record ?? ""
      let error =
        "the line is not a JSON object {\"record\": NAME, \"inkml\": TEXT, "
        + "\"scenario\": YAML or absent}"
      return (ResultJSON.errorLine(record: name, error: error), .badData)
    }
    let input = RecordInput(
      name: line.record, path: line.record, source: .text(line.inkml), scenario: line.scenario)
    switch judge.judge(input) {
    case .success(let judged): return (judged.line(named: line.record), nil)
    case .failure(let failure):
      let error = failure.lines.joined(separator: "\n")
      return (ResultJSON.errorLine(record: line.record, error: error), failure.code)
    }
  }
}

extension LineInput {
  /// The next line that holds more than blanks.
  fileprivate mutating func nextNotEmpty() -> [UInt8]? {
    while let line = next() {
      if line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
        return line
      }
    }
    return nil
  }
}
