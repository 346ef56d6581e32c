import Attempts
import Geometry

/// What a hand did in one step.
struct Touch: Sendable {
  /// Where the hand was at the last step, and where it is.
  var from: Position
  var place: Position
  /// Over the last 200 ms, in mm/s.
  var speed: Double
  /// The greatest pressure in the step, thousandths; nil: the device has none.
  var thousandths: Int?
  /// The same as a share, supposed where the device has none.
  var share: Double
  /// What was added to the share in the last 200 ms; a landing adds all.
  var rise: Double
  var isShaking: Bool
}

/// A hand between landing and lift, as the patient feels it.
///
/// Between two samples a hand is where the earlier one was, so that no step waits for a sample to
/// come.
struct TouchingHand: Sendable {
  /// Steps in the window of speed and of rising pressure: 200 ms.
  private static let window = 4
  /// Faster hands are felt like this one, in mm/s.
  private static let topSpeed = 2_000.0

  let contact: Int
  let phase: Int
  /// It left, but is felt at the next step once more: no touch is too short to be felt.
  private(set) var isLifted = false
  var areas: [AreaTouch]

  private var sample: Sample
  private let landing: Sample
  private var peak: Int?
  private var stepPlace: Position
  /// A point dragged behind the hand on a string, so that a hand that trembles by a pixel does not
  /// seem to travel.
  private var dragged: Point
  private let string: Double
  private var travel = 0.0
  /// Newest last.
  private var travels = SIMD4<Double>(repeating: 0)
  private var shares = SIMD4<Double>(repeating: 0)
  private var steps = 0
  private var shake: ShakeWatch
  private var low: Position
  private var high: Position

  init(_ landing: Landing, phase: Int, areas: Int) {
    contact = landing.contact
    self.phase = phase
    self.areas = [AreaTouch](repeating: AreaTouch(), count: areas)
    sample = landing.sample
    self.landing = sample
    peak = sample.pressure
    stepPlace = sample.position
    dragged = sample.position.point
    string = max(2, 1.5 * landing.millimetresPerPixel)
    shake = ShakeWatch(
      sample.position.x, sample.position.y, at: sample.time,
      millimetresPerPixel: landing.millimetresPerPixel)
    low = sample.position
    high = sample.position
  }

  var lastTime: Int { sample.time }
  var landingTime: Int { landing.time }
  /// The larger side of the box of all places, in 1/100 mm.
  var extent: Int { max(high.x - low.x, high.y - low.y) }

  mutating func take(_ next: Sample) {
    guard next.time >= sample.time else { return }
    if next.time - sample.time > Figures.lostGap { restart(next) }
    low = Position(x: min(low.x, next.position.x), y: min(low.y, next.position.y))
    high = Position(x: max(high.x, next.position.x), y: max(high.y, next.position.y))
    if next.position != sample.position {
      let way = next.position.point - dragged
      let length = way.length
      if length > string {
        dragged = dragged + way * ((length - string) / length)
        travel += length - string
      }
      shake.take(next.position.x, next.position.y, at: next.time)
    }
    if let pressure = next.pressure { peak = max(peak ?? 0, pressure) }
    sample = next
  }

  mutating func lift() { isLifted = true }

  /// Nobody knows what the hand did in a gap: it begins anew where it is.
  private mutating func restart(_ next: Sample) {
    dragged = next.position.point
    stepPlace = next.position
    travel = 0
    travels = SIMD4(repeating: 0)
    peak = next.pressure
    shake = ShakeWatch(
      next.position.x, next.position.y, at: next.time, millimetresPerPixel: string / 1.5)
  }

  /// Ends a step and says what the hand did in it; nil where nobody knows.
  ///
  /// - Parameter supposed: the share of pressure of a device that has none.
  mutating func step(at now: Int, supposed: Double) -> Touch? {
    guard now - sample.time <= Figures.lostGap else { return nil }
    let share = peak.map { Double($0) / 1000 } ?? supposed
    let rise = share - shares[0]
    shares = SIMD4(shares[1], shares[2], shares[3], share)
    travels = SIMD4(travels[1], travels[2], travels[3], travel)
    travel = 0
    steps = min(steps + 1, TouchingHand.window)
    let sum = travels[0] + travels[1] + travels[2] + travels[3]
    let touch = Touch(
      from: stepPlace, place: sample.position,
      speed: min(sum / (Double(steps) * Figures.seconds), TouchingHand.topSpeed),
      thousandths: peak, share: share, rise: rise, isShaking: shake.isShaking(at: now))
    stepPlace = sample.position
    peak = sample.pressure
    return touch
  }
}
