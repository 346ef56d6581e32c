import Attempts
import Authoring
import Foundation
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// Recordings that the program makes, and cases to make them of.
enum Recordings {
  /// A case with every technique, quick to do.
  static let everything = """
    effleurage: 1
    id: everything
    title: Every technique
    patient:
      sex: female
      age: 40
      cause: disc-degeneration
      period: prevention
      diagnosis: {by: doctor, text: Well.}
    decision: proceed
    preparation: {product: [honey]}
    phases:
      - id: strokes
        technique: stroking
        guides: [{id: left, path: [[T12, -60], [L5, -60]]}, {id: right, path: [[T12, 60], [L5, 60]]}]
        strokes: 3
      - id: circles
        technique: comb-circles
        guides: [{id: left, path: [[T12, -90], [L4, -90]]}]
        loops: 8
      - id: presses
        technique: point-press
        points: [{id: a, at: [L1, 60]}, {id: b, at: [L2, 60]}, {id: c, at: [L3, 60]}]
      - id: lifts
        technique: honey-lift
        area: {ellipse: {at: [L2, 80], radii: [30, 50]}}
        lifts: 8
      - id: closing
        technique: stroking
        guides: [{id: left, path: [[T12, -60], [L5, -60]]}]
        strokes: 3

    """

  static func loaded(_ text: String = everything) throws -> LoadedScenario {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try LoadedScenario.load(file: file.path)
  }

  static func shipped(_ id: String) throws -> LoadedScenario {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try LoadedScenario.load(file: root.appending(path: "Scenarios/\(id).yaml").path)
  }

  static func demonstration(
    of scenario: Scenario, seed: UInt64, skill: Double = 0.6, faults: [DemonstrationFault] = []
  ) throws -> Demonstration {
    var options = Demonstration.Options()
    options.seed = seed
    options.skill = skill
    options.faults = faults
    return try Demonstration(of: scenario, options: options, program: "test")
  }

  /// The values of an attempt whose header may be another.
  static func values(
    _ demonstration: Demonstration, of scenario: Scenario, header: Header? = nil
  ) -> RecordingValues {
    var values = RecordingValues(of: scenario, header: header ?? demonstration.header)
    for event in demonstration.events { values.add(event) }
    values.finish()
    return values
  }

  static func score(_ demonstration: Demonstration, of scenario: Scenario) -> Scoring.Result {
    var scorer = Scorer(scenario: scenario, header: demonstration.header)
    for event in demonstration.events { scorer.add(event) }
    return scorer.result()
  }

  static func calibration(
    of scenario: Scenario, _ demonstrations: [Demonstration],
    width: Double = Calibration.usualWidth
  ) -> Calibration {
    var calibration = Calibration(of: scenario, width: width)
    for demonstration in demonstrations { calibration.add(values(demonstration, of: scenario)) }
    return calibration
  }
}
