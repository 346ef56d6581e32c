import BackAtlas
import Geometry
import Scenarios
import Scoring

/// English texts of the practice screen.
enum PracticeWords {
  static let back = "Back to the case"
  static let wholeBack = "Whole back"
  static let lowerBack = "Lower back"
  static let pause = "Pause"
  static let resume = "Go on"
  static let end = "End the attempt"
  static let paused = "Paused"
  static let pausedDetail = "The clock stands still. Nothing you have done is lost."
  static let target = "Target"
  static let speed = "Speed"
  static let pressure = "Pressure"
  static let path = "Path"
  static let speedUnit = "mm/s"
  static let pressureUnit = "of 100"
  static let pathUnit = "mm"
  static let noValue = "–"
  static let noHand = "No hand on the back"
  static let noSpeedAsked = "Not judged in this step"
  static let deviation = "Path deviation, last 20 s"
  static func counted(_ technique: Technique) -> String {
    switch technique {
    case .stroking: "Strokes counted"
    case .combCircles: "Circles counted"
    case .pointPress: "Points held"
    case .honeyLift: "Lifts counted"
    }
  }

  /// What is counted in a step, one name a count.
  static func countedNames(_ phase: Phase) -> [String] {
    switch phase.task {
    case .stroking(let task): task.guides.map { guide($0.id) }
    case .combCircles(let task): task.guides.map { guide($0.id) }
    case .pointPress(let task): task.points.map { guide($0.id) }
    case .honeyLift: ["The area"]
    }
  }

  static let asked = "Asked in this step"
  static let contactTime = "Contact time"
  static let setPressure = "Set pressure"
  static let measuredPressure = "Pressure is measured"
  static let demonstratedPressure = "The expert sets the pressure"
  static let unknownPressure = "This device has no pressure"
  static let pressureDown = "Press more lightly"
  static let pressureUp = "Press harder"
  static let yourTask = "Your task"
  static let caseStep = "Case"
  static let prepare = "Prepare"
  static let notStarted = "Choose a step"
  static let notStartedDetail = "The massage begins with its first step."
  static let lastStep = "End"
  static let inThisStep = "in this step"

  static func patient(_ patient: Patient) -> String {
    "\(patient.name), \(patient.age), \(period(patient.period))"
  }

  static func period(_ period: Period) -> String {
    switch period {
    case .acute: "acute phase"
    case .easing: "easing phase"
    case .remission: "remission"
    case .prevention: "prevention"
    }
  }

  static func step(_ index: Int, of count: Int, _ mode: String) -> String {
    "Step \(index + 1) of \(count), \(mode)"
  }

  static let demonstrationMode = "the expert at work"
  static let practiceMode = "practice with live feedback"
  static let practiceWithoutAids = "practice without aids"
  static let examMode = "exam"
  static let drillMode = "drill, never counted"

  static func aim(_ minutes: Band) -> String {
    "aim \(time(minutes.fullLow * 60))–\(time(minutes.fullHigh * 60))"
  }

  static func session(_ seconds: Double) -> String { "Session time \(time(seconds))" }

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

  static func range(_ range: ClosedRange<Double>, times factor: Double = 1) -> String {
    "\(number(range.lowerBound * factor))–\(number(range.upperBound * factor))"
  }

  static func corridor(_ halfWidth: Double) -> String { "Corridor ±\(number(halfWidth)) mm" }

  static func counted(_ done: Int, _ asked: Int) -> String { "\(min(done, asked)) of \(asked)" }

  /// The name of a guide, from its id.
  static func guide(_ id: String) -> String {
    switch id {
    case "left": return "Left lane"
    case "right": return "Right lane"
    default:
      let words = id.split(separator: "-").joined(separator: " ")
      return words.prefix(1).uppercased() + words.dropFirst()
    }
  }

  static func hand(_ hand: Hand) -> String {
    switch hand {
    case .palm: "flat hand"
    case .fingertips: "fingertips"
    case .knuckles: "knuckles"
    case .thumb: "thumb"
    }
  }

