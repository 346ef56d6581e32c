import ScenarioFiles
import Scenarios
import Testing

/// A text of the example, what stands there instead, and all that is then said.
struct Spoilt: CustomTestStringConvertible, Sendable {
  var old: String
  var new: String
  var said: [String]

  init(_ old: String, _ new: String, _ said: String...) {
    self.old = old
    self.new = new
    self.said = said
  }

  var testDescription: String { new }
}

@Suite struct ErrorTests {
  @Test(arguments: [
    Spoilt(
      "title: Lifting strain, left L4-L5", "tittle: Lifting strain",
      "1:1: error: the key \"title\" is missing",
      "3:1: error: unknown key \"tittle\" (did you mean \"title\"?), allowed: effleurage, id, "
        + "title, summary, difficulty, massage, patient, decision, preparation, spasm, phases, "
        + "rubric, feedback"),
    Spoilt(
      "by: neurologist", "By: x, by: y, from: z",
      "16:15: error: unknown key \"By\" (did you mean \"by\"?), allowed: by, on, text",
      "16:29: error: unknown key \"from\", allowed: by, on, text"),
    Spoilt(
      "difficulty: 2", "difficulty: 2\ndifficulty: 4\nid: x\n\"id\": 7",
      "6:1: error: the key \"difficulty\" stands twice, first in line 5",
      "7:1: error: the key \"id\" stands twice, first in line 2",
      "8:1: error: the key \"id\" stands twice, first in line 2"),
    Spoilt(
      "on: 14 May, text: \"Compression of the left L5 root, easing\"", "on: a, on: b, text: 12",
      "16:39: error: the key \"on\" stands twice, first in line 16",
      "16:52: error: patient.diagnosis.text: found 12, expected a text; put it in quotes"),
    Spoilt(
      "technique: comb-circles", "technique: comb",
      "38:16: error: phases[2].technique: found \"comb\" (did you mean \"comb-circles\"?), "
        + "allowed: stroking, comb-circles, point-press, honey-lift"),
    Spoilt(
      "loops: 8", "strokes: 8",
      "42:5: error: the key \"strokes\" belongs to stroking, not to comb-circles, allowed: id, "
        + "title, technique, hand, turnRow, minutes, pressure, guides, curve, loops, diameter, "
        + "advance, turn, corridor, speed"),
    Spoilt(
      "patient:", "? [a, b]\n: c\npatient:",
      "7:3: error: found a key that is no text, allowed: effleurage, id, title, summary, "
        + "difficulty, massage, patient, decision, preparation, spasm, phases, rubric, feedback"),
    Spoilt(
      "cause: heavy-lifting\n  period: easing", "stature: 1700",
      "8:3: error: the key \"cause\" of patient is missing",
      "8:3: error: the key \"period\" of patient is missing",
      "14:3: error: the key \"stature\" stands twice, first in line 11"),
    // Of a newer format nothing else is said.
    Spoilt(
      "effleurage: 1", "effleurage: 2\nnewKey: 3",
      "1:13: error: effleurage: found version 2 of the format, this program knows version 1; "
        + "use a newer Effleurage for this file"),
    Spoilt("effleurage: 1", "effleurage: 0", "1:13: error: effleurage: found 0, allowed is 1"),
    Spoilt(
      "prescription: {sessions: 10, allow: []}", "prescription: 10",
      "21:17: error: patient.prescription: found 10, expected keys: sessions, allow"),
  ])
  func keys(_ spoilt: Spoilt) {
    #expect(said(ExampleFile.replacing(spoilt.old, with: spoilt.new)) == spoilt.said)
  }

