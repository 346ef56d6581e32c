import Catalogue

/// Texts of the practice screen from the catalogue.
enum PracticeTexts {
  static var comfort: String { Texts["work.comfort"] }
  static var breathing: String { Texts["work.breathing"] }
  static var pain: String { Texts["work.pain"] }
  static var warmth: String { Texts["work.warmth"] }
  static var lifeSize: String { Texts["work.life-size"] }
  static var demonstrate: String { Texts["work.demonstrate"] }
  static var contact: String { Texts["work.contact"] }

  /// The word of a comfort of so many fifths.
  static func comfort(fifths: Int) -> String {
    switch fifths {
    case ...1: Texts["work.comfort-1"]
    case 2: Texts["work.comfort-2"]
    case 3: Texts["work.comfort-3"]
    case 4: Texts["work.comfort-4"]
    default: Texts["work.comfort-5"]
    }
  }

  /// Breaths in a minute, and whether that is calm.
  static func breathing(rate: Double, isQuick: Bool) -> String {
    Texts[
      isQuick ? "work.breathing-quick" : "work.breathing-calm",
      ["rate": PracticeWords.number(rate)]]
  }

  /// The minutes of contact that are asked.
  static func aim(from low: Double, to high: Double) -> String {
    let (first, last) = (PracticeWords.time(low * 60), PracticeWords.time(high * 60))
    return first == last
      ? Texts["work.aim-of", ["time": last]]
      : Texts["work.aim", ["from": first, "to": last]]
  }
}
