import BackAtlas
import Foundation
import Geometry
import ScenarioFiles
import Scenarios
import Testing

@Suite struct ShippedCasesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")
    .path

  private static func library() -> ScenarioLibrary {
    ScenarioLibrary(folders: [(folder, .shipped)])
  }

  @Test func everyShippedCaseIsFreeOfErrorsAndWarnings() throws {
    let library = ShippedCasesTests.library()
    #expect(library.entries.count >= 3)
    for entry in library.entries {
      #expect(entry.firstError == nil, "\(entry.file)")
      let loaded = try entry.reading.get()
      #expect(loaded.warnings == [], "\(entry.file)")
      #expect(entry.file.hasSuffix("/\(entry.id).yaml"), "a case's file bears its id")
    }
  }

  @Test func thereIsACaseForEachLesson() throws {
    let cases = ShippedCasesTests.library().entries.compactMap(\.scenario)
    #expect(cases.contains { $0.patient.period == .acute && $0.decision == .refer })
    #expect(cases.contains { $0.patient.period == .prevention && $0.decision == .proceed })
    #expect(
      cases.contains {
        $0.patient.period == .easing && $0.decision == .proceed && !$0.spasm.isEmpty
      })
    #expect(cases.contains { $0.patient.back.sex == .female })
  }

  /// Light work begins and ends every massage, from top to bottom.
  @Test func everyMassageBeginsAndEndsWithStrokesTowardTheFeet() throws {
    for scenario in ShippedCasesTests.library().entries.compactMap(\.scenario)
    where scenario.decision == .proceed {
      for phase in [scenario.phases.first, scenario.phases.last] {
        let phase = try #require(phase)
        guard case .stroking(let task) = phase.task else {
          Issue.record("\(scenario.id) \(phase.id) is not stroking")
          continue
        }
        for guide in task.guides {
          let first = try #require(guide.path.first)
          let last = try #require(guide.path.last)
          #expect(first.y < last.y, "\(scenario.id) \(phase.id) \(guide.id)")
        }
      }
    }
  }
}
