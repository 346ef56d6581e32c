import Foundation

/// What somebody finds in a file of `--trace` with nothing but a reader of CSV.
struct Series {
  struct Row {
    fileprivate var columns: [String: Int]
    fileprivate var cells: [Substring]

    subscript(column: String) -> String { columns[column].map { String(cells[$0]) } ?? "?" }

    /// Zero where the cell is empty.
    func number(_ column: String) -> Double { Double(self[column]) ?? 0 }
  }

  var rows: [Row] = []

  struct Ragged: Error {
    var line: String
  }

  init(_ text: String) throws {
    let lines = text.components(separatedBy: "\r\n").dropLast()
    let names = lines.first?.split(separator: ",").map(String.init) ?? []
    let columns = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == names.count else { throw Ragged(line: line) }
      rows.append(Row(columns: columns, cells: cells))
    }
  }
}

/// Measures of a phase of strokes by one hand, as the documents say that they follow from the rows.
struct HandReckoning {
  var contact = 0.0
  var offPath = 0.0
  var meanSpeed = 0.0
  var inBand = 0.0
  var tooSlow = 0.0
  var tooFast = 0.0
  var meanPressure = 0.0
  var pressureInBand = 0.0

  init(_ rows: [Series.Row], speed: ClosedRange<Double>, pressure: ClosedRange<Double>) {
    var judged = 0.0
    var pressed = 0.0
    for row in rows {
      let duration = row.number("duration_s")
      contact += duration
      if row["state"] == "off" { offPath += row.number("travel_mm") }
      if !row["pressure"].isEmpty {
        pressed += duration
        meanPressure += row.number("pressure") * duration
        if pressure.contains(row.number("pressure")) { pressureInBand += duration }
      }
      guard row["speedJudged"] == "true" else { continue }
      judged += duration
      let now = row.number("speed_mm_s")
      meanSpeed += now * duration
      let upper = speed.upperBound * (row["state"] == "return" ? 2 : 1)
      if now < speed.lowerBound {
        tooSlow += duration
      } else if now > upper {
        tooFast += duration
      } else {
        inBand += duration
      }
    }
    meanSpeed /= judged
    inBand /= judged
    tooSlow /= judged
    tooFast /= judged
    meanPressure /= pressed
    pressureInBand /= pressed
  }
}

/// Measures of one guide of strokes.
struct PathReckoning {
  var meanDeviation = 0.0
  var meanOffset = 0.0
  var maxDeviation = 0.0
  var corridorShare = 0.0
  var backward = 0.0

  init(_ rows: [Series.Row], corridor: Double) {
    var length = 0.0
    for row in rows {
      backward += row.number("backward_mm")
      let covered = row.number("covered_mm")
      guard covered > 0 else { continue }
      let deviation = row.number("deviation_mm")
      length += covered
      meanDeviation += abs(deviation) * covered
      meanOffset += deviation * covered
      maxDeviation = max(maxDeviation, abs(deviation))
      if abs(deviation) <= corridor { corridorShare += covered }
    }
    meanDeviation /= length
    meanOffset /= length
    corridorShare /= length
  }
}

/// The measures that a reader of JSON finds in a result.
struct Measured: Decodable {
  struct Phase: Decodable {
    var contact: Double
    var offPath: Double
    var meanSpeed: Double
    var speedInBand: Double
    var speedTooSlow: Double
    var speedTooFast: Double
    var meanPressure: Double?
    var pressureInBand: Double?
    var guides: [Guide]

    private enum CodingKeys: String, CodingKey {
      case contact = "contact_s"
      case offPath = "offPath_mm"
      case meanSpeed = "meanSpeed_mm_s"
      case speedInBand, speedTooSlow, speedTooFast, meanPressure, pressureInBand, guides
    }
  }

  struct Guide: Decodable {
    var id: String
    var meanDeviation: Double
    var meanOffset: Double
    var maxDeviation: Double
    var corridorShare: Double
    var backward: Double

    private enum CodingKeys: String, CodingKey {
      case id, corridorShare
      case meanDeviation = "meanDeviation_mm"
      case meanOffset = "meanOffset_mm"
      case maxDeviation = "maxDeviation_mm"
      case backward = "backward_mm"
    }
  }

  var phases: [Phase]

  init(_ line: String) throws {
    self = try JSONDecoder().decode(Measured.self, from: Data(line.utf8))
  }
}

extension Foreign {
  /// Two hands for two seconds each, the second from one second on.
  static let twoHands: String = {
    func trace(_ x: Int, _ start: Int) -> String {
      let points = (0...100).map { "\(x) \(380 + $0) \(start + $0 * 20)" }
      return "<trace>\(points.joined(separator: ","))</trace>"
    }
    return """
      <ink xmlns="http://www.w3.org/2003/InkML"><traceFormat><channel name="X" units="mm"/>\
      <channel name="Y" units="mm"/><channel name="T" units="ms"/></traceFormat>
      \(trace(-52, 0)) \(trace(52, 1000))</ink>
      """
  }()
  /// Seven turns of 60 mm in 21 seconds, going on by 20 mm a turn.
  static let circles: String = {
    let points = (0...1050).map { index -> String in
      let turn = Double(index) / 150
      let x = 80 + 30 * cos(turn * 2 * Double.pi)
      let y = 360 + 20 * turn + 30 * sin(turn * 2 * Double.pi)
      return "\(x) \(y) \(index * 20)"
    }
    return """
      <ink xmlns="http://www.w3.org/2003/InkML"><traceFormat><channel name="X" units="mm"/>\
      <channel name="Y" units="mm"/><channel name="T" units="ms"/></traceFormat>
      <trace>\(points.joined(separator: ","))</trace></ink>
      """
  }()
}

extension ShortCase {
  /// The same with circles along a lane.
  static let circles = text.replacing(
    "technique: stroking\n    guides: [{id: left, path: [[L1, -52], [L5, -52]]}]\n    strokes: 2",
    with:
      "technique: comb-circles\n    guides: [{id: lane, path: [[80, 360], [80, 500]]}]\n    loops: 6"
  )
}
