public import Scenarios
public import Scoring

/// What the attempts of a case lost by one thing that would be changed at one go.
public struct Cost: Hashable, Sendable {
  public var kind: Change.Kind
  /// Of the deductions, in the order in which they were met.
  public var codes: [String]
  /// Those that lost by it, in the order of ``Criterion``.
  public var criteria: [Criterion]
  /// Tenths of a point, of all attempts together.
  public var tenths: Int
  /// How many lost anything by it.
  public var attempts: Int
  /// How many attempts there are.
  public var of: Int
  /// The step in which most of it was lost; nil when it is of whole attempts.
  public var phase: String?
  /// English: what to do.
  public var advice: String

  /// Points that an attempt lost by it on average, in hundredths, rounded half up.
  public var mean: Int { (tenths * 20 + of) / (2 * of) }

  private struct Sum {
    var kind: Change.Kind
    var codes: [String] = []
    var criteria: [Criterion] = []
    var tenths = 0
    var attempts = 0
    var phases: [(id: String, tenths: Int)] = []

    init(_ kind: Change.Kind) { self.kind = kind }

    mutating func add(_ deduction: Deduction) {
      if !codes.contains(deduction.code) { codes.append(deduction.code) }
      if !criteria.contains(deduction.criterion) { criteria.append(deduction.criterion) }
      tenths += deduction.points.units
      guard let phase = deduction.phase else { return }
      if let at = phases.firstIndex(where: { $0.id == phase }) {
        phases[at].tenths += deduction.points.units
      } else {
        phases.append((phase, deduction.points.units))
      }
    }
  }

  /// What cost most first; of equals what was met first.
  static func all(_ results: [Scoring.Result]) -> [Cost] {
    var sums: [Sum] = []
    for result in results {
      var met: [Change.Kind] = []
      for deduction in result.deductions {
        let kind = Change.kind(of: deduction.code)
        let at = sums.firstIndex { $0.kind == kind } ?? sums.count
        if at == sums.count { sums.append(Sum(kind)) }
        sums[at].add(deduction)
        if !met.contains(kind) {
          met.append(kind)
          sums[at].attempts += 1
        }
      }
    }
    return sums.enumerated().sorted {
      ($1.element.tenths, $0.offset) < ($0.element.tenths, $1.offset)
    }.map { Cost($0.element, of: results.count) }
  }

  private init(_ sum: Sum, of count: Int) {
    kind = sum.kind
    codes = sum.codes
    criteria = Criterion.allCases.filter { sum.criteria.contains($0) }
    tenths = sum.tenths
    attempts = sum.attempts
    of = count
    var worst: (id: String, tenths: Int)?
    for phase in sum.phases where phase.tenths > worst?.tenths ?? 0 { worst = phase }
    phase = worst?.id
    advice = Change.advice(sum.kind, codes: sum.codes)
  }
}
