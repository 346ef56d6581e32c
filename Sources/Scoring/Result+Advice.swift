public import Scenarios

/// One thing to do otherwise, and what it would bring at most.
public struct Change: Hashable, Sendable {
  /// What deductions have to have in common to be one change.
  public enum Kind: Hashable, Sendable {
    /// A critical fault, by its code: it fails the attempt, and no points make up for it.
    case critical(String)
    /// A wrong decision and the reasons that go with it.
    case decision
    /// Choices and preparations before the first touch.
    case preparation
    /// What was asked and not done, whatever criteria it cost.
    case notShown
    /// A code that stands alone.
    case code(String)
  }

  public var kind: Kind
  /// The critical fault's code if it is one, then those of the deductions, each once.
  public var codes: [String]
  /// Indices in ``Result/deductions``, ascending; empty for a critical fault that cost no points.
  public var deductions: [Int]
  /// Those that lost by it, in the order of ``Criterion``.
  public var criteria: [Criterion]
  /// The exact sum of its deductions' points.
  public var points: Figure
  /// That of the deduction which cost most; nil when it is of the whole attempt.
  public var phase: String?
  /// The earliest; nil for what has no moment.
  public var span: Span?
  /// English: what to do.
  public var sentence: String

  public var isCritical: Bool {
    if case .critical = kind { return true }
    return false
  }
}

extension Result {
  /// How many changes are named: more are not kept in mind.
  public static let mostChanges = 3

  /// The changes worth most, at most ``mostChanges``: critical faults in order of time, then what
  /// cost most; of equal ones the first of the deductions.
  public var changes: [Change] { Array(allChanges.prefix(Result.mostChanges)) }

  /// What to do about one deduction alone, by its index.
  public func change(ofDeduction index: Int) -> Change {
    change(kind(of: deductions[index]), of: [index])
  }

  /// Every deduction in exactly one of them.
  var allChanges: [Change] {
    var kinds: [(kind: Change.Kind, deductions: [Int])] = []
    var isTaken = deductions.map { _ in false }
    for code in critical where !kinds.contains(where: { $0.kind == .critical(code) }) {
      let own = deductions.indices.filter {
        !isTaken[$0] && Change.codes(ofCritical: code).contains(deductions[$0].code)
      }
      for index in own { isTaken[index] = true }
      kinds.append((.critical(code), own))
    }
    let criticalCount = kinds.count
    for index in deductions.indices where !isTaken[index] {
      let kind = kind(of: deductions[index])
      if let at = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[at].deductions.append(index)
      } else {
        kinds.append((kind, [index]))
      }
    }
    let changes = kinds.map { change($0.kind, of: $0.deductions) }
    let others = changes.dropFirst(criticalCount).enumerated().sorted {
      let (a, b) = ($0.element.points.units, $1.element.points.units)
      return a != b ? a > b : $0.offset < $1.offset
    }
    return Array(changes.prefix(criticalCount)) + others.map(\.element)
  }

  private func kind(of deduction: Deduction) -> Change.Kind {
    // Travel against the guide is off it too: turned round, the hand loses neither.
    let code =
      deduction.code == "path.offGuide" && phase(deduction.phase)?.isMostlyBackward == true
      ? "path.backward" : deduction.code
    return Change.kind(of: code)
  }

  func phase(_ id: String?) -> PhaseResult? { phases.first { $0.id == id } }

  private func change(_ kind: Change.Kind, of indices: [Int]) -> Change {
    let own = indices.map { deductions[$0] }
    var codes: [String] = []
    if case .critical(let code) = kind { codes.append(code) }
    for deduction in own where !codes.contains(deduction.code) { codes.append(deduction.code) }
    // A step left out is of the whole attempt, yet one knows where least was done.
    let placed = kind == .notShown ? own.filter { $0.phase != nil } : own
    var worst: Deduction?
    for deduction in placed where deduction.points.units > worst?.points.units ?? -1 {
      worst = deduction
    }
    var change = Change(
      kind: kind, codes: codes, deductions: indices,
      criteria: Criterion.allCases.filter { criterion in
        own.contains { $0.criterion == criterion }
          || own.isEmpty && codes.contains { $0.hasPrefix(criterion.rawValue + ".") }
      },
      points: .tenths(own.reduce(0) { $0 + $1.points.units }), phase: worst?.phase,
      span: kind == .notShown
        ? nil
        : own.flatMap(\.spans).min {
          ($0.start.value, $0.end.value) < ($1.start.value, $1.end.value)
        },
      sentence: "")
    change.sentence = sentence(for: change)
    return change
  }
}

extension Change {
  private static let preparations = ["position", "arms", "cushion", "product", "before"]

  /// The change that a deduction of a code asks for, whatever was measured.
  public static func kind(of code: String) -> Kind {
    if code.hasSuffix(".notShown") || code == "procedure.phaseMissing" { return .notShown }
    if code == "procedure.wrongDecision" || code == "procedure.reason" { return .decision }
    if preparations.contains(where: { code == "procedure." + $0 }) { return .preparation }
    return .code(code)
  }

  /// The codes of the deductions that go away with a critical fault.
  static func codes(ofCritical code: String) -> [String] {
    switch code {
    case "procedure.wrongDecision": [code, "procedure.reason"]
    case "procedure.allergy": ["procedure.product"]
    case "spasm.wentOn": ["spasm.pressed", "spasm.touched"]
    default: [code]
    }
  }
}

extension Deduction {
  /// Whether it is for what was asked and not done: such has no moment.
  public var isNotShown: Bool { code.hasSuffix(".notShown") }
}
