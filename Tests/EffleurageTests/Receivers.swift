import Foundation
import Testing

/// Programs of others, and stand-ins for them, that take what is handed over.
enum Receivers {
  static let folder = EffleurageProgram.root.appending(path: "Scripts/receivers")

  /// Python, for what needs its standard library alone.
  static let python: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: "python3") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Python with the packages of `requirements.txt`; nil when they cannot be had.
  static let environment: URL? = {
    let process = Process()
    process.executableURL = EffleurageProgram.root.appending(path: "Scripts/handover")
    process.arguments = ["--set-up"]
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return EffleurageProgram.root.appending(path: ".build/handover/bin/python")
  }()
}

extension Trait where Self == ConditionTrait {
  static var needsPython: ConditionTrait {
    .enabled("Skipped: there is no python3.", { Receivers.python != nil })
  }

  static var needsPackages: ConditionTrait {
    .enabled(
      "Skipped: Python or the network for packages is missing (Scripts/handover --set-up says which).",
      { Receivers.environment != nil })
  }
}

/// A learning record store on this machine: one of `Scripts/receivers`.
final class StoreServer: Sendable {
  static let user = "school"
  static let password = "s3cret-pass:word"
  static let credentials = [
    "EFFLEURAGE_LRS_USER": user, "EFFLEURAGE_LRS_PASSWORD": password,
  ]

  let scratch: Scratch
  let address: String
  private let process: Process
  private let life = Pipe()

  /// The store that misbehaves as it is told.
  convenience init(_ behaviours: [String]) throws {
    let python = try #require(Receivers.python)
    try self.init(python, "fake_store.py", behaviours)
  }

  /// Ralph's.
  convenience init() throws {
    let python = try #require(Receivers.environment)
    try self.init(python, "learning_store.py", [])
  }

  private init(_ python: URL, _ script: String, _ arguments: [String]) throws {
    scratch = try Scratch()
    let process = Process()
    process.executableURL = python
    process.arguments =
      [Receivers.folder.appending(path: script).path, scratch.url.path] + arguments
    process.environment = EffleurageProgram.baseEnvironment.merging(StoreServer.credentials) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    // It ends when this does, however the tests end.
    process.standardInput = life
    try process.run()
    self.process = process
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { break }
      line += piece
    }
    let port = try #require(
      Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)))
    address = "http://127.0.0.1:\(port)/xAPI"
  }

  /// What is started from a test's thread may have every other signal blocked.
  deinit { kill(process.processIdentifier, SIGKILL) }

  struct Request: Decodable {
    var method: String
    var path: String
    var version: String?
    var type: String?
    var authorised: Bool
    var ids: [String]
  }

  /// What the misbehaving store was asked, in order.
  var requests: [Request] {
    let text = (try? scratch.text("requests.jsonl")) ?? ""
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Request.self, from: Data($0.utf8))
    }
  }

  /// Ids that the misbehaving store holds.
  var held: Set<String> {
    let data = (try? Data(contentsOf: scratch["statements.json"])) ?? Data()
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return Set((object ?? [:]).keys)
  }
}

extension HistoryHome {
  /// Attempts of a trainee, one a second, quick to judge.
  func practise(_ count: Int, by trainee: String = HistoryHome.ada) throws {
    for index in 0..<count {
      let seconds = String(index % 60 + 100).dropFirst()
      let minutes = String(index / 60 + 100).dropFirst()
      try add("undecided", start: "2025-05-14T09:\(minutes):\(seconds)Z", trainee: trainee)
    }
  }

  func export(
    _ arguments: [String], environment: [String: String] = StoreServer.credentials
  ) async throws -> EffleurageProgram.Run {
    try await EffleurageProgram.run(
      ["export"] + arguments,
      environment: ["EFFLEURAGE_HOME": folder.path].merging(environment) { $1 })
  }

  var recordsFolder: String { folder.appending(path: "records").path }
  var waiting: [String] { names("outbox") }
  var delivered: [String] { names("delivered") }

  private func names(_ place: String) -> [String] {
    let path = folder.appending(path: place).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
