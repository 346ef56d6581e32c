import Foundation

/// The real program, run as a process in a home of its own.
final class Rehearsal: Sendable {
  /// Of the attempt's clock, how many times as fast as the machine's.
  static let speed = 4
  static let url = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "rehearsal")
  /// The project's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A case whose demonstration takes a few seconds.
  static let scenario = """
    effleurage: 1
    id: short
    title: A short case
    patient:
      sex: female
      age: 40
      cause: disc-degeneration
      period: prevention
      diagnosis: {by: doctor, text: Well.}
    decision: proceed
    phases:
      - id: stroke
        technique: stroking
        guides: [{id: left, path: [[L1, -52], [L5, -52]]}]
        strokes: 2
        curve: straight

    """

  let home: String
  var records: String { home + "/records" }

  init() throws {
    // Without links, as the system names it.
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    home = temporary + "/effleurage-\(UUID())"
    try FileManager.default.createDirectory(
      atPath: home + "/scenarios", withIntermediateDirectories: true)
    try Data(Rehearsal.scenario.utf8).write(to: URL(filePath: home + "/scenarios/short.yaml"))
  }

  deinit {
    for path in [home, errors] { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Where it says what is wrong: not in its home, which may take nothing.
  private var errors: String { home + "-errors" }

  /// Names in the records folder that end so, hidden ones too.
  func names(_ ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: records)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  struct Run: Sendable {
    /// Lines that were printed whole.
    var lines: [String]
    var errors: String
    var code: Int32
    /// Whether a signal ended it.
    var wasStopped: Bool
  }

  /// Runs it; with a time, kills it as soon as it printed that of an event as late as this.
  ///
  /// - Parameter left: whether it scores what was left, and performs nothing.
  func run(
    speed: Int = Rehearsal.speed, left: Bool = false, killAt time: Int? = nil,
    environment: [String: String] = [:]
  ) async throws -> Run {
    let process = Process()
    process.executableURL = Rehearsal.url
    process.arguments = ["short", "--speed", "\(speed)"] + (left ? ["--left"] : [])
    var variables = ProcessInfo.processInfo.environment
    variables["EFFLEURAGE_HOME"] = home
    process.environment = variables.merging(environment) { $1 }
    try Data().write(to: URL(filePath: errors))
    process.standardError = FileHandle(forWritingAtPath: errors)
    let pipe = Pipe()
    process.standardOutput = pipe
    let ended = AsyncStream<Void> { continuation in
      process.terminationHandler = { _ in continuation.finish() }
    }
    try process.run()
    var text: [UInt8] = []
    // Line by line as they come: a handle's own reading waits until it has all it was asked for.
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(pipe.fileHandleForReading.fileDescriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      text += piece[..<count]
      if let time, let newest = Rehearsal.lines(text).last.flatMap({ Int($0) }), newest >= time {
        kill(process.processIdentifier, SIGKILL)
      }
    }
    for await _ in ended {}
    return Run(
      lines: Rehearsal.lines(text),
      errors: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "",
      code: process.terminationStatus,
      wasStopped: process.terminationReason == .uncaughtSignal)
  }

  private static func lines(_ text: [UInt8]) -> [String] {
    String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }
}

/// A repeatable source of numbers (SplitMix64).
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
