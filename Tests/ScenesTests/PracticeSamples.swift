import Attempts
import BackAtlas
import Geometry
import Patients
import Scenarios
import Scoring

@testable import Scenes

/// Moments of practice, made up for pictures.
enum PracticeSamples {
  /// Circles as in a comb stroke, in mm: `share` of the lane, `radius` around it.
  private static func circles(
    _ x: Double, from top: Double, to bottom: Double, count: Int, radius: Double,
    until share: Double
  ) -> [Point] {
    let steps = Int(Double(count) * 64 * share)
    return (0...steps).map { step in
      let y = top + (bottom - top) * Double(step) / Double(count * 64)
      let side = x < 0 ? -1.0 : 1.0
      return Point(
        x + side * radius * Ellipse.cosine(step - 16), y + radius * Ellipse.sine(step - 16))
    }
  }

  private static func contact(_ number: Int, _ points: [(Point, TrailQuality)], isOver: Bool)
    -> TrailContact
  {
    var contact = TrailContact(contact: number)
    for (place, quality) in points { contact.add(place, quality) }
    contact.isOver = isOver
    return contact
  }

  /// The second step in the midst of its right lane: too fast at the moment.
  static var comb: PracticeModel {
    let back = SampleCases.lifting.patient.back
    var model = PracticeModel(mode: .practice, scenario: SampleCases.lifting)
    let (top, bottom) = (Double(back.level(.t12)), Double(back.level(.l4)))
    model.phase = 1
    model.entered = [true, true, false]
    model.guides = [
      PracticeGuide(done: 8, asked: 8), PracticeGuide(done: 2, asked: 8, coverage: 0.4, mark: 38),
    ]
    model.activeGuide = 1
    model.hasCushion = true
    let left = circles(-80, from: top, to: bottom, count: 8, radius: 20, until: 1)
    let right = circles(80, from: top, to: bottom, count: 8, radius: 20, until: 0.34)
    model.trail = [
      contact(
        1,
        left.enumerated().map { index, place in
          (
            place,
            (150..<185).contains(index) ? .high : (330..<380).contains(index) ? .low : .inBand
          )
        }, isOver: true),
      contact(
        2, right.enumerated().map { index, place in (place, index > 130 ? .high : .inBand) },
        isOver: false),
    ]
    let place = right[right.count - 1]
    model.hands = [
      PracticeHand(
        place: place, pressure: nil, speed: 142, deviation: 6, guide: 1, arc: 38)
    ]
    model.hands[0].pressure = 0.28
    model.setPressure = 0.28
    model.cue = .tooFast(speed: 142, aim: 20...100)
    model.pacer = Point(74, place.y - 12)
    model.patient = patient(comfort: 0.72, warmAt: left + right, rate: 14, breath: 0.33)
    model.breaths = breaths(rate: 14, until: 468, breath: 0.33)
    model.clock = 468
    model.stepTime = 198
    model.contactTime = 161
    model.deviations = (0...400).map { step in
      let wave = 9 * Ellipse.sine(step / 3) + 4 * Ellipse.sine(step)
      let bump = (120...160).contains(step) ? 62 * Ellipse.sine((step - 120) * 32 / 40) : 0
      return DeviationPoint(time: 448 + Double(step) / 20, deviation: wave + bump)
    }
    return model
  }

  /// Strokes of the first step, all well.
  static var stroking: PracticeModel {
    let scenario = SampleCases.lifting
    let back = scenario.patient.back
    var model = PracticeModel(mode: .practice, scenario: scenario)
    let (top, bottom) = (Double(back.level(.t7)), Double(back.level(.s2)))
    model.phase = 0
    model.entered = [true, false, false]
    model.guides = [
      PracticeGuide(done: 3, asked: 8), PracticeGuide(done: 2, asked: 8, coverage: 0.6, mark: 190),
    ]
    model.activeGuide = 1
    func stroke(_ number: Int, _ x: Double, sway: Double, until share: Double) -> TrailContact {
      let steps = Int(160 * share)
      return contact(
        number,
        (0...steps).map { step in
          let y = top + (bottom - top) * Double(step) / 160
          let quality: TrailQuality =
            number == 2 && (40..<70).contains(step)
            ? .low
            : number == 3 && (60..<90).contains(step)
              ? .high
              : number == 4 && (120..<140).contains(step) ? .spasm : .inBand
          return (Point(x + sway * Ellipse.sine(step / 2 + number * 9), y), quality)
        }, isOver: share == 1)
    }
    model.trail = [
      stroke(1, -52, sway: 4, until: 1), stroke(2, -49, sway: 6, until: 1),
      stroke(3, 52, sway: 7, until: 1), stroke(4, -55, sway: 3, until: 1),
      stroke(5, 50, sway: 5, until: 0.6),
    ]
    model.hands = [
      PracticeHand(
        place: Point(54, top + (bottom - top) * 0.6), pressure: 0.1, speed: 62, deviation: 2,
        guide: 1, arc: 190)
    ]
    model.setPressure = 0.1
    model.cue = .steady
    model.pacer = Point(52, top + (bottom - top) * 0.66)
    model.patient = patient(
      comfort: 0.9, warmAt: model.trail.flatMap { $0.points.map(\.place) }, rate: 12, breath: 0.6)
    model.breaths = breaths(rate: 12, until: 141, breath: 0.6)
    model.clock = 141
    model.stepTime = 96
    model.contactTime = 71
    model.deviations = (0...400).map {
      DeviationPoint(
        time: 121 + Double($0) / 20,
        deviation: (160..<200).contains($0) ? nil : 5 * Ellipse.sine($0 / 4) + 2)
    }
    return model
  }

  /// A patient whose skin was warmed along places.
  static func patient(
    comfort: Double, warmAt places: [Point], rate: Double, breath: Double, isInPain: Bool = false
  ) -> PatientState {
    var map = WarmthMap(left: -260, top: 0, columns: 52, rows: 75)
    for row in 0..<map.rows {
      for column in 0..<map.columns {
        let middle = Point(
          map.left + (Double(column) + 0.5) * WarmthMap.cell,
          map.top + (Double(row) + 0.5) * WarmthMap.cell)
        let nearest = places.reduce(Double.infinity) { min($0, $1.distance(to: middle)) }
        // Fading towards the edge of the hand, warmer where more was done.
        map.values[row * map.columns + column] =
          max(0, 1 - nearest / 34) * (0.5 + 0.5 * max(0, 1 - Double(row) / 75))
      }
    }
    return PatientState(
      warmth: map, comfort: comfort, breathingRate: rate, breath: breath, isInPain: isInPain)
  }

  /// The last seconds of breathing at a rate, in breaths a minute.
  static func breaths(rate: Double, until clock: Double, breath: Double) -> [BreathPoint] {
    (0...200).map { step in
      let age = 8.2 * (1 - Double(step) / 200)
      let place = breath - age * rate / 60
      return BreathPoint(
        time: clock - age, rise: PracticePatient.rise(place - place.rounded(.down)))
    }
  }

  static func exam() -> PracticeModel {
    var model = stroking
    model.mode = .exam
    model.aids = []
    return model
  }

  /// Twelve steps, long titles, a woman's back.
  static var longest: PracticeModel {
    var model = PracticeModel(mode: .practice, scenario: SampleCases.longest)
    model.phase = 6
    model.entered = (0..<12).map { $0 < 7 }
    model.guides = [PracticeGuide(done: 1, asked: 8), PracticeGuide(done: 0, asked: 8)]
    model.activeGuide = 0
    model.setPressure = 0.3
    return model
  }
}
