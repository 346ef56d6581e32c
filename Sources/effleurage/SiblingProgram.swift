import Foundation
import Handover
import Threads

/// A program that stands beside this one.
struct SiblingProgram {
  let name: String
  /// What it does, as in "opens the window".
  let purpose: String
  /// What works without it, as the end of a sentence.
  let withoutIt: String
  /// What to install when it lacks libraries, as the end of a sentence.
  let remedy: String

  /// Where it is.
  ///
  /// - Throws: ``Failure`` 69 when it is missing, lacks libraries, or there is no thread for it.
  func path() throws(Failure) -> String {
    let path = place()
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure(
        .unavailable,
        """
        \(name), which \(purpose), is not beside \(Program.name): looked for \(path). \
        Install the programs into one folder; \(withoutIt)
        """)
    }
    // To start it needs a thread, and so does what it draws with; without, they wait for ever or trap.
    guard WorkThread.start(stackSize: 256 << 10, {}) else {
      throw Failure(.unavailable, "\(name) does not start: the system gives no thread for it")
    }
    let missing = missingLibraries(of: path)
    guard missing.isEmpty else {
      throw Failure(
        .unavailable,
        """
        \(name) does not start: the system lacks \(missing.joined(separator: ", ")). \(remedy)
        """)
    }
    return path
  }

  /// Beside the program that runs, whatever links led to it.
  private func place() -> String {
    let own = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return own.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name).path
  }

  /// The shared libraries that the loader would not find; none where the loader cannot be asked.
  ///
  /// After `exec` it is too late to say in words what the loader says in its own.
  private func missingLibraries(of path: String) -> [String] {
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