  @Test(arguments: [
    Spoilt(
      "name: Marek D.", "name: true",
      "8:9: error: patient.name: found true, a truth value, expected a text; put it in quotes"),
    Spoilt(
      "name: Marek D.", "name:", "8:8: error: patient.name: found nothing, expected a text"),
    Spoilt(
      "name: Marek D.", "name: [a]", "8:9: error: patient.name: found a list, expected a text"),
    Spoilt(
      "name: Marek D.", "name: \"a\\0b\"",
      "8:9: error: patient.name: found the control character number 0, "
        + "allowed are only characters that can be seen"),
    Spoilt(
      "id: lifting-easing-left", "id: Lifting",
      "2:5: error: id: found \"Lifting\", allowed are 1 to 64 of a-z, 0-9 and -"),
    Spoilt(
      "id: lifting-easing-left", "id: 12",
      "2:5: error: id: found 12, expected a text of 1 to 64 of a-z, 0-9 and -; put it in quotes"),
    Spoilt(
      "age: 46", "age: '46'",
      "10:8: error: patient.age: found \"46\", allowed are whole numbers from 16 to 100"),
    Spoilt(
      "age: 46", "age: 46.5",
      "10:8: error: patient.age: found 46.5, allowed are whole numbers from 16 to 100"),
    Spoilt(
      "age: 46", "age: .nan",
      "10:8: error: patient.age: found .nan, allowed are whole numbers from 16 to 100"),
    Spoilt(
      "age: 46", "age: 99999999999999999999999",
      "10:8: error: patient.age: found 99999999999999999999999, "
        + "allowed are whole numbers from 16 to 100"),
    Spoilt(
      "sex: male", "sex: mal",
      "9:8: error: patient.sex: found \"mal\" (did you mean \"male\"?), allowed: male, female"),
    Spoilt(
      "sex: male", "sex: {a: b}",
      "9:8: error: patient.sex: found a mapping, allowed: male, female"),
    Spoilt(
      "allergies: []", "allergies: honey",
      "20:14: error: patient.allergies: found \"honey\", expected a list"),
    Spoilt(
      "allergies: []", "allergies: [honey, nust, 3]",
      "20:22: error: patient.allergies: found \"nust\" (did you mean \"nuts\"?), "
        + "allowed: honey, nuts, fragrance",
      "20:28: error: patient.allergies: found 3, allowed: honey, nuts, fragrance"),
    Spoilt(
      "allergies: []", "allergies: [honey, honey]",
      "20:22: warning: patient.allergies: \"honey\" stands twice"),
    Spoilt(
      "product: [warming-oil]", "product: []",
      "23:76: error: preparation.product: found an empty list, expected at least one of "
        + "warming-oil, warming-cream, neutral-oil, honey, none"),
    Spoilt(
      "clearance: []", "clearance: [pregnancy]",
      "19:15: error: patient.clearance: found \"pregnancy\", "
        + "allowed are the patient's contraindications: the patient has none"),
    Spoilt(
      "patient:", "spasm2: 1\npatient:",
      "7:1: error: unknown key \"spasm2\" (did you mean \"spasm\"?), allowed: effleurage, id, "
        + "title, summary, difficulty, massage, patient, decision, preparation, spasm, phases, "
        + "rubric, feedback"),
  ])
  func values(_ spoilt: Spoilt) {
    #expect(said(ExampleFile.replacing(spoilt.old, with: spoilt.new)) == spoilt.said)
  }

