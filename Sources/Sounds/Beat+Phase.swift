import Geometry
public import Scenarios

/// The tempo a step asks for.
extension Beat {
  /// One for each guide of a phase, or a single one where no guide sets the tempo; empty where
  /// nothing does.
  ///
  /// - Strokes: a beat a stroke, there at the middle of the speed asked, and back at the middle of
  ///   what a return may have, whose upper edge is doubled.
  /// - Circles: a beat a circle, of the middle diameter at the middle speed.
  /// - Presses: a beat a second of the hold.
  /// - Lifts: a second for each and a second to the next, as the minutes of a case are reckoned.
  public static func all(of phase: Phase) -> [Beat] {
    switch phase.task {
    case .stroking(let task):
      guard let band = phase.speed else { return [] }
      return task.guides.compactMap { stroke(along: $0.line(task.curve).length, band) }
    case .combCircles(let task):
      guard let band = phase.speed else { return [] }
      let way = Double.pi * (task.diameter.fullLow + task.diameter.fullHigh) / 2
      guard way > 0, band.centre > 0 else { return [] }
      return [Beat(tempo: 60 * band.centre / way)]
    case .pointPress: return [Beat(tempo: 60)]
    case .honeyLift: return [Beat(tempo: 30)]
    }
  }

  private static func stroke(along length: Double, _ band: Band) -> Beat? {
    let back = band.upperEdgesDoubled.centre
    guard length > 0, band.centre > 0, back > 0 else { return nil }
    let there = length / band.centre
    let whole = there + length / back
    return Beat(tempo: 60 / whole, turn: there / whole)
  }
}

extension Band {
  /// The middle of what earns full marks.
  var centre: Double { (fullLow + fullHigh) / 2 }
}
