/// Whether texts fit where the screens show them.
extension Scenario {
  /// The most characters of a text that fits its place on every screen, at 1280 x 800 and the usual
  /// text size. Tests of the screens hold these figures.
  public enum TextRoom {
    public static let title = 48
    public static let summary = 200
    public static let name = 24
    public static let occupation = 36
    public static let history = 360
    public static let diagnosis = 160
    public static let diagnosedBy = 32
    public static let phaseTitle = 24
  }

  func reviewTexts() -> [ScenarioFinding] {
    var findings: [ScenarioFinding] = []
    func check(_ text: String?, _ most: Int, _ path: [ScenarioPath.Step]) {
      guard let text, text.count > most else { return }
      findings.append(
        ScenarioFinding(
          .warning, path,
          "\(text.count) characters are too long for the screen, which shows \(most)"))
    }
    check(title, TextRoom.title, [.key("title")])
    check(summary, TextRoom.summary, [.key("summary")])
    check(patient.name, TextRoom.name, [.key("patient"), .key("name")])
    check(patient.occupation, TextRoom.occupation, [.key("patient"), .key("occupation")])
    check(patient.history, TextRoom.history, [.key("patient"), .key("history")])
    let diagnosis: [ScenarioPath.Step] = [.key("patient"), .key("diagnosis")]
    check(patient.diagnosis?.text, TextRoom.diagnosis, diagnosis + [.key("text")])
    check(patient.diagnosis?.by, TextRoom.diagnosedBy, diagnosis + [.key("by")])
    for (index, phase) in phases.enumerated() {
      check(
        phase.title, TextRoom.phaseTitle, [.key("phases"), .index(index), .key("title")])
    }
    return findings
  }
}
