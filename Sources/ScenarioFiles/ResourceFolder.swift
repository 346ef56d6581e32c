import Foundation

/// Where the program finds what is shipped with it: cases, fonts, artwork.
///
/// A program that was installed has them in `../share/effleurage` beside it; one run from where it
/// was built finds them in the package's folder, above its own. No path is fixed at build time, so a
/// program that was moved finds what was moved with it.
public struct ResourceFolder: Hashable, Sendable {
  /// Shipped cases.
  public let scenarios: String
  /// Fonts, artwork, the schema.
  public let resources: String

  public init(scenarios: String, resources: String) {
    self.scenarios = scenarios
    self.resources = resources
  }

  /// The folder that belongs to a program, symbolic links resolved; nil when there is none.
  public static func beside(program: String) -> ResourceFolder? {
    let folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
    let shared = folder.deletingLastPathComponent().appendingPathComponent("share/effleurage")
    if isFolder(shared.appendingPathComponent("Scenarios")) {
      return ResourceFolder(
        scenarios: shared.appendingPathComponent("Scenarios").path,
        resources: shared.appendingPathComponent("Resources").path)
    }
    var candidate = folder
    while true {
      let scenarios = candidate.appendingPathComponent("Scenarios")
      let resources = candidate.appendingPathComponent("Resources")
      if isFolder(scenarios) && isFolder(resources) {
        return ResourceFolder(scenarios: scenarios.path, resources: resources.path)
      }
      let above = candidate.deletingLastPathComponent()
      if above.path == candidate.path { return nil }
      candidate = above
    }
  }

  /// The folder that belongs to the running program.
  public static func ofThisProgram() -> ResourceFolder? {
    #if os(Linux)
      let program = "/proc/self/exe"
    #else
      let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
    return beside(program: program)
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
