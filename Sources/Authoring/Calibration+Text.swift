public import ScenarioFiles
import Scenarios
import Scoring

/// A calibration in words: the new file's comments, and a table.
extension Calibration {
  /// The file of the calibrated case: above each new band where it comes from.
  ///
  /// - Parameters:
  ///   - source: the file the case was read from.
  ///   - program: name and version.
  public func text(source: LoadedScenario, program: String) -> String {
    let outcomes = outcomes
    var comments: ScenarioWriter.Comments = [:]
    for outcome in outcomes where outcome.new != nil {
      let path: [ScenarioPath.Step] = [
        .key("phases"), .index(outcome.phase), .key(outcome.measure.key),
      ]
      comments[path] = comment(on: outcome)
    }
    let made = demonstrations == 0 ? "" : ", \(Calibration.count(demonstrations, "demonstration"))"
    return ScenarioWriter.text(
      of: calibrated,
      header: [
        "Bands calibrated by \(program) from \(Calibration.count(records, "record"))\(made).",
        "Made from \(Calibration.name(source.file)) (\(scenario.id)), SHA-256",
        "\(source.source.sha256).",
        "The comments of that file were not kept.",
      ], comments: comments)
  }

  /// The last part of a path: folders are of one machine.
  private static func name(_ file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }

  private func comment(on outcome: Outcome) -> [String] {
    let measure = outcome.measure
    let sign = measure.isLimit ? "+" : "+-"
    let times = (full: width, none: width * BandProposal.noneOverFull)
    var full = "\(Figure.thousandths(times.full)) MAD"
    var none = "\(Figure.thousandths(times.none)) MAD"
    if outcome.isWidened {
      // The values lie so close together that the least width decides.
      let half = measure.leastFull / 2
      full = measure.words(half)
      none = measure.words(half * BandProposal.noneOverFull)
    }
    let least = measure.leastNone.map {
      ", at least \(Calibration.figure(measure.leastFull)) and \(measure.words($0))"
    }
    let records = Calibration.count(outcome.records, "record")
    let values =
      measure == .minutes ? records : "\(outcome.values) \(measure.noun) in \(records)"
    return [
      "Calibrated: median \(Calibration.figure(outcome.median)), "
        + "MAD \(measure.words(outcome.deviation ?? 0)), of \(values).",
      "full: median \(sign) \(full); none: median \(sign) \(none)\(least ?? "").",
    ]
  }

  /// A table of what became of every band: a line of names, then a line a band.
  public var table: [String] {
    var rows = [
      ["step", "measure", "old band", "new band", "median", "MAD", "values", "records"]
    ]
    for outcome in outcomes {
      let phase = scenario.phases[outcome.phase]
      rows.append([
        phase.id, outcome.measure.key + (outcome.measure.unit.map { " (\($0))" } ?? ""),
        Calibration.words(outcome.old), news(of: outcome, in: phase.technique),
        Calibration.figure(outcome.median), Calibration.figure(outcome.deviation),
        String(outcome.values), String(outcome.records),
      ])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row.dropLast(), widths) {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      return line + (row.last ?? "")
    }
  }

  private func news(of outcome: Outcome, in technique: Technique) -> String {
    if let new = outcome.new { return Calibration.words(new) }
    let measure = outcome.measure
    return "as it was: fewer than \(measure.leastValues(in: technique)) \(measure.noun)"
  }

  private static func words(_ asked: AskedBand) -> String {
    switch asked {
    case .band(let band):
      "[\(figure(band.fullLow)), \(figure(band.fullHigh))] / "
        + "[\(figure(band.noneLow)), \(figure(band.noneHigh))]"
    case .limit(let limit): "\(figure(limit.full)) / \(figure(limit.none))"
    case .nothing: "not judged"
    }
  }

  private static func figure(_ value: Double?) -> String {
    value.map { Figure.thousandths($0).description } ?? "-"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension CalibratedMeasure {
  /// A value with its unit.
  fileprivate func words(_ value: Double) -> String {
    Figure.thousandths(value).description + (unit.map { " \($0)" } ?? "")
  }
}
