import Scoring

/// Loops and speed, on strokes of known shape made at three speeds.
enum LoopStudy {
  static func run(on folder: DataFolder) throws(DataError) -> Findings {
    let strokes = try Unistroke.all(in: folder)
    var findings = Findings()
    var table = Table(
      "Unistrokes (1 pixel = 0.222 mm)",
      [
        "shape", "speed", "strokes", "no loop", "1 loop", "more", "one loop", "diameter mm",
        "mean mm/s",
      ])
    var loopsOfV = 0
    var misses: [String] = []
    var circles = (all: 0, one: 0, more: 0)
    for shape in Unistroke.Shape.allCases {
      var speeds: [Double] = []
      for speed in Unistroke.Speed.allCases {
        let judged = StudyCase.circles.judge(
          strokes.filter { $0.shape == shape && $0.speed == speed }.map(\.trace))
        let loops = judged.map(\.loops)
        let one = loops.count { $0 == 1 }
        let mean = Statistics.mean(judged.compactMap { $0.phase?.meanSpeed?.value })
        speeds.append(mean)
        if shape == .v { loopsOfV += loops.reduce(0, +) }
        if shape == .circle {
          circles.all += loops.count
          circles.one += one
          circles.more += loops.count { $0 > 1 }
        }
        table.rows.append([
          shape.rawValue, speed.rawValue, "\(judged.count)", "\(loops.count { $0 == 0 })", "\(one)",
          "\(loops.count { $0 > 1 })", Text.share(one, of: judged.count),
          Text.figure(Statistics.mean(judged.compactMap { $0.guide?.meanDiameter?.value }), 1),
          Text.figure(mean, 1),
        ])
      }
      if !zip(speeds, speeds.dropFirst()).allSatisfy({ $0 < $1 }) { misses.append(shape.rawValue) }
    }
    findings.tables.append(table)
    findings.claim("a v is never a loop", loopsOfV == 0, "\(loopsOfV) loops")
    findings.claim(
      "no circle is more than one loop, and most are one",
      circles.more == 0 && circles.one * 2 > circles.all,
      "\(circles.one) of \(circles.all) are one loop")
    findings.claim(
      "mean speed rises from slow over medium to fast", misses.isEmpty,
      misses.isEmpty ? "in all shapes" : "not in " + misses.joined(separator: ", "))
    return findings
  }
}
