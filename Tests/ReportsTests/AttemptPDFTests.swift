import Foundation
import Reports
import Scoring
import Testing

/// The PDF as other programs see it: poppler's, of Debian's poppler-utils.
@Suite(
  .enabled(
    if: Tool.path("pdftotext") != nil && Tool.path("pdffonts") != nil
      && Tool.path("pdfimages") != nil && Tool.path("pdfinfo") != nil,
    "needs Debian's poppler-utils: Scripts/setup --tests"))
struct AttemptPDFTests {
  private func run(_ tool: String, _ report: AttemptReport, _ arguments: [String] = []) throws
    -> String
  {
    let folder = try ReportFolder()
    let file = folder.path("report.pdf")
    try report.write(to: file)
    let path = try #require(Tool.path(tool))
    let output = tool == "pdftotext" ? ["-"] : []
    let run = try Tool.run(path, arguments + [file] + output)
    #expect(run.code == 0, "\(run.text)")
    return run.text
  }

  @Test func itIsTwoSheetsOfA4WithATitleAndTheAttemptsTime() throws {
    let info = try run("pdfinfo", SampleReport.report(), ["-isodates"])
    #expect(info.contains(/Pages: +2\n/))
    #expect(info.contains(/Page size: +595.276 x 841.89 pts \(A4\)/))
    #expect(info.contains(/Title: +A plain case: attempt.inkml\n/))
    #expect(info.contains(/CreationDate: +2026-05-14T10:30:00/))
  }

  @Test func itsTextCanBeSelected() throws {
    let report = SampleReport.report()
    let text = try run("pdftotext", report, ["-layout"])
    for part in [
      "A plain case", "attempt.inkml", "t-7k3qvm2x", "Total score", "Session timeline",
      "What to change first", "Where each point went", "Page 2 of 2", "path.offGuide",
    ] { #expect(text.contains(part), "\(part)") }
    for deduction in report.result.deductions { #expect(text.contains(deduction.code)) }
  }

  /// Lines and letters alone: it stays sharp however large it is printed.
  @Test func itHoldsNoPicturesOfPixels() throws {
    let images = try run("pdfimages", SampleReport.report(), ["-list"])
    #expect(images.split(separator: "\n").count == 2, "\(images)")
    let fonts = try run("pdffonts", SampleReport.report())
    let rows = fonts.split(separator: "\n").dropFirst(2)
    #expect(rows.count >= 3)
    // Embedded, subset, and with what letters they are.
    for row in rows { #expect(row.contains(#/\+Inter.* yes +yes +yes /#), "\(row)") }
  }

  @Test(
    .enabled(
      if: Tool.hasFont(for: "王") && Tool.hasFont(for: "ש"),
      "needs fonts of Chinese and Hebrew: Scripts/setup --tests"))
  func namesInEveryScriptComeOutRight() throws {
    let text = try run("pdftotext", SampleReport.report(title: "<&\"'> 王小明", record: "שלום.inkml"))
    #expect(text.contains("<&\"'> 王小明"))
    // In the order of reading, whatever marks of direction stand around.
    #expect(text.contains("שלום"))
    let report = SampleReport.report(title: "<&\"'> 王小明", record: "שלום.inkml")
    #expect(report.textsWithoutFont(.pdf).isEmpty && report.textsWithoutFont(.png).isEmpty)
  }

  @Test func lettersThatNoFontHasAreNamed() {
    let report = SampleReport.report(title: "a\u{10FF3A}", record: "b\u{10FF3A}")
    #expect(report.textsWithoutFont(.png) == ["a\u{10FF3A}", "b\u{10FF3A}"])
    #expect(report.textsWithoutFont(.html).isEmpty)
  }

  /// A title as long as it may be, in both places, and a step's too: nothing stops.
  @Test func longTextsFindTheirPlaces() throws {
    let long = String(repeating: "Wide words ", count: 7)
    let text = try run(
      "pdftotext", SampleReport.report(title: long, record: long, step: String(long.prefix(40))))
    #expect(text.contains("Wide words"))
  }
}
