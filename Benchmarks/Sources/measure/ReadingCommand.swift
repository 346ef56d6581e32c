import ArgumentParser
import Foundation
import Handover
import Records
import ScenarioFiles
import Scoring

/// Reading records, alone and with scoring: from the first byte of the file to the result.
struct ReadingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading", abstract: "What reading records costs, alone and with scoring.")

  @Argument(help: "Records.")
  var records: [String]

  @Option(help: "The case by which ink of other programs is judged.")
  var scenario: String?

  @Option(help: "The phase by which ink of other programs is judged.")
  var phase: String?

  @Option(help: "Measurements of each record.")
  var times = 7

  func validate() throws {
    guard times >= 1 else { throw ValidationError("--times is 1 or more.") }
  }

  struct Figures: Encodable {
    var record: String
    var bytes: Int
    var events: Int
    /// Megabytes (10^6) of XML a second of one core.
    var readingMegabytesPerSecond: Double
    var scoringMegabytesPerSecond: Double
    var nanosecondsPerEventRead: Double
    var nanosecondsPerEventReadAndScored: Double
  }

  private struct Measured {
    var path: String
    var bytes: Int
    var events = 0
    var reading: [Double] = []
    var scoring: [Double] = []
  }

  func run() throws {
    let given = try scenario.map { GivenCase(try LoadedScenario.load(file: $0)) }
    var all = try records.map { path in
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return Measured(path: path, bytes: size ?? 0)
    }
    for time in 0...times {
      for index in all.indices {
        let path = all[index].path
        var events = 0
        let reading = try ProcessorClock.measure { events = try read(path) }
        let scoring = try ProcessorClock.measure { try score(path, given) }
        // The first brings files and code into memory.
        guard time > 0 else { continue }
        all[index].events = events
        all[index].reading.append(Double(reading))
        all[index].scoring.append(Double(scoring))
      }
      tell("reading: \(time == 0 ? "warmed up" : "measurement \(time) of \(times)")")
    }
    try report(
      all.map { measured in
        let (reading, scoring) = (median(measured.reading), median(measured.scoring))
        return Figures(
          record: measured.path, bytes: measured.bytes, events: measured.events,
          readingMegabytesPerSecond: Double(measured.bytes) * 1_000 / reading,
          scoringMegabytesPerSecond: Double(measured.bytes) * 1_000 / scoring,
          nanosecondsPerEventRead: reading / Double(measured.events),
          nanosecondsPerEventReadAndScored: scoring / Double(measured.events))
      })
  }

  private var reader: RecordReader { RecordReader(foreign: ForeignOptions(phase: phase)) }

  private func read(_ path: String) throws -> Int {
    try reader.read(.file(path), into: { _ in 0 }) { count, _ in count += 1 }
  }

  private func score(_ path: String, _ given: GivenCase?) throws {
    let scorer = try reader.read(
      .file(path),
      into: { head in
        let record = try RecordCase(
          head, path: path, given: head.scenario == nil ? given : nil, phase: phase)
        return Scorer(scenario: record.scenario, header: record.header)
      }
    ) { scorer, event in scorer.add(event) }
    precondition(scorer.result().criteria.contains(where: \.assessed), "it was judged")
  }
}
