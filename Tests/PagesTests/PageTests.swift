import Foundation
import Pages
import Testing

@Suite struct PageTests {
  private static func page(_ title: String = "A & B", script: String = "") -> String {
    Page(title: title, language: "en", script: script) {
      Markup.element("main") { Markup.element("h1") { title } }
    }.html
  }

  @Test func aPageSaysItsLanguageAndDirection() {
    let html = Page(title: "כותרת", language: "he", direction: .rightToLeft) { "" }.html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"he\" dir=\"rtl\"><head><meta charset"))
    #expect(Self.page().contains("<html lang=\"en\" dir=\"ltr\">"))
  }

  @Test func theTitleIsEscaped() {
    #expect(Self.page("</title><b>").contains("<title>&lt;/title&gt;&lt;b&gt;</title>"))
  }

  /// Nothing is allowed but what the file holds, and no script but the one whose hash is named.
  @Test func nothingMayBeFetched() throws {
    let html = Self.page()
    let policy = try #require(
      html.firstMatch(of: /Content-Security-Policy" content="([^"]+)"/)?.1)
    #expect(policy.hasPrefix("default-src &#39;none&#39;; script-src &#39;sha256-"))
    #expect(!policy.contains("http"))
    // The only addresses in a page are names of namespaces, which nobody fetches; there are none.
    #expect(!html.contains("//"))
    #expect(html.components(separatedBy: "<script>").count == 2)
  }

  @Test func theHashIsThatOfTheScript() throws {
    let one = try #require(Self.page().firstMatch(of: /sha256-([A-Za-z0-9+\/=]+)/)?.1)
    let other = try #require(
      Self.page(script: "let a = 1;").firstMatch(of: /sha256-([A-Za-z0-9+\/=]+)/)?.1)
    #expect(one != other)
    #expect(one.count == 44)
  }

  @Test func theSameValuesGiveTheSameBytes() {
    #expect(Self.page() == Self.page())
  }

  @Test func everyColourOfTheStyleIsInThePalette() {
    let names = Set(Palette.entries.map(\.name))
    for match in Self.page().matches(of: /var\(--([a-z-]+)\)/) {
      #expect(names.contains(String(match.1)), "--\(match.1)")
    }
  }
}
