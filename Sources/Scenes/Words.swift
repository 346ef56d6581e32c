import Attempts
import BackAtlas
import Catalogue
import Scenarios
import Scoring

/// Texts of the catalogue that several screens share, as functions with types.
public enum Words {
  public static var productName: String { Texts["product.name"] }
  public static var toggleTheme: String { Texts["common.theme"] }
  public static var library: String { Texts["common.library"] }
  public static var notADevice: String { Texts["product.notice"] }

  public static var practice: String { Texts["common.practice"] }
  public static var exam: String { Texts["common.exam"] }

  /// Items as in "a, b and c".
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return Texts["list.last", ["first": series(Array(items.dropLast())), "last": last]]
  }

  /// Items as in "a, b, c".
  static func series(_ items: [String]) -> String {
    guard var series = items.first else { return "" }
    for item in items.dropFirst() {
      series = Texts["list.comma", ["first": series, "next": item]]
    }
    return series
  }

  /// Items as in "a or b".
  static func alternatives(_ items: [String]) -> String {
    guard var alternatives = items.first else { return "" }
    for item in items.dropFirst() {
      alternatives = Texts["list.or", ["first": alternatives, "next": item]]
    }
    return alternatives
  }

  /// A figure with the language's sign between whole parts and tenths.
  static func figure(_ figure: Figure) -> String {
    figure.description.replacing(".", with: Texts["number.decimal"])
  }

  static func number(_ value: Double, places: Int = 0) -> String {
    figure(Figure(value, places: places))
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

  /// What a key is called on its cap; letters and digits are their own names.
  static func key(_ key: String) -> String {
    switch key {
    case "Enter", "Esc", "Space", "Tab", "Ctrl", "Home", "End": Texts["key.\(key)"]
    default: key
    }
  }

  /// As in "left L4", or "L4" on the midline.
  static func place(_ place: BackPlace) -> String {
    Texts["place.\(place.side.rawValue)", ["level": place.level.rawValue]]
  }
}

/// The words for what scenario files name.
extension Words {
  static func sex(_ sex: Sex) -> String { Texts["sex.\(sex.rawValue)"] }

  /// Today's term, with the word of the older literature in brackets.
  static func cause(_ cause: Cause) -> String { Texts["cause.\(cause.rawValue)"] }

  static func period(_ period: Period) -> String { Texts["period.\(period.rawValue)"] }

  static func mode(_ mode: Mode) -> String { Texts["mode.\(mode.rawValue)"] }

  static func difficulty(_ difficulty: Difficulty) -> String {
    switch difficulty {
    case .basic: Texts["difficulty.basic"]
    case .intermediate: Texts["difficulty.intermediate"]
    case .advanced: Texts["difficulty.advanced"]
    }
  }

  static func massage(_ kind: MassageKind) -> String { Texts["massage.\(kind.rawValue)"] }

  static func technique(_ technique: Technique) -> String {
    Texts["technique.\(technique.rawValue)"]
  }

  /// The title of a phase; a phase without its own is called by its technique.
  static func title(_ phase: Phase) -> String {
    phase.title == phase.technique.rawValue ? technique(phase.technique) : phase.title
  }

  static func criterion(_ criterion: Criterion) -> String {
    Texts["criterion.\(criterion.rawValue)"]
  }
}
