import Foundation
import Pages
import Testing

@Suite struct MarkupTests {
  @Test(arguments: [
    ("Anna & Bo", "Anna &amp; Bo"),
    ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
    ("a \"b\"", "a &quot;b&quot;"),
    (
      "a\u{0}b\u{1}c\u{1F}d\u{7F}e\u{9F}f\u{A0}g",
      "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{A0}g"
    ),
    ("a\tb\nc\rd", "a\tb\nc\nd"),
    ("דנה 王小明", "דנה 王小明"),
  ])
  func aTextIsEscaped(text: String, html: String) {
    #expect(Markup(text).html == html)
    #expect(Markup.element("p") { text }.html == "<p>\(html)</p>")
  }

  /// Code points that are no characters; what lies beside them is.
  @Test(
    arguments: [
      (0xFDCF, true), (0xFDD0, false), (0xFDEF, false), (0xFDF0, true), (0xFFFD, true),
      (0xFFFE, false), (0xFFFF, false), (0x1FFFE, false), (0x10FFFF, false), (0x10FFFD, true),
    ] as [(UInt32, Bool)])
  func whatIsNoCharacterIsReplaced(value: UInt32, stays: Bool) throws {
    let text = String(Character(try #require(Unicode.Scalar(value))))
    #expect(Markup(text).html == (stays ? text : "\u{FFFD}"))
  }

  @Test func anAttributeIsEscapedAndKeepsItsLines() {
    let markup = Markup.element("a", .href("x?\"'<&>\t\n\r\u{8}"), Attribute("hidden"))
    #expect(
      markup.html == "<a href=\"x?&quot;&#39;&lt;&amp;&gt;&#9;&#10;&#10;\u{FFFD}\" hidden></a>")
  }

  @Test func interpolatedTextsAreEscapedToo() {
    let name = "<b>"
    let markup: Markup = "Of \(name)"
    #expect(markup.html == "Of &lt;b&gt;")
  }

  @Test func anElementWithoutContentHasNoEndTag() {
    #expect(Markup.element("br").html == "<br>")
    #expect(Markup.element("div").html == "<div></div>")
  }

  @Test func theBuilderTakesWhatIsThere() {
    func list(_ items: [String], _ note: String?) -> String {
      Markup.element("ul") {
        for item in items { Markup.element("li") { item } }
        if let note { Markup.isolated(note) } else { "none" }
      }.html
    }
    #expect(list(["a", "<"], nil) == "<ul><li>a</li><li>&lt;</li>none</ul>")
    #expect(list([], "b") == "<ul><bdi>b</bdi></ul>")
  }

  /// No text in a page's values can end their element, and they are the same JSON afterwards.
  @Test func dataStaysJSON() throws {
    let json = #"{"a":"</script><!--<script>&\#u{2028}\#u{2029}"}"#
    let html = Markup.data(id: "x", json: json).html
    let inside = html.dropFirst(#"<script type="application/json" id="x">"#.count)
      .dropLast("</script>".count)
    #expect(!inside.contains("<") && !inside.contains("\u{2028}"))
    let read = try JSONDecoder().decode([String: String].self, from: Data(inside.utf8))
    #expect(try read == JSONDecoder().decode([String: String].self, from: Data(json.utf8)))
  }
}
