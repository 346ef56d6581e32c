import Geometry

/// What a hand of less skill than the expert's does beside what it means to do, for one contact.
///
/// Every figure grows smoothly with clumsiness and is nothing for the expert; the chances are drawn
/// whatever the skill, so that one seed gives the same hand, only steadier or less steady.
struct PerformerUnsteadiness: Sendable {
  /// How far the hand strays aside slowly, in mm.
  private let aside: Double
  /// How far it trembles, in mm: too slowly to be a vibration.
  private let tremor: Double
  /// By what share its speed swings.
  private let unevenness: Double
  /// By what share its pressure swings.
  private let slip: Double
  /// What it makes of the speed and the pressure it means, as factors.
  let haste: Double
  private let weight: Double
  private var sidestep: Wander
  private var shake: (x: Wander, y: Wander)
  private var swing: Wander
  private var press: Wander

  init(clumsiness c: Double, numbers: inout RepeatableNumbers) {
    let grown = c * c.squareRoot()
    aside = 18 * grown
    tremor = 2.2 * grown
    unevenness = 0.7 * grown
    slip = 0.6 * grown
    haste = 1 + 0.9 * grown * numbers.offset()
    weight = 1 + 0.6 * grown * numbers.offset()
    sidestep = Wander(seed: numbers.next(), interval: 0.7)
    shake = (
      Wander(seed: numbers.next(), interval: 0.2), Wander(seed: numbers.next(), interval: 0.2)
    )
    swing = Wander(seed: numbers.next(), interval: 0.5)
    press = Wander(seed: numbers.next(), interval: 0.9)
  }

  /// What becomes of a speed at some seconds since landing.
  mutating func pace(at seconds: Double) -> Double {
    unevenness > 0 ? max(0.15, 1 + unevenness * swing.value(at: seconds)) : 1
  }

  /// How far from the meant place the hand is, travelling in a direction.
  mutating func stray(at seconds: Double, along: Point) -> Point {
    guard aside > 0 || tremor > 0 else { return .zero }
    let left = Point(along.y, -along.x) * (aside * sidestep.value(at: seconds))
    return left
      + Point(shake.x.value(at: seconds), shake.y.value(at: seconds)) * tremor
  }

  /// What becomes of a pressure.
  mutating func pressure(_ meant: Double, at seconds: Double) -> Double {
    guard slip > 0 else { return meant }
    return meant * max(0.2, weight + slip * press.value(at: seconds))
  }
}
