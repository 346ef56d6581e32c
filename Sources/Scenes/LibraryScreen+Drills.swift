import Catalogue
import Drawing
import Geometry
import Scenarios

extension LibraryScreen {
  var hasSteps: Bool {
    if case .scenario(let scenario) = current?.content { !scenario.phases.isEmpty } else { false }
  }

  var drillHint: Hint { Hint("1", "…", "9", text: Texts["drill.hint"]) }

  /// What a click on the disc of a step does, told for those who do not see it.
  func drillLabel(_ step: Int, _ title: String) -> String {
    Texts["drill.label", ["number": String(step + 1), "title": title]]
  }

  /// How many aids practice has taken away; nil while all of them are shown.
  func fadingNote(_ scenario: Scenario) -> String? {
    guard let hidden = current?.record?.hiddenAids, hidden > 0 else { return nil }
    return Texts.count(
      "fading.hidden", hidden,
      ["all": String(scenario.feedback.show.count), "passes": String(2 * hidden)])
  }
}