  @Test(arguments: [
    Spoilt(
      "full: [1.5, 6]", "full: [6, 1.5]",
      "35:21: error: phases[1].minutes.full: found [6, 1.5], "
        + "the first number must not be greater than the second"),
    Spoilt(
      "full: [1.5, 6]", "full: [0.1, 6]",
      "35:14: error: phases[1].minutes: found full [0.1, 6] and none [0.5, 12], "
        + "full must lie within none"),
    Spoilt(
      "full: [1.5, 6]", "full: [1.5, 12.5]",
      "35:14: error: phases[1].minutes: found full [1.5, 12.5] and none [0.5, 12], "
        + "full must lie within none"),
    Spoilt("full: [1.5, 6]", "full: [0.5, 12]"),
    Spoilt(
      "full: [1.5, 6]", "full: [1.5, .inf]",
      "35:27: error: phases[1].minutes.full: found .inf, allowed are numbers from 0 to 1440"),
    Spoilt(
      "full: [1.5, 6]", "full: 3",
      "35:21: error: phases[1].minutes.full: found 3, expected two numbers: [from, to]"),
    Spoilt(
      "full: [1.5, 6], none: [0.5, 12]", "full: [1, 2, 3]",
      "35:14: error: the key \"none\" of phases[1].minutes is missing",
      "35:21: error: phases[1].minutes.full: found a list of 3, expected two numbers: [from, to]"),
    Spoilt(
      "strokes: 8", "corridor: {full: 5, none: 4}",
      "33:15: error: phases[1].corridor: found full 5 and none 4, "
        + "full must not be greater than none"),
    Spoilt("strokes: 8", "corridor: {full: 5, none: 5}"),
    Spoilt(
      "[[T12, -80], [L4, -80, -10]]", "[[T12, -80], [T12, -80.004]]",
      "40:40: error: phases[2].guides[1].path: found a point equal to the one before it, "
        + "neighbours must differ"),
    Spoilt(
      "[[T12, -80], [L4, -80, -10]]", "[[T13, -80], [l4, -80], [L4, -80, -10, 5], 3]",
      "40:29: error: phases[2].guides[1].path, landmark: found \"T13\", "
        + "allowed: C7, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, L1, L2, L3, L4, L5, S2",
      "40:41: error: phases[2].guides[1].path, landmark: found \"l4\" (did you mean \"L4\"?), "
        + "allowed: C7, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, L1, L2, L3, L4, L5, S2",
      "40:51: error: phases[2].guides[1].path: found a list of 4, "
        + "expected a point: [x, y], [LANDMARK, x] or [LANDMARK, x, dy]",
      "40:70: error: phases[2].guides[1].path: found 3, "
        + "expected a point: [x, y], [LANDMARK, x] or [LANDMARK, x, dy]"),
    Spoilt(
      "[[T12, -80], [L4, -80, -10]]", "[[T12, -80]]",
      "40:27: error: phases[2].guides[1].path: found 1 point, allowed are 2 to 64"),
    Spoilt(
      "[[T12, -80], [L4, -80, -10]]", "[[-80, 300], [-2000.01, -2000.01]]",
      "40:41: error: phases[2].guides[1].path, x: found -2000.01, "
        + "allowed are numbers from -2000 to 2000",
      "40:51: error: phases[2].guides[1].path, y: found -2000.01, "
        + "allowed are numbers from -2000 to 2000"),
    Spoilt(
      "[[T12, -80], [L4, -80, -10]]", "[[T12, -80], [S2, -80, 1999]]",
      "40:40: error: phases[2].guides[1].path: found a point 2537 mm below C7, "
        + "allowed are -2000 to 2000"),
    Spoilt(
      "{ellipse: {at: [L4, -28], radii: [10, 20]}}", "{ellipse: {at: [1, 2], radii: [0, 5]}}",
      "25:59: error: spasm[1].outline.ellipse.radii: found 0, "
        + "allowed are numbers over 0 and at most 2000"),
    Spoilt(
      "{ellipse: {at: [L4, -28], radii: [10, 20]}}", "{ellipse: 1, polygon: 2}",
      "25:28: error: spasm[1].outline: found ellipse and polygon, expected one of them"),
    Spoilt(
      "{ellipse: {at: [L4, -28], radii: [10, 20]}}", "{}",
      "25:28: error: spasm[1].outline: expected one of the keys ellipse, polygon"),
    Spoilt(
      "{ellipse: {at: [L4, -28], radii: [10, 20]}}", "{polygon: [[0, 0], [1, 1], [0, 0]]}",
      "25:55: error: spasm[1].outline.polygon: found a last point equal to the first, "
        + "neighbours must differ; an outline closes by itself"),
    Spoilt(
      "id: left-l4", "id: kidney-left",
      "25:10: error: spasm[1].id: found \"kidney-left\", the name of an area that every back has; "
        + "choose another"),
    Spoilt(
      "id: closing", "id: comb",
      "44:9: error: phases[3].id: found \"comb\", which stands in line 36 already; "
        + "every id must be another"),
    Spoilt(
      "{id: right, path: [[T12, 80]", "{id: left, path: [[T12, 80]",
      "41:14: error: phases[2].guides[2].id: found \"left\", which stands in line 40 already; "
        + "every id must be another"),
    Spoilt(
      "patient:", "rubric: {passMark: 0, minimum: 101, weights: {path: 26}}\npatient:",
      "7:20: error: rubric.passMark: found 0, allowed are whole numbers from 1 to 100",
      "7:32: error: rubric.minimum: found 101, allowed are whole numbers from 0 to 100",
      "7:46: error: rubric.weights: found a sum of 101, the weights must sum to 100 "
        + "(those left out count as usual)"),
    Spoilt(
      "patient:", "rubric: {weights: {path: 25.5, flow: -1}}\npatient:",
      "7:26: error: rubric.weights.path: found 25.5, allowed are whole numbers from 0 to 100",
      "7:38: error: rubric.weights.flow: found -1, allowed are whole numbers from 0 to 100"),
  ])
  func geometryBandsAndIdentifiers(_ spoilt: Spoilt) {
    #expect(said(ExampleFile.replacing(spoilt.old, with: spoilt.new)) == spoilt.said)
  }

