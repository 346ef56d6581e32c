import Scenarios

/// What `effleurage check` says of some files.
public struct ScenarioCheck: Sendable {
  /// For standard output: one line for each file that can be used.
  public private(set) var results: [String] = []
  /// For standard error: every error and warning, file by file.
  public private(set) var complaints: [String] = []
  /// 0; 66 when an input is missing or unreadable; else 65 for bad data, and with `isStrict` for a
  /// warning.
  public private(set) var exitCode: Int32 = 0

  /// - Parameter names: ids of the library or paths.
  public init(_ names: [String], in library: ScenarioLibrary, isStrict: Bool) {
    for name in names {
      do throws(ScenarioFileError) {
        let loaded = try library.find(name)
        complaints += loaded.warnings.map { $0.rendered(file: loaded.file) }
        if isStrict && !loaded.warnings.isEmpty { fail(65) }
        let warnings =
          switch loaded.warnings.count {
          case 0: "no errors"
          case 1: "no errors, 1 warning"
          default: "no errors, \(loaded.warnings.count) warnings"
          }
        results.append("\(loaded.file): \(warnings)")
      } catch {
        complaints += error.messages
        fail(error.exitCode)
      }
    }
  }

  private mutating func fail(_ code: Int32) {
    if exitCode == 0 || code == 66 { exitCode = code }
  }
}
