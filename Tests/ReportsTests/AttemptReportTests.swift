import Attempts
import Drawing
import Foundation
import Handover
import Pages
import Scenes
import Scoring
import Testing

@testable import Reports

@Suite struct AttemptReportTests {
  @Test(
    arguments: [
      ("a.html", AttemptReport.Kind.html), ("A.HTML", .html), ("b/c.pdf", .pdf), ("x.y.png", .png),
      ("/tmp/a.csv", .csv),
    ] as [(String, AttemptReport.Kind?)] + [
      ("a.txt", nil), ("html", nil), (".html", nil), ("a.html/b", nil), ("", nil), ("a.", nil),
      ("a.htm", nil),
    ])
  func theEndingNamesTheKind(path: String, kind: AttemptReport.Kind?) {
    #expect(AttemptReport.Kind(path: path) == kind)
  }

  @Test(arguments: AttemptReport.Kind.allCases)
  func theSameAttemptGivesTheSameBytes(kind: AttemptReport.Kind) throws {
    let first = try SampleReport.report().bytes(kind)
    #expect(try SampleReport.report().bytes(kind) == first)
    #expect(try SampleReport.report(title: "Another").bytes(kind) != first || kind == .csv)
  }

  @Test(arguments: AttemptReport.Kind.allCases)
  func aFileIsWholeAndNothingIsBesideIt(kind: AttemptReport.Kind) throws {
    let folder = try ReportFolder()
    let file = folder.path("report.\(kind.rawValue)")
    try Data("old".utf8).write(to: URL(fileURLWithPath: file))
    try SampleReport.report().write(to: file)
    #expect(
      try Array(Data(contentsOf: URL(fileURLWithPath: file))) == SampleReport.report().bytes(kind))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        == ["report.\(kind.rawValue)"])
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    let folder = try ReportFolder()
    let missing = folder.path("none/report.html")
    #expect(throws: ReportError.self) { try SampleReport.report().write(to: missing) }
    #expect(throws: ReportError.unknownKind(path: "a.docx")) {
      try SampleReport.report().write(to: "a.docx")
    }
  }

  @Test func theCSVIsThatOfScores() throws {
    let report = SampleReport.report(record: "=a,\"b\".inkml")
    let text = String(decoding: try report.bytes(.csv), as: UTF8.self)
    #expect(
      text
        == ResultCSV.file(
          report.result, record: "=a,\"b\".inkml", scenarioSHA256: SampleReport.sha256))
    #expect(text.contains("\"'=a,\"\"b\"\".inkml\","))
  }

  /// The page has the colours of the window, in both appearances.
  @Test func theColoursAreThoseOfTheWindow() throws {
    func roles(_ theme: Theme) -> [String: Colour] {
      [
        "window": theme.window, "surface": theme.surface, "sunken": theme.sunken,
        "plate-inner": theme.plateInner, "plate-outer": theme.plateOuter, "line": theme.line,
        "edge": theme.edge, "ink": theme.ink, "ink-secondary": theme.inkSecondary,
        "ink-tertiary": theme.inkTertiary, "sepia": theme.sepia, "sepia-fine": theme.sepiaFine,
        "sepia-pale": theme.sepiaPale, "skin": theme.skin, "skin-edge": theme.skinEdge,
        "hair": theme.hair, "cloth": theme.cloth, "table": theme.table, "cushion": theme.cushion,
        "teal": theme.teal, "teal-deep": theme.tealDeep, "teal-tint": theme.tealTint,
        "on-teal": theme.onTeal, "in-band": theme.inBand.mark, "in-band-text": theme.inBand.text,
        "in-band-tint": theme.inBand.tint, "high": theme.high.mark, "high-edge": theme.high.edge,
        "high-text": theme.high.text, "high-tint": theme.high.tint, "low": theme.low.mark,
        "low-edge": theme.low.edge, "low-text": theme.low.text, "low-tint": theme.low.tint,
        "spasm": theme.spasm.mark, "spasm-edge": theme.spasm.edge, "spasm-text": theme.spasm.text,
        "spasm-tint": theme.spasm.tint, "warmth": theme.warmth,
        // What stands on it in the window: the ink by day, the ground by night.
        "on-low": theme.isDark ? theme.window : theme.ink,
      ]
    }
    let (light, dark) = (roles(.light), roles(.dark))
    #expect(Set(Palette.entries.map(\.name)) == Set(light.keys))
    for entry in Palette.entries {
      #expect(light[entry.name] == Colour(entry.light), "--\(entry.name)")
      #expect(dark[entry.name] == Colour(entry.dark), "--\(entry.name), dark")
    }
  }

  /// A picture's colours are looked up by the light ones, so those tell the dark ones.
  @Test func aLightColourSaysWhichDarkOneItIs() {
    for entry in Palette.entries where entry.name != "on-low" {
      let name = Palette.name(ofLight: entry.light)
      #expect(Palette.entries.first { $0.name == name }?.dark == entry.dark, "--\(entry.name)")
    }
  }
}
