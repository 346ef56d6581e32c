import BackAtlas
import Catalogue
import Geometry
import Scenarios

/// The task in words.
extension PracticeWords {
  static var yourTask: String { Texts["task.title"] }

  /// What a step asks: technique, from where to where, how often.
  static func task(_ phase: Phase, on back: Back) -> [String] {
    let hand = Texts["hand.with.\(phase.hand.rawValue)"]
    switch phase.task {
    case .stroking(let task):
      return [
        way(task.guides, back).map {
          Texts["task.stroke", ["hand": hand, "start": $0.start, "end": $0.end]]
        },
        strokes(task.strokes, task.guides),
      ].compactMap(\.self)
    case .combCircles(let task):
      return [
        way(task.guides, back).map {
          Texts["task.comb", ["hand": hand, "start": $0.start, "end": $0.end]]
        },
        circles(task.loops, task.guides),
        Texts["task.width", ["range": range(task.diameter.full)]],
      ].compactMap(\.self)
    case .pointPress(let task):
      let seconds = task.points.map(\.hold).max() ?? 0
      return [
        Texts.count("task.press", task.points.count, ["hand": hand]),
        Texts.count("task.hold", Int(seconds.rounded())),
      ]
    case .honeyLift(let task):
      return [Texts["task.lift", ["hand": hand]], Texts.count("task.lifts", task.lifts)]
    }
  }

  /// One line for the card of what is asked, such as "8 circles each lane".
  static func amount(_ phase: Phase) -> (count: String, what: String) {
    switch phase.task {
    case .stroking(let task):
      ("\(task.strokes)", Texts.count("task.amount.strokes", task.strokes))
    case .combCircles(let task): ("\(task.loops)", Texts.count("task.amount.circles", task.loops))
    case .pointPress(let task):
      ("\(task.points.count)", Texts.count("task.amount.points", task.points.count))
    case .honeyLift(let task): ("\(task.lifts)", Texts.count("task.amount.lifts", task.lifts))
    }
  }

  /// The levels where the first guide begins and ends.
  private static func way(_ guides: [Guide], _ back: Back) -> (start: String, end: String)? {
    guard let path = guides.first?.path, let first = path.first, let last = path.last else {
      return nil
    }
    return (
      back.nearestLevel(first.point.y).rawValue, back.nearestLevel(last.point.y).rawValue
    )
  }

  private static func strokes(_ count: Int, _ guides: [Guide]) -> String {
    switch guides.count {
    case 1: Texts.count("task.strokes", count)
    case 2:
      Texts.count(
        "task.strokesOnSides", count, ["first": side(guides[0]), "second": side(guides[1])])
    default: Texts.count("task.strokesOnLanes", count, ["lanes": String(guides.count)])
    }
  }

  private static func circles(_ count: Int, _ guides: [Guide]) -> String {
    switch guides.count {
    case 1: Texts.count("task.circles", count)
    case 2:
      Texts.count(
        "task.circlesOnSides", count, ["first": side(guides[0]), "second": side(guides[1])])
    default: Texts.count("task.circlesOnLanes", count, ["lanes": String(guides.count)])
    }
  }

  private static func side(_ guide: Guide) -> String {
    switch guide.id {
    case "left": Texts["task.side.left"]
    case "right": Texts["task.side.right"]
    default: words(guide.id)
    }
  }

  static func spasmInWords(_ areas: [SpasmArea], on back: Back) -> String? {
    guard !areas.isEmpty else { return nil }
    let names = areas.map { area -> String in
      let corners = area.outline.polygon.corners.map(\.point)
      let sum = corners.reduce(Point.zero, +)
      return Words.place(back.name(of: sum * (1 / Double(corners.count))))
    }
    return Texts["task.spasm", ["places": Words.list(names)]]
  }
}
