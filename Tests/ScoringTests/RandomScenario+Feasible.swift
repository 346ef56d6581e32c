import Geometry
import Scenarios

@testable import Scoring

/// Whether a hand can do what a random case asks.
extension RandomScenario {
  /// Whether every way keeps off every area with at most half of what is allowed aside, and no two
  /// areas hem it in.
  func isFeasible(_ scenario: Scenario) -> Bool {
    scenario.phases.allSatisfy { phase in
      let shape = HandShape(phase.hand, rowAcross: phase.rowAcross)
      let avoided = scenario.spasm.filter { area in
        // A light touch will do where the phase bears to be that light.
        area.contact == .none || area.maxPressure < phase.pressure.fullLow + 0.01
      }
      let (places, reach, aside) = ways(phase)
      var tight = 0
      for area in avoided {
        let outline = area.outline.polygon
        let least = places.map { place in
          shape.clearance(from: place, to: place, of: outline, reach: 100) - reach
        }.min()
        guard let least, least < 15 else { continue }
        tight += 1
        if least < 1 - aside { return false }
      }
      return tight <= 1
    }
  }

  /// Where a phase leads the hand's middle, how far it strays from there, and how far aside it may
  /// go, in mm.
  private func ways(_ phase: Phase) -> ([FinePoint], reach: Double, aside: Double) {
    switch phase.task {
    case .stroking(let task):
      return (task.guides.flatMap { along($0.line(task.curve)) }, 0, task.corridor.full * 0.5)
    case .combCircles(let task):
      let diameter =
        task.diameter.fullLow + (task.diameter.fullHigh - task.diameter.fullLow) * 0.3
      return (
        task.guides.flatMap { along($0.line(task.curve)) }, diameter / 2,
        task.corridor.full * 0.5
      )
    case .pointPress(let task): return (task.points.map(\.at.fine), 0, task.radius.full * 0.5)
    case .honeyLift(let task):
      let outline = task.area.polygon
      var places: [FinePoint] = []
      for row in 0...20 {
        for column in 0...20 {
          let place = FinePoint(
            x: outline.lowerBound.x + (outline.upperBound.x - outline.lowerBound.x) / 20 * column,
            y: outline.lowerBound.y + (outline.upperBound.y - outline.lowerBound.y) / 20 * row)
          if outline.contains(place) { places.append(place) }
        }
      }
      return (places, 0, 0)
    }
  }

  private func along(_ line: Polyline) -> [FinePoint] {
    stride(from: 0, through: line.length, by: 3).map { line.place(at: $0) }
  }
}
