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
    #expect(library.entries.count == 23)
    for entry in library.entries {
      #expect(entry.firstError == nil, "\(entry.file)")
      let loaded = try entry.reading.get()
      #expect(loaded.warnings == [], "\(entry.file)")
      #expect(try #require(entry.scenario).review() == [], "\(entry.file)")
      #expect(entry.file.hasSuffix("/\(entry.id).yaml"), "a case's file bears its id")
    }
  }

  @Test func thereIsACaseForEachLesson() throws {
    let cases = ShippedCasesTests.library().entries.compactMap(\.scenario)
    let patients = cases.map(\.patient)
    #expect(Set(patients.map(\.cause)) == Set(Cause.allCases))
    #expect(Set(patients.map(\.period)) == Set(Period.allCases))
    #expect(Set(patients.map(\.sex)) == [.male, .female])
    #expect(Set(patients.map(\.back.stature)).count >= 8)
    #expect(Set(patients.flatMap(\.allergies)) == Set(Allergen.allCases))
    #expect(Set(cases.map(\.difficulty)) == Set(Difficulty.allCases))
    #expect(Set(cases.map(\.massage)) == Set(MassageKind.allCases))
    #expect(Set(cases.flatMap(\.phases).map(\.technique)) == Set(Technique.allCases))
    #expect(cases.contains { $0.decision == .emergency })
    #expect(patients.contains { $0.diagnosis == nil })
    let groups = patients.flatMap { $0.redFlags.map(\.group) + $0.contraindications.map(\.group) }
    #expect(Set(groups) == Set(FlagGroup.allCases))
    // Clearance decides between two cases of contraindications.
    #expect(cases.contains { $0.decision == .proceed && !$0.patient.clearance.isEmpty })
    #expect(
      cases.contains { one in
        one.decision == .refer
          && one.patient.contraindications.contains { !one.patient.clearance.contains($0) }
      })
    #expect(
      cases.contains {
        $0.decision == .proceed && $0.patient.prescription.allow.contains(.vibration)
      })
  }

  @Test func areasInSpasmLieOnEitherSideAndOnBoth() throws {
    let cases = ShippedCasesTests.library().entries.compactMap(\.scenario)
      .filter { $0.decision == .proceed }
    func sides(_ scenario: Scenario) -> [Bool] {
      scenario.spasm.map { area in
        let polygon = area.outline.polygon
        return polygon.lowerBound.x + polygon.upperBound.x < 0
      }
    }
    #expect(cases.contains { sides($0) == [true] })
    #expect(cases.contains { sides($0) == [false] })
    #expect(cases.contains { Set(sides($0)).count == 2 })
    #expect(cases.contains { $0.spasm.contains { $0.reveal == .described } })
  }

  /// Nobody who is pregnant is massaged lying on the belly.
  @Test func pregnantPatientsLieOnOneSide() throws {
    let cases = ShippedCasesTests.library().entries.compactMap(\.scenario).filter {
      $0.patient.contraindications.contains(.pregnancy) && $0.decision == .proceed
    }
    #expect(!cases.isEmpty)
    #expect(cases.allSatisfy { $0.preparation.position == .sideLying })
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
