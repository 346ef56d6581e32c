import BackAtlas
import Foundation
import Geometry
import Scenarios
import Testing

@testable import ScenarioFiles

@Suite struct WriterTests {
  private func read(_ text: String) -> (Scenario?, [Diagnostic]) {
    ScenarioReader.read(bytes: Array(text.utf8))
  }

  private static let shipped = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")
    return ScenarioLibrary(folders: [(folder.path, .shipped)]).entries.map(\.file)
  }()

  @Test(arguments: shipped)
  func aShippedCaseReadsBackAsItWas(file: String) throws {
    let loaded = try LoadedScenario.load(file: file)
    let text = ScenarioWriter.text(of: loaded.scenario)
    let (back, diagnostics) = read(text)
    #expect(back == loaded.scenario)
    #expect(diagnostics.map(\.message) == loaded.warnings.map(\.message))
    #expect(ScenarioWriter.text(of: try #require(back)) == text)
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  /// Every level, every hundredth around it, every stature: the same place again.
  @Test func everyPlaceIsExact() throws {
    for (sex, stature) in [(Sex.male, 1755), (.female, 1626), (.male, 1200), (.female, 2200)] {
      var scenario = try #require(read(ExampleFile.text).0)
      scenario.patient.back = Back(sex: sex, stature: stature)
      scenario.spasm = []
      var path: [Position] = []
      for step in 0..<64 {
        path.append(Position(x: -200_000 + step * 6_347, y: 200_000 - step * 6_349))
      }
      scenario.phases = [
        Phase(id: "p", task: .stroking(StrokingTask(guides: [Guide(id: "g", path: path)])))
      ]
      #expect(read(ScenarioWriter.text(of: scenario)).0 == scenario)
    }
  }

  // MARK: How it looks

  @Test func theExampleIsWrittenForPeople() throws {
    let scenario = try #require(read(ExampleFile.text).0)
    #expect(
      ScenarioWriter.text(of: scenario) == """
        effleurage: 1
        id: lifting-easing-left
        title: Lifting strain, left L4-L5
        summary: Twelve days after lifting. Pain at rest fell from 7 to 3 of 10.
        difficulty: 2
        massage: general
        patient:
          name: Marek D.
          sex: male
          age: 46
          stature: 1780
          occupation: Warehouse worker
          history: Turned with a 40 kg crate; sharp pain in the lower back the same evening.
          cause: heavy-lifting
          period: easing
          diagnosis:
            by: neurologist
            on: 14 May
            text: Compression of the left L5 root, easing
        decision: proceed
        preparation: {product: [warming-oil]}
        spasm:
          - {id: left-l4, outline: {ellipse: {at: [L4, -28], radii: [10, 20]}}, contact: light,
              maxPressure: 0.15}
        phases:
          - id: warm-up
            title: Warm up
            technique: stroking
            guides:
              - {id: left, path: [[T7, -52], [S2, -52]]}
              - {id: right, path: [[T7, 52], [S2, 52]]}
            strokes: 8
            pressure: {full: [0.05, 0.15], none: [0, 0.4]}
            minutes: {full: [1.5, 6], none: [0.5, 12]}
          - id: comb
            title: Comb strokes
            technique: comb-circles
            guides:
              - {id: left, path: [[T12, -80], [L4, -80, -10]]}
              - {id: right, path: [[T12, 80], [L4, 80, -10]]}
            loops: 8
            diameter: {full: [34, 46], none: [15, 90]}
          - id: closing
            title: Closing
            technique: stroking
            guides:
              - {id: left, path: [[T7, -52], [S2, -52]]}
            strokes: 5
            pressure: {full: [0.05, 0.15], none: [0, 0.4]}

        """)
  }

  @Test func longTextsAndListsGoOverLines() throws {
    var scenario = try #require(read(ExampleFile.text).0)
    scenario.summary = Array(repeating: "twelve: #days", count: 20).joined(separator: " ")
    scenario.patient.redFlags = []
    scenario.spasm = [
      SpasmArea(
        id: "wide",
        outline: .polygon((0..<20).map { Position(x: $0 * 100, y: $0 * $0 * 100) }))
    ]
    let text = ScenarioWriter.text(of: scenario)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains("summary: >-"))
    #expect(lines.contains { $0.hasPrefix("      [C7, 10, ") || $0.hasPrefix("      [T") })
    #expect(lines.allSatisfy { $0.count <= 100 })
    // A point is never broken.
    #expect(lines.allSatisfy { $0.count { $0 == "[" } >= $0.count { $0 == "]" } - 3 })
    #expect(read(text).0 == scenario)
  }

  @Test(arguments: [
    ("Warm up", "Warm up"), ("Sure, why not", "Sure, why not"), ("yes", #""yes""#),
    ("No", #""No""#), ("null", #""null""#), ("12", #""12""#), ("0x1F", #""0x1F""#),
    ("2024-05-14", #""2024-05-14""#), ("14 May", "14 May"), ("", #""""#), (" a", #"" a""#),
    ("a ", #""a ""#), ("a: b", #""a: b""#), ("a:b", "a:b"), ("a:", #""a:""#), ("a #b", #""a #b""#),
    ("a#b", "a#b"), ("- a", #""- a""#), ("&a", #""&a""#), ("*a", #""*a""#), ("!a", #""!a""#),
    ("[a]", #""[a]""#), (#"say "now""#, #"say "now""#), (#""now""#, #"'"now"'"#),
    (#"it's "so": a\b"#, #"'it''s "so": a\b'"#), ("a\nb", #""a\nb""#), ("a\n", #""a\n\n""#),
    ("a\tb", #""a\tb""#), ("é", "é"), ("漢字", "漢字"), ("a\u{2028}b", #""a\u2028b""#),
    ("a\u{FEFF}", #""a\uFEFF""#), ("👨‍👩‍👧 a", "👨‍👩‍👧 a"),
  ])
  func textsAreQuotedWhereYAMLNeedsIt(text: String, written: String) throws {
    #expect(YAMLText.scalar(text, inFlow: false) == written)
    var scenario = try #require(read(ExampleFile.text).0)
    scenario.patient.name = text
    #expect(read(ScenarioWriter.text(of: scenario)).0?.patient.name == text)
  }

  @Test func hundredthsAreExact() {
    let cases = [
      (0, "0"), (5, "0.05"), (-5, "-0.05"), (50, "0.5"), (-2_800, "-28"), (1_005, "10.05"),
      (-199_999, "-1999.99"), (110, "1.1"),
    ]
    for (value, text) in cases { #expect(YAMLText.hundredths(value) == text) }
  }

  // MARK: Comments

  @Test func commentsStandBeforeWhatTheyAreOf() throws {
    let scenario = try #require(read(ExampleFile.text).0)
    let text = ScenarioWriter.text(
      of: scenario, header: ["Calibrated.", "", "Line\nbreak \u{2028} \u{7}"],
      comments: [
        [.key("phases"), .index(0)]: ["The first step."],
        [.key("phases"), .index(0), .key("corridor")]: ["As usual."],
        [.key("phases"), .index(1), .key("diameter")]: ["Median 40 mm.", "5 records."],
        [.key("spasm"), .index(0), .key("margin")]: ["Inside."],
        [.key("rubric")]: ["All as usual."],
      ])
    #expect(text.hasPrefix("# Calibrated.\n#\n# Line?break ? ?\neffleurage: 1\n"))
    #expect(text.contains("\n  # The first step.\n  - id: warm-up\n"))
    #expect(text.contains("\n    # As usual.\n    corridor: {full: 4, none: 20}\n"))
    #expect(
      text.contains("\n    # Median 40 mm.\n    # 5 records.\n    diameter: {full: [34, 46], "))
    #expect(text.contains("\n  # Inside.\n  - {id: left-l4, "))
    #expect(text.contains("\n# All as usual.\nrubric: {passMark: 75, minimum: 34}\n"))
    let (back, diagnostics) = read(text)
    #expect(back == scenario)
    #expect(diagnostics == [])
  }
}
