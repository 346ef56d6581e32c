import Attempts
import Drawing
import Foundation
import Geometry
import Handover
import Scoring
import Testing

@testable import Reports

@Suite struct AttemptPageTests {
  /// What the page says, without what is drawn and without styles and scripts.
  private func reduced(_ html: String) -> String {
    html.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "<style></style>")
      .replacing(/<script>.*?<\/script>/.dotMatchesNewlines(), with: "<script></script>")
      .replacing(/<svg class="definitions".*?<\/svg>/, with: "<svg class=\"definitions\"></svg>")
      .replacing(/sha256-[A-Za-z0-9+\/=]+/, with: "sha256-")
      .replacing(/<path d="[^"]*"/, with: "<path")
      .replacing(/("(t|x|y|q)":)\[[-0-9,]*\]/, with: { "\($0.1)[]" })
      .replacing("><", with: ">\n<")
  }

  @Test func thePageIsAsItWas() throws {
    let text = reduced(try SampleReport.html(SampleReport.report()))
    let path = SampleReport.root.appendingPathComponent("Tests/Fixtures/golden/report.html").path
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("recorded report.html")
      return
    }
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    let (new, old) = (text.split(separator: "\n"), kept.split(separator: "\n"))
    for (line, pair) in zip(new, old).enumerated() where pair.0 != pair.1 {
      Issue.record("line \(line + 1): \(pair.0)\nwas: \(pair.1)\nRECORD_GOLDEN=1 makes it anew")
      return
    }
    #expect(new.count == old.count)
  }

  /// Well formed as XML is, once the few forms that HTML alone has are closed.
  @Test(arguments: ["A plain case", SampleReport.hostile])
  func everyElementIsClosed(title: String) throws {
    let html = try SampleReport.html(
      SampleReport.report(title: title, record: title, step: title))
    let xml =
      html.replacing("<!DOCTYPE html>\n", with: "")
      .replacing(/<(meta|link|br|input)([^>]*)>/, with: { "<\($0.1)\($0.2)/>" })
      .replacing(#/ (hidden|data-sortable|selected)(?=[ >\/])/#, with: { " \($0.1)=\"\"" })
      .replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "<style></style>")
      .replacing(/<script>.*?<\/script>/.dotMatchesNewlines(), with: "<script></script>")
    let folder = try ReportFolder()
    try Data(xml.utf8).write(to: URL(fileURLWithPath: folder.path("page.xml")))
    let python = try #require(Tool.path("python3"), "needs python3")
    let run = try Tool.run(
      python,
      [
        "-c", "import sys, xml.etree.ElementTree as t; t.parse(sys.argv[1])",
        folder.path("page.xml"),
      ])
    #expect(run.code == 0, "\(run.text)")
  }

  @Test func textsOfSomebodysOwnDoNotLeaveTheirPlaces() throws {
    let html = try SampleReport.html(
      SampleReport.report(
        title: SampleReport.hostile, record: SampleReport.hostile, step: SampleReport.hostile))
    let escaped = "&lt;/script&gt;&lt;b&gt;&amp;&quot;&#39; ‮שלום‬ 王小明"
    #expect(html.contains("<h1><bdi>\(escaped)</bdi></h1>"))
    #expect(html.contains("<title>\(escaped): \(escaped)</title>"))
    #expect(!html.contains("<b>"))
    // The values of the replay and the script itself: nothing else ends a script.
    #expect(html.components(separatedBy: "</script>").count == 3)
  }

  @Test func whoAndHowIsSaidPlainlyAndNoName() throws {
    let live = try SampleReport.html(SampleReport.report())
    for part in ["t-7k3qvm2x", "2026-05-14 10:30 UTC", "attempt.inkml", SampleReport.sha256] {
      #expect(live.contains(part), "\(part)")
    }
    func html(_ origin: Origin, _ kind: DeviceKind) throws -> String {
      try SampleReport.html(
        SampleReport.report(
          header: Header(
            origin: origin, device: Device(kind: kind, pressure: .none), program: "test")))
    }
    #expect(
      try html(.demonstration, .demonstration).contains("<span class=\"pill\">Demonstration</span>")
    )
    #expect(try html(.foreign, .foreign).contains("<span class=\"pill\">Foreign record</span>"))
  }

  @Test func everyDeductionHasItsRowAndItsMark() throws {
    let report = SampleReport.report()
    let html = try SampleReport.html(report)
    #expect(report.result.deductions.count > 3)
    for (index, deduction) in report.result.deductions.enumerated() {
      #expect(html.contains("<tr id=\"deduction-\(index + 1)\""))
      #expect(html.contains("<code class=\"code\">\(deduction.code)</code>"))
      #expect(html.contains("data-key=\"\(deduction.points)\">"))
    }
  }

  /// Nobody touched the back: there is nothing to replay and nothing to trip over.
  @Test func anEmptyAttemptHasAPageToo() throws {
    let scenario = SampleReport.scenario(title: "Empty")
    var intake = Intake()
    let events = [intake.act(.end, at: 1_000_000)]
    var scorer = Scorer(
      scenario: scenario,
      header: Header(device: Device(kind: .mouse, pressure: .set), program: "test"))
    for event in events { scorer.add(event) }
    let report = AttemptReport(
      record: "-", scenario: scenario, scenarioSHA256: SampleReport.sha256,
      result: scorer.result(), events: events, effect: nil)
    let html = try SampleReport.html(report)
    #expect(html.contains("No hand touched the back"))
    #expect(!html.contains("id=\"shown-ways\""))
    #expect(try report.bytes(.pdf).count > 1000)
  }

  /// However long it was, the page can be mailed; both ends of every way are kept.
  @Test(arguments: [1.0, 20, 45])
  func aLongAttemptHasAPageOfLimitedSize(minutes: Double) throws {
    let html = try SampleReport.html(SampleReport.long(minutes: minutes))
    #expect(html.utf8.count < 1_500_000, "\(html.utf8.count) bytes")
    let times = html.matches(of: /"t":\[([-0-9,]*)\]/).map { $0.1.split(separator: ",").count }
    #expect(times.count == Int((minutes * 60 - 2.5) / 5.317) + 1)
    #expect(times.allSatisfy { $0 >= 2 })
    #expect(times.reduce(0, +) < 45_000, "\(times.reduce(0, +)) places")
  }

  // MARK: Paths

  @Test func pathsAreWrittenInWholeTenths() {
    var data = PathData()
    var path = Path()
    path.move(to: Point(1, 2))
    path.line(to: Point(1.04, 2.06))
    path.line(to: Point(0.5, 3))
    path.curve(Point(0, 0), Point(1, 1), to: Point(2, 2))
    path.close()
    path.move(to: Point(1, 1))
    data.append(path)
    #expect(data.text == "m10 20 0 1-5 9c-5-30 5-20 15-10zm0-10")
  }

  /// Rounding does not add up: each place is told from where the last one was written.
  @Test func longPathsDoNotDrift() {
    var data = PathData()
    data.append(.polyline((0...1000).map { Point(Double($0) * 0.04, 0) }))
    let sums = data.text.dropFirst().replacing("-", with: " -").split(separator: " ")
      .enumerated().filter { $0.offset % 2 == 0 }.compactMap { Int($0.element) }.reduce(0, +)
    #expect(sums == 400)
  }
}
