import Foundation
import Geometry
import Handover
import ScenarioFiles
import Scenarios
import Testing

@Suite struct ScenarioTextTests {
  private func read(_ name: String) throws -> Scenario {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios/\(name).yaml")
    return try LoadedScenario.load(file: file.path).scenario
  }

  @Test func aCaseIsToldInFull() throws {
    let text = ScenarioText.text(try read("lifting-easing-left"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "Lifting strain, left L4-L5")
    #expect(lines.allSatisfy { $0.count <= ScenarioText.width })
    for line in [
      "Case            lifting-easing-left, intermediate, general massage",
      "Patient         Marek D., 46, male, 178 cm, Warehouse worker",
      "Cause           heavy lifting", "Period          easing", "Red flags       none",
      "Prescription    10 sessions", "Decision        proceed",
      "Before          hands, allergies, consent, drape",
      "In spasm        left-l4: left L4, 20 x 40 mm; light contact, pressure up to",
      "Step 1          Warm up (warm-up): stroking, palm, 8 strokes on each guide",
      "                left: from left T7 to left S2, 328 mm",
      "                speed 20 to 100 mm/s, nothing beyond 10 and 200",
      "Pass mark       75; every criterion keeps at least 34 percent",
    ] { #expect(lines.contains(line), "\(line) in\n\(text)") }
  }

  /// One of something, and a decision against what holds.
  @Test func wordsFollowTheirNumbers() throws {
    var scenario = try read("lifting-easing-left")
    scenario.patient.diagnosis = nil
    guard case .stroking(var task) = scenario.phases[0].task else {
      Issue.record("the first step is stroking")
      return
    }
    task.strokes = 1
    scenario.phases[0].task = .stroking(task)
    scenario.patient.prescription.sessions = 1
    let text = ScenarioText.text(scenario)
    #expect(text.contains("Decision        proceed, although: no diagnosis\n"))
    #expect(text.contains("palm, 1 stroke on each guide\n"))
    #expect(text.contains("Prescription    1 session\n"))
  }

  /// Every case that ships, of any technique, fits the page and names all its steps and areas.
  @Test func everyShippedCaseFitsThePage() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }
    #expect(names.count == 23)
    for name in names {
      let scenario = try LoadedScenario.load(file: folder.appending(path: name).path).scenario
      let text = ScenarioText.text(scenario)
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= ScenarioText.width }, "\(name)")
      for (index, phase) in scenario.phases.enumerated() {
        #expect(text.contains("Step \(index + 1)          \(phase.title) (\(phase.id))"), "\(name)")
      }
      for area in scenario.spasm { #expect(text.contains("\(area.id): "), "\(name)") }
      for reason in scenario.patient.standingReasons where scenario.decision != .proceed {
        #expect(text.contains(String(reason.id.map { $0 == "-" ? " " : $0 })), "\(name)")
      }
    }
  }
}
