import Geometry

/// What a hand of less skill than the expert's does beside what it means to do, for one contact.
///
/// Every figure grows smoothly with clumsiness and is nothing for the expert; the chances are drawn
/// whatever the skill, so that one seed gives the same hand, only steadier or less steady.
struct PerformerUnsteadiness: Sendable {
  /// How far the hand strays aside slowly, in mm.
  private let aside: Double
  /// How far this contact lies beside what is meant as a whole, in mm.
  private let beside: Double
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
    // Straying grows at once, the rest later.
    let grown = c * c.squareRoot()
    let lost = PerformerUnsteadiness.straying(c)
    // Some strokes succeed better than others.
    aside = lost * (0.3 + numbers.share())
    beside = lost * 0.35 * numbers.offset()
    tremor = 5.5 * c
    unevenness = 1.3 * grown
    slip = 0.6 * grown
    // Who is unsure hurries rather than lingers.
    haste = 1 + grown * (0.7 + 1.3 * numbers.offset())
    weight = 1 + grown * (0.1 + 0.9 * numbers.offset())
    sidestep = Wander(seed: numbers.next(), interval: 1.3)
    shake = (
      Wander(seed: numbers.next(), interval: 0.25), Wander(seed: numbers.next(), interval: 0.25)
    )
    swing = Wander(seed: numbers.next(), interval: 0.6)
    press = Wander(seed: numbers.next(), interval: 0.9)
  }

  /// How far a hand strays at its worst, in mm: it grows at once, and hardly more once it is lost.
  static func straying(_ clumsiness: Double) -> Double {
    46 * clumsiness - 19 * clumsiness * clumsiness
  }

  /// What becomes of a speed at some seconds since landing.
  mutating func pace(at seconds: Double) -> Double {
    unevenness > 0 ? max(0.15, 1 + unevenness * swing.value(at: seconds)) : 1
  }

  /// How far from the meant place the hand is, travelling in a direction.
  ///
  /// - Parameter keepsWay: whether only trembling leads it off, as in circles, whose way itself
  ///   strays already.
  mutating func stray(at seconds: Double, along: Point, keepsWay: Bool) -> Point {
    guard aside > 0 || tremor > 0 else { return .zero }
    let shaking = Point(shake.x.value(at: seconds), shake.y.value(at: seconds)) * tremor
    if keepsWay { return shaking }
    return shaking
      + Point(along.y, -along.x) * (beside + aside * sidestep.value(at: seconds))
  }

  /// What becomes of a pressure.
  mutating func pressure(_ meant: Double, at seconds: Double) -> Double {
    guard slip > 0 else { return meant }
    return meant * max(0.2, weight + slip * press.value(at: seconds))
  }
}
