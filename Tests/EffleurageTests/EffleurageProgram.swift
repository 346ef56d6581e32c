import Foundation

/// The real program, run as a process.
enum EffleurageProgram {
  /// The one named by `EFFLEURAGE_PROGRAM`, else the one built with these tests.
  static let url: URL = {
    if let named = ProcessInfo.processInfo.environment["EFFLEURAGE_PROGRAM"] {
      return URL(filePath: named)
    }
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appending(path: "effleurage")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return root.appending(path: ".build/debug/effleurage")
  }()

  /// The project's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct Run: Sendable {
    var code: Int32
    /// The signal that ended it, if one did.
    var signal: Int32?
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// Runs the program to its end. What it reads and writes are files, so nothing can fill up.
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    folder: URL? = nil, program: URL = url
  ) async throws -> Run {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = baseEnvironment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = try FileHandle(
      forReadingFrom: scratch.write("input", input))
    let output = try scratch.write("output", [])
    let errors = try scratch.write("errors", [])
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try await finish(process)
    return Run(
      code: process.terminationStatus,
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil,
      output: Array(try Data(contentsOf: output)),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// Starts a process and returns when it has ended.
  static func finish(_ process: Process) async throws {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { _ in continuation.resume() }
      do { try process.run() } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
  }

  /// Nothing of the person who runs the tests: an empty home, no display.
  static let baseEnvironment: [String: String] = {
    var environment = ProcessInfo.processInfo.environment
    for name in ["XDG_DATA_HOME", "XDG_DATA_DIRS", "XDG_CONFIG_HOME", "DISPLAY"] {
      environment[name] = nil
    }
    environment["EFFLEURAGE_HOME"] = "/nonexistent/effleurage"
    return environment
  }()
}

/// A folder of a test's own that goes with it.
final class Scratch: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "effleurage-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  subscript(name: String) -> URL { url.appending(path: name) }

  /// The path of a file of the folder.
  func path(_ name: String) -> String { self[name].path }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> URL {
    let file = self[name]
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL { try write(name, Array(text.utf8)) }

  /// A copy that can be run at once: made by another process, because a file that this one has
  /// open to write when it starts a program is busy for as long.
  func copy(_ file: URL, to name: String) async throws {
    try FileManager.default.createDirectory(
      at: self[name].deletingLastPathComponent(), withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/cp")
    process.arguments = ["-R", file.path, path(name)]
    try await EffleurageProgram.finish(process)
  }

  func text(_ name: String) throws -> String { try String(contentsOf: self[name], encoding: .utf8) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  /// The record of a demonstration: of the short case, or of a shipped one.
  @discardableResult
  func demonstrate(
    _ name: String = "expert.inkml", of scenario: String? = nil, _ options: String...
  ) async throws -> URL {
    let scenario = try scenario ?? shortCase().path
    let run = try await EffleurageProgram.run(["demo", scenario, "--out", path(name)] + options)
    guard run.code == 0 else { throw DemonstrationFailed(errors: run.errors) }
    return self[name]
  }

  /// The file of ``ShortCase``.
  func shortCase() throws -> URL { try write("short.yaml", ShortCase.text) }
}

struct DemonstrationFailed: Error {
  var errors: String
}
