import Geometry
import Handover
import Scenarios
import Scenes

/// What the replay draws: the ways of the hands in whole numbers, each place told from the last.
extension AttemptPage {
  /// Steps of the session and contacts, as JSON: times in hundredths of a second, places in tenths
  /// of a unit of the picture, qualities as pairs of a quality and how many places have it.
  func replayData() -> String {
    let model = sheet.model
    let titles = model.scenario.phases.map { JSONText.string(DebriefSheet.title($0)) }
    let segments = model.segments.map {
      JSONText.array([
        $0.phase.map { String($0) } ?? "-1", String(AttemptPage.hundredths($0.start)),
      ])
    }
    return JSONText.object([
      "duration": String(AttemptPage.hundredths(model.duration)),
      "width": String(Int(DebriefPlate.width * SVGWriter.unit)),
      "before": JSONText.string(DebriefSheet.before),
      "steps": JSONText.array(titles),
      "segments": JSONText.array(segments),
      "ways": JSONText.array(plate.ways().map(way)),
    ])
  }

  private func way(_ trace: DebriefModel.Trace) -> String {
    JSONText.object([
      "step": trace.phase.map { String($0) } ?? "-1",
      "t": AttemptPage.differences(trace.times.map(AttemptPage.hundredths)),
      "x": AttemptPage.differences(trace.points.map { AttemptPage.tenths(plate.place($0).x) }),
      "y": AttemptPage.differences(trace.points.map { AttemptPage.tenths(plate.place($0).y) }),
      "q": AttemptPage.runs(plate.qualities(at: trace.times)),
    ])
  }

  private static func hundredths(_ seconds: Double) -> Int {
    Int((seconds * 100).rounded(.toNearestOrAwayFromZero))
  }

  private static func tenths(_ units: Double) -> Int {
    Int((min(max(units, -1e6), 1e6) * SVGWriter.unit).rounded(.toNearestOrAwayFromZero))
  }

  private static func differences(_ values: [Int]) -> String {
    var previous = 0
    return JSONText.array(
      values.map { value in
        defer { previous = value }
        return String(value - previous)
      })
  }

  private static func runs(_ values: [Int]) -> String {
    var runs: [(value: Int, count: Int)] = []
    for value in values {
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((value, 1))
      }
    }
    return JSONText.array(runs.flatMap { [String($0.value), String($0.count)] })
  }
}
