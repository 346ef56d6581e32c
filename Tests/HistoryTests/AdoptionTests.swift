import Attempts
import Foundation
import GRDB
import Handover
import History
import Records
import ScenarioFiles
import Scoring
import Testing

/// What stands beside the history and is not in it.
@Suite struct AdoptionTests {
  private let folder: TestFolder
  private let store: HistoryStore

  init() throws {
    folder = try TestFolder()
    store = folder.store()
    try FileManager.default.createDirectory(
      atPath: folder.records, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ header: Header) throws {
    try RecordWriter.write(
      Example.events(), header: header, scenario: Example.scenario,
      to: folder.records + "/" + name)
  }

  @Test func aRecordWithoutRowsIsJudgedAndEntered() throws {
    let header = Example.header()
    try write("20250514-093000-smallest.inkml", header)
    #expect(try store.adopt().added == ["20250514-093000-smallest.inkml"])
    let summary = try #require(try store.attempts(of: Example.trainee).first)
    let result = try Example.judged(Example.events(), header)
    #expect(summary.past.score == Int((result.score.value * 10).rounded()))
    #expect(summary.title == "One stroke")
    #expect(try store.adopt() == Adoption())
  }

  @Test func aDemonstrationIsEnteredAndDoesNotCount() throws {
    try write("a.inkml", Example.header(origin: .demonstration))
    #expect(try store.adopt().added == ["a.inkml"])
    #expect(try store.attempts(of: Example.trainee).count == 1)
    #expect(try store.past(of: Example.trainee).isEmpty)
  }

  @Test func whatCannotBeReadIsLeftAndNamed() throws {
    try write("good.inkml", Example.header())
    let bytes = try folder.bytes(folder.records + "/good.inkml")
    let foreign = #"<ink xmlns="http://www.w3.org/2003/InkML"><trace>1 1, 2 2</trace></ink>"#
    let newer = String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: "rules=\"1\"", with: "rules=\"9\"")
    let others: [(String, Data)] = [
      ("cut.inkml", bytes.dropLast(40)), ("empty.inkml", Data()),
      ("foreign.inkml", Data(foreign.utf8)), ("newer.inkml", Data(newer.utf8)),
    ]
    for (name, data) in others { try data.write(to: URL(filePath: folder.records + "/" + name)) }
    let adoption = try store.adopt()
    #expect(adoption.added == ["good.inkml"])
    #expect(adoption.left.map(\.name) == others.map(\.0))
    #expect(adoption.left[2].reason.contains("another program made it"))
    #expect(adoption.left[3].reason.contains("rule set 9"))
    for (name, data) in others { #expect(try folder.bytes(folder.records + "/" + name) == data) }
  }

  @Test func aCopyIsLeftAndAnotherNameIsFollowed() throws {
    let kept = try store.save(Example.attempt())
    let copy = folder.records + "/copy.inkml"
    try FileManager.default.copyItem(atPath: kept.record, toPath: copy)
    #expect(try store.adopt() == Adoption())
    #expect(try store.attempts().map(\.record) == [kept.record])
    try FileManager.default.removeItem(atPath: kept.record)
    #expect(try store.adopt() == Adoption())
    #expect(try store.attempts().map(\.record) == [copy])
    #expect(
      try store.result(of: kept.id)
        == ResultJSON.line(
          Example.judged(Example.events(), Example.header()), record: "copy.inkml",
          scenarioSHA256: ScenarioSource(bytes: Example.scenario).sha256))
  }

  @Test func whoStopsKeepsWhatWasEntered() throws {
    for number in 1...3 {
      try write("\(number).inkml", Example.header(start: "2025-05-14T09:30:0\(number)Z"))
    }
    #expect {
      try store.adopt { done, of in
        #expect(of == 3); return done < 2
      }
    } throws: {
      ($0 as? HistoryError)?.kind == .cancelled
    }
    #expect(try store.attempts().count == 2)
    #expect(try store.adopt().added == ["3.inkml"])
  }

  @Test func namesOfAnOlderVersionComeOnce() throws {
    let list = folder.history + "/trainees.json"
    let named = try store.id(of: "Ada")
    try Data(
      #"{"Ada": "t-22222222", "Bo": "t-33333333", "Cy": "\#(named)", "Di": "nonsense"}"#.utf8
    ).write(to: URL(filePath: list))
    // The second Ada is another person as far as anybody knows; who has a name keeps it.
    #expect(try store.adopt().names == 2)
    #expect(
      try store.everybody() == [
        Trainee(id: named, name: "Ada"), Trainee(id: "t-22222222", name: "Ada 2"),
        Trainee(id: "t-33333333", name: "Bo"),
      ])
    #expect(!FileManager.default.fileExists(atPath: list))
    #expect(try store.adopt().names == 0)
  }

  @Test func aListThatIsNoneIsLeft() throws {
    let list = folder.history + "/trainees.json"
    try Data("[1]".utf8).write(to: URL(filePath: list))
    #expect { try store.adopt() } throws: { ($0 as? HistoryError)?.kind == .unreadable }
    #expect(try folder.bytes(list) == Data("[1]".utf8))
  }

  @Test func whatWasLeftHalfWrittenGoesAfterADay() throws {
    let names = [".a.x.part", ".b.x.part"]
    for name in names { try Data("x".utf8).write(to: URL(filePath: folder.records + "/" + name)) }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -90_000)],
      ofItemAtPath: folder.records + "/.a.x.part")
    _ = try store.adopt()
    #expect(folder.names(in: folder.records) == [".b.x.part"])
  }
}
