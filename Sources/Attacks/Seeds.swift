import Attempts
import Foundation
import Records
import ScenarioFiles
import Scenarios

/// What the search for inputs begins with: files of the project, and what is made of them.
public struct Seeds {
  /// Bytes of a seed, at most: what is short is tried often.
  static let longest = 8_192

  private let root: String

  /// - Parameter root: path of the project's folder.
  public init(root: String) { self.root = root }

  /// Each with a name of its own.
  public func of(_ attack: Attack) throws -> [(name: String, bytes: [UInt8])] {
    switch attack {
    case .yaml: try cases()
    case .inkml: try records()
    case .journal: try journals()
    case .fold: try scripts()
    }
  }

  // MARK: Files

  private func files(_ folder: String, _ suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
      .filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(root)/\(file)")))
  }

  /// A path as the name of one file.
  private func name(_ file: String) -> String { file.replacing("/", with: "-") }

  private func cases() throws -> [(name: String, bytes: [UInt8])] {
    let written =
      try files("Scenarios", ".yaml") + ["Tests/Fixtures/corpus/foreign/case.yaml"]
    return try written.map { (name($0), try bytes($0)) }
      + FoldCases.records.map { ("\($0).yaml", try FoldCases.bytes(of: $0, root: root)) }
  }

  private func records() throws -> [(name: String, bytes: [UInt8])] {
    let files =
      try files("Tests/Fixtures", ".inkml") + files("Tests/Fixtures/foreign", ".inkml")
      + files("Tests/Fixtures/corpus/foreign", ".inkml")
    var seeds = try files.map { (name: name($0), bytes: try bytes($0)) }
    for (name, head, events) in try attempts() {
      for encoding in [TraceEncoding.explicit, .difference] {
        // Without its case: nobody finds bytes of base64 with the check sum that is given.
        let bytes = try RecordWriter.document(
          of: beginning(events, 60), header: head.header, scenario: [], encoding: encoding)
        seeds.append(("\(name)-\(encoding).inkml", bytes))
      }
    }
    return seeds.filter { $0.bytes.count <= Seeds.longest }
  }

  /// The records whose judgement is written down.
  private func attempts() throws -> [(name: String, head: RecordHead, events: [Event])] {
    try files("Tests/Fixtures/corpus/own", ".inkml").map { file in
      let (head, events) = try RecordReader().read(.file("\(root)/\(file)"))
      return (name(String(file.dropLast(6))), head, events)
    }
  }

  /// The first events, of which every hand is lifted.
  private func beginning(_ events: [Event], _ count: Int) -> [Event] {
    var kept = Array(events.prefix(count))
    var down: [Int] = []
    for event in kept {
      if case .land(let landing) = event { down.append(landing.contact) }
      if case .lift(let contact, _) = event { down.removeAll { $0 == contact } }
    }
    for event in events.dropFirst(count) {
      guard case .lift(let contact, _) = event, down.contains(contact) else { continue }
      kept.append(event)
    }
    return kept
  }

  private func journals() throws -> [(name: String, bytes: [UInt8])] {
    try attempts().map { name, head, events in
      var header = head.header
      if case .phase(let id, _) = header.scope { header.scope = .phase(id, timed: true) }
      var bytes = JournalOpening.bytes(header: header, scenario: [])
      var number = 0
      for (index, event) in events.prefix(100).enumerated() {
        if index == 1 {
          JournalFrame.append(header.device, time: event.time, to: &bytes, number: &number)
        }
        JournalFrame.append(event, to: &bytes, number: &number)
      }
      return ("\(name).journal", bytes)
    }
  }

  /// Each record from its start, and each of its steps as a drill.
  private func scripts() throws -> [(name: String, bytes: [UInt8])] {
    var seeds: [(name: String, bytes: [UInt8])] = []
    let cases = try FoldCases.records.map { try FoldCases.bytes(of: $0, root: root) }
    for (name, head, events) in try attempts() {
      guard let index = cases.firstIndex(of: head.scenario ?? []),
        let scenario = ScenarioReader.read(bytes: cases[index]).0
      else { continue }
      seeds.append((name, script(events[...], index, scenario, nil)))
      for (place, event) in events.enumerated() {
        guard case .act(.phase(let id), _) = event, let phase = scenario.phaseIndex(id)
        else { continue }
        let rest = events[(place + 1)...]
        seeds.append(("\(name)-\(place)-\(id)", script(rest, index, scenario, phase)))
      }
    }
    return seeds
  }

  private func script(
    _ events: ArraySlice<Event>, _ caseIndex: Int, _ scenario: Scenario, _ phase: Int?
  ) -> [UInt8] {
    var writing = FoldWriting(caseIndex: caseIndex, of: scenario, phase: phase)
    for (index, event) in events.enumerated() {
      if case .act(.phase, _) = event, phase != nil { break }
      writing.add(event, isFirst: index == 0)
      if writing.bytes.count > 250 { break }
    }
    writing.end()
    return writing.bytes
  }
}
