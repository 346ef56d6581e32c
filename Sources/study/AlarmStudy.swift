import Scoring

/// False alarms of vibration, on everything that people drew.
enum AlarmStudy {
  /// Drawn as large as a back, in mm.
  static let backSize = 200.0

  static func run(on folder: DataFolder) throws(DataError) -> Findings {
    let tablet = try TabletTest.all(in: folder)
    let spirals = try SpiralDrawing.all(in: folder).filter { $0.task != .made }.map {
      $0.trace.scaled(
        by: SpiralDrawing.millimetresPerUnitAsDrawn / SpiralDrawing.millimetresPerUnit)
    }
    let sets: [(name: String, traces: [Trace])] = [
      ("graphomotor spirals", spirals),
      ("unistrokes", try Unistroke.all(in: folder).map(\.trace)),
      (
        "tablet spirals, controls", tablet.filter { !$0.isPatient && $0.kind != .held }.map(\.trace)
      ),
      ("tablet spirals, patients", tablet.filter { $0.isPatient && $0.kind != .held }.map(\.trace)),
      ("tablet, pen held, patients", tablet.filter { $0.kind == .held }.map(\.trace)),
    ]
    var findings = Findings()
    var table = Table(
      "Alarms of vibration in what people drew",
      ["traces", "number", "s", "alarms as drawn", "alarms on a sheet of 200 mm"])
    var all = (traces: 0, asDrawn: 0, large: 0, largeCritical: 0)
    for set in sets {
      let asDrawn = StudyCase.judgeCircles(set.traces)
      let large = StudyCase.judgeCircles(
        set.traces.map { $0.scaled(by: max(1, backSize / max($0.extent, 1))) })
      all.traces += set.traces.count
      all.asDrawn += asDrawn.reduce(0) { $0 + $1.vibrations }
      all.large += large.reduce(0) { $0 + $1.vibrations }
      all.largeCritical += large.count(where: \.isVibrationCritical)
      table.rows.append([
        set.name, "\(set.traces.count)",
        Text.figure(set.traces.reduce(0) { $0 + $1.duration }, 0),
        "\(asDrawn.reduce(0) { $0 + $1.vibrations })", "\(large.reduce(0) { $0 + $1.vibrations })",
      ])
      for (size, judged) in [("as drawn", asDrawn), ("at 200 mm", large)] {
        for (trace, judged) in zip(set.traces, judged) where judged.vibrations > 0 {
          let spans = judged.vibrationSpans.map { "\($0.start) to \($0.end) s" }
          table.notes.append(
            "\(size): \(trace.name): \(judged.vibrations) (\(spans.joined(separator: ", ")))")
        }
      }
    }
    findings.tables.append(table)
    findings.claim(
      "no alarm of vibration in what people drew, as large as they drew it", all.asDrawn == 0,
      "\(all.asDrawn) in \(all.traces) traces")
    findings.claim(
      "none is critical when enlarged to 200 mm", all.largeCritical == 0,
      "\(all.large) alarms in \(all.traces) traces, \(all.largeCritical) critical")
    return findings
  }
}
