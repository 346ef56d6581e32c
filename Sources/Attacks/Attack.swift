import Scenarios

/// What bytes from outside can be thrown at.
public enum Attack: String, CaseIterable, Sendable {
  /// A case file.
  case yaml
  /// A record, this program's or another's.
  case inkml
  /// The journal of an attempt that was under way.
  case journal
  /// Events in any order, as `FoldScript` reads them.
  case fold
}

/// Throws bytes at what reads them, and sees whether it keeps its promises.
public struct Attacker: Sendable {
  private let cases: [Scenario]

  /// - Parameter root: path of the project's folder; the cases of the fold are in its fixtures.
  /// - Throws: when they are not there.
  public init(root: String) throws {
    cases = try FoldCases.read(root: root)
  }

  /// - Throws: ``Finding`` when a promise does not hold. A trap is for the caller to see.
  public func strike(_ attack: Attack, _ bytes: [UInt8]) throws(Finding) {
    switch attack {
    case .yaml: try ScenarioAttack.strike(bytes)
    case .inkml: try RecordAttack.strike(bytes)
    case .journal: try JournalAttack.strike(bytes)
    case .fold: try FoldAttack.strike(bytes, cases)
    }
  }
}
