import ArgumentParser
import Attempts
import Foundation
import Geometry
import Records
import ScenarioFiles

/// A record of the measured work, as this program writes it or as another program might.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Writes a record of the measured work.",
    discussion: """
      Kinds: explicit and difference are this program's own, foreign is plain ink of another \
      program, which holds strokes alone, for its points are judged by one phase.
      """)

  enum Kind: String, CaseIterable, ExpressibleByArgument { case explicit, difference, foreign }

  @OptionGroup var options: WorkOptions

  @Option(help: "Seconds of contact.")
  var seconds = 3_600

  @Option(help: "explicit, difference or foreign.")
  var kind = Kind.difference

  @Option(help: "The file to write.")
  var out: String

  struct Figures: Encodable {
    var kind: String
    var samples: Int
    var bytes: Int
  }

  func run() throws {
    let work = try options.work()
    let extent: Work.Extent
    switch kind {
    case .explicit: extent = try write(work, .explicit)
    case .difference: extent = try write(work, .difference)
    case .foreign: extent = try writeForeign(work)
    }
    let size = try FileManager.default.attributesOfItem(atPath: out)[.size] as? Int
    try report(Figures(kind: kind.rawValue, samples: extent.samples, bytes: size ?? 0))
  }

  private func write(_ work: Work, _ encoding: TraceEncoding) throws -> Work.Extent {
    let writer = try RecordWriter(
      to: out, header: work.header, scenario: work.loaded.source.bytes, encoding: encoding)
    let extent = try work.forEach(seconds: seconds) { try writer.add($0) }
    try writer.finish()
    return extent
  }

  private func writeForeign(_ work: Work) throws -> Work.Extent {
    var text = """
      <ink xmlns="http://www.w3.org/2003/InkML"><traceFormat>
      <channel name="X" units="mm"/><channel name="Y" units="mm"/>
      <channel name="F" units="dev"/><channel name="T" units="s"/></traceFormat>

      """
    let extent = work.forEach(seconds: seconds, .strokes) { event in
      switch event {
      case .act: break
      case .land(let landing): text += "<trace>" + point(landing.sample)
      case .move(_, let sample): text += ", " + point(sample)
      case .lift(_, let sample): text += ", " + point(sample) + "</trace>\n"
      }
    }
    text += "</ink>\n"
    try Data(text.utf8).write(to: URL(filePath: out))
    return extent
  }

  private func point(_ sample: Sample) -> String {
    let place = sample.position.point
    let pressure = Double(sample.pressure ?? 0) / 1_000
    return "\(place.x) \(place.y) \(pressure) \(Double(sample.time) / 1_000_000)"
  }
}
