public import Attempts
public import Scenarios
import Scoring

/// What the hands of some recordings did in one step.
struct PhaseValues: Hashable, Sendable {
  private var histograms: [CalibratedMeasure: Histogram] = [:]
  /// Recordings that gave any value.
  private var records: [CalibratedMeasure: Int] = [:]

  func values(of measure: CalibratedMeasure) -> Histogram { histograms[measure] ?? Histogram() }

  func records(of measure: CalibratedMeasure) -> Int { records[measure] ?? 0 }

  /// Takes a value in the measure's unit.
  mutating func add(_ value: Double, weight: Int = 1, to measure: CalibratedMeasure) {
    let classes = value * Double(measure.classesInUnit)
    // Measures are finite and small; a figure that is not says nothing about a hand.
    guard abs(classes) < 1e15 else { return }
    histograms[measure, default: Histogram()].add(
      Int(classes.rounded(.toNearestOrAwayFromZero)), weight: weight)
  }

  mutating func remove(_ measure: CalibratedMeasure) { histograms[measure] = nil }

  /// All values so far are of one recording.
  mutating func countRecord() {
    for (measure, histogram) in histograms where histogram.count > 0 { records[measure] = 1 }
  }

  mutating func add(_ other: PhaseValues) {
    for (measure, histogram) in other.histograms {
      histograms[measure, default: Histogram()].add(histogram)
    }
    for (measure, count) in other.records { records[measure, default: 0] += count }
  }
}

/// The values of one recording of a case: a fold over its events.
public struct RecordingValues: Sendable {
  /// Of a step of which less was done, on average over its guides, points and area, the contact
  /// time says nothing.
  static let doneEnough = 0.75

  let header: Header
  private(set) var phases: [PhaseValues]
  private var scorer: Scorer
  private let scenario: Scenario

  public init(of scenario: Scenario, header: Header) {
    self.scenario = scenario
    self.header = header
    phases = scenario.phases.map { _ in PhaseValues() }
    scorer = Scorer(scenario: scenario, header: header, judgesBorderline: false)
    scorer.keepSeries()
    scorer.keepPieces()
  }

  public mutating func add(_ event: Event) {
    scorer.add(event)
    take(scorer.takeSeries(), scorer.takePieces())
  }

  /// Takes what only the end of the recording shows. Nothing may be added after.
  public mutating func finish() {
    take(scorer.remainingSeries(), scorer.remainingPieces())
    let result = scorer.result()
    let isPressureJudged = result.criteria.contains { $0.criterion == .pressure && $0.assessed }
    for index in phases.indices {
      if !isPressureJudged { phases[index].remove(.pressure) }
      if let phase = result.phases.first(where: { $0.id == scenario.phases[index].id }),
        isTimed, phase.contact.units > 0, phase.done >= RecordingValues.doneEnough
      {
        phases[index].add(phase.contact.value / 60, to: .minutes)
      }
      phases[index].countRecord()
    }
  }

  private var isTimed: Bool {
    if case .phase(_, let timed) = header.scope { timed } else { true }
  }

  /// Whether a step is asked of the attempt: of a drill, one is.
  private func isAsked(_ phase: Int) -> Bool {
    if case .phase(let id, _) = header.scope { scenario.phases[phase].id == id } else { true }
  }

  private mutating func take(_ rows: [SeriesRow], _ pieces: WorkPieces) {
    for row in rows where isAsked(row.phase) { take(row) }
    for loop in pieces.loops where isAsked(loop.phase) {
      phases[loop.phase].add(loop.diameter, to: .diameter)
      phases[loop.phase].add(abs(loop.deviation), to: .corridor)
      if let advance = loop.advance { phases[loop.phase].add(advance, to: .advance) }
    }
    for press in pieces.presses where isAsked(press.phase) {
      phases[press.phase].add(press.meanDistance, to: .radius)
    }
  }

  private mutating func take(_ row: SeriesRow) {
    if let pressure = row.pressure {
      phases[row.phase].add(pressure, weight: row.duration, to: .pressure)
    }
    // On a return the band's upper edges are doubled, so its speeds say nothing of the band.
    if row.isSpeedJudged, row.state != .returning, let speed = row.speed {
      phases[row.phase].add(speed, weight: row.duration, to: .speed)
    }
    if row.state == .onGuide, let deviation = row.deviation {
      phases[row.phase].add(abs(deviation), weight: row.covered, to: .corridor)
    }
  }
}

extension PhaseResult {
  /// How far all of the step was done, 0 to 1.
  fileprivate var done: Double {
    let parts = guides.map(\.done) + points.map(\.done) + (area.map { [$0.done] } ?? [])
    guard !parts.isEmpty else { return 0 }
    return parts.reduce(0) { $0 + ($1?.value ?? 0) } / Double(parts.count)
  }
}
