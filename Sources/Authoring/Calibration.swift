import Attempts
public import Scenarios

/// Bands for the steps of a case, from recordings of somebody who does it as it should be done.
///
/// A value: the order in which recordings are added changes nothing.
public struct Calibration: Sendable {
  /// What `full` reaches either side of the median when nothing else is asked, in deviations.
  public static let usualWidth = 2.0

  public let scenario: Scenario
  /// ``BandProposal/width``.
  public let width: Double
  private var phases: [PhaseValues]
  public private(set) var records = 0
  /// Of ``records``, those that the program made itself.
  public private(set) var demonstrations = 0

  /// - Precondition: `width` is positive.
  public init(of scenario: Scenario, width: Double = Calibration.usualWidth) {
    precondition(width > 0)
    self.scenario = scenario
    self.width = width
    phases = scenario.phases.map { _ in PhaseValues() }
  }

  /// Adds a recording of the same case, which is finished.
  public mutating func add(_ recording: RecordingValues) {
    precondition(recording.phases.count == phases.count)
    records += 1
    if recording.header.origin == .demonstration { demonstrations += 1 }
    for index in phases.indices { phases[index].add(recording.phases[index]) }
  }

  /// What became of one measure of one step.
  public struct Outcome: Hashable, Sendable {
    public var phase: Int
    public var measure: CalibratedMeasure
    public var old: AskedBand
    /// Nil: left as it is, because there are too few values.
    public var new: AskedBand?
    /// In the measure's unit; nil without any value.
    public var median: Double?
    /// Median absolute deviation.
    public var deviation: Double?
    /// Whether the least width decided.
    public var isWidened: Bool
    public var values: Int
    public var records: Int
  }

  /// By step, then in the order of ``CalibratedMeasure``.
  public var outcomes: [Outcome] {
    scenario.phases.enumerated().flatMap { index, phase in
      CalibratedMeasure.allCases.filter { $0.applies(to: phase) }.map {
        outcome(of: $0, phase: index)
      }
    }
  }

  private func outcome(of measure: CalibratedMeasure, phase index: Int) -> Outcome {
    let phase = scenario.phases[index]
    let values = phases[index].values(of: measure)
    let proposal = BandProposal(values, measure: measure, width: width)
    let isEnough = values.count >= measure.leastValues(in: phase.technique)
    return Outcome(
      phase: index, measure: measure, old: phase.asked(measure),
      new: isEnough ? proposal?.asked : nil, median: proposal?.median,
      deviation: proposal?.deviation, isWidened: proposal?.isWidened ?? false,
      values: values.count, records: phases[index].records(of: measure))
  }

  /// The case with the new bands.
  public var calibrated: Scenario {
    var scenario = scenario
    for outcome in outcomes {
      if let new = outcome.new { scenario.phases[outcome.phase].ask(outcome.measure, new) }
    }
    return scenario
  }
}
