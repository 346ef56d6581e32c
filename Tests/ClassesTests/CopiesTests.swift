import Attempts
import Foundation
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@testable import Classes

/// Recordings with the same movements.
@Suite struct CopiesTests {
  private let massage = Samples.massage(1)
  private let other = Samples.massage(2)

  private func submission(
    _ number: Int, _ trainee: String?, _ events: [Event], origin: Origin = .live
  ) -> Submission {
    Samples.submission(
      number, movements: Movements(events), Samples.result(trainee: trainee, origin: origin))
  }

  private func members(_ group: CopyGroup) -> [CopyGroup.Member.Source] {
    group.members.map(\.source)
  }

  @Test func theSameUnderTwoNamesIsFoundWhateverTheClockSays() throws {
    let groups = Copies.groups([
      submission(1, "t-aaaaaaaa", massage), submission(2, "t-bbbbbbbb", other),
      submission(3, "t-cccccccc", massage.map { $0.moved(time: 5_000_000, contact: 2) }),
    ])
    let group = try #require(groups.first)
    #expect(groups.count == 1)
    #expect(group.kind == .trainees && group.isWhole)
    #expect(members(group) == [.submission(0), .submission(2)])
  }

  @Test(arguments: [
    (["t-aaaaaaaa", "t-aaaaaaaa"], CopyGroup.Kind.again), (["t-aaaaaaaa", nil], .unnamed),
    ([nil, nil], .unnamed), (["t-aaaaaaaa", "t-bbbbbbbb"], .trainees),
    (["t-aaaaaaaa", nil, "t-bbbbbbbb"], .trainees),
  ])
  func whoHandedItInSaysWhatItIs(trainees: [String?], kind: CopyGroup.Kind) {
    let groups = Copies.groups(
      trainees.enumerated().map { submission($0.offset + 1, $0.element, massage) })
    #expect(groups.map(\.kind) == [kind])
    #expect(groups.first?.members.count == trainees.count)
  }

  /// A contact of 40 samples of which the first is missing is no longer the same; the others are.
  @Test(arguments: [1, 2, 3])
  func aCopyWithContactsCutIsFound(cut: Int) throws {
    let rest = massage.filter { ($0.contact ?? 0) > cut }
    let groups = Copies.groups([
      submission(1, "t-aaaaaaaa", massage), submission(2, "t-bbbbbbbb", rest),
    ])
    let group = try #require(groups.first)
    #expect(group.kind == .trainees && !group.isWhole)
    #expect(group.members.map(\.share) == [(4 - cut) * 250, 1_000])
  }

  /// From a tenth of the smaller one on.
  @Test(arguments: [(9, true), (10, false)])
  func aLittleInCommonIsNot(others: Int, isFound: Bool) {
    let common = Samples.contact(1, at: 0, x: 4_242)
    func with(_ seed: Int) -> [Event] {
      common
        + Samples.massage(seed, contacts: others, from: 2_000_000).map { $0.moved(contact: 1) }
    }
    let groups = Copies.groups([
      submission(1, "t-aaaaaaaa", with(11)), submission(2, "t-bbbbbbbb", with(12)),
    ])
    #expect(groups.isEmpty != isFound)
  }

  @Test func aDemonstrationHandedInIsToldAndDemonstrationsAmongThemselvesAreNot() throws {
    #expect(
      Copies.groups([
        submission(1, nil, massage, origin: .demonstration),
        submission(2, nil, massage, origin: .demonstration),
      ]).isEmpty)
    let beside = Copies.groups([
      submission(1, nil, massage, origin: .demonstration), submission(2, "t-aaaaaaaa", massage),
    ])
    #expect(beside.map(\.kind) == [.demonstration])
    let expert = Copies.groups(
      [submission(1, "t-aaaaaaaa", other)], experts: [Movements(massage), Movements(other)])
    #expect(expert.map(\.kind) == [.demonstration])
    #expect(expert.first.map(members) == [.submission(0), .expert(1)])
  }

  @Test func whoNeverTouchedIsNotAlike() {
    let groups = Copies.groups((1...3).map { submission($0, "t-aaaaaaa\($0)", []) })
    #expect(groups.isEmpty)
  }

  @Test func groupsComeByKindThenByTheirFirst() {
    let groups = Copies.groups([
      submission(1, "t-aaaaaaaa", massage), submission(2, "t-aaaaaaaa", massage),
      submission(3, "t-aaaaaaaa", other), submission(4, "t-bbbbbbbb", other),
    ])
    #expect(groups.map(\.kind) == [.trainees, .again])
  }

  /// A thousand copies are one group, in no time.
  @Test func manyCopiesAreOneGroup() {
    let one = Movements(massage)
    let many = (1...1_000).map {
      Samples.submission($0, movements: one, Samples.result(trainee: "t-aaaaaaaa"))
    }
    #expect(Copies.groups(many).map(\.members.count) == [1_000])
  }

  /// Different attempts at the shipped cases, also of one skill, have no contact in common. (The
  /// expert does a case in one way, whatever the seed.)
  @Test func differentAttemptsAreNeverCalledCopies() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios")
    let library = ScenarioLibrary(folders: [(path: folder.path, origin: .shipped)])
    #expect(library.entries.count > 10)
    var submissions: [Submission] = []
    for (index, entry) in library.entries.enumerated() where index % 3 == 0 {
      let loaded = try entry.reading.get()
      for (seed, skill) in [(2, 1.0), (4, 0.6), (5, 0.6), (5, 0.3)] {
        var options = Demonstration.Options()
        options.seed = UInt64(seed)
        options.skill = skill
        options.rate = 60
        let events = try Demonstration(of: loaded.scenario, options: options, program: "").events
        submissions.append(
          submission(submissions.count + 1, "t-aaaaaa\(index)\(seed)", events))
      }
    }
    let groups = Copies.groups(submissions)
    #expect(
      groups.isEmpty,
      "alike: \(groups.map { $0.members.map { "\($0)" }.joined(separator: ", ") })")
  }
}
