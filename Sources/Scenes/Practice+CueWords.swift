import Catalogue
import Scoring

/// The coaching line.
extension PracticeWords {
  static func coaching(_ cue: Cue) -> String {
    switch cue {
    case .pain: Texts["coaching.pain"]
    case .pressingArea(let area):
      area == "spine" ? Texts["coaching.spine"] : Texts["coaching.area"]
    case .nearArea: Texts["coaching.nearArea"]
    case .tooHard(let share, let aim):
      Texts["coaching.tooHard", ["value": percent(share), "aim": range(aim, times: 100)]]
    case .tooLight(let share, let aim):
      Texts["coaching.tooLight", ["value": percent(share), "aim": range(aim, times: 100)]]
    case .tooFast(let speed, let aim):
      Texts["coaching.tooFast", ["value": number(speed), "aim": range(aim)]]
    case .tooSlow(let speed, let aim):
      Texts["coaching.tooSlow", ["value": number(speed), "aim": range(aim)]]
    case .offPath: Texts["coaching.offPath"]
    case .backward: Texts["coaching.backward"]
    case .vibrating: Texts["coaching.vibrating"]
    case .tapping: Texts["coaching.tapping"]
    case .steady: Texts["coaching.steady"]
    case .none: Texts["coaching.none"]
    }
  }

  /// What is out of its band, in a few words; nil when nothing is.
  static func short(_ cue: Cue) -> String? {
    switch cue {
    case .tooFast(let speed, _), .tooSlow(let speed, _):
      Texts["number.speed", ["value": number(speed)]]
    case .tooHard(let share, _), .tooLight(let share, _): ofHundred(share)
    case .offPath(let deviation):
      Texts["coaching.short.offPath", ["value": number(abs(deviation))]]
    case .backward: Texts["coaching.short.backward"]
    case .vibrating: Texts["coaching.short.vibrating"]
    case .tapping: Texts["coaching.short.tapping"]
    case .pain: Texts["coaching.short.pain"]
    case .pressingArea(let area):
      area == "spine" ? Texts["coaching.short.spine"] : Texts["coaching.short.area"]
    case .nearArea: Texts["coaching.short.nearArea"]
    case .steady, .none: nil
    }
  }
}
