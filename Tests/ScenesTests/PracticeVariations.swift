import Attempts
import BackAtlas
import Geometry
import Scenarios
import Scoring

@testable import Scenes

/// More moments of practice: other techniques, other patients, other input.
extension PracticeSamples {
  /// Before a hand is down: the set pressure waits on its gauge.
  static var waiting: PracticeModel {
    var model = stroking
    model.hands = []
    model.cue = .none
    model.pointer = Point(-52, 260)
    return model
  }

  /// A hand on the area in spasm.
  static var pain: PracticeModel {
    var model = comb
    model.activeGuide = 0
    model.hands[0].place = Point(-52, 430)
    model.hands[0].pressure = 0.72
    model.cue = .pain(area: "left-l4")
    model.patient = patient(comfort: 0.3, warmAt: [], rate: 23, breath: 0.4, isInPain: true)
    model.breaths = breaths(rate: 23, until: model.clock, breath: 0.4)
    return model
  }

  static func points(_ back: Back) -> Phase {
    Phase(
      id: "points", title: "Press points",
      task: .pointPress(
        PointPressTask(
          points: [Landmark.l1, .l2, .l3, .l4, .l5].flatMap { level in
            [-50.0, 50].map { x in
              PressPoint(
                id: "\(x < 0 ? "left" : "right")-\(level.rawValue.lowercased())",
                at: back.place(level, x: x), hold: 5)
            }
          })))
  }

  static func honey(_ back: Back) -> Phase {
    Phase(
      id: "honey", title: "Honey lifts",
      task: .honeyLift(
        HoneyLiftTask(
          area: .ellipse(at: back.place(.l3, x: 0), radiusX: 120, radiusY: 92), lifts: 20)))
  }

  /// Ten points, four of them held, the fifth under the thumb.
  static var pressing: PracticeModel {
    var scenario = SampleCases.lifting
    let back = scenario.patient.back
    scenario.spasm = []
    scenario.phases[1] = points(back)
    var model = PracticeModel(mode: .practice, scenario: scenario)
    model.phase = 1
    model.entered = [true, true, false]
    model.guides = (0..<10).map {
      PracticeGuide(
        done: $0 < 4 ? 1 : 0, asked: 1, coverage: $0 < 4 ? 1 : $0 == 4 ? 0.62 : 0)
    }
    model.activeGuide = 4
    model.hands = [
      PracticeHand(place: back.place(.l3, x: -50).point + Point(2, 1), pressure: 0.34)
    ]
    model.setPressure = 0.34
    model.cue = .steady
    model.patient = patient(
      comfort: 0.55, warmAt: [Point(-50, 402), Point(50, 402)], rate: 15, breath: 0.2)
    model.breaths = breaths(rate: 15, until: 210, breath: 0.2)
    model.clock = 210
    model.contactTime = 64
    return model
  }

  /// Lifts over an area, some done.
  static var lifting: PracticeModel {
    var scenario = SampleCases.lifting
    let back = scenario.patient.back
    scenario.spasm = []
    scenario.massage = .honey
    scenario.phases[1] = honey(back)
    var model = PracticeModel(mode: .practice, scenario: scenario)
    model.phase = 1
    model.entered = [true, true, false]
    model.guides = [PracticeGuide(done: 7, asked: 20)]
    model.activeGuide = 0
    let middle = back.place(.l3, x: 0).point
    let places = [
      Point(-78, -48), Point(-30, -60), Point(22, -58), Point(74, -40), Point(-88, 2),
      Point(-38, 0), Point(12, -4),
    ]
    model.lifted = places.map { middle + $0 }
    model.hands = [PracticeHand(place: middle + Point(62, 6), pressure: 0.22)]
    model.setPressure = 0.22
    model.cue = .steady
    model.patient = patient(
      comfort: 0.86, warmAt: places.map { middle + $0 }, rate: 13, breath: 0.1)
    model.breaths = breaths(rate: 13, until: 300, breath: 0.1)
    model.clock = 300
    model.contactTime = 42
    return model
  }

  static func sideLying(_ sex: Sex = .male, stature: Int = 1780) -> PracticeModel {
    var model = comb
    model.scenario.patient.back = Back(sex: sex, stature: stature)
    model.isSideLying = true
    return model
  }
}
