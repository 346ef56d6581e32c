import Foundation
import Reports
import Testing

/// The page in a real browser, which a script drives: `Tests/Browser/report.py`.
@Suite(
  .serialized,
  .enabled(
    if: Tool.path("python3") != nil
      && ["chromium", "chromium-browser", "google-chrome"].contains { Tool.path($0) != nil },
    "needs Debian's chromium: Scripts/setup --tests"))
struct BrowserTests {
  @Test(arguments: ["A plain case", SampleReport.hostile])
  func thePageIsUsedAsAReaderWould(title: String) throws {
    let folder = try ReportFolder()
    let file = folder.path("report.html")
    try SampleReport.report(title: title, record: title + ".inkml", step: title).write(to: file)
    let python = try #require(Tool.path("python3"))
    let script = SampleReport.root.appendingPathComponent("Tests/Browser/report.py").path
    let run = try Tool.run(python, [script, file, title])
    #expect(run.code == 0, "\(run.text)")
  }
}
