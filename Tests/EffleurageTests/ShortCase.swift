/// A case whose demonstration takes a few seconds, so that it can be scored often.
enum ShortCase {
  static let id = "short"

  static let text = """
    effleurage: 1
    id: short
    title: A short case
    patient:
      sex: female
      age: 40
      cause: disc-degeneration
      period: prevention
      diagnosis: {by: doctor, text: Well.}
    decision: proceed
    phases:
      - id: stroke
        technique: stroking
        guides: [{id: left, path: [[L1, -52], [L5, -52]]}]
        strokes: 2
        curve: straight

    """
}