  @Test(arguments: [
    Spoilt(
      "period: easing", "period: acute",
      "22:11: error: decision: found proceed, but the case calls for refer: acute"),
    Spoilt(
      "redFlags: []", "redFlags: [fever, saddle-numbness]",
      "22:11: error: decision: found proceed, but saddle-numbness calls for emergency"),
    Spoilt(
      "decision: proceed", "decision: emergency",
      "22:11: error: decision: found emergency, but the patient has none of its signs: "
        + "saddle-numbness, bladder-or-bowel-change, bilateral-sciatica, progressive-weakness"),
    Spoilt(
      "decision: proceed", "decision: refer",
      "22:11: error: decision: found refer, but nothing speaks against massage: the period is "
        + "easing, there is a diagnosis, and no red flag or contraindication stands without "
        + "clearance"),
    Spoilt(
      "contraindications: []\n  clearance: []",
      "contraindications: [hypertension]\n  clearance: [hypertension]"),
    Spoilt(
      "contraindications: []", "contraindications: [hypertension]",
      "22:11: error: decision: found proceed, but the case calls for refer: hypertension"),
    Spoilt(
      "age: 46\n  stature: 1780\n", "age: 4\n  stature: 1\n",
      "10:8: error: patient.age: found 4, allowed are whole numbers from 16 to 100",
      "11:12: error: patient.stature: found 1, allowed are whole numbers from 1200 to 2200"),
    // Errors of kind and of sense are said together.
    Spoilt(
      "difficulty: 2\nmassage: general\npatient:\n  name: Marek D.\n  sex: male\n  age: 46\n"
        + "  stature: 1780\n  occupation: Warehouse worker\n  history: Turned with a 40 kg crate; "
        + "sharp pain in the lower back the same evening.\n  cause: heavy-lifting\n"
        + "  period: easing",
      "difficulty: 0\npatient:\n  sex: male\n  age: 46\n  cause: heavy-lifting\n  period: acute",
      "5:13: error: difficulty: found 0, allowed are whole numbers from 1 to 3",
      "17:11: error: decision: found proceed, but the case calls for refer: acute"),
    Spoilt(
      "  diagnosis: {by: neurologist, on: 14 May, text: \"Compression of the left L5 root, "
        + "easing\"}\n", "",
      "21:11: warning: decision: found proceed, but the case calls for refer: no-diagnosis"),
    Spoilt(
      "allergies: []", "allergies: [nuts]",
      "23:76: warning: preparation.product: the patient is allergic to every product that is "
        + "accepted"),
  ])
  func sense(_ spoilt: Spoilt) {
    #expect(said(ExampleFile.replacing(spoilt.old, with: spoilt.new)) == spoilt.said)
  }

  /// What reading lets pass and a review finds, each at its place.
  @Test(arguments: [
    Spoilt(
      "[[T12, -80], [L4, -80, -10]]", "[[T12, -80], [L4, -320, -10]]",
      "40:27: warning: phases[2].guides[1].path: the lane of these circles comes to 320 mm from "
        + "the midline; comb circles run 50 to 80 mm from it",
      "40:40: error: phases[2].guides[1].path[2]: this point lies beside the back"),
    Spoilt(
      "[[T12, -80], [L4, -80, -10]]", "[[T12, -40], [L4, -80, -10]]",
      "40:27: error: phases[2].guides[1].path: knuckles on this guide press on the spine, "
        + "12 mm either side of the midline",
      "40:27: error: phases[2].guides[1].path: knuckles on this guide press on the area "
        + "\"left-l4\", where only a light hand may pass",
      "40:27: warning: phases[2].guides[1].path: the lane of these circles comes to 40 mm beside "
        + "the midline; comb circles run 50 to 80 mm from it"),
    Spoilt(
      "contact: light", "contact: none",
      "31:27: error: phases[1].guides[1].path: palm on this guide touches the area \"left-l4\", "
        + "where no contact is allowed",
      "48:27: error: phases[3].guides[1].path: palm on this guide touches the area \"left-l4\", "
        + "where no contact is allowed"),
    Spoilt(
      "Marek D.", "Marek Dominik Kowalski-Wisniewski",
      "8:9: warning: patient.name: 33 characters are too long for the screen, which shows 24"),
    Spoilt("effleurage: 1", "effleurage: 1"),
  ])
  func review(_ spoilt: Spoilt) {
    let text = ExampleFile.replacing(spoilt.old, with: spoilt.new)
    #expect(said(text) == [])
    let found = ScenarioReader.review(bytes: Array(text.utf8)) { _ in [] }
    #expect(
      found.map { String($0.rendered(file: "f").dropFirst(2)) }
        == spoilt.said.sorted { a, b in
          (a.prefix { $0 != ":" }, a) < (b.prefix { $0 != ":" }, b)
        })
  }

  /// A trial is made of cases without errors alone, and what it finds has its place too.
  @Test func theTrialComesLast() {
    func found(_ text: String) -> [String] {
      ScenarioReader.review(bytes: Array(text.utf8)) { _ in
        [ScenarioFinding(.warning, [.key("rubric"), .key("passMark")], "tried")]
      }.map { String($0.rendered(file: "f").dropFirst(2)) }
    }
    #expect(found(ExampleFile.text) == ["1:1: warning: rubric.passMark: tried"])
    #expect(
      found(ExampleFile.text + "rubric: {passMark: 80}\n").last?.hasSuffix(
        ":20: warning: rubric.passMark: tried") == true)
    #expect(found(ExampleFile.replacing("contact: light", with: "contact: none")).count == 2)
    #expect(found(ExampleFile.replacing("age: 46", with: "age: 4")).count == 1)
  }
}
