import Attempts
import Catalogue
import Drawing
import Foundation
import Geometry
import Handover
import Patients
import Records
import ScenarioFiles
import Scenarios
import Scenes
import Scoring

/// What the tests know of the program from outside: its library, its screens, its records.
enum Bench {
  static let caseID = "lifting-easing-left"

  /// A folder that is removed by its owner.
  static func home() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent(
      "effleurage-window-" + UUID().uuidString)
  }

  static func library(home: URL) -> ScenarioLibrary {
    ScenarioLibrary(
      user: UserFolders(environment: ["EFFLEURAGE_HOME": home.path], home: home.path),
      shipped: ResourceFolder.beside(program: TrainerProgram.binary("effleurage-window").path))
  }

  /// The languages that the program ships.
  static let languages: [SettingsModel.Language] = {
    let folder = ResourceFolder.beside(
      program: TrainerProgram.binary("effleurage-window").path)
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: (folder?.resources ?? "") + "/texts")) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.compactMap { file in
      let code = String(file.dropLast(5))
      return (try? Texts.shipped(language: code, in: folder)).map {
        SettingsModel.Language(code: code, name: $0.language)
      }
    }.sorted { $0.name < $1.name }
  }()

  /// The controls of a screen in a window of the usual size.
  static func targets(of screen: some Screen, scrolls: [ScrollOffset] = []) -> [Target] {
    screen.draw(
      on: .image(width: 1280, height: 800),
      in: Frame(width: 1280, height: 800, scrolls: scrolls)
    ).targets
  }

  /// The library as it is at the first start, with the usual text size.
  static func libraryScreen(of library: ScenarioLibrary, selected: Int = 0) -> LibraryScreen {
    let scenarios = library.entries.compactMap(\.scenario)
    var screen = LibraryScreen(
      cases: scenarios.map { LibraryCase(.scenario($0)) }, selected: selected,
      offersIntroduction: true)
    screen.header = LibraryHeader(
      work: WorkSoFar(cases: scenarios.map { _ in .new }, attempts: 0, averageScore: nil))
    return screen
  }

  /// The practice screen in a step, as far as its controls go.
  static func practice(_ scenario: Scenario, step: Int) -> PracticeScreen {
    var model = PracticeModel(mode: .practice, scenario: scenario)
    model.phase = step
    model.setPressure = 0.25
    return PracticeScreen(model)
  }

  /// The debrief of the attempt in a record.
  static func debrief(of record: URL) throws -> DebriefScreen {
    let (head, events) = try RecordReader().read(.file(record.path))
    let (scenario, _) = ScenarioReader.read(bytes: head.scenario ?? [])
    let read = try scenario.orThrow("the record carries no case")
    var scorer = Scorer(scenario: read, header: head.header)
    var patient = Patients.Patient(scenario: read, header: head.header)
    for event in events {
      scorer.add(event)
      patient.add(event)
    }
    return DebriefScreen(
      model: DebriefModel(
        scenario: read, result: scorer.result(), events: events, effect: patient.effect),
      hasNext: true)
  }

  /// Places in the window along the first guide of the first phase, 2 mm apart.
  static func guide(
    of scenario: Scenario, width: Double = 1280, height: Double = 800
  ) throws -> (places: [Point], view: PlateView) {
    let view = PlateView(
      .wholeBack, back: scenario.patient.back, in: Frame(width: width, height: height))
    let (guides, curve) = scenario.phases[0].task.guides
    let line = guides[0].line(curve)
    let steps = Int(line.length / 2)
    let places = (0...steps).map {
      view.frame(line.place(at: line.length * Double($0) / Double(steps)).point)
    }
    return (places, view)
  }

  /// What scoring the record without the window says, as the line of a result.
  static func score(_ record: URL) throws -> String {
    let (head, events) = try RecordReader().read(.file(record.path))
    let (scenario, _) = ScenarioReader.read(bytes: head.scenario ?? [])
    var scorer = Scorer(
      scenario: try scenario.orThrow("the record carries no case"), header: head.header)
    for event in events { scorer.add(event) }
    return ResultJSON.line(
      scorer.result(), record: record.lastPathComponent, scenarioSHA256: head.sha256) + "\n"
  }

  /// What the other program prints of the record.
  static func scoredByProgram(_ record: URL) throws -> String {
    let program = try Child(
      TrainerProgram.binary("effleurage").path, ["score", record.path, "--format", "json"])
    let text = program.read()
    program.wait()
    return text
  }
}