  /// Where a value stands to its band.
  static func state(_ gauge: GaugeReading.Kind, _ state: GaugeReading.State) -> String {
    switch (gauge, state) {
    case (.speed, .inBand): "Calm"
    case (.speed, .low): "Too slow"
    case (.speed, .high): "Too fast"
    case (.pressure, .inBand): "Light"
    case (.pressure, .low): "Too light"
    case (.pressure, .high): "Too hard"
    case (.path, .inBand): "On path"
    case (.path, .low): "Drifting"
    case (.path, .high): "Off path"
    }
  }

  static func side(_ deviation: Double) -> String { deviation >= 0 ? "mm right" : "mm left" }

  // MARK: The coaching line

  static func coaching(_ cue: Cue) -> String {
    switch cue {
    case .pain: "Lift or lighten: the patient feels pain"
    case .pressingArea(let area):
      area == "spine" ? "Off the spine: work beside it" : "Lighter: no pressure on the spasm"
    case .nearArea: "Careful: the area in spasm is close"
    case .tooHard(let share, let aim):
      "Lighter: \(percent(share)) of 100, aim for \(range(aim, times: 100))"
    case .tooLight(let share, let aim):
      "A little firmer: \(percent(share)) of 100, aim for \(range(aim, times: 100))"
    case .tooFast(let speed, let aim):
      "Slower: \(number(speed)) mm/s, aim for \(range(aim))"
    case .tooSlow(let speed, let aim):
      "Faster: \(number(speed)) mm/s, aim for \(range(aim))"
    case .offPath: "Back to the line"
    case .backward: "The other way: follow the arrows"
    case .vibrating: "No vibration: keep the hand calm"
    case .tapping: "No tapping: stay in contact"
    case .steady: "Steady. Keep this pace."
    case .none: "Put your hand down to begin"
    }
  }

  // MARK: The task in words

  /// What a step asks: technique, from where to where, how often.
  static func task(_ phase: Phase, on back: Back) -> [String] {
    let hand = hand(phase.hand)
    switch phase.task {
    case .stroking(let task):
      return [
        "Stroke with the \(hand) \(way(task.guides, back)).",
        each(task.guides, task.strokes, "strokes"),
      ]
    case .combCircles(let task):
      return [
        "Comb circles with the \(hand) \(way(task.guides, back)).",
        each(task.guides, task.loops, "circles"),
        "Circles \(range(task.diameter.full)) mm wide, each overlapping the last.",
      ]
    case .pointPress(let task):
      let seconds = task.points.map(\.hold).max() ?? 0
      return [
        "Press \(task.points.count) points with the \(hand), one after the other.",
        "Hold each for \(number(seconds)) s without moving.",
      ]
    case .honeyLift(let task):
      return [
        "Lift the skin with the \(hand), all over the marked area.", "\(task.lifts) lifts in all.",
      ]
    }
  }

  /// One line for the card of what is asked, such as "8 circles each lane".
  static func amount(_ phase: Phase) -> (count: String, what: String) {
    switch phase.task {
    case .stroking(let task): ("\(task.strokes)", "strokes each lane")
    case .combCircles(let task): ("\(task.loops)", "circles each lane")
    case .pointPress(let task): ("\(task.points.count)", "points to press")
    case .honeyLift(let task): ("\(task.lifts)", "lifts")
    }
  }

  private static func way(_ guides: [Guide], _ back: Back) -> String {
    guard let path = guides.first?.path, let first = path.first, let last = path.last else {
      return ""
    }
    let (start, end) = (back.nearestLevel(first.point.y), back.nearestLevel(last.point.y))
    return "from \(start.rawValue) to \(end.rawValue)"
  }

  private static func each(_ guides: [Guide], _ count: Int, _ what: String) -> String {
    if guides.count == 1 { return "\(count) \(what)." }
    let names = guides.map { $0.id.split(separator: "-").joined(separator: " ") }
    return guides.count == 2
      ? "\(count) \(what) on each side: \(names[0]) and \(names[1])."
      : "\(count) \(what) on each of \(guides.count) lanes."
  }

  static func spasmInWords(_ areas: [SpasmArea], on back: Back) -> String? {
    guard !areas.isEmpty else { return nil }
    let names = areas.map { area -> String in
      let corners = area.outline.polygon.corners.map(\.point)
      let sum = corners.reduce(Point.zero, +)
      return back.name(of: sum * (1 / Double(corners.count))).description
    }
    return "Keep pressure off the area in spasm at \(names.joined(separator: " and "))."
  }
}
