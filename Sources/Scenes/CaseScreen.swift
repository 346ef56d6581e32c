public import Attempts
public import Drawing
import Geometry
public import Scenarios

/// Who the patient is, what asking brings to light, and the decision.
public struct CaseScreen: Screen {
  public var scenario: Scenario
  public var mode: Mode
  /// Groups of questions asked so far.
  public var asked: [FlagGroup]
  /// Chosen but not confirmed; nil at first.
  public var choice: Decision?
  public var reasons: [Reason]

  public init(
    scenario: Scenario, mode: Mode = .practice, asked: [FlagGroup] = [], choice: Decision? = nil,
    reasons: [Reason] = []
  ) {
    self.scenario = scenario
    self.mode = mode
    self.asked = asked
    self.choice = choice
    self.reasons = reasons
  }

  /// What is known of a flag.
  enum Finding: Hashable {
    case notAsked, absent, present
    /// Present, but the doctor allows massage.
    case cleared
  }

  func finding(_ reason: Reason) -> Finding {
    let patient = scenario.patient
    switch reason {
    case .acute: return patient.period == .acute ? .present : .absent
    case .noDiagnosis: return patient.diagnosis == nil ? .present : .absent
    case .redFlag(let flag):
      guard asked.contains(flag.group) else { return .notAsked }
      return patient.redFlags.contains(flag) ? .present : .absent
    case .contraindication(let item):
      guard asked.contains(item.group) else { return .notAsked }
      guard patient.contraindications.contains(item) else { return .absent }
      return patient.clearance.contains(item) ? .cleared : .present
    }
  }

  /// The flags that a group of questions brings to light, in the order in which they are listed.
  static func flags(of group: FlagGroup) -> [Reason] {
    Reason.all.filter { reason in
      switch reason {
      case .acute, .noDiagnosis: false
      case .redFlag(let flag): flag.group == group
      case .contraindication(let item): item.group == group
      }
    }
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      painter.appBar(
        path: [Words.library, scenario.title], heading: Words.mode(mode),
        subheading: Words.Case.subheading(scenario.phases.count))
      let places = places(painter)
      painter.page(length: places.bottom - Space.appBar) { painter in
        if let reasons = places.reasons {
          drawReasons(&painter, reasons)
        } else {
          drawPlate(painter, places.plate)
          drawSheet(painter, places.sheet)
        }
        drawQuestions(&painter, places.questions)
        drawDecision(&painter, places.decision)
      }
      drawHints(painter)
    }
  }

  /// Whether the list of reasons stands in the place of plate and sheet.
  var showsReasons: Bool { choice == .refer || choice == .emergency }

  private func drawHints(_ painter: Painter) {
    var hints = [
      Hint("1", "2", "3", "4", text: Words.Case.askHint),
      Hint("P", "R", "E", text: Words.Case.decision),
    ]
    if showsReasons {
      hints.append(Hint("Tab", "Space", text: Words.Case.reasonsHint))
    }
    hints.append(Hint("Enter", text: Words.Case.confirmHint))
    hints.append(Hint("Esc", text: Words.Case.backHint))
    // An exam tells nothing that the trainee is to know.
    painter.hintBar(hints, remark: mode == .exam ? "" : Words.Case.acuteRemark)
  }
}
