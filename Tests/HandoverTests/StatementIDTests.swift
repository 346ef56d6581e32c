import Foundation
import Testing

@testable import Handover
@testable import Scoring

/// Which statements have the same id.
@Suite struct StatementIDTests {
  private static let usual = (
    homePage: "https://effleurage.example/", trainee: "t-7k3qvm2x", start: "2025-05-14T09:30:00Z",
    digest: "834af6a5d10c85bc76fe1e603270ebb12628919a7fbfd17c113a1fd9f7bd3423"
  )

  /// The example of RFC 4122's errata 1352, and Python's documentation of `uuid5`.
  @Test func versionFiveIsThatOfTheRFC() {
    let dns: [UInt8] = [
      0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30,
      0xc8,
    ]
    func text(_ name: String, _ space: [UInt8]) -> String {
      NameUUID.text(NameUUID.bytes(of: name, in: space))
    }
    #expect(text("www.example.com", dns) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    #expect(text("python.org", dns) == "886313e1-3b8a-5372-9b90-0c9aee199e5d")
    #expect(
      text("https://effleurage.example/xapi/statements", NameUUID.urls)
        == "dd96892e-41c7-5a42-82de-25255a97a4ea")
    #expect(NameUUID.isUUID("886313e1-3b8a-5372-9b90-0c9aee199e5d"))
    #expect(!NameUUID.isUUID("886313E1-3b8a-5372-9b90-0c9aee199e5d"))
    #expect(!NameUUID.isUUID("886313e1-3b8a-5372-9b90-0c9aee199e5d\n"))
  }

  /// Ids that are in stores already: they must never change.
  @Test func pinned() {
    let usual = StatementIDTests.usual
    #expect(
      Statement.id(
        homePage: usual.homePage, trainee: usual.trainee, start: usual.start,
        digest: usual.digest) == "0990610e-d5c6-5d0c-a34c-050100c1bfec")
    #expect(
      Statement.id(homePage: "https://学校.example/", trainee: "t-aaaabbbb", start: "", digest: "")
        == "19b8c373-d165-5eb3-a9fe-c4db129d250f")
  }

  @Test func whateverMakesAnotherJudgementMakesAnotherID() {
    let usual = StatementIDTests.usual
    let ids = [
      Statement.id(
        homePage: usual.homePage, trainee: usual.trainee, start: usual.start,
        digest: usual.digest),
      Statement.id(
        homePage: "https://school.example/", trainee: usual.trainee, start: usual.start,
        digest: usual.digest),
      Statement.id(
        homePage: usual.homePage, trainee: "t-aaaabbbb", start: usual.start, digest: usual.digest),
      Statement.id(
        homePage: usual.homePage, trainee: usual.trainee, start: "2025-05-14T09:30:01Z",
        digest: usual.digest),
      Statement.id(
        homePage: usual.homePage, trainee: usual.trainee, start: usual.start,
        digest: String(usual.digest.reversed())),
    ]
    #expect(Set(ids).count == ids.count)
  }

  /// Not of the record's name, the title's wording or the program that exports.
  @Test func theSameJudgementHasTheSameStatement() throws {
    func attempt() -> JudgedAttempt {
      JudgedAttempt(
        result: SampleResult.result, scenarioSHA256: SampleResult.scenarioSHA256, title: "A",
        summary: "", start: "2025-05-14T09:30:00Z", program: "0.1.0")
    }
    #expect(try Statement(of: attempt()) == Statement(of: attempt()))
    var rescored = attempt()
    rescored.result.ruleSet = 2
    #expect(try Statement(of: attempt()).id != Statement(of: rescored).id)
  }

  @Test(arguments: [
    "https://school.example/", "http://school.example", "https://school.example:8443/a/b?c=d#e",
    "https://学校.example/学", "HTTPS://a", "https://a/%C3%A4", "https://a/'(x)'",
  ])
  func homePages(text: String) { #expect(Statement.isIRI(text)) }

  @Test(arguments: [
    "", "school", "urn:school", "ftp://a/", "https://", "https:///a", "https://a b/",
    "https://a/\"",
    "https://a/<x>", "https://a/%4", "https://a/%zz", "https://a/\n", "https://a/#a#b",
    "https://u:p@a/", "https://a/\u{202E}", "https://a/\\", "javascript:https://a/",
    "https://a/{x}",
  ])
  func noHomePages(text: String) { #expect(!Statement.isIRI(text)) }
}
