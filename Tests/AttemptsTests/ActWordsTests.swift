import Attempts
import Scenarios
import Testing

@Suite struct ActWordsTests {
  static let all: [Act] =
    FlagGroup.allCases.map(Act.ask) + Reason.all.map(Act.reason)
    + Decision.allCases.map(Act.decision)
    + BeforeItem.allCases.map { .prepare(.before($0)) }
    + PatientPosition.allCases.map { .prepare(.position($0)) }
    + Arms.allCases.map { .prepare(.arms($0)) }
    + Cushion.allCases.map { .prepare(.cushion($0)) }
    + Product.allCases.map { .prepare(.product($0)) }
    + [
      .phase("warm-up"), .pause, .resume, .show([]), .show([.guide]), .show(Aid.allCases), .end,
    ]

  @Test("Every act's words name the act again", arguments: all)
  func roundTrip(act: Act) {
    let (kind, value) = act.words
    #expect(Act(kind: kind, value: value) == act)
  }

  @Test("Words are those of the record format")
  func words() {
    func text(_ act: Act) -> String { "\(act.words.kind) \(act.words.value)" }
    #expect(text(.ask(.medicinesPregnancy)) == "ask medicines-pregnancy")
    #expect(text(.prepare(.before(.hands))) == "prepare before:hands")
    #expect(text(.prepare(.position(.sideLying))) == "prepare position:side-lying")
    #expect(text(.reason(.noDiagnosis)) == "reason no-diagnosis")
    #expect(text(.show([.guide, .coach])) == "show guide coach")
    #expect(text(.pause) == "pause ")
  }

  @Test(
    "What names no act is refused",
    arguments: [
      ("ask", ""), ("ask", "Nerves"), ("reason", "lazy"), ("decision", "go"), ("prepare", "hands"),
      ("prepare", "before:"), ("prepare", ":hands"), ("prepare", "before:hands:"),
      ("prepare", "arms:either"), ("pause", "x"), ("resume", " "), ("end", "now"),
      ("show", "guide gauge"), ("", ""), ("Pause", ""),
    ])
  func refused(kind: String, value: String) {
    #expect(Act(kind: kind, value: value) == nil)
  }
}
