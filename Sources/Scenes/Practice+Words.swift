import BackAtlas
import Catalogue
import Geometry
import Scenarios
import Scoring

/// Texts of the practice screen.
enum PracticeWords {
  static var back: String { Texts["practice.back"] }
  static var wholeBack: String { Texts["practice.wholeBack"] }
  static var lowerBack: String { Texts["practice.lowerBack"] }
  static var pause: String { Texts["practice.pause"] }
  static var resume: String { Texts["practice.resume"] }
  static var end: String { Texts["practice.end"] }
  static var paused: String { Texts["practice.paused"] }
  static var pausedDetail: String { Texts["practice.pausedDetail"] }
  static var target: String { Texts["practice.gauge.target"] }
  static var speed: String { Texts["practice.gauge.speed"] }
  static var pressure: String { Texts["practice.gauge.pressure"] }
  static var path: String { Texts["practice.gauge.path"] }
  static var speedUnit: String { Texts["practice.gauge.speedUnit"] }
  static var pressureUnit: String { Texts["practice.gauge.pressureUnit"] }
  static var pathUnit: String { Texts["practice.gauge.pathUnit"] }
  static var noValue: String { Texts["practice.gauge.noValue"] }
  static var deviation: String { Texts["practice.deviation"] }

  static func counted(_ technique: Technique) -> String {
    Texts["practice.counted.\(technique.rawValue)"]
  }

  /// What is counted in a step, one name a count.
  static func countedNames(_ phase: Phase) -> [String] {
    switch phase.task {
    case .stroking(let task): task.guides.map { guide($0.id) }
    case .combCircles(let task): task.guides.map { guide($0.id) }
    case .pointPress(let task): task.points.map { guide($0.id) }
    case .honeyLift: [Texts["practice.countedArea"]]
    }
  }

  static var asked: String { Texts["practice.asked"] }
  static var contactTime: String { Texts["practice.contactTime"] }
  static var setPressure: String { Texts["practice.setPressure"] }
  static var measuredPressure: String { Texts["practice.measuredPressure"] }
  static var demonstratedPressure: String { Texts["practice.demonstratedPressure"] }
  static var unknownPressure: String { Texts["practice.unknownPressure"] }
  static var pressureDown: String { Texts["practice.pressureDown"] }
  static var pressureUp: String { Texts["practice.pressureUp"] }
  static var caseStep: String { Texts["practice.caseStep"] }
  static var prepare: String { Texts["practice.prepare"] }
  static var notStarted: String { Texts["practice.notStarted"] }
  static var notStartedDetail: String { Texts["practice.notStartedDetail"] }
  static var inThisStep: String { Texts["practice.inThisStep"] }

  static func patient(_ patient: Patient) -> String {
    Texts[
      "practice.patient",
      [
        "name": patient.name, "age": String(patient.age),
        "period": Texts["practice.period.\(patient.period.rawValue)"],
      ]]
  }

  static func shortPatient(_ patient: Patient) -> String {
    Texts["practice.patientShort", ["name": patient.name, "age": String(patient.age)]]
  }

  static func step(_ index: Int, of count: Int, _ mode: String) -> String {
    Texts[
      "practice.step", ["index": String(index + 1), "total": String(count), "mode": mode]]
  }

  static func step(_ index: Int, of count: Int) -> String {
    Texts["practice.stepShort", ["index": String(index + 1), "total": String(count)]]
  }

  static var demonstrationMode: String { Texts["practice.demonstrationMode"] }
  static var practiceMode: String { Texts["practice.practiceMode"] }
  static var practiceWithoutAids: String { Texts["practice.practiceWithoutAids"] }
  static var examMode: String { Texts["practice.examMode"] }
  static var drillMode: String { Texts["practice.drillMode"] }

  static func aim(_ minutes: Band) -> String {
    Texts[
      "practice.aim", ["low": time(minutes.fullLow * 60), "high": time(minutes.fullHigh * 60)]]
  }

  static func session(_ seconds: Double) -> String {
    Texts["practice.session", ["time": time(seconds)]]
  }

  /// Minutes and seconds.
  static func time(_ seconds: Double) -> String {
    let whole = max(0, Int(seconds))
    let (minutes, rest) = (whole / 60, whole % 60)
    return "\(minutes < 10 ? "0" : "")\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A whole number with a true minus sign.
  static func number(_ value: Double) -> String {
    let whole = Int(value.rounded())
    return whole < 0 ? "−\(-whole)" : "\(whole)"
  }

  static func percent(_ share: Double) -> String { number(share * 100) }

  /// A pressure as a whole number of hundredths.
  static func ofHundred(_ share: Double) -> String {
    Texts["number.ofHundred", ["value": percent(share)]]
  }

  static func range(_ range: ClosedRange<Double>, times factor: Double = 1) -> String {
    Texts[
      "number.range",
      ["low": number(range.lowerBound * factor), "high": number(range.upperBound * factor)]]
  }

  static func corridor(_ halfWidth: Double) -> String {
    Texts["practice.corridor", ["width": number(halfWidth)]]
  }

  static func counted(_ done: Int, _ asked: Int) -> String {
    Texts["practice.countedDone", ["done": String(min(done, asked)), "asked": String(asked)]]
  }

  /// The name of a guide; one that only its case knows is called by its id.
  static func guide(_ id: String) -> String {
    switch id {
    case "left": return Texts["practice.guide.left"]
    case "right": return Texts["practice.guide.right"]
    default: return Words.sentence(words(id))
    }
  }

  static func words(_ id: String) -> String {
    id.split(separator: "-").joined(separator: " ")
  }

  /// Where a value stands to its band.
  static func state(_ gauge: GaugeReading.Kind, _ state: GaugeReading.State) -> String {
    switch (gauge, state) {
    case (.speed, .inBand): Texts["practice.state.speed.inBand"]
    case (.speed, .low): Texts["practice.state.speed.low"]
    case (.speed, .high): Texts["practice.state.speed.high"]
    case (.pressure, .inBand): Texts["practice.state.pressure.inBand"]
    case (.pressure, .low): Texts["practice.state.pressure.low"]
    case (.pressure, .high): Texts["practice.state.pressure.high"]
    case (.path, .inBand): Texts["practice.state.path.inBand"]
    case (.path, .low): Texts["practice.state.path.low"]
    case (.path, .high): Texts["practice.state.path.high"]
    }
  }

  static func side(_ deviation: Double) -> String {
    deviation >= 0 ? Texts["practice.gauge.mmRight"] : Texts["practice.gauge.mmLeft"]
  }
}
