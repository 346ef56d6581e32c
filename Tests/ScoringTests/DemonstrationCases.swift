import BackAtlas
import Geometry
import Scenarios

/// Cases that ask of a demonstration what the shipped ones do not.
extension Cases {
  /// Every technique in one case, with an area that no hand may touch beside the way.
  static func everyTechnique() -> Scenario {
    let back = Back(sex: .female, stature: 1660)
    var patient = patient()
    patient.back = back
    patient.allergies = [.nuts, .honey]
    func lane(_ id: String, _ x: Double) -> Guide {
      Guide(id: id, path: [back.place(.t8, x: x), back.place(.s2, x: x)])
    }
    let lanes = [lane("left", -54), lane("right", 54)]
    let light = Band(full: 0.05...0.20, none: 0...0.45)
    return Scenario(
      id: "every-technique", title: "Every technique", patient: patient, decision: .proceed,
      preparation: Preparation(product: [.warmingOil, .warmingCream]),
      spasm: [
        // 43 mm from the left lane: a palm must give way by some millimetres.
        SpasmArea(
          id: "sore",
          outline: .ellipse(at: back.place(.l3, x: -107), radiusX: 12, radiusY: 20),
          contact: .none)
      ],
      phases: [
        Phase(
          id: "warm-up",
          task: .stroking(
            StrokingTask(guides: lanes, strokes: 4, corridor: Limit(full: 6, none: 22))),
          minutes: Band(full: 0.6...4, none: 0.2...8), pressure: light),
        Phase(
          id: "circles",
          task: .combCircles(
            CombCirclesTask(
              guides: [
                Guide(id: "up", path: [back.place(.l4, x: 60), back.place(.t11, x: 68)])
              ], loops: 6, diameter: Band(full: 30...50, none: 12...100), turn: .counterclockwise))),
        Phase(
          id: "presses",
          task: .pointPress(
            PointPressTask(points: [
              PressPoint(id: "a", at: back.place(.l2, x: 40)),
              PressPoint(id: "b", at: back.place(.l4, x: 40), hold: 2),
              PressPoint(id: "c", at: back.place(.l4, x: -40), hold: 2),
            ]))),
        Phase(
          id: "lifts",
          task: .honeyLift(
            HoneyLiftTask(
              area: .ellipse(at: back.place(.t12, x: 70), radiusX: 50, radiusY: 70), lifts: 12))),
        Phase(
          id: "closing",
          task: .stroking(
            StrokingTask(guides: lanes, strokes: 3, corridor: Limit(full: 6, none: 22))),
          pressure: light),
      ])
  }

  /// Nothing but one press.
  static func pressing() -> Scenario {
    var scenario = straight()
    scenario.phases = [
      Phase(
        id: "press",
        task: .pointPress(
          PointPressTask(points: [PressPoint(id: "a", at: position(-60, 300), hold: 1)])))
    ]
    return scenario
  }

  /// Vibration and tapping as the doctor wants them.
  static func prescribed() -> Scenario {
    var scenario = straight()
    scenario.patient.prescription.allow = [.vibration, .tapping]
    return scenario
  }
}
