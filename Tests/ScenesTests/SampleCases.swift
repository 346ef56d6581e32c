import BackAtlas
import Geometry
import Scenarios

/// Cases for the pictures of screens: ordinary ones, and ones with texts as long as files allow.
enum SampleCases {
  static func back(_ sex: Sex = .male) -> Back { Back(sex: sex, stature: sex == .male ? 1780 : 1640) }

  static func strokes(_ id: String, _ title: String, _ back: Back, strokes: Int = 8) -> Phase {
    Phase(
      id: id, title: title,
      task: .stroking(
        StrokingTask(
          guides: [
            Guide(id: "left", path: [back.place(.t7, x: -52), back.place(.s2, x: -52)]),
            Guide(id: "right", path: [back.place(.t7, x: 52), back.place(.s2, x: 52)]),
          ], strokes: strokes)),
      minutes: Band(full: 1.5...6, none: 0.5...12),
      pressure: Band(full: 0.05...0.15, none: 0...0.4))
  }

  static func comb(_ back: Back) -> Phase {
    Phase(
      id: "comb", title: "Comb strokes",
      task: .combCircles(
        CombCirclesTask(
          guides: [
            Guide(id: "left", path: [back.place(.t12, x: -80), back.place(.l4, x: -80)]),
            Guide(id: "right", path: [back.place(.t12, x: 80), back.place(.l4, x: 80)]),
          ], diameter: Band(full: 34...46, none: 15...90))),
      minutes: Band(full: 4...10, none: 1...20))
  }

  static var lifting: Scenario {
    let back = back()
    return Scenario(
      id: "lifting-easing-left", title: "Lifting strain, left L4–L5",
      summary: "Twelve days after lifting. Pain at rest fell from 7 to 3 of 10.",
      difficulty: .intermediate,
      patient: Patient(
        name: "Marek D.", age: 46, back: back, occupation: "Warehouse worker",
        history:
          "Turned with a 40 kg crate; sharp pain in the lower back and left leg the same evening.",
        cause: .heavyLifting, period: .easing,
        diagnosis: Diagnosis(
          by: "Dr E. Lindqvist, neurologist", on: "14 May",
          text: "Compression of the left L5 root, easing; protective spasm on the left."),
        contraindications: [.hypertension], clearance: [.hypertension]),
      decision: .proceed,
      spasm: [
        SpasmArea(
          id: "left-l4",
          outline: .ellipse(at: back.place(.l4, x: -44), radiusX: 18, radiusY: 30))
      ],
      phases: [
        strokes("warm-up", "Warm up", back), comb(back), strokes("closing", "Closing", back, strokes: 5),
      ])
  }

  static func variant(
    _ title: String, _ cause: Cause, _ difficulty: Difficulty, _ areas: [(Landmark, Double, Double, Double)],
    sex: Sex = .male
  ) -> Scenario {
    let back = back(sex)
    return Scenario(
      id: title.lowercased().filter(\.isLetter), title: title,
      summary: "Comes every autumn, a week after the heating season begins.",
      difficulty: difficulty,
      patient: Patient(
        name: "Ilse K.", age: 38, back: back, occupation: "Bricklayer", history: "Stood in the wind.",
        cause: cause, period: .prevention),
      decision: .proceed,
      spasm: areas.enumerated().map { index, area in
        SpasmArea(
          id: "area-\(index)",
          outline: .ellipse(at: back.place(area.0, x: area.1), radiusX: area.2, radiusY: area.3))
      },
      phases: [strokes("warm-up", "Warm up", back), strokes("closing", "Closing", back)])
  }

  static var six: [Scenario] {
    [
      lifting,
      variant(
        "Draught on a building site", .chilling, .basic, [(.l2, -52, 28, 44), (.l2, 52, 28, 44)]),
      variant("Displaced vertebra, left L5", .vertebralDisplacement, .advanced, [(.l5, -40, 30, 30)]),
      variant(
        "Desk work and stiff mornings", .discDegeneration, .intermediate,
        [(.l1, -46, 24, 34), (.l4, 50, 26, 34)], sex: .female),
      variant(
        "Back ache in late pregnancy", .pregnancyOrObesity, .intermediate,
        [(.l5, -42, 28, 28), (.l5, 42, 28, 28)], sex: .female),
      variant("Pain that wakes at night", .neoplasm, .advanced, [(.l3, 40, 30, 30)]),
    ]
  }

  /// Words up to exactly a length, as a person would write them.
  static func prose(_ length: Int) -> String {
    let words =
      "pain across the lower back that spreads to the left thigh when sitting and eases when lying "
    var text = ""
    while text.count < length { text += words }
    text = String(text.prefix(length - 1))
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// Everything as long and as much as a file may say.
  static var longest: Scenario {
    let back = back(.female)
    return Scenario(
      id: "longest", title: prose(80), summary: prose(400), difficulty: .advanced,
      massage: .honey,
      patient: Patient(
        name: prose(40), age: 100, back: back, occupation: prose(60), history: prose(400),
        cause: .discDegeneration, period: .acute,
        diagnosis: Diagnosis(by: "Dr Ernestine von Hohenlohe, neurologist", on: "14 May", text: prose(200)),
        redFlags: RedFlag.allCases, contraindications: Contraindication.allCases,
        clearance: [.pregnancy, .hypertension], allergies: Allergen.allCases,
        prescription: Prescription(sessions: 30, allow: [.vibration, .tapping])),
      decision: .emergency,
      spasm: [
        SpasmArea(id: "a", outline: .ellipse(at: back.place(.l4, x: -44), radiusX: 18, radiusY: 30)),
        SpasmArea(
          id: "b", outline: .ellipse(at: back.place(.l2, x: 44), radiusX: 18, radiusY: 30),
          contact: .none, reveal: .described),
      ],
      phases: (1...12).map { strokes("phase-\($0)", prose(40), back) })
  }
}
