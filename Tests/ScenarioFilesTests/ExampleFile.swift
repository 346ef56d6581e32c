import ScenarioFiles

/// The documented example of a case, and ways to spoil it.
enum ExampleFile {
  static let text = """
    effleurage: 1
    id: lifting-easing-left
    title: Lifting strain, left L4-L5
    summary: Twelve days after lifting. Pain at rest fell from 7 to 3 of 10.
    difficulty: 2
    massage: general
    patient:
      name: Marek D.
      sex: male
      age: 46
      stature: 1780
      occupation: Warehouse worker
      history: Turned with a 40 kg crate; sharp pain in the lower back the same evening.
      cause: heavy-lifting
      period: easing
      diagnosis: {by: neurologist, on: 14 May, text: "Compression of the left L5 root, easing"}
      redFlags: []
      contraindications: []
      clearance: []
      allergies: []
      prescription: {sessions: 10, allow: []}
    decision: proceed
    preparation: {position: prone, arms: along-body, cushion: either, product: [warming-oil]}
    spasm:
      - {id: left-l4, outline: {ellipse: {at: [L4, -28], radii: [10, 20]}}, contact: light}
    phases:
      - id: warm-up
        title: Warm up
        technique: stroking
        guides:
          - {id: left,  path: [[T7, -52], [S2, -52]]}
          - {id: right, path: [[T7, 52], [S2, 52]]}
        strokes: 8
        pressure: {full: [0.05, 0.15], none: [0, 0.40]}
        minutes: {full: [1.5, 6], none: [0.5, 12]}
      - id: comb
        title: Comb strokes
        technique: comb-circles
        guides:
          - {id: left,  path: [[T12, -80], [L4, -80, -10]]}
          - {id: right, path: [[T12, 80], [L4, 80, -10]]}
        loops: 8
        diameter: {full: [34, 46], none: [15, 90]}
      - id: closing
        title: Closing
        technique: stroking
        guides:
          - {id: left,  path: [[T7, -52], [S2, -52]]}
        pressure: {full: [0.05, 0.15], none: [0, 0.40]}

    """

  /// The example with one text replaced, which must occur in it exactly once.
  static func replacing(_ old: String, with new: String) -> String {
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "\(old) occurs \(parts.count - 1) times")
    return parts.joined(separator: new)
  }
}

/// What reading a text says, each as `line:column: severity: message`.
func said(_ text: String) -> [String] { said(Array(text.utf8)) }

func said(_ bytes: [UInt8]) -> [String] {
  ScenarioReader.read(bytes: bytes).1.map { $0.rendered(file: "f") }.map { String($0.dropFirst(2)) }
}
