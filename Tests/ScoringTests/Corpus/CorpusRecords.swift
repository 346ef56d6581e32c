import Attempts
import Foundation
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// Makes the records of the corpus that are not there. One that is there is never made anew: an old
/// record is what the corpus is for.
enum CorpusRecords {
  struct Recipe: Sendable {
    var name: String
    var yaml: String
    var make: @Sendable (Scenario) throws -> (header: Header, events: [Event])
  }

  static func makeMissing() throws {
    for recipe in demonstrations + handmade + chance {
      let file = Corpus.folder.appending(path: "own/\(recipe.name).inkml")
      guard !FileManager.default.fileExists(atPath: file.path) else { continue }
      let bytes = Array(recipe.yaml.utf8)
      guard let scenario = ScenarioReader.read(bytes: bytes).0 else {
        throw Corpus.Failure.noCase(recipe.name)
      }
      let (header, events) = try recipe.make(scenario)
      try make(file, RecordWriter.document(of: events, header: header, scenario: bytes))
    }
    if !FileManager.default.fileExists(atPath: Corpus.foreignCase.path) {
      try make(Corpus.foreignCase, Array(CorpusCases.foreign.utf8))
    }
    for (name, text) in ForeignCorpus.records {
      let file = Corpus.folder.appending(path: "foreign/\(name).inkml")
      guard !FileManager.default.fileExists(atPath: file.path) else { continue }
      try make(file, Array(text.utf8))
    }
  }

  private static func make(_ file: URL, _ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  // MARK: Demonstrations

  private static func demonstration(
    _ name: String, _ yaml: String, skill: Double = 1, _ faults: [DemonstrationFault] = []
  ) -> Recipe {
    Recipe(name: name, yaml: yaml) { scenario in
      var options = Demonstration.Options()
      options.rate = 60
      options.skill = skill
      options.faults = faults
      let demonstration = try Demonstration(of: scenario, options: options, program: "corpus")
      return (demonstration.header, demonstration.events)
    }
  }

  private static let demonstrations: [Recipe] = {
    var recipes = [
      demonstration("expert", CorpusCases.every),
      demonstration("good", CorpusCases.every, skill: 0.7),
      demonstration("poor", CorpusCases.every, skill: 0.2),
      demonstration("expert-strokes", CorpusCases.strokes),
      demonstration("expert-circles", CorpusCases.circles),
      demonstration("expert-presses", CorpusCases.presses),
      demonstration("expert-lifts", CorpusCases.lifts),
      demonstration("expert-refers", CorpusCases.acute),
      demonstration("expert-calls", CorpusCases.emergency),
      demonstration("clumsy-circles", CorpusCases.circles, skill: 0),
      demonstration("clumsy-presses", CorpusCases.presses, skill: 0),
      demonstration("clumsy-lifts", CorpusCases.lifts, skill: 0),
    ]
    // Minutes of samples are no small record.
    for fault in DemonstrationFault.allCases where fault != .scribble {
      let yaml = fault == .acuteAnyway ? CorpusCases.acute : CorpusCases.strokes
      recipes.append(demonstration("fault-" + fault.rawValue, yaml, [fault]))
    }
    for fault in [DemonstrationFault.oneSpot, .tooFast, .tooSlow, .tremble] {
      recipes.append(demonstration("fault-\(fault.rawValue)-circles", CorpusCases.circles, [fault]))
    }
    return recipes
  }()

  // MARK: By chance

  /// Attempts by chance at the case of every technique.
  private static let chance: [Recipe] = (1...10).map { seed in
    Recipe(name: "chance-\(seed < 10 ? "0" : "")\(seed)", yaml: CorpusCases.every) { scenario in
      let attempt = LawAttempt(seed: UInt64(seed), at: scenario)
      return (attempt.header, attempt.events)
    }
  }
}

/// Records as other programs write them.
enum ForeignCorpus {
  /// Down the guide at 60 mm/s, `aside` mm beside it.
  private static func points(
    _ format: (_ x: Double, _ y: Double, _ seconds: Double) -> String, aside: Double = 0,
    from start: Double = 0, seconds: Double = 2.5
  ) -> String {
    (0...Int(seconds * 60)).map { index in
      let time = Double(index) / 60
      return format(-60 + aside, 100 + 60 * time, start + time)
    }.joined(separator: ",")
  }

  private static func ink(_ channels: String, _ traces: String...) -> String {
    """
    <ink xmlns="http://www.w3.org/2003/InkML">
    <traceFormat>\(channels)</traceFormat>
    \(traces.map { "<trace>\($0)</trace>" }.joined(separator: "\n"))
    </ink>

    """
  }

  private static let places = #"<channel name="X" units="mm"/><channel name="Y" units="mm"/>"#

  static let records: [(name: String, text: String)] = [
    (
      "timed",
      ink(
        places + #"<channel name="T" units="s"/>"#,
        points({ x, y, time in "\(x) \(y) \(time)" }, aside: 6))
    ),
    ("untimed", ink(places, points({ x, y, _ in "\(x) \(y)" }, aside: 3))),
    (
      "centimetres",
      ink(
        #"<channel name="X" units="cm"/><channel name="Y" units="cm"/><channel name="T" units="ms"/>"#,
        points({ x, y, time in "\(x / 10) \(y / 10) \(1000 * time)" }, seconds: 1.2),
        points({ x, y, time in "\(x / 10) \((y + 75) / 10) \(1000 * time)" }, from: 2, seconds: 1.2)
      )
    ),
    (
      "pressure",
      ink(
        places + #"<channel name="T" units="ms"/><channel name="F" units="dev"/>"#,
        points { x, y, time in "\(x) \(y) \(1000 * time) \(0.1 + 0.1 * time)" })
    ),
    (
      "scribble",
      ink(
        places + #"<channel name="T" units="s"/>"#,
        (0...400).map { index in
          let place = ZigZag.place(index)
          return "\(place.x) \(place.y) \(Double(index) / 100)"
        }.joined(separator: ","))
    ),
  ]
}

/// A curve without any sine: the records must come out the same wherever they are made.
private enum ZigZag {
  static func place(_ index: Int) -> (x: Double, y: Double) {
    let turn = Double(index % 80) / 80
    let wave = turn < 0.5 ? 4 * turn - 1 : 3 - 4 * turn
    return (-60 + 30 * wave, 120 + Double(index) / 4)
  }
}
