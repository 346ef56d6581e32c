import Foundation
import ScenarioFiles
import Scenarios
import Testing

@testable import Handover

@Suite struct CaseShelfTests {
  /// The bytes of a case whose title has a number.
  private func bytes(_ number: Int) throws -> [UInt8] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios/lifting-easing-left.yaml")
    var scenario = try LoadedScenario.load(file: file.path).scenario
    scenario.title = "Case \(number)"
    return Array(ScenarioWriter.text(of: scenario).utf8)
  }

  @Test func eachIsItsOwnAndReadOnce() throws {
    let shelf = CaseShelf()
    for _ in 0..<2 {
      for number in 0..<5 {
        let taken = try shelf.take(bytes: try bytes(number), path: "a")
        #expect(taken.scenario.title == "Case \(number)")
        #expect(taken.sha256 == ScenarioSource(bytes: try bytes(number)).sha256)
      }
      #expect(shelf.count == 5)
    }
  }

  @Test func noMoreAreKeptThanFit() throws {
    let shelf = CaseShelf()
    for number in 0..<CaseShelf.most { _ = try shelf.take(bytes: try bytes(number), path: "a") }
    #expect(shelf.count == CaseShelf.most)
    // One that is there takes nobody's place, one more takes everybody's.
    #expect(try shelf.take(bytes: try bytes(0), path: "a").scenario.title == "Case 0")
    #expect(shelf.count == CaseShelf.most)
    #expect(try shelf.take(bytes: try bytes(-1), path: "a").scenario.title == "Case -1")
    #expect(shelf.count == 1)
    #expect(try shelf.take(bytes: try bytes(0), path: "a").scenario.title == "Case 0")
    #expect(shelf.count == 2)
  }

  @Test func whatIsNoneNamesWhoBroughtIt() throws {
    let shelf = CaseShelf()
    for path in ["first", "second"] {
      let error = #expect(throws: RecordCaseError.self) {
        try shelf.take(bytes: Array("title: nothing".utf8), path: path)
      }
      #expect(error?.lines.first?.hasPrefix("\(path):") == true)
    }
    #expect(shelf.count == 0)
  }
}
