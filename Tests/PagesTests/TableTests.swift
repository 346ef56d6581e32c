import Pages
import Testing

@Suite struct TableTests {
  private static func table(_ names: [String]) -> Table {
    Table(
      id: "t", caption: "Names <3",
      columns: [
        .init("Name"), .init("Score", .number, isDescendingFirst: true),
        .init("Remark", isSortable: false),
      ],
      rows: names.map { .init([.isolated($0), .init("1,5", key: "1.5"), .init("x")]) })
  }

  /// Without scripts a table is a table: the heads are texts, and buttons come with the script.
  @Test func aTableReadsWithoutScripts() {
    let html = Self.table(["A", "B"]).markup.html
    #expect(!html.contains("<button"))
    #expect(html.contains("<caption id=\"t-caption\">Names &lt;3</caption>"))
    #expect(html.contains("<th scope=\"col\" data-kind=\"text\">Name</th>"))
    #expect(
      html.contains(
        "<th scope=\"col\" class=\"number\" data-kind=\"number\" data-first=\"descending\">Score"))
    #expect(html.contains("<th scope=\"col\">Remark</th>"))
    #expect(html.contains("<th scope=\"row\" data-key=\"A\"><bdi>A</bdi></th>"))
    #expect(html.contains("<td class=\"number\" data-key=\"1.5\">1,5</td>"))
  }

  @Test func oneRowHasNothingToSort() {
    #expect(Self.table(["A", "B"]).markup.html.contains("<table id=\"t\" data-sortable>"))
    let html = Self.table(["A"]).markup.html
    #expect(html.contains("<table id=\"t\">") && !html.contains("data-kind"))
  }

  @Test func namesDoNotLeaveTheirCells() {
    let html = Self.table(["\"><script>", "<&\"'"]).markup.html
    #expect(html.contains("data-key=\"&quot;&gt;&lt;script&gt;\"><bdi>&quot;&gt;&lt;script&gt;"))
    #expect(!html.contains("<script"))
  }

  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (1.005, "1"), (1.25, "1.25"), (-3.1, "-3.1"), (0.07, "0.07"),
    (12.999, "13"), (.infinity, "0"), (.nan, "0"), (1e300, "1000000000000"),
  ])
  func figuresAreShort(value: Double, text: String) {
    #expect(SVG.number(value) == text)
  }

  @Test func aChartIsToldInWords() {
    let bars = SVG.bars(
      [.init(label: "<Path>", value: 50, caption: "50")], limit: 100, width: 400, labelWidth: 100,
      mark: 75, title: "Kept & lost")
    #expect(bars.html.contains("role=\"img\" aria-label=\"Kept &amp; lost\""))
    #expect(bars.html.contains(">&lt;Path&gt;</text>"))
  }
}
