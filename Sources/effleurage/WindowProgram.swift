import Foundation
import Handover

/// `effleurage-window`, which has the window and draws pictures; it stands beside this program.
enum WindowProgram {
  static let name = "effleurage-window"

  /// Becomes the window program with these arguments; returns only by throwing.
  ///
  /// - Throws: ``Failure`` 69 when it is missing or cannot start.
  static func start(_ arguments: [String]) throws -> Never {
    let path = place()
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure(
        .unavailable,
        """
        \(name), which opens the window, is not beside \(Program.name): looked for \(path). \
        Install both programs into one folder; scoring, checking and demonstrations need no window
        """)
    }
    let missing = missingLibraries(of: path)
    guard missing.isEmpty else {
      throw Failure(
        .unavailable,
        """
        \(name) does not start: the system lacks \(missing.joined(separator: ", ")). Install SDL2 \
        and Pango (Scripts/setup does); scoring, checking and demonstrations need neither
        """)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    execv(path, words)
    throw Failure(
      .unavailable, "\(path) does not start: \(String(cString: strerror(errno)))")
  }

  /// Beside the program that runs, whatever links led to it.
  private static func place() -> String {
    let own = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return own.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name).path
  }

  /// The shared libraries that the loader would not find; none where the loader cannot be asked.
  ///
  /// After `exec` it is too late to say in words what the loader says in its own.
  private static func missingLibraries(of path: String) -> [String] {
    #if os(Linux)
      let trial = Process()
      trial.executableURL = URL(filePath: path)
      trial.environment = ProcessInfo.processInfo.environment.merging(
        ["LD_TRACE_LOADED_OBJECTS": "1"], uniquingKeysWith: { $1 })
      let pipe = Pipe()
      trial.standardOutput = pipe
      trial.standardError = FileHandle.nullDevice
      guard (try? trial.run()) != nil else { return [] }
      let listing = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      trial.waitUntilExit()
      return listing.split(separator: "\n").filter { $0.hasSuffix("=> not found") }
        .compactMap { $0.split(separator: " ").first?.trimmingCharacters(in: .whitespaces) }
    #else
      return []
    #endif
  }
}
