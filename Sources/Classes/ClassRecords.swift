import Attempts
import Scoring

/// A class: what was handed in, by case, with what is no attempt of the class apart.
public struct ClassRecords: Sendable {
  /// As they were read.
  public let submissions: [Submission]
  /// What could not be read or judged.
  public let unread: [Unread]
  /// By the id of the case, then its SHA-256.
  public let cases: [CaseGroup]
  /// Indices of drills made live; by case, trainee and time, as those that follow.
  public let drills: [Int]
  public let demonstrations: [Int]
  /// Of other programs.
  public let foreign: [Int]
  public let copies: [CopyGroup]
  /// The cases whose demonstration by the expert was compared, in the order in which
  /// ``CopyGroup/Member/Source/expert(_:)`` counts.
  public let experts: [Expert]
  public let ruleSet: Int

  /// A record that has no result.
  public struct Unread: Hashable, Sendable {
    /// From 1, in the order in which the records were read.
    public var number: Int
    /// Nil where file names are not to be seen.
    public var file: String?
    public var reason: Reason

    /// Why, without a word of the record's own: it may hold somebody's name.
    public enum Reason: Hashable, Sendable {
      /// There is no such file, or reading it failed.
      case unreadable
      /// It is no record, or one that breaks a bound.
      case noRecord
      /// As that, with the place, from 1.
      case damaged(line: Int, column: Int)
      /// Another program made it, and no case was given for it.
      case noCase
      /// It carries another case than the one that was given.
      case otherCase
      /// Its case cannot be used.
      case badCase
      /// It was judged live by a rule set newer than the program knows.
      case newerRules
    }

    public init(number: Int, file: String?, reason: Reason) {
      self.number = number
      self.file = file
      self.reason = reason
    }
  }

  /// The movements of the demonstration that the program shows of a case.
  public struct Expert: Sendable {
    public var scenarioSHA256: String
    public var movements: Movements

    public init(scenarioSHA256: String, movements: Movements) {
      self.scenarioSHA256 = scenarioSHA256
      self.movements = movements
    }
  }

  /// - Parameters:
  ///   - submissions: as they were read.
  ///   - library: the cases of the library; those that others hide are among them.
  public init(
    _ submissions: [Submission], unread: [Unread] = [], experts: [Expert] = [],
    library: [LibraryCase], ruleSet: Int
  ) {
    self.submissions = submissions
    self.unread = unread
    self.experts = experts
    self.ruleSet = ruleSet
    copies = Copies.groups(submissions, experts: experts.map(\.movements))
    let order = submissions.indices.sorted {
      ClassRecords.stands(submissions[$0], before: submissions[$1])
    }
    drills = order.filter {
      submissions[$0].result.origin == .live && submissions[$0].result.mode == .drill
    }
    demonstrations = order.filter { submissions[$0].result.origin == .demonstration }
    foreign = order.filter { submissions[$0].result.origin == .foreign }
    var cases: [CaseGroup] = []
    var group: [Int] = []
    let own = order.filter { submissions[$0].isOfTheClass }
    for (place, index) in own.enumerated() {
      group.append(index)
      let next = place + 1 < own.count ? submissions[own[place + 1]].scenarioSHA256 : nil
      if next != submissions[index].scenarioSHA256 {
        cases.append(CaseGroup(group, of: submissions, library: library))
        group = []
      }
    }
    self.cases = cases
  }

  /// How many have an id that is not the others'.
  public var traineeCount: Int {
    var ids = cases.flatMap { $0.trainees.compactMap(\.id) }
    ids.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ids.indices.count { $0 == 0 || ids[$0] != ids[$0 - 1] }
  }

  /// By case, trainee (nobody named last) and time.
  private static func stands(_ one: Submission, before other: Submission) -> Bool {
    let keys = [
      (one.result.scenarioID, other.result.scenarioID),
      (one.scenarioSHA256, other.scenarioSHA256),
      // Behind every id that can be.
      (one.result.trainee ?? "\u{7F}", other.result.trainee ?? "\u{7F}"),
    ]
    for (first, second) in keys where first != second {
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    return Submission.isEarlier(one, other)
  }
}

/// A case as the library has it.
public struct LibraryCase: Hashable, Sendable {
  public var id: String
  public var sha256: String

  public init(id: String, sha256: String) {
    self.id = id
    self.sha256 = sha256
  }
}
