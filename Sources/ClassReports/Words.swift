import Attempts
import Classes
import Handover
import Scenarios
import Scoring

/// The words of the page.
enum Words {
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  static func name(_ criterion: Criterion) -> String {
    criterion.rawValue.prefix(1).uppercased() + criterion.rawValue.dropFirst()
  }

  static func trainee(_ id: String?) -> String { id ?? "unnamed" }

  static func tenths(_ value: Int) -> String {
    let text = Figure.tenths(value).description
    return text.contains(".") ? text : text + ".0"
  }

  /// Thousandths as whole percent, rounded down as in debriefs: what is just short of a minimum does
  /// not read as the minimum.
  static func percent(_ thousandths: Int) -> String { String(thousandths / 10) }

  static func hundredths(_ value: Int) -> String {
    let rest = value % 100
    return "\(value / 100)." + (rest < 10 ? "0" : "") + String(rest)
  }

  static func device(_ input: InputClass) -> String {
    let (device, scale) = deviceLines(input)
    return scale.isEmpty ? device : device + ", " + scale
  }

  static func deviceLines(_ input: InputClass) -> (device: String, scale: String) {
    let pressure =
      switch input.device.pressure {
      case .measured: "measured pressure"
      case .set: "set pressure"
      case .none: "no pressure"
      }
    return (
      "\(input.device.kind.rawValue), \(pressure)",
      input.scale.map { "\(Figure.hundredths($0.millimetresPerPixel)) mm a pixel" } ?? ""
    )
  }

  /// As in `2026-11-22` and `13:55`; nil when it is no such start as the program writes,
  /// `2026-11-22T13:55:16Z`, for a record can hold any text there.
  static func start(_ start: String) -> (day: String, time: String)? {
    let characters = Array(start.utf8)
    let form = Array("0000-00-00T00:00:00Z".utf8)
    let isUsual =
      characters.count == form.count
      && zip(characters, form).allSatisfy { character, expected in
        expected == UInt8(ascii: "0") ? (48...57).contains(character) : character == expected
      }
    guard isUsual else { return nil }
    return (
      String(decoding: characters[..<10], as: UTF8.self),
      String(decoding: characters[11..<16], as: UTF8.self)
    )
  }

  static func reason(_ reason: ClassRecords.Unread.Reason) -> String {
    switch reason {
    case .unreadable: "cannot be read"
    case .noRecord: "is no record"
    case .damaged(let line, let column): "damaged: line \(line), column \(column)"
    case .noCase: "made by another program, so it carries no case, and none was given for it"
    case .otherCase: "carries another case than the one that was given"
    case .badCase: "its case cannot be used"
    case .newerRules: "judged live by a newer rule set than this program knows"
    }
  }

  static func standing(_ standing: CaseGroup.Standing) -> String {
    switch standing {
    case .inTheLibrary: "in this library."
    case .changed:
      "not in this library: a changed case. The library has another one of the same id, so these "
        + "attempts cannot be compared with those at that one."
    case .unknown: "not in this library: an unknown case. Nobody here knows what it asks."
    }
  }

  static func copies(_ group: CopyGroup) -> String {
    let records = group.members.count {
      if case .submission = $0.source { true } else { false }
    }
    return switch (group.kind, group.isWhole) {
    case (.trainees, true):
      "\(records) records of different trainees hold the same movements"
    case (.trainees, false):
      "\(records) records of different trainees hold partly the same movements"
    case (.demonstration, true): "A demonstration was handed in as an attempt"
    case (.demonstration, false): "Part of a demonstration was handed in as an attempt"
    case (.unnamed, true): "\(records) records hold the same movements, and not all are named"
    case (.unnamed, false):
      "\(records) records hold partly the same movements, and not all are named"
    case (.again, true): "One trainee handed the same recording in \(times(records))"
    case (.again, false): "\(records) records of one trainee hold partly the same movements"
    }
  }

  private static func times(_ number: Int) -> String { number == 2 ? "twice" : "\(number) times" }

  static func origin(_ submission: Submission) -> String {
    switch submission.result.origin {
    case .live: submission.result.mode.rawValue
    case .demonstration: "demonstration"
    case .foreign: "record of another program"
    }
  }

  static func clock(_ result: Scoring.Result) -> String { ResultText.clock(result.duration) }
}
