import Scoring

/// Deviation against the truth: spirals whose template is known exactly.
enum DeviationStudy {
  static let rates = [30, 60, 125, 250, 500, 1000]
  /// Standard deviation of added noise, in mm.
  static let noise = [0, 0.5, 1, 1.5, 2, 3]

  static func run(on folder: DataFolder) throws(DataError) -> Findings {
    let drawings = try SpiralDrawing.all(in: folder)
    let template = StudyCase.stroke(along: SpiralDrawing.template())
    var findings = Findings()
    let plain = template.judge(drawings.map(\.trace))
    judgeHands(drawings, plain, &findings)
    let traced = drawings.filter { $0.task == .trace }
    judgeRates(traced, template, &findings)
    judgeNoise(traced, template, &findings)
    return findings
  }

  private static func judgeHands(
    _ drawings: [SpiralDrawing], _ judged: [Judged], _ findings: inout Findings
  ) {
    var table = Table(
      "Deviation from the template (1 unit of the canvas = 4 mm)",
      ["drawing", "hand", "s", "mean mm", "offset mm", "max mm", "coverage", "breaks"])
    var dominant: [Double] = []
    var other: [Double] = []
    for (drawing, judged) in zip(drawings, judged) {
      let mean = judged.guide?.meanDeviation?.value
      table.rows.append([
        short(drawing.trace.name), drawing.isDominantHand ? "dominant" : "other",
        Text.figure(drawing.trace.duration, 1), Text.figure(mean),
        Text.figure(judged.guide?.meanOffset?.value),
        Text.figure(judged.guide?.maxDeviation?.value),
        Text.figure(judged.guide?.coverage?.value, 3), "\(judged.phase?.breaks ?? 0)",
      ])
      switch drawing.task {
      case .trace:
        if let mean { drawing.isDominantHand ? dominant.append(mean) : other.append(mean) }
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
    _ traced: [SpiralDrawing], _ template: StudyCase, _ findings: inout Findings
  ) {
    var table = Table(
      "Mean deviation in mm, resampled",
      ["drawing", "as it is"] + rates.map { "\($0) Hz" } + ["spread"])
    var worst = 0.0
    var sums = Array(repeating: 0.0, count: rates.count)
    for drawing in traced {
      let asItIs = deviations([drawing.trace], template).first ?? .nan
      let values = deviations(rates.map { drawing.trace.resampled(rate: $0) }, template)
      let spread = values.map { abs($0 / asItIs - 1) }.max() ?? .infinity
      worst = max(worst, spread)
      for index in rates.indices { sums[index] += values[index] / Double(traced.count) }
      table.rows.append(
        [short(drawing.trace.name), Text.figure(asItIs)] + values.map { Text.figure($0) } + [
          Text.figure(spread * 100) + " %"
        ])
    }
    table.rows.append(["mean", ""] + sums.map { Text.figure($0) } + [""])
    findings.tables.append(table)
    findings.claim(
      "deviation of a tracing at 30 to 1000 Hz stays within 2 %", worst <= 0.02,
      "at most \(Text.figure(worst * 100)) % off")
  }

  private static func judgeNoise(
    _ traced: [SpiralDrawing], _ template: StudyCase, _ findings: inout Findings
  ) {
    var table = Table(
      "Mean deviation in mm, with noise added to every sample",
      ["drawing"] + noise.map { "\(Text.figure($0, 1)) mm" })
    var falls: [String] = []
    for (index, drawing) in traced.enumerated() {
      let noisy = noise.map { amount in
        var numbers = SeededNumbers(seed: UInt64(index + 1))
        return drawing.trace.noisy(amount, &numbers)
      }
      let values = deviations(noisy, template)
      table.rows.append([short(drawing.trace.name)] + values.map { Text.figure($0) })
      for step in 1..<values.count where !(values[step] > values[step - 1]) {
        falls.append("\(short(drawing.trace.name)) at \(Text.figure(noise[step], 1)) mm")
      }
    }
    findings.tables.append(table)
    findings.claim(
      "deviation of a tracing rises with every step of noise", falls.isEmpty,
      falls.isEmpty
        ? "\(traced.count) tracings, \(noise.count - 1) steps each"
        : falls.joined(separator: ", "))
  }

  private static func deviations(_ traces: [Trace], _ template: StudyCase) -> [Double] {
    template.judge(traces).map { $0.guide?.meanDeviation?.value ?? .nan }
  }

  /// What tells one drawing from another.
  static func short(_ name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    return String(file.split(separator: "-").last?.split(separator: ".").first ?? file)
  }
}
