import ArgumentParser
import Attempts
import BackAtlas
import Foundation
import Geometry
import Scenarios
import Scoring

/// Full scoring of drawn spirals, each as a stroke along the template it was traced over.
struct SpiralsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spirals", abstract: "What full scoring of traced spirals costs.",
    discussion: """
      FILE is CSV with the columns line_number, x, y and seconds, on a canvas of 100 units; a unit is \
      taken as 4 mm, as in docs/studies.md.
      """)

  @Argument(help: "Drawn spirals.")
  var file: [String]

  @Option(help: "Measurements.")
  var times = 7

  func validate() throws {
    guard times >= 1, !file.isEmpty else {
      throw ValidationError("Name a FILE; --times is 1 or more.")
    }
  }

  struct Figures: Encodable {
    var files: Int
    var samples: Int
    var nanosecondsPerSample: Double
    var samplesPerSecond: Double
  }

  private static let millimetresPerUnit = 4.0
  private static let pixelsPerUnit = 9.94
  private static let phase = "trace"

  func run() throws {
    let drawings = try file.map(SpiralsCommand.events)
    let samples = drawings.reduce(0) { $0 + $1.count { $0.contact != nil } }
    let scenario = SpiralsCommand.scenario
    let header = Header(
      origin: .foreign, device: Device(kind: .foreign, pressure: .none), program: "measure",
      scope: .phase(SpiralsCommand.phase, timed: true))
    var measured: [Double] = []
    for time in 0...times {
      let nanoseconds = ProcessorClock.measure {
        for events in drawings {
          var scorer = Scorer(scenario: scenario, header: header)
          for event in events { scorer.add(event) }
          precondition(scorer.result().phases.count == 1, "it was judged")
        }
      }
      if time > 0 { measured.append(Double(nanoseconds) / Double(samples)) }
    }
    let sample = median(measured)
    try report(
      Figures(
        files: drawings.count, samples: samples, nanosecondsPerSample: sample,
        samplesPerSecond: 1e9 / sample))
  }

  /// The template: an Archimedean spiral about the canvas' middle, r = 1.075 angle, four turns.
  private static var scenario: Scenario {
    var path: [Position] = []
    for step in 0...1000 {
      let angle = 8 * Double.pi * Double(step) / 1000
      let radius = 1.075 * angle
      let position = Position(
        millimetres: (50 + radius * cos(angle)) * millimetresPerUnit,
        (50 + radius * sin(angle)) * millimetresPerUnit)
      if position != path.last { path.append(position) }
    }
    let task = StrokingTask(
      guides: [Guide(id: "line", path: path)], curve: .straight, strokes: 1,
      corridor: Limit(full: 4, none: 60))
    return Scenario(
      id: "spiral", title: "Spiral",
      patient: Patient(
        age: 46, back: Back(sex: .male, stature: 1755), cause: .heavyLifting, period: .easing,
        diagnosis: Diagnosis(by: "neurologist", text: "L5 root, easing")),
      decision: .proceed,
      phases: [
        Phase(
          id: phase, task: .stroking(task), hand: .fingertips,
          speed: Band(full: 20...100, none: 0...2000))
      ])
  }

  private static func events(_ path: String) throws -> [Event] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    let header = rows.first ?? []
    func column(_ name: String) throws -> Int {
      guard let index = header.firstIndex(of: Substring(name)) else {
        tell("\(path):1: error: there is no column \(name)")
        throw ExitCode(65)
      }
      return index
    }
    let columns = try ["line_number", "x", "y", "seconds"].map(column)
    var events: [Event] = []
    var line: Double?
    var last: Sample?
    var contact = 0
    func lift() {
      if let last { events.append(.lift(contact: contact, last)) }
    }
    for (index, row) in rows.enumerated().dropFirst() {
      let values = columns.compactMap { $0 < row.count ? Double(row[$0]) : nil }
      guard values.count == columns.count, values.allSatisfy(\.isFinite),
        (0...86_400).contains(values[3]), abs(values[1]) <= 1_000, abs(values[2]) <= 1_000
      else {
        tell("\(path):\(index + 1): error: a row without line_number, x, y and seconds")
        throw ExitCode(65)
      }
      let sample = Sample(
        time: max(last?.time ?? 0, Int((values[3] * 1_000_000).rounded())),
        position: Position(
          millimetres: values[1] * millimetresPerUnit, values[2] * millimetresPerUnit))
      if values[0] == line {
        events.append(.move(contact: contact, sample))
      } else {
        lift()
        contact += 1
        events.append(
          .land(
            Landing(
              contact: contact, hand: 0,
              nanometresPerPixel: FinePoint.units(millimetresPerUnit / pixelsPerUnit),
              sample: sample)))
      }
      line = values[0]
      last = sample
    }
    lift()
    events.append(.act(.end, time: (last?.time ?? 0) + 1))
    return events
  }
}
