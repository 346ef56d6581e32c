import Attempts
import ScenarioFiles
import Scenarios
import Scoring

/// A case file of any bytes is refused with a place, or read, judged by and written back.
enum ScenarioAttack {
  static func strike(_ bytes: [UInt8]) throws(Finding) {
    let (scenario, diagnostics) = ScenarioReader.read(bytes: bytes)
    try demand(
      (scenario == nil) == diagnostics.contains(where: \.isError),
      "a case is there exactly when there is no error")
    let lines = bytes.reduce(1) { $1 == 0x0A || $1 == 0x0D ? $0 + 1 : $0 }
    for diagnostic in diagnostics {
      try demand(
        (1...lines).contains(diagnostic.line) && (1...bytes.count + 1).contains(diagnostic.column),
        "the place \(diagnostic.line):\(diagnostic.column) is not in the text")
      try demand(
        !diagnostic.message.isEmpty && !diagnostic.message.contains(where: \.isNewline),
        "the message \"\(diagnostic.message)\" is not a line")
    }
    // Looked through for its author, the same file may have more to say, and never less.
    let review = ScenarioReader.review(bytes: bytes) { _ in [] }
    try demand(review.count >= diagnostics.count, "a review finds less than reading")
    guard let scenario else { return }
    try written(scenario)
    try judged(scenario)
  }

  private static func written(_ scenario: Scenario) throws(Finding) {
    let text = ScenarioWriter.text(of: scenario)
    let (again, found) = ScenarioReader.read(bytes: Array(text.utf8))
    try demand(again == scenario, "written and read again it is another case: \(found)\n\(text)")
    try demand(ScenarioWriter.text(of: scenario) == text, "it is written in two ways")
  }

  /// An attempt in which nothing was done is judged, of the whole case and of one step as a drill.
  private static func judged(_ scenario: Scenario) throws(Finding) {
    try judged(scenario, .whole)
    // Which step makes no difference to what is read, so inputs take turns.
    if !scenario.phases.isEmpty {
      let phase = scenario.phases[scenario.title.utf8.count % scenario.phases.count]
      try judged(scenario, .phase(phase.id, timed: true))
    }
  }

  private static func judged(_ scenario: Scenario, _ scope: Scope) throws(Finding) {
    let header = Header(
      mode: scope == .whole ? .practice : .drill,
      device: Device(kind: .mouse, pressure: .set), program: "", scope: scope)
    var scorer = Scorer(scenario: scenario, header: header)
    scorer.add(.act(.end, time: 1_000_000))
    try FoldAttack.check(scorer.result(), scorer)
  }
}
