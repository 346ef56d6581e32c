import Attempts
import Scenarios
import Scoring

/// The head of the report: the verdict and what hangs on it.
extension ResultText {
  static func addVerdict(
    _ result: Result, _ record: String, _ title: String, to page: inout TextPage
  ) {
    page.add(
      "\(record): \(result.verdict.rawValue), \(result.score) of 100 "
        + "(pass mark \(result.passMark))",
      hang: 2)
    page.add("\(title) (\(result.scenarioID))", after: "  ")
    page.add(circumstances(of: result), after: "  ")
    let remarks = remarks(on: result)
    guard !remarks.isEmpty else { return }
    page.gap()
    for (lead, remark) in remarks { page.add(remark, after: "  " + padded(lead, to: 12)) }
  }

  private static func circumstances(of result: Result) -> String {
    var parts: [String] = []
    switch result.origin {
    case .live: break
    case .demonstration: parts.append("demonstration")
    case .foreign: parts.append("record of another program")
    }
    parts.append(result.mode.rawValue)
    let pressure =
      switch result.device.pressure {
      case .measured: "measured pressure"
      case .set: "set pressure"
      case .none: "no pressure"
      }
    parts.append(
      result.origin == .live ? "\(result.device.kind.rawValue) with \(pressure)" : pressure)
    if let trainee = result.trainee { parts.append("trainee \(trainee)") }
    parts.append(clock(result.duration))
    return parts.joined(separator: ", ")
  }

  private static func remarks(on result: Result) -> [(lead: String, remark: String)] {
    var remarks: [(String, String)] = []
    if result.verdict == .abandoned {
      remarks.append(
        ("Not ended", "The trainee did not end the attempt, so it cannot be passed."))
    }
    for code in result.critical { remarks.append(("Critical", "\(critical(code)) (\(code))")) }
    if !result.critical.isEmpty {
      remarks.append(("", "A critical fault fails the attempt whatever the score."))
    }
    if !result.below.isEmpty {
      remarks.append(
        (
          "Below",
          "Too little kept of \(list(result.below.map(\.rawValue))): every criterion must keep "
            + "its minimum."
        ))
    }
    if result.borderline {
      remarks.append(
        ("Borderline", "A pixel or a point more or less would change the verdict."))
    }
    return remarks
  }

  private static func critical(_ code: String) -> String {
    switch code {
    case "procedure.wrongDecision": "Decided against the patient's safety"
    case "procedure.allergy": "Used a product that the patient is allergic to"
    case "spasm.wentOn": "Went on after the patient said that it hurts"
    case "technique.vibration": "Vibrated without a prescription"
    case "technique.tapping": "Tapped without a prescription"
    case "spasm.kidney": "Vibrated or tapped over a kidney"
    default: "A fault that no points make up for"
    }
  }
}
