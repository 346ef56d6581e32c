import Classes
import Foundation
import Scoring
import Testing

@testable import ClassReports

/// The page of a class.
@Suite struct ClassPageTests {
  private static func page(showsFiles: Bool = false) -> String {
    ClassPage(SampleClass.records(showsFiles: showsFiles), showsFiles: showsFiles).html
  }

  private static func main(_ html: String) throws -> String {
    let start = try #require(html.range(of: "<main"))
    let end = try #require(html.range(of: "</main>"))
    return String(html[start.lowerBound..<end.upperBound])
  }

  /// Style and script are those of all pages; they are tested there.
  @Test(arguments: [false, true])
  func thePageIsAsItWas(showsFiles: Bool) throws {
    let main =
      try Self.main(Self.page(showsFiles: showsFiles))
      // An element a line, so that a difference can be read.
      .replacingOccurrences(of: "><", with: ">\n<") + "\n"
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/classes")
    let file = folder.appending(path: showsFiles ? "class-with-files.html" : "class.html")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(main.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) was written anew; run again without RECORD_GOLDEN")
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let (old, new) = (kept.components(separatedBy: "\n"), main.components(separatedBy: "\n"))
    for (number, lines) in zip(old, new).enumerated() where lines.0 != lines.1 {
      Issue.record("line \(number + 1): \(lines.1), was \(lines.0)")
      break
    }
    #expect(old.count == new.count, "RECORD_GOLDEN=1 writes it anew")
  }

  @Test func namesOfOthersBreakNothing() throws {
    let main = try Self.main(Self.page(showsFiles: true))
    #expect(!main.contains("<script"))
    #expect(
      main.contains(
        "<bdi>&lt;/h2&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;two&#39;</bdi>"
      ))
    #expect(main.contains("<bdi>\(SampleClass.rightToLeftTitle)</bdi>"))
    #expect(main.contains("<bdi>sub/&lt;&amp;&quot;&#39;&gt; \u{5D0}\u{738B} 1.inkml</bdi>"))
    #expect(main.contains("<td>damaged: line 3, column 7</td>"))
  }

  @Test func namesOfFilesAreShownWhenAskedForAlone() throws {
    #expect(!Self.page().contains(".inkml"))
    #expect(Self.page(showsFiles: true).contains("bad.inkml"))
  }

  /// Every link leads to a place, and no place is there twice.
  @Test func linksLeadSomewhere() throws {
    let html = Self.page()
    let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    let links = html.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(links.count > 8)
    for link in links { #expect(ids.contains(link), "\(link)") }
  }

  @Test func whatIsWrongStandsFirst() throws {
    let main = try Self.main(Self.page())
    let words = [
      "2 records of different trainees hold the same movements",
      "1 verdict would change by a pixel",
      "1 attempt with a critical fault", "not in this library: a changed case",
      "1 record without a result",
    ]
    let look = try #require(main.range(of: "What to look at first"))
    let end = try #require(main[look.upperBound...].range(of: "</section>"))
    let section = main[look.lowerBound..<end.lowerBound]
    for phrase in words { #expect(section.contains(phrase), "\(phrase)") }
  }

  /// As in debriefs: what is just short of a mark does not read as the mark.
  @Test(arguments: [
    (0, "0"), (9, "0"), (10, "1"), (795, "79"), (799, "79"), (800, "80"), (1000, "100"),
  ])
  func sharesAreRoundedDown(thousandths: Int, words: String) {
    #expect(Words.percent(thousandths) == words)
  }

  @Test func aStartIsATimeOrNotShown() {
    let start = Words.start("2026-11-22T13:55:16Z")
    #expect(start?.day == "2026-11-22" && start?.time == "13:55")
    let others = [
      "", "Ada Lovelace", "2026-11-22", "2026-11-22T13:55:16Z Ada", "2026-11-22T13:55:16",
      "2026-11-22TAda B", "----------T00:00:00Z", "2026-11-22 13:55:16Z", "1234567890T13:55:16Z",
      "2026-11-22T13:55:16.5Z", "\u{661}026-11-22T13:55:16Z",
    ]
    for other in others { #expect(Words.start(other) == nil, "\(other)") }
  }

  @Test func aClassWithoutAnythingIsAPageToo() {
    let html = ClassPage(ClassRecords([], library: [], ruleSet: 1), showsFiles: false).html
    #expect(html.contains("Nothing stands out"))
  }
}
