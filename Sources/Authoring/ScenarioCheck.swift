public import ScenarioFiles
import Scenarios

/// What `effleurage check` says of some files.
public struct ScenarioCheck: Sendable {
  /// For standard output: one line for each file that has no errors.
  public private(set) var results: [String] = []
  /// For standard error: every error and warning, file by file.
  public private(set) var complaints: [String] = []
  /// 0; 66 when an input is missing or unreadable; else 65 for an error, and with `isStrict` for a
  /// warning.
  public private(set) var exitCode: Int32 = 0

  private let isStrict: Bool

  public init(isStrict: Bool) { self.isStrict = isStrict }

  /// - Parameter name: an id of the library or a path.
  public mutating func add(_ name: String, in library: ScenarioLibrary) {
    do throws(ScenarioFileError) {
      let file = try library.file(of: name)
      let source = try ScenarioSource.read(file: file)
      add(
        ScenarioReader.review(bytes: source.bytes) { CaseTrial(of: $0).findings }, of: file)
    } catch {
      complaints += error.messages
      fail(error.exitCode)
    }
  }

  private mutating func add(_ findings: [Diagnostic], of file: String) {
    complaints += findings.map { $0.rendered(file: file) }
    if findings.contains(where: \.isError) {
      fail(65)
      return
    }
    if isStrict && !findings.isEmpty { fail(65) }
    let warnings =
      switch findings.count {
      case 0: "no errors"
      case 1: "no errors, 1 warning"
      default: "no errors, \(findings.count) warnings"
      }
    results.append("\(file): \(warnings)")
  }

  private mutating func fail(_ code: Int32) {
    if exitCode == 0 || code == 66 { exitCode = code }
  }
}
