import Catalogue
import Scenarios
import Scoring

/// What was measured in each step.
extension DebriefSheet {
  static func step(_ measured: PhaseResult, _ scenario: Scenario) -> Step? {
    guard let index = scenario.phaseIndex(measured.id) else { return nil }
    let phase = scenario.phases[index]
    return Step(
      index: index, title: Words.title(phase), asked: Words.Case.asked(phase),
      measures: measures(measured), grid: grid(measured))
  }

  /// Those that apply.
  private static func measures(_ measured: PhaseResult) -> [Fact] {
    var facts = [
      Fact(term: Texts["report.contact"], value: Words.clock(measured.contact.value)),
      Fact(term: Texts["report.contacts"], value: String(measured.contacts)),
      Fact(term: Texts["report.breaks"], value: String(measured.breaks)),
    ]
    func add(_ term: String, _ value: String?) {
      if let value { facts.append(Fact(term: term, value: value)) }
    }
    add(
      Texts["report.meanSpeed"],
      measured.meanSpeed.map {
        Texts["number.speed", ["value": Words.number($0.value, places: 1)]]
      })
    add(Texts["report.speedInBand"], measured.speedInBand.map(percent))
    add(Texts["report.speedTooSlow"], measured.speedTooSlow.map(percent))
    add(Texts["report.speedTooFast"], measured.speedTooFast.map(percent))
    add(Texts["report.hesitation"], measured.hesitation.map(percent))
    add(
      Texts["report.meanPressure"],
      measured.meanPressure.map {
        Texts["report.pressureOf100", ["value": Words.number($0.value * 100)]]
      })
    add(Texts["report.pressureInBand"], measured.pressureInBand.map(percent))
    if let vibrations = measured.vibrations, vibrations > 0 {
      add(Texts["report.vibrations"], String(vibrations))
    }
    if let taps = measured.taps, taps > 0 { add(Texts["report.taps"], String(taps)) }
    return facts
  }

  /// A column where some row has a value.
  private struct Column<Row> {
    var title: String
    var value: (Row) -> String?
  }

  private static func grid(_ measured: PhaseResult) -> Grid? {
    if !measured.guides.isEmpty { return grid(of: measured.guides) }
    if !measured.points.isEmpty { return grid(of: measured.points) }
    guard let area = measured.area else { return nil }
    return grid(
      [area], first: Texts["report.area"], name: { _ in Texts["report.wholeArea"] },
      [
        Column(title: Texts["report.done"]) { $0.done.map(percent) },
        Column(title: Texts["report.lifts"]) { $0.lifts.map { String($0) } },
      ])
  }

  private static func grid(of guides: [GuideResult]) -> Grid {
    let isCircles = guides.contains { ($0.loops ?? 0) > 0 || $0.meanDiameter != nil }
    return grid(
      guides, first: Texts["report.guide"], name: \.id,
      [
        Column(title: Texts["report.done"]) { $0.done.map(percent) },
        Column(title: isCircles ? Texts["report.circles"] : Texts["report.strokes"]) {
          (isCircles ? $0.loops : $0.strokes).map { String($0) }
        },
        Column(title: Texts["report.meanDeviation"]) { $0.meanDeviation.map(millimetres) },
        Column(title: Texts["report.maxDeviation"]) { $0.maxDeviation.map(millimetres) },
        Column(title: Texts["report.corridor"]) { $0.corridorShare.map(percent) },
        Column(title: Texts["report.wobble"]) { $0.wobble.map(millimetres) },
        Column(title: Texts["report.diameter"]) { $0.meanDiameter.map(millimetres) },
      ])
  }

  private static func grid(of points: [PointResult]) -> Grid {
    grid(
      points, first: Texts["report.point"], name: \.id,
      [
        Column(title: Texts["report.done"]) { $0.done.map(percent) },
        Column(title: Texts["report.held"]) {
          $0.held.map {
            Texts["number.seconds", ["value": Words.number($0.value, places: 1)]]
          }
        },
        Column(title: Texts["report.distance"]) { $0.meanDistance.map(millimetres) },
      ])
  }

  private static func grid<Row>(
    _ rows: [Row], first: String, name: (Row) -> String, _ columns: [Column<Row>]
  ) -> Grid {
    let used = columns.filter { column in rows.contains { column.value($0) != nil } }
    return Grid(
      columns: [first] + used.map(\.title),
      rows: rows.map { row in [name(row)] + used.map { $0.value(row) ?? "–" } })
  }
}
