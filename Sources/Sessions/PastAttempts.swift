import Attempts
import Foundation
import Scoring

/// What is known of a trainee's earlier attempts at each case, from the saved results.
public struct PastAttempts: Hashable, Sendable {
  public struct OfCase: Hashable, Sendable {
    /// 0 to 100; of attempts that were not abandoned, nil without any.
    public var bestScore: Double?
    public var hasPassed = false
    public var attempts = 0
    /// Of attempts at practice; exams show no aids anyway.
    public internal(set) var fading = FeedbackFading()
  }

  private var cases: [String: OfCase] = [:]
  /// Of all cases, those that were abandoned too.
  public private(set) var attempts = 0
  private var scored = 0
  private var scores = 0.0

  public init() {}

  /// 0 to 100, of attempts that were not abandoned; nil without any.
  public var averageScore: Double? { scored > 0 ? scores / Double(scored) : nil }

  /// Nil where the case was not tried.
  public subscript(caseID: String) -> OfCase? { cases[caseID] }

  /// Adds an attempt; those of a case in order of time.
  mutating func add(caseID: String, score: Double, verdict: String, mode: String) {
    var known = cases[caseID] ?? OfCase()
    known.attempts += 1
    attempts += 1
    if verdict != Result.Verdict.abandoned.rawValue {
      known.bestScore = max(known.bestScore ?? 0, score)
      scored += 1
      scores += score
    }
    let isPassed = verdict == Result.Verdict.passed.rawValue
    if isPassed { known.hasPassed = true }
    if mode == Mode.practice.rawValue { known.fading.add(isPassed: isPassed) }
    cases[caseID] = known
  }
}

/// The keys of a saved result that the library shows.
private struct SavedResult: Decodable {
  struct Scenario: Decodable {
    var id: String
  }

  var scenario: Scenario
  var trainee: String?
  var mode: String
  var origin: String
  var verdict: String
  var score: Double
}

extension AttemptStore {
  /// The attempts of a trainee, nil: of nobody named. Drills and demonstrations do not count, and a
  /// file that is not a result is passed over.
  public func past(of trainee: String?) -> PastAttempts {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let decoder = JSONDecoder()
    var results: [(place: Place, saved: SavedResult)] = []
    for name in names where name.hasSuffix(".json") && !name.hasPrefix(".") {
      guard let data = AttemptStore.plainFile(folder + "/" + name),
        let saved = try? decoder.decode(SavedResult.self, from: data),
        saved.origin == "live", saved.mode != "drill", saved.trainee == trainee,
        // Whatever else stands in a file is no score.
        (0...100).contains(saved.score)
      else { continue }
      results.append((Place(of: name, caseID: saved.scenario.id), saved))
    }
    results.sort { $0.place < $1.place }
    var past = PastAttempts()
    for (_, saved) in results {
      past.add(
        caseID: saved.scenario.id, score: saved.score, verdict: saved.verdict, mode: saved.mode)
    }
    return past
  }

  /// More than any result needs.
  private static let mostBytes = 1 << 26

  /// The bytes of a file; nil of what is none, such as a pipe, which would be waited for.
  private static func plainFile(_ path: String) -> Data? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      facts.st_size <= AttemptStore.mostBytes
    else { return nil }
    return try? Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// Where a result stands in time, by its name: `START-CASE.json`, or `START-CASE-2.json` for the
  /// next one of the same second. A result carries no time of its own.
  private struct Place: Comparable {
    private var start: Substring
    private var number: Int
    private var name: String

    init(of file: String, caseID: String) {
      name = file
      let stem = file.dropLast(".json".count)
      start = stem.prefix("20261122-135516".count)
      let tail = stem.hasSuffix("-" + caseID) ? nil : stem.split(separator: "-").last
      number = tail.flatMap { Int($0) } ?? 1
    }

    static func < (one: Place, other: Place) -> Bool {
      (one.start, one.number, one.name) < (other.start, other.number, other.name)
    }
  }
}
