import Attempts
import Foundation
import History
import Patients
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// A home with a history of the test's own.
struct HistoryHome {
  static let ada = "t-7k3qvm2x"
  static let bo = "t-aaaabbbb"

  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  var folder: URL { scratch["home"] }
  var database: URL { scratch["home/history.sqlite"] }

  func run(_ arguments: String...) async throws -> EffleurageProgram.Run {
    try await EffleurageProgram.run(
      ["history"] + arguments,
      environment: ["EFFLEURAGE_HOME": folder.path, "TZ": "UTC"])
  }

  /// Puts a record of the corpus beside the history, as if it had been made live: those that begin
  /// with expert are passed.
  @discardableResult
  func add(
    _ name: String, start: String, trainee: String? = nil, mode: String = "practice"
  ) throws -> URL {
    let text = try String(
      contentsOf: URL(filePath: CorpusFiles.record("own", name)), encoding: .utf8)
    let who = trainee.map { #" trainee="\#($0)""# } ?? ""
    let live =
      text
      .replacing(#/mode="\w+" origin="\w+" start=""/#) { _ in
        #"mode="\#(mode)" origin="live" start="\#(start)"\#(who)"#
      }
      .replacing(#"kind="demonstration""#, with: #"kind="mouse""#)
    let stem = start.filter(\.isNumber)
    return try scratch.write("home/records/\(stem)-\(name).inkml", live)
  }

  /// Names of trainees as older versions kept them.
  func name(_ names: [String: String]) throws {
    try scratch.write("home/trainees.json", Array(JSONEncoder().encode(names)))
  }

  /// Two trainees and nobody, quick to judge.
  func fill() throws {
    try name(["Ada Lovelace": Self.ada, "Bo": Self.bo])
    try add("undecided", start: "2025-05-14T09:30:00Z", trainee: Self.ada)
    try add("refers-an-emergency", start: "2025-05-15T09:30:00Z", trainee: Self.bo)
    try add("refers-in-vain", start: "2025-05-16T09:30:00Z")
  }

  /// Keeps a record of the corpus as the first session of a course.
  func addCourse(_ name: String, trainee: String) throws {
    let store = HistoryStore(folder: folder.path)
    defer { store.close() }
    let (head, events) = try RecordReader().read(.file(CorpusFiles.record("own", name)))
    let (found, _) = ScenarioReader.read(bytes: head.scenario ?? [])
    guard let scenario = found else { throw DemonstrationFailed(errors: "no case in \(name)") }
    var header = head.header
    header.origin = .live
    header.trainee = trainee
    header.start = "2025-05-17T09:30:00Z"
    var scorer = Scorer(scenario: scenario, header: header)
    for event in events { scorer.add(event) }
    let before = PatientIndicators(
      pain: 0.6, circulation: 0, tension: 0.7, rootPressure: 0.6, nerveActivity: 0.4,
      mobility: 0.3)
    var after = before
    after.pain = 0.3504
    _ = try store.save(
      events, count: events.count,
      of: NewAttempt(
        header: header, scenario: head.scenario ?? [], caseID: scenario.id, title: scenario.title,
        result: scorer.result(), day: Day("2025-05-17"),
        work: SessionWork(
          planned: 12, period: .easing,
          effect: SessionEffect(before: before, after: after, contact: 300, calm: 240))))
  }

  /// Overwrites bytes of a file.
  func patch(_ file: URL, at offset: Int, _ bytes: [UInt8]) throws {
    var data = try Data(contentsOf: file)
    data.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    try data.write(to: file)
  }

  /// Names below the home.
  var files: [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
      .sorted()
  }

  /// Names of files below the home that hold a text, or whose name does.
  func files(holding text: String) throws -> [String] {
    try files.filter { name in
      if name.contains(text) { return true }
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return false
      }
      return try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
    }
  }
}
