import Attempts
import Foundation
import Geometry
import Patients
import ScenarioFiles
import Scenarios
import Scoring

@testable import History

/// Short attempts at a case of one stroke.
enum Example {
  static let scenario = Array(
    """
    effleurage: 1
    id: smallest
    title: One stroke
    patient:
      sex: female
      age: 40
      cause: chilling
      period: easing
      diagnosis: {by: neurologist, text: Easing}
    decision: proceed
    phases:
      - {id: stroke, technique: stroking, guides: [{id: left, path: [[0, 100], [0, 400]]}]}

    """.utf8)

  static let trainee = "t-7k3qvm2x"
  static let other = "t-aaaabbbb"

  static func header(
    start: String = "2025-05-14T09:30:00Z", trainee: String? = trainee, mode: Mode = .practice,
    origin: Origin = .live, device: Device = Device(kind: .mouse, pressure: .set)
  ) -> Header {
    Header(
      mode: mode, origin: origin, device: device, program: "effleurage 0.1.0", start: start,
      trainee: trainee, shown: [.guide],
      scope: mode == .drill ? .phase("stroke", timed: true) : .whole)
  }

  /// - Parameter scale: nanometres a pixel.
  static func events(
    scale: Int = 350_000, x: Int = 0, pressure: Int? = 200
  ) -> [Event] {
    var events: [Event] = [
      .act(.decision(.proceed), time: 4_500_000),
      .act(.phase("stroke"), time: 8_000_000),
    ]
    func sample(_ index: Int) -> Sample {
      Sample(
        time: 9_000_000 + index * 20_000, position: Position(x: x, y: 10_000 + index * 500),
        pressure: pressure)
    }
    events.append(
      .land(Landing(contact: 1, hand: 0, nanometresPerPixel: scale, sample: sample(0))))
    events += (1..<12).map { .move(contact: 1, sample($0)) }
    events.append(.lift(contact: 1, sample(12)))
    events.append(.act(.end, time: 10_000_000))
    return events
  }

  static func read() throws -> Scenario {
    let (scenario, findings) = ScenarioReader.read(bytes: Example.scenario)
    guard let scenario else { throw HistoryError(.other, "\(findings)") }
    return scenario
  }

  static func judged(_ events: [Event], _ header: Header) throws -> Scoring.Result {
    var scorer = Scorer(scenario: try read(), header: header)
    for event in events { scorer.add(event) }
    return scorer.result()
  }

  /// - Parameters:
  ///   - score: tenths, with `verdict`, in the place of what was judged.
  static func attempt(
    _ header: Header = header(), _ events: [Event] = events(), verdict: Result.Verdict? = nil,
    score: Int? = nil, caseID: String = "smallest", day: String? = nil,
    work: SessionWork? = nil
  ) throws -> NewAttempt {
    var result = try judged(events, header)
    if let verdict { result.verdict = verdict }
    if let score { result.score = .tenths(score) }
    return NewAttempt(
      header: header, scenario: scenario, caseID: caseID, title: "One stroke", result: result,
      day: day.flatMap { Day($0) }, work: work)
  }

  /// What a good session did to the patient, or one that hurt.
  static func work(calm: Double = 240, painSignals: Int = 0, planned: Int = 10) -> SessionWork {
    let before = PatientIndicators(
      pain: 0.6, circulation: 0, tension: 0.7, rootPressure: 0.6, nerveActivity: 0.4,
      mobility: 0.3)
    var after = before
    after.pain = 0.35
    return SessionWork(
      planned: planned, period: .easing,
      effect: SessionEffect(
        before: before, after: after, contact: 300, calm: calm, painSignals: painSignals))
  }
}

/// A folder that goes with the test.
final class TestFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "effleurage-history-\(UUID())")
      .path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var history: String { path + "/home" }
  var file: String { history + "/history.sqlite" }
  var records: String { history + "/records" }

  func store(patience: Double = 5) -> HistoryStore {
    HistoryStore(folder: history, patience: patience)
  }

  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// Files anywhere below the history's folder that hold a text.
  func files(holding text: String) throws -> [String] {
    let found = FileManager.default.enumerator(atPath: history)?.compactMap { $0 as? String } ?? []
    return try found.filter { name in
      if name.contains(text) { return true }
      var isFolder: ObjCBool = false
      let path = history + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return false }
      return try bytes(path).range(of: Data(text.utf8)) != nil
    }
  }
}

extension HistoryStore {
  @discardableResult
  func save(_ attempt: NewAttempt, _ events: [Event] = Example.events()) throws -> KeptAttempt {
    try save(events, count: events.count, of: attempt)
  }
}
