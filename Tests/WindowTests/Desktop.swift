import Foundation

/// A display of its own, without a screen, on which a window is driven by real pointer and key
/// events.
final class Desktop {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Whether the tools that make and drive a display are installed.
  static let isAvailable = program("Xvfb") != nil && program("xdotool") != nil

  /// As `:99`.
  let display: String
  private let server: Child

  init() throws {
    // The server looks for a free display itself and says which, once it takes clients.
    server = try Child(
      Desktop.program("Xvfb").orThrow("Xvfb is not installed"),
      ["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"],
      isQuiet: true)
    let number = server.read(aLine: true).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !number.isEmpty else { throw Failure(description: "Xvfb gave no display") }
    display = ":" + number
  }

  /// Ends the server under everything that is shown on it.
  func die() { kill(server.id, SIGKILL) }

  /// Stops the server: it keeps its connections and answers nobody.
  func freeze() { kill(server.id, SIGSTOP) }

  /// Runs xdotool to its end and gives what it printed.
  @discardableResult
  func tool(_ arguments: [String]) throws -> String {
    let tool = try Child(
      Desktop.program("xdotool").orThrow("xdotool is not installed"), arguments,
      ["DISPLAY": display])
    let text = tool.read()
    tool.wait()
    return text
  }

  private static func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile)
  }
}

extension Optional {
  func orThrow(_ what: String) throws -> Wrapped {
    guard let self else { throw Desktop.Failure(description: what) }
    return self
  }
}

/// Waits until something can be observed; gives up after two minutes, which no machine needs.
@discardableResult
func eventually<T>(_ what: String, _ look: () throws -> T?) async throws -> T {
  let end = ContinuousClock.now + .seconds(120)
  while ContinuousClock.now < end {
    if let found = try look() { return found }
    try await Task.sleep(for: .milliseconds(20))
  }
  throw Desktop.Failure(description: "never seen: \(what)")
}
