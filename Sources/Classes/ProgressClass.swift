import Scenarios
import Scoring

/// How the trainees' attempts at a case went on, with devices on which they can be compared.
public struct ProgressClass: Hashable, Sendable {
  /// One trainee's attempts that count, in the order of time.
  public struct Line: Hashable, Sendable {
    public var trainee: String
    /// In the submissions.
    public var indices: [Int]
    /// Tenths.
    public var scores: [Int]
    /// By criterion in the order of ``Criterion``, then by attempt: thousandths of the weight that
    /// were kept; nil where it was not assessed.
    public var kept: [[Int?]]
  }

  public var input: InputClass
  public var attempts: Int
  /// In the order of the trainees' ids; of nobody named there is none.
  public var lines: [Line]
  /// The middle of the scores of the first, second and further attempts, with how many have so many.
  public var scores: [Middle]
  /// The same of each criterion, where anybody's was assessed.
  public var criteria: [[Middle?]]

  public struct Middle: Hashable, Sendable {
    public var median: Int
    public var count: Int
  }

  /// Whether anybody has a second attempt.
  public var hasProgress: Bool { scores.count > 1 }

  static func all(_ attempts: [CaseGroup.Attempt], _ submissions: [Submission]) -> [ProgressClass] {
    var inputs: [(input: InputClass, indices: [Int])] = []
    for attempt in attempts where attempt.counts {
      let input = submissions[attempt.index].input
      if let at = inputs.firstIndex(where: { $0.input == input }) {
        inputs[at].indices.append(attempt.index)
      } else {
        inputs.append((input, [attempt.index]))
      }
    }
    return inputs.sorted {
      ($1.indices.count, $0.input.rank) < ($0.indices.count, $1.input.rank)
    }.map { ProgressClass($0.input, $0.indices, submissions) }
  }

  private init(_ input: InputClass, _ indices: [Int], _ submissions: [Submission]) {
    var lines: [Line] = []
    for index in indices {
      guard let trainee = submissions[index].result.trainee else { continue }
      if lines.isEmpty || lines[lines.count - 1].trainee != trainee {
        lines.append(
          Line(
            trainee: trainee, indices: [], scores: [],
            kept: Criterion.allCases.map { _ in [] }))
      }
      let at = lines.count - 1
      lines[at].indices.append(index)
      lines[at].scores.append(submissions[index].result.score.units)
      for (criterion, place) in zip(Criterion.allCases, lines[at].kept.indices) {
        lines[at].kept[place].append(submissions[index].kept(criterion))
      }
    }
    self.input = input
    attempts = indices.count
    self.lines = lines
    let longest = lines.map(\.scores.count).max() ?? 0
    scores = (0..<longest).compactMap { place in
      ProgressClass.middle(lines.compactMap { place < $0.scores.count ? $0.scores[place] : nil })
    }
    criteria = Criterion.allCases.indices.map { criterion in
      (0..<longest).map { place in
        ProgressClass.middle(
          lines.compactMap { place < $0.scores.count ? $0.kept[criterion][place] : nil })
      }
    }
  }

  private static func middle(_ values: [Int]) -> Middle? {
    Spread(values).map { Middle(median: $0.median, count: $0.count) }
  }
}
