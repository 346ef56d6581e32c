import ArgumentParser
import Attempts
import Foundation
import Geometry
import Scenarios

/// The samples of a stretch with the guides they were made along, for peers that measure distances.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Writes guides and samples as text, each sample with its guide.",
    discussion: """
      guides.csv holds a row for each vertex: the guide's number from 0, x and y in mm. \
      samples.csv holds a row for each sample: its guide's number, x and y in mm.
      """)

  @OptionGroup var options: WorkOptions

  @Option(help: "Seconds of contact.")
  var seconds = 3_600

  @Option(help: "The folder to write to.")
  var out: String

  struct Figures: Encodable {
    var samples: Int
    var guides: Int
    var vertices: Int
  }

  func run() throws {
    let work = try options.work()
    var lines: [Polyline] = []
    var ofPhase: [[Int]] = []
    for phase in work.scenario.phases {
      let (guides, curve) = phase.task.guides
      ofPhase.append(Array(lines.count..<lines.count + guides.count))
      lines += guides.map { $0.line(curve) }
    }
    var rows = ""
    for (number, line) in lines.enumerated() {
      for vertex in line.vertices {
        rows += "\(number),\(vertex.point.x),\(vertex.point.y)\n"
      }
    }
    let folder = URL(filePath: out)
    try Data(rows.utf8).write(to: folder.appending(path: "guides.csv"))
    rows = ""
    var guides: [Int] = []
    var current = 0
    let extent = work.forEach(seconds: seconds) { event in
      let sample: Sample
      switch event {
      case .act(.phase(let id), _):
        guides = work.scenario.phaseIndex(id).map { ofPhase[$0] } ?? []
        return
      case .act: return
      case .land(let landing):
        sample = landing.sample
        let place = sample.position.fine
        // That a hand lands beside tells which guide it means.
        current =
          guides.min {
            lines[$0].nearest(to: place).distance < lines[$1].nearest(to: place).distance
          } ?? 0
      case .move(_, let moved), .lift(_, let moved): sample = moved
      }
      let place = sample.position.point
      rows += "\(current),\(place.x),\(place.y)\n"
    }
    try Data(rows.utf8).write(to: folder.appending(path: "samples.csv"))
    try report(
      Figures(
        samples: extent.samples, guides: lines.count,
        vertices: lines.reduce(0) { $0 + $1.vertices.count }))
  }
}
