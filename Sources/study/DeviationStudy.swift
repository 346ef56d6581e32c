import Scoring

/// Deviation against the truth: spirals whose template is known exactly.
enum DeviationStudy {
  static let rates = [30, 60, 125, 250, 500, 1000]
  /// Standard deviation of wandering added to the path, in mm.
  static let wander = [0, 0.5, 1, 1.5, 2, 3]
  /// Standard deviation of jitter added to every sample, in pixels.
  static let jitter = [0, 0.25, 0.5, 0.75, 1, 2]

  static func run(on folder: DataFolder) throws(DataError) -> Findings {
    let drawings = try SpiralDrawing.all(in: folder)
    let template = StudyCase.stroke(along: SpiralDrawing.template())
    var findings = Findings()
    judgeHands(drawings, template, &findings)
    let traced = drawings.filter { $0.task == .trace }.map(\.trace)
    judgeRates(traced, template, &findings)
    judgeWander(traced, template, &findings)
    judgeJitter(traced, template, &findings)
    return findings
  }

  private static func judgeHands(
    _ drawings: [SpiralDrawing], _ template: StudyCase, _ findings: inout Findings
  ) {
    var table = Table(
      "Deviation from the template (1 unit of the canvas = 4 mm)",
      ["drawing", "hand", "s", "mean mm", "offset mm", "max mm", "coverage", "breaks"])
    var dominant: [Double] = []
    var other: [Double] = []
    for (drawing, judged) in zip(drawings, template.judge(drawings.map(\.trace))) {
      let guide = judged.guide
      let mean = guide?.meanDeviation?.value
      table.rows.append([
        short(drawing.trace), drawing.isDominantHand ? "dominant" : "other",
        Text.figure(drawing.trace.duration, 1), Text.figure(mean),
        Text.figure(guide?.meanOffset?.value), Text.figure(guide?.maxDeviation?.value),
        Text.figure(guide?.coverage?.value, 3), "\(judged.phase?.breaks ?? 0)",
      ])
      switch drawing.task {
      case .trace:
        if drawing.isDominantHand {
          dominant.append(mean ?? .nan)
        } else {
          other.append(mean ?? .nan)
        }
      case .made:
        findings.claim(
          "a spiral made by the formula lies on the template (at most 0.05 mm off)",
          (mean ?? .infinity) <= 0.05, "\(Text.figure(mean, 3)) mm")
      case .recall: break
      }
    }
    findings.tables.append(table)
    let separation = Statistics.separation(low: dominant, high: other)
    findings.claim(
      "deviation separates the dominant from the other hand (AUC at least 0.99)",
      separation >= 0.99,
      "AUC \(Text.figure(separation, 3)); \(dominant.count) tracings of mean"
        + " \(Text.figure(Statistics.mean(dominant))) mm, \(other.count) of mean"
        + " \(Text.figure(Statistics.mean(other))) mm")
  }

  private static func judgeRates(
    _ traced: [Trace], _ template: StudyCase, _ findings: inout Findings
  ) {
    var table = Table(
      "Mean deviation in mm, resampled",
      ["drawing", "as it is"] + rates.map { "\($0) Hz" } + ["spread"])
    var worst = 0.0
    var sums = Array(repeating: 0.0, count: rates.count)
    for trace in traced {
      let values = deviations([trace] + rates.map { trace.resampled(rate: $0) }, template)
      let spread = values.map { abs($0 / values[0] - 1) }.max() ?? .infinity
      worst = max(worst, spread)
      for index in rates.indices { sums[index] += values[index + 1] / Double(traced.count) }
      table.rows.append(
        [short(trace)] + values.map { Text.figure($0) } + [Text.figure(spread * 100) + " %"])
    }
    table.rows.append(["mean", ""] + sums.map { Text.figure($0) } + [""])
    findings.tables.append(table)
    findings.claim(
      "deviation of a tracing at 30 to 1000 Hz stays within 2 %", worst <= 0.02,
      "at most \(Text.figure(worst * 100)) % off")
  }

  private static func judgeWander(
    _ traced: [Trace], _ template: StudyCase, _ findings: inout Findings
  ) {
    var table = Table(
      "Mean deviation in mm, with wandering added to the path",
      ["drawing"] + wander.map { "\(Text.figure($0, 1)) mm" })
    var falls: [String] = []
    for (index, trace) in traced.enumerated() {
      // Astray by an offset and by its opposite: whether chance leads a hand back to the line or
      // away from it makes no difference then.
      let sides = [1.0, -1].map { side in
        deviations(
          wander.map { amount in
            var numbers = SeededNumbers(seed: UInt64(index + 1))
            return trace.wandering(side * amount, &numbers)
          }, template)
      }
      let values = zip(sides[0], sides[1]).map { ($0 + $1) / 2 }
      table.rows.append([short(trace)] + values.map { Text.figure($0) })
      for step in 1..<values.count where !(values[step] > values[step - 1]) {
        falls.append("\(short(trace)) at \(Text.figure(wander[step], 1)) mm")
      }
    }
    findings.tables.append(table)
    findings.claim(
      "deviation of a tracing rises with every step of noise in its path", falls.isEmpty,
      falls.isEmpty
        ? "\(traced.count) tracings, \(wander.count - 1) steps each" : falls.joined(separator: ", ")
    )
  }

  /// Jitter of single samples is swinging to and fro: from about a pixel on it is taken for
  /// vibration, within which deviation is not judged.
  private static func judgeJitter(
    _ traced: [Trace], _ template: StudyCase, _ findings: inout Findings
  ) {
    var table = Table(
      "Jitter added to every sample (1 pixel = 0.40 mm), mean of \(traced.count) tracings",
      ["jitter"] + jitter.map { "\(Text.figure($0)) px" })
    var deviation = ["mean deviation mm"]
    var alarmed = ["time in alarms of vibration"]
    for amount in jitter {
      let judged = template.judge(
        traced.enumerated().map { index, trace in
          var numbers = SeededNumbers(seed: UInt64(index + 1))
          return trace.jittering(amount * trace.millimetresPerPixel, &numbers)
        })
      deviation.append(
        Text.figure(Statistics.mean(judged.compactMap { $0.guide?.meanDeviation?.value })))
      let share =
        judged.reduce(0) { $0 + $1.vibrationSeconds } / traced.reduce(0) { $0 + $1.duration }
      alarmed.append(Text.figure(share * 100, 1) + " %")
      if amount == 0.5 {
        let alarms = judged.reduce(0) { $0 + $1.vibrations }
        findings.claim(
          "jitter of half a pixel is no vibration", alarms == 0,
          "\(alarms) alarms in \(traced.count) tracings")
      }
    }
    table.rows = [deviation, alarmed]
    findings.tables.append(table)
  }

  private static func deviations(_ traces: [Trace], _ template: StudyCase) -> [Double] {
    template.judge(traces).map { $0.guide?.meanDeviation?.value ?? .nan }
  }

  /// What tells one drawing from another.
  private static func short(_ trace: Trace) -> String {
    if trace.name.contains("perfect") { return "made by the formula" }
    let file = trace.name.split(separator: "/").last ?? ""
    return String(file.split(separator: "-").last?.split(separator: ".").first ?? file)
  }
}
