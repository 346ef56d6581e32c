import Attempts
import BackAtlas
import Scenarios
import Scoring

/// English texts that several screens share.
public enum Words {
  public static let productName = "Effleurage"
  public static let toggleTheme = "Light or dark"
  public static let library = "Scenario library"
  public static let notADevice = "A teaching tool, not a medical device."

  public static let practice = "Practice"
  public static let exam = "Exam"

  /// A whole number of things, in English.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// Items as in "a, b and c".
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Points without needless decimals, with a true minus sign.
  static func figure(_ figure: Figure) -> String {
    figure.description.replacing("-", with: "−")
  }

  /// Seconds of the attempt's clock as minutes and seconds.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(max(0, seconds).rounded(.down))
    let rest = whole % 60
    return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  static func sentence(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}

/// The words for what scenario files name.
extension Words {
  static func sex(_ sex: Sex) -> String {
    switch sex {
    case .male: "male"
    case .female: "female"
    }
  }

  /// Today's term, with the word of the older literature in brackets.
  static func cause(_ cause: Cause) -> String {
    switch cause {
    case .heavyLifting: "Heavy lifting"
    case .vertebralDisplacement: "Displaced vertebra"
    case .chilling: "Chilling (hypothermia)"
    case .neoplasm: "Tumour (neoplasm)"
    case .discDegeneration: "Disc degeneration (osteochondrosis)"
    case .pregnancyOrObesity: "Pregnancy or obesity"
    }
  }

  static func period(_ period: Period) -> String {
    switch period {
    case .acute: "Acute"
    case .easing: "Easing"
    case .remission: "Remission"
    case .prevention: "Prevention"
    }
  }

  static func mode(_ mode: Mode) -> String {
    switch mode {
    case .practice: practice
    case .exam: exam
    case .drill: "Drill"
    }
  }

  static func difficulty(_ difficulty: Difficulty) -> String {
    switch difficulty {
    case .basic: "Basic"
    case .intermediate: "Intermediate"
    case .advanced: "Advanced"
    }
  }

  static func massage(_ kind: MassageKind) -> String {
    switch kind {
    case .general: "General massage"
    case .point: "Point massage"
    case .honey: "Honey massage"
    }
  }

  static func technique(_ technique: Technique) -> String {
    switch technique {
    case .stroking: "Stroking"
    case .combCircles: "Comb strokes"
    case .pointPress: "Point pressing"
    case .honeyLift: "Honey lifting"
    }
  }

  /// The title of a phase; a phase without its own is called by its technique.
  static func title(_ phase: Phase) -> String {
    phase.title == phase.technique.rawValue ? technique(phase.technique) : phase.title
  }

  static func criterion(_ criterion: Criterion) -> String {
    switch criterion {
    case .procedure: "Procedure"
    case .path: "Path"
    case .speed: "Speed"
    case .pressure: "Pressure"
    case .spasm: "Spasm avoidance"
    case .flow: "Flow"
    case .technique: "Technique"
    }
  }
}
