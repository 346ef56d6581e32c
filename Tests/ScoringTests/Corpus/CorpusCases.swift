/// The short cases of the corpus's records.
enum CorpusCases {
  private static func text(
    _ id: String, patient: String = "", decision: String = "proceed", extra: String = "",
    _ phases: String...
  ) -> String {
    """
    effleurage: 1
    id: \(id)
    title: \(id)
    patient:
      {sex: male, age: 46, cause: heavy-lifting, \(patient.isEmpty ? usual : patient)}
    decision: \(decision)
    \(extra)phases:
    \(phases.joined(separator: "\n"))

    """
  }

  private static let usual =
    "period: easing, diagnosis: {by: neurologist, text: Easing.}"
  private static let sore = """
    spasm:
      - {id: sore, outline: {ellipse: {at: [L4, -28], radii: [10, 20]}}, contact: light}
      - {id: raw, outline: {polygon: [[150, 300], [170, 300], [160, 330]]}, contact: none}

    """

  private static func stroking(_ id: String, strokes: Int, minutes: String = "") -> String {
    """
      - id: \(id)
        technique: stroking
        guides:
          - {id: left, path: [[T11, -52], [L4, -52]]}
          - {id: right, path: [[T11, 52], [L4, 52]]}
        strokes: \(strokes)
        pressure: {full: [0.05, 0.15], none: [0, 0.40]}
        \(minutes)
    """
  }

  private static let circling = """
      - id: comb
        technique: comb-circles
        guides: [{id: right, path: [[T12, 80], [L2, 80]]}]
        loops: 3
        turn: clockwise
        diameter: {full: [34, 46], none: [15, 90]}
    """
  private static let pressing = """
      - id: press
        technique: point-press
        points:
          - {id: a, at: [L2, -40], hold: 1}
          - {id: b, at: [L4, 40], hold: 1.5}
    """
  private static let lifting = """
      - id: lift
        technique: honey-lift
        area: {polygon: [[30, 200], [110, 200], [110, 280], [30, 280]]}
        lifts: 5
    """

  /// Two guides, two phases, two areas in spasm.
  static let strokes = text(
    "strokes", patient: usual + ", allergies: [nuts]",
    extra: sore + "preparation: {cushion: under, product: [warming-cream, neutral-oil]}\n",
    stroking("warm-up", strokes: 2, minutes: "minutes: {full: [0.1, 1], none: [0.02, 2]}"),
    stroking("closing", strokes: 2))

  static let circles = text("circles", circling)
  static let presses = text("presses", pressing)
  static let lifts = text("lifts", lifting)

  /// Every technique.
  static let every = text(
    "every", extra: sore, stroking("warm-up", strokes: 1), circling, pressing, lifting,
    stroking("closing", strokes: 2))

  /// Vibration and tapping are prescribed.
  static let prescribed = text(
    "prescribed", patient: usual + ", prescription: {allow: [vibration, tapping]}",
    stroking("warm-up", strokes: 1))

  /// Nobody is massaged in the acute period.
  static let acute = text(
    "acute", patient: "period: acute, contraindications: [thrombosis]", decision: "refer",
    extra: sore, stroking("warm-up", strokes: 1))

  static let emergency = text(
    "emergency",
    patient: "period: acute, diagnosis: {by: doctor, text: Acute.}, redFlags: [saddle-numbness]",
    decision: "emergency", stroking("warm-up", strokes: 1))

  /// By which other programs' records are judged: strokes down one guide.
  static let foreign = text(
    "foreign",
    """
      - id: warm-up
        technique: stroking
        guides: [{id: line, path: [[-60, 100], [-60, 250]]}]
        curve: straight
        strokes: 1
        hand: fingertips
    """)
}
