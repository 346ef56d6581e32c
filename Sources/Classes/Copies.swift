import Attempts
import Scoring

/// Recordings with the same movements, which nobody makes twice.
public struct CopyGroup: Hashable, Sendable {
  /// Who handed the same in.
  public enum Kind: Hashable, Sendable {
    /// Two trainees or more.
    case trainees
    /// A demonstration, handed in as an attempt.
    case demonstration
    /// Somebody named and somebody not, or nobody named at all.
    case unnamed
    /// One trainee, more than once.
    case again
  }

  public struct Member: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
      /// Index in the submissions.
      case submission(Int)
      /// The expert's demonstration that the program makes of a case; index in the demonstrations.
      case expert(Int)
    }

    public var source: Source
    /// How much of its movement stands in another of the group, in thousandths, rounded down.
    public var share: Int
  }

  public var kind: Kind
  /// Submissions as they were read, then the expert's.
  public var members: [Member]

  /// Whether each holds all that another does.
  public var isWhole: Bool { members.allSatisfy { $0.share == 1_000 } }
}

/// Finds recordings with the same movements.
public enum Copies {
  /// Alike from this share of the smaller one's movement on, in thousandths, with at least so many
  /// samples: attempts that were cut or put together are found too.
  static let share = 100
  static let samples = 30

  /// - Parameter experts: what the program shows of the cases, which nobody may hand in.
  /// - Returns: in the order of ``CopyGroup/Kind``, then of their first members. Demonstrations that
  ///   are like each other are none.
  public static func groups(
    _ submissions: [Submission], experts: [Movements] = []
  ) -> [CopyGroup] {
    let all = submissions.map(\.movements) + experts
    var links = Links(count: all.count)
    linkWhole(all, &links)
    linkParts(all, &links)
    var groups: [CopyGroup] = []
    for indices in links.groups {
      let live = indices.filter {
        $0 < submissions.count && submissions[$0].result.origin != .demonstration
      }
      guard !live.isEmpty else { continue }
      groups.append(
        CopyGroup(
          kind: kind(live.map { submissions[$0].result.trainee }, live.count < indices.count),
          members: indices.map { index in
            CopyGroup.Member(
              source: index < submissions.count
                ? .submission(index) : .expert(index - submissions.count),
              share: links.shares[index])
          }))
    }
    return groups.enumerated().sorted {
      (rank($0.element.kind), $0.offset) < (rank($1.element.kind), $1.offset)
    }.map(\.element)
  }

  private static func rank(_ kind: CopyGroup.Kind) -> Int {
    switch kind {
    case .trainees: 0
    case .demonstration: 1
    case .unnamed: 2
    case .again: 3
    }
  }

  private static func kind(_ trainees: [String?], _ hasDemonstration: Bool) -> CopyGroup.Kind {
    var named: [String] = []
    for trainee in trainees {
      if let trainee, !named.contains(trainee) { named.append(trainee) }
    }
    if named.count > 1 { return .trainees }
    if hasDemonstration { return .demonstration }
    return named.isEmpty || trainees.contains(nil) ? .unnamed : .again
  }

  /// Links what is alike as a whole, so that a thousand copies of one file are compared once.
  private static func linkWhole(_ all: [Movements], _ links: inout Links) {
    var wholes: [(whole: UInt64, index: Int)] = []
    for (index, movements) in all.enumerated() {
      if let whole = movements.whole { wholes.append((whole, index)) }
    }
    wholes.sort { ($0.whole, $0.index) < ($1.whole, $1.index) }
    for (one, next) in zip(wholes, wholes.dropFirst()) where one.whole == next.whole {
      links.join(one.index, next.index, shares: (1_000, 1_000))
    }
  }

  private static func linkParts(_ all: [Movements], _ links: inout Links) {
    // Of what is alike as a whole the first stands for all.
    var contacts: [(fingerprint: UInt64, index: Int)] = []
    for (index, movements) in all.enumerated() where links.root(index) == index {
      contacts += movements.contacts.map { ($0.fingerprint, index) }
    }
    contacts.sort { ($0.fingerprint, $0.index) < ($1.fingerprint, $1.index) }
    var common = [Int](repeating: 0, count: all.count)
    let firsts = all.indices.filter { links.root($0) == $0 }
    for index in firsts {
      var touched: [Int] = []
      for contact in all[index].contacts {
        var at = lowerBound(contacts, contact.fingerprint)
        while at < contacts.count, contacts[at].fingerprint == contact.fingerprint,
          contacts[at].index < index
        {
          let other = contacts[at].index
          if common[other] == 0 { touched.append(other) }
          common[other] += contact.samples
          at += 1
        }
      }
      for other in touched.sorted() {
        let samples = common[other]
        common[other] = 0
        let (own, others) = (all[index].samples, all[other].samples)
        guard samples >= Copies.samples, samples * 1_000 >= share * min(own, others) else {
          continue
        }
        links.join(
          other, index, shares: (samples * 1_000 / others, samples * 1_000 / own))
      }
    }
  }

  /// The first place at which a fingerprint could stand.
  private static func lowerBound(
    _ contacts: [(fingerprint: UInt64, index: Int)], _ fingerprint: UInt64
  ) -> Int {
    var (low, high) = (0, contacts.count)
    while low < high {
      let middle = (low + high) / 2
      if contacts[middle].fingerprint < fingerprint { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What is alike, directly or through others.
  private struct Links {
    private var parent: [Int]
    /// The greatest share that each has in common with another.
    private(set) var shares: [Int]

    init(count: Int) {
      parent = Array(0..<count)
      shares = [Int](repeating: 0, count: count)
    }

    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }

    mutating func join(_ one: Int, _ other: Int, shares new: (Int, Int)) {
      shares[one] = max(shares[one], new.0)
      shares[other] = max(shares[other], new.1)
      let (first, second) = (root(one), root(other))
      // The lesser stands for both, so that groups begin with their first.
      if first < second { parent[second] = first } else { parent[first] = second }
      parent[one] = root(one)
      parent[other] = root(other)
    }

    /// Groups of two and more, in the order of their first.
    var groups: [[Int]] {
      var members = [[Int]](repeating: [], count: parent.count)
      for index in parent.indices { members[root(index)].append(index) }
      return members.filter { $0.count > 1 }
    }
  }
}
