import Scoring

/// Loops and speed, on strokes of known shape made at three speeds.
enum LoopStudy {
  /// The strokes are about 20 mm wide; so much larger they are as wide as the circles that cases
  /// ask for.
  static let enlargement = 4.0

  static func run(on folder: DataFolder) throws(DataError) -> Findings {
    let strokes = try Unistroke.all(in: folder)
    var findings = Findings()
    var table = Table(
      "Unistrokes (1 pixel = 0.222 mm)",
      [
        "shape", "speed", "strokes", "no loop", "1 loop", "more", "one loop", "diameter mm",
        "mean mm/s", "4 times as large: one loop",
      ])
    var ofV = 0
    var circles: [Int] = []
    var largeCircles: [Int] = []
    var misses: [String] = []
    for shape in Unistroke.Shape.allCases {
      var speeds: [Double] = []
      for speed in Unistroke.Speed.allCases {
        let traces = strokes.filter { $0.shape == shape && $0.speed == speed }.map(\.trace)
        let judged = StudyCase.judgeCircles(traces)
        let loops = judged.map(\.loops)
        let large = StudyCase.judgeCircles(traces.map { $0.scaled(by: enlargement) }).map(\.loops)
        let one = loops.count { $0 == 1 }
        let mean = Statistics.mean(judged.compactMap { $0.phase?.meanSpeed?.value })
        speeds.append(mean)
        switch shape {
        case .circle:
          circles += loops
          largeCircles += large
        case .v: ofV += (loops + large).reduce(0, +)
        case .pigtail: break
        }
        table.rows.append([
          shape.rawValue, speed.rawValue, "\(judged.count)", "\(loops.count { $0 == 0 })", "\(one)",
          "\(loops.count { $0 > 1 })", Text.share(one, of: judged.count),
          Text.figure(Statistics.mean(judged.compactMap { $0.guide?.meanDiameter?.value }), 1),
          Text.figure(mean, 1), Text.share(large.count { $0 == 1 }, of: large.count),
        ])
      }
      if !zip(speeds, speeds.dropFirst()).allSatisfy({ $0 < $1 }) { misses.append(shape.rawValue) }
    }
    findings.tables.append(table)
    findings.claim("a v is never a loop", ofV == 0, "\(ofV) loops")
    let one = circles.count { $0 == 1 }
    let largeOne = largeCircles.count { $0 == 1 }
    findings.claim(
      "a circle drawn once is at most one loop, and mostly one",
      (circles + largeCircles).allSatisfy { $0 <= 1 } && one * 2 > circles.count,
      "\(Text.share(one, of: circles.count)) of \(circles.count) are one; four times as large"
        + " \(Text.share(largeOne, of: largeCircles.count))")
    findings.claim(
      "mean speed rises from slow over medium to fast", misses.isEmpty,
      misses.isEmpty ? "in all shapes" : "not in " + misses.joined(separator: ", "))
    return findings
  }
}
