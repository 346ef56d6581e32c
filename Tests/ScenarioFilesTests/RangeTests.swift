import ScenarioFiles
import Testing

/// Both ends of every range: the last values that are allowed and the first that are not.
@Suite struct RangeTests {
  /// A case with one phase of each technique, in which `KEY=VALUE` stand for its figures.
  private func text(_ key: String, _ value: String) -> String {
    let usual = [
      "age": "46", "stature": "1700", "difficulty": "1", "sessions": "10", "margin": "10",
      "maxPressure": "0.15", "strokes": "8", "loops": "8", "hold": "3", "lifts": "20",
      "turnRow": "0", "passMark": "75", "minimum": "34", "x": "60", "pressure": "0.3",
      "radius": "20", "title": "T", "summary": "S", "name": "N", "occupation": "O",
      "history": "H", "by": "B", "phaseTitle": "P", "id": "i",
    ]
    func figure(_ name: String) -> String { name == key ? value : usual[name] ?? "missing" }
    return """
      effleurage: 1
      id: \(figure("id"))
      title: \(figure("title"))
      summary: \(figure("summary"))
      difficulty: \(figure("difficulty"))
      patient:
        name: \(figure("name"))
        sex: male
        age: \(figure("age"))
        stature: \(figure("stature"))
        occupation: \(figure("occupation"))
        history: \(figure("history"))
        cause: neoplasm
        period: remission
        diagnosis: {by: \(figure("by")), text: t}
        prescription: {sessions: \(figure("sessions"))}
      decision: proceed
      spasm:
        - id: s
          outline: {ellipse: {at: [L4, 120], radii: [10, \(figure("radius"))]}}
          margin: \(figure("margin"))
          maxPressure: \(figure("maxPressure"))
      phases:
        - id: a
          title: \(figure("phaseTitle"))
          technique: stroking
          turnRow: \(figure("turnRow"))
          strokes: \(figure("strokes"))
          pressure: {full: [0.1, 0.2], none: [0, \(figure("pressure"))]}
          guides: [{id: g, path: [[\(figure("x")), 200], [60, 500]]}]
        - id: b
          technique: comb-circles
          loops: \(figure("loops"))
          guides: [{id: g, path: [[90, 200], [90, 400]]}]
        - {id: c, technique: point-press, points: [{id: p, at: [L1, 60], hold: \(figure("hold"))}]}
        - {id: d, technique: honey-lift, area: {ellipse: {at: [L1, 60], radii: [9, 9]}}, lifts: \(figure("lifts"))}
      rubric: {passMark: \(figure("passMark")), minimum: \(figure("minimum"))}
      """
  }

  @Test(arguments: [
    ("age", "16", "15"), ("age", "100", "101"),
    ("stature", "1200", "1199"), ("stature", "2200", "2201"),
    ("difficulty", "1", "0"), ("difficulty", "3", "4"),
    ("sessions", "1", "0"), ("sessions", "30", "31"),
    ("margin", "0", "-0.01"), ("margin", "40", "40.01"),
    ("maxPressure", "0", "-0.001"), ("maxPressure", "1", "1.001"),
    ("strokes", "1", "0"), ("strokes", "50", "51"),
    ("loops", "1", "0"), ("loops", "200", "201"),
    ("hold", "1", "0.99"), ("hold", "60", "60.01"),
    ("lifts", "1", "0"), ("lifts", "200", "201"),
    ("turnRow", "0", "1"), ("turnRow", "90", "89"), ("turnRow", "90", "91"),
    ("passMark", "1", "0"), ("passMark", "100", "101"),
    ("minimum", "0", "-1"), ("minimum", "100", "101"),
    ("pressure", "1", "1.001"), ("pressure", "0.2", "0.199"),
    ("radius", "0.01", "0"), ("radius", "2000", "2000.01"),
    ("x", "2000", "2000.01"), ("x", "-2000", "-2000.01"),
  ])
  func figures(key: String, inside: String, outside: String) {
    #expect(said(text(key, inside)).filter { $0.contains("error") } == [], "\(key) \(inside)")
    let lines = said(text(key, outside)).filter { $0.contains("error") }
    #expect(lines.count == 1, "\(key) \(outside): \(lines)")
  }

  @Test(arguments: [
    ("title", 80), ("summary", 400), ("name", 40), ("occupation", 60), ("history", 400),
    ("by", 200), ("phaseTitle", 40),
  ])
  func texts(key: String, limit: Int) {
    // Characters are counted, not bytes.
    let inside = String(repeating: "é", count: limit)
    #expect(said(text(key, inside)) == [])
    let lines = said(text(key, inside + "é"))
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasSuffix("found \(limit + 1) characters, allowed are at most \(limit)") == true)
  }

  @Test func identifiers() {
    #expect(said(text("id", String(repeating: "a", count: 64))) == [])
    for wrong in [String(repeating: "a", count: 65), "''", "a_b", "A", "ä", "a b"] {
      #expect(said(text("id", wrong)).count == 1, "\(wrong)")
    }
  }

  @Test(arguments: [("guides", 8), ("path", 64), ("points", 40), ("polygon", 64), ("phases", 12)])
  func counts(list: String, limit: Int) {
    #expect(said(many(list, limit)).filter { $0.contains("error") } == [])
    let lines = said(many(list, limit + 1)).filter { $0.contains("error") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("found \(limit + 1) ") == true, "\(lines)")
    let fewest = list == "path" ? 2 : list == "polygon" ? 3 : 1
    #expect(said(many(list, fewest)).filter { $0.contains("error") } == [])
    #expect(said(many(list, fewest - 1)).filter { $0.contains("error") }.count == 1)
  }

  private func many(_ list: String, _ count: Int) -> String {
    func items(_ name: String, _ usual: Int, _ item: (Int) -> String) -> String {
      "[" + (0..<(name == list ? count : usual)).map(item).joined(separator: ", ") + "]"
    }
    let path = items("path", 2) { "[60, \(100 + $0)]" }
    let guides = items("guides", 1) { "{id: g\($0), path: \($0 == 0 ? path : "[[1, 1], [1, 9]]")}" }
    let points = items("points", 1) { "{id: p\($0), at: [60, \(100 + $0)]}" }
    let polygon = items("polygon", 3) { "[\($0), \($0 % 7)]" }
    let phases = items("phases", 3) { number in
      switch number {
      case 0: "{id: a, technique: stroking, guides: \(guides)}"
      case 1: "{id: b, technique: point-press, points: \(points)}"
      case 2: "{id: c, technique: honey-lift, area: {polygon: \(polygon)}}"
      default: "{id: d\(number), technique: honey-lift, area: {polygon: [[0, 0], [1, 0], [0, 1]]}}"
      }
    }
    return """
      effleurage: 1
      id: a
      title: a
      patient: {sex: male, age: 40, cause: chilling, period: easing, diagnosis: {by: a, text: b}}
      decision: proceed
      phases: \(phases)
      """
  }

  @Test func phasesAreNeededOnlyToProceed() {
    let head = """
      effleurage: 1
      id: a
      title: a
      patient: {sex: male, age: 40, cause: chilling, period: acute, diagnosis: {by: a, text: b}}

      """
    #expect(said(head + "decision: refer") == [])
    #expect(
      said(head.replacing("acute", with: "easing") + "decision: proceed")
        == ["1:1: error: the key \"phases\" is missing"])
  }
}
