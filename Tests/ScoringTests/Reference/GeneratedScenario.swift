import BackAtlas
import Foundation
import Geometry
import Scenarios

@testable import Scoring

/// Cases at random: every technique, kind of guide, area and band.
enum GeneratedScenario {
  static func make(_ numbers: inout RepeatableNumbers) -> Scenario {
    let back = Back(
      sex: numbers.chance(0.5) ? .male : .female, stature: numbers.whole(1500...2000))
    var patient = Patient(
      age: 40, back: back, cause: .heavyLifting, period: .easing,
      diagnosis: numbers.chance(0.9) ? Diagnosis(by: "neurologist", text: "L5") : nil)
    if numbers.chance(0.25) { patient.prescription.allow.append(.vibration) }
    if numbers.chance(0.25) { patient.prescription.allow.append(.tapping) }
    if numbers.chance(0.2) { patient.allergies = [numbers.pick(Allergen.allCases)] }
    if numbers.chance(0.1) { patient.contraindications = [.pregnancy] }
    let count = numbers.weighted([0, 5, 3, 1])
    let phases = (0..<count).map { phase($0, &numbers) }
    return Scenario(
      id: "random", title: "Random", patient: patient,
      decision: numbers.chance(0.95) ? .proceed : numbers.pick([.refer, .emergency]),
      preparation: Preparation(cushion: numbers.pick([nil] + Cushion.allCases)),
      spasm: (0..<numbers.weighted([3, 3, 2, 1])).map { area($0, &numbers) }, phases: phases)
  }

  private static func position(_ point: Point) -> Position {
    Position(millimetres: point.x, point.y)
  }

  // MARK: Phases

  private static func phase(_ index: Int, _ numbers: inout RepeatableNumbers) -> Phase {
    let technique = numbers.weighted([55, 30, 8, 7])
    let task: PhaseTask =
      switch technique {
      case 0: .stroking(stroking(&numbers))
      case 1: .combCircles(comb(&numbers))
      case 2: .pointPress(press(&numbers))
      default: .honeyLift(HoneyLiftTask(area: lifted(&numbers), lifts: numbers.whole(1...6)))
      }
    var phase = Phase(
      id: "phase-\(index)", task: task, hand: numbers.pick([nil] + Hand.allCases),
      rowAcross: numbers.chance(0.5))
    if numbers.chance(0.4) { phase.minutes = band(&numbers, 0...1.5) }
    if technique < 2, numbers.chance(0.5) { phase.speed = band(&numbers, 0...500) }
    if numbers.chance(0.5) { phase.pressure = band(&numbers, 0...1) }
    return phase
  }

  static func band(_ numbers: inout RepeatableNumbers, _ range: ClosedRange<Double>) -> Band {
    let edges = (0..<4).map { _ in numbers.number(range) }.sorted()
    // Edges may coincide.
    let low = numbers.chance(0.1) ? edges[1] : edges[0]
    let high = numbers.chance(0.1) ? edges[2] : edges[3]
    return Band(full: edges[1]...edges[2], none: low...high)
  }

  private static func stroking(_ numbers: inout RepeatableNumbers) -> StrokingTask {
    var task = StrokingTask(
      guides: guides(&numbers), curve: numbers.chance(0.5) ? .smooth : .straight,
      strokes: numbers.whole(1...4))
    if numbers.chance(0.4) {
      let full = numbers.number(0...12)
      task.corridor = Limit(full: full, none: full + numbers.number(0...25))
    }
    return task
  }

  private static func comb(_ numbers: inout RepeatableNumbers) -> CombCirclesTask {
    var task = CombCirclesTask(
      guides: guides(&numbers), curve: numbers.chance(0.5) ? .smooth : .straight,
      loops: numbers.whole(1...8), turn: numbers.pick(Turn.allCases))
    if numbers.chance(0.5) { task.diameter = band(&numbers, 0...160) }
    if numbers.chance(0.5) { task.advance = band(&numbers, 0...1.5) }
    if numbers.chance(0.4) {
      let full = numbers.number(0...12)
      task.corridor = Limit(full: full, none: full + numbers.number(0...25))
    }
    return task
  }

  private static func press(_ numbers: inout RepeatableNumbers) -> PointPressTask {
    let points = (0..<numbers.whole(1...4)).map { index in
      PressPoint(
        id: "point-\(index)", at: position(place(&numbers)), hold: numbers.number(1...3))
    }
    var task = PointPressTask(points: points)
    if numbers.chance(0.4) {
      let full = numbers.number(0...12)
      task.radius = Limit(full: full, none: full + numbers.number(0...25))
    }
    return task
  }

  // MARK: Places

  static func place(_ numbers: inout RepeatableNumbers) -> Point {
    Point(numbers.number(-130...130), numbers.number(40...480))
  }

  private static func guides(_ numbers: inout RepeatableNumbers) -> [Guide] {
    let count = numbers.weighted([0, 5, 4, 1])
    return (0..<count).map { index in
      Guide(id: "guide-\(index)", path: path(&numbers))
    }
  }

  private static func path(_ numbers: inout RepeatableNumbers) -> [Position] {
    let start = place(&numbers)
    switch numbers.weighted([5, 3, 1, 1]) {
    case 0:
      // Along the spine, as in most cases, or any way.
      if numbers.chance(0.6) {
        let length = numbers.number(60...300)
        return [position(start), position(Point(start.x, start.y + length))]
      }
      return distinct([start, place(&numbers)])
    case 1: return distinct([start] + (0..<numbers.whole(1...4)).map { _ in place(&numbers) })
    case 2:
      // A ring.
      let radius = numbers.number(25...70)
      return (0...8).map { step in
        let turn = Double(step) / 8 * 2 * Double.pi
        return position(start + Point(cos(turn), sin(turn)) * radius)
      }
    default:
      // A spiral whose turns lie near one another.
      let gap = numbers.number(12...50)
      return (0...16).map { step in
        let turn = Double(step) / 8 * 2 * Double.pi
        let radius = 20 + gap * Double(step) / 8
        return position(start + Point(cos(turn), sin(turn)) * radius)
      }
    }
  }

  private static func distinct(_ points: [Point]) -> [Position] {
    var result: [Position] = []
    for point in points.map(position) where result.last != point { result.append(point) }
    if result.count < 2 { result.append(position(points[0] + Point(0, 100))) }
    return result
  }

  // MARK: Areas

  private static func area(_ index: Int, _ numbers: inout RepeatableNumbers) -> SpasmArea {
    SpasmArea(
      id: "area-\(index)", outline: outline(&numbers, 8...45), margin: numbers.number(0...40),
      contact: numbers.chance(0.3) ? .none : .light,
      maxPressure: Double(numbers.whole(0...500)) / 1000)
  }

  private static func lifted(_ numbers: inout RepeatableNumbers) -> Outline {
    outline(&numbers, 20...110)
  }

  private static func outline(_ numbers: inout RepeatableNumbers, _ size: ClosedRange<Double>)
    -> Outline
  {
    let centre = place(&numbers)
    if numbers.chance(0.5) {
      return .ellipse(
        at: position(centre), radiusX: numbers.number(size), radiusY: numbers.number(size))
    }
    let corners = numbers.whole(3...9)
    return .polygon(
      (0..<corners).map { corner in
        let turn = Double(corner) / Double(corners) * 2 * Double.pi
        return position(centre + Point(cos(turn), sin(turn)) * numbers.number(size))
      })
  }
}
