import Geometry
import Scenarios

/// Strokes along guides, right and wrong.
extension Performer {
  /// Seconds in which a stroke gathers speed and loses it.
  private static let ramp = 0.4

  mutating func stroke(_ task: StrokingTask, _ phase: Phase) {
    let lines = task.guides.map { $0.line(task.curve) }
    let speed = pace(lines, task.strokes, phase)
    for _ in 0..<rounds(lines, task.strokes, phase, speed) {
      for line in lines {
        stroke(along: detour(line), speed, phase)
        wait(900_000)
      }
    }
    if has(.scribble) { scribble(near: lines[0], speed, phase) }
  }

  /// Seconds of one stroke at a speed, ramps included.
  private func seconds(_ length: Double, _ speed: Double) -> Double {
    length >= speed * Performer.ramp
      ? length / speed + Performer.ramp : 2 * (length / speed * Performer.ramp).squareRoot()
  }

  /// The phase's own minutes decide between a calm and a brisk hand.
  private func pace(_ lines: [Polyline], _ strokes: Int, _ phase: Phase) -> Double {
    let calm = speed(phase)
    guard let minutes = phase.minutes, let band = phase.speed else { return calm }
    let length = lines.reduce(0) { $0 + $1.length } * Double(strokes)
    let most = minutes.fullHigh * 60 - Double(strokes * lines.count) * Performer.ramp
    guard most > 0, length / calm > most else { return calm }
    return min(band.fullHigh * 0.9, length / most * 1.02)
  }

  /// As many rounds as are asked, and more where the phase should last longer.
  private func rounds(_ lines: [Polyline], _ strokes: Int, _ phase: Phase, _ speed: Double) -> Int {
    guard let minutes = phase.minutes else { return strokes }
    let round = lines.reduce(0) { $0 + seconds($1.length, speed) }
    let needed = min(500, minutes.fullLow * 60 * 1.05 / round)
    return max(strokes, Int(needed.rounded(.up)))
  }

  /// The line that a fault follows instead of the guide.
  private func detour(_ line: Polyline) -> Polyline {
    if has(.overSpine) {
      let first = line.vertices[0]
      let last = line.vertices[line.vertices.count - 1]
      return Polyline([FinePoint(x: 0, y: first.y), FinePoint(x: 0, y: last.y)])
    }
    guard has(.pressSpasm), let area = scenario.spasm.first else { return line }
    let outline = area.outline.polygon
    let centre = FinePoint(
      x: (outline.lowerBound.x + outline.upperBound.x) / 2,
      y: (outline.lowerBound.y + outline.upperBound.y) / 2)
    let vertices = [line.vertices[0], centre, line.vertices[line.vertices.count - 1]]
    return vertices[0] != centre && vertices[2] != centre ? Polyline(vertices) : line
  }

  private mutating func stroke(along line: Polyline, _ speed: Double, _ phase: Phase) {
    let isFirm = has(.pressSpasm) || has(.overSpine)
    // A clumsy hand is too fast on one stroke and too slow on the next.
    let haste = 1 + clumsiness * 1.2 * offset()
    var pace = max(5, speed * haste)
    if has(.slaps) { pace = line.length / (0.39 - Performer.ramp / 8) }
    let ramp = has(.slaps) ? Performer.ramp / 8 : Performer.ramp
    let duration =
      has(.slaps) ? 0.39 : has(.scrub) ? line.length / 20 : seconds(line.length, pace)
    var wander = Wander(seed: seed(), interval: 0.7)
    var press = Wander(seed: seed(), interval: 0.9)
    let usual = isFirm ? 0.6 : pressure(phase)
    let width = clumsiness * 22
    let isBackward = has(.backward)
    let isScrub = has(.scrub)
    let slip = clumsiness * 0.3
    contact(seconds: duration) { seconds in
      var arc = Performer.progress(
        seconds, length: line.length, duration: duration, ramp: isScrub ? 0 : ramp)
      if isScrub { arc += 10 * Performer.triangle(seconds * 5) }
      if isBackward { arc = line.length - arc }
      let clamped = min(max(arc, 0), line.length)
      let along = line.direction(at: clamped)
      let aside = width * wander.value(at: seconds)
      let point = line.place(at: clamped).point + Point(along.y, -along.x) * aside
      return (point, usual * (1 + slip * press.value(at: seconds)))
    }
  }

  /// Arc length after `seconds` of a stroke that gathers speed, holds it, and loses it.
  static func progress(_ seconds: Double, length: Double, duration: Double, ramp: Double) -> Double
  {
    guard duration > 0 else { return length }
    let ramp = min(ramp, duration / 2)
    let top = length / (duration - ramp)
    if seconds < ramp { return ramp > 0 ? top * seconds * seconds / (2 * ramp) : 0 }
    if seconds > duration - ramp {
      let rest = max(0, duration - seconds)
      return length - (ramp > 0 ? top * rest * rest / (2 * ramp) : 0)
    }
    return top * (seconds - ramp / 2)
  }

  /// A triangle wave between -1 and 1 with period 1.
  static func triangle(_ turns: Double) -> Double {
    let share = turns - turns.rounded(.down)
    return share < 0.25 ? 4 * share : share < 0.75 ? 2 - 4 * share : 4 * share - 4
  }

  private mutating func scribble(near line: Polyline, _ speed: Double, _ phase: Phase) {
    var aside = Wander(seed: seed(), interval: 1.1)
    var along = Wander(seed: seed(), interval: 1.3)
    let middle = line.place(at: line.length / 2).point
    let light = pressure(phase)
    contact(seconds: 150) { seconds in
      (middle + Point(90 * aside.value(at: seconds), 110 * along.value(at: seconds)), light)
    }
    wait(900_000)
  }
}
