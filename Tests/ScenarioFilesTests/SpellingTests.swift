import ScenarioFiles
import Testing

@Suite struct SpellingTests {
  private let keys = ["id", "title", "summary", "redFlags", "maxPressure", "guides", "speed"]

  @Test(arguments: [
    ("titel", "title"), ("tilte", "title"), ("Title", "title"), ("red_flags", "redFlags"),
    ("redflag", "redFlags"), ("maxpresure", "maxPressure"), ("guide", "guides"), ("ID", "id"),
    ("speeed", "speed"), ("sum", "summary"),
  ])
  func nearWordsAreFound(written: String, meant: String) {
    #expect(Spelling.nearest(to: written, among: keys) == meant)
  }

  @Test func farWordsAreNot() {
    for written in ["", "colour", "t", "zzzzzz", String(repeating: "title", count: 2_000)] {
      #expect(Spelling.nearest(to: written, among: keys) == nil, "\(written.prefix(10))")
    }
    // As near to one as to the next.
    #expect(Spelling.nearest(to: "T13", among: ["T1", "T3", "T10", "T12"]) == nil)
  }
}
