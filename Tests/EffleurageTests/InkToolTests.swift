import Attempts
import Foundation
import Geometry
import Records
import Testing

/// Records in ink tools of others.
@Suite(.needsPackages) struct InkToolTests {
  /// The points of a record's contacts, in the order of their numbers.
  private static func traces(of path: String) throws -> [[[Int?]]] {
    var traces: [Int: [[Int?]]] = [:]
    for event in try RecordReader().read(.file(path)).events {
      let (contact, sample): (Int, Sample)
      switch event {
      case .act: continue
      case .land(let landing): (contact, sample) = (landing.contact, landing.sample)
      case .move(let number, let moved), .lift(let number, let moved):
        (contact, sample) = (number, moved)
      }
      traces[contact, default: []].append(
        [sample.position.x, sample.position.y, sample.pressure, sample.time])
    }
    return traces.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Every record of the corpus, as the program writes it today, in both ways.
  private static func written(to scratch: Scratch) throws -> [String] {
    let folder = EffleurageProgram.root.appending(path: "Tests/Fixtures/corpus/own")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".inkml") }.sorted()
    var paths: [String] = []
    for name in names {
      let (head, events) = try RecordReader().read(.file(folder.appending(path: name).path))
      for (encoding, mark) in [(TraceEncoding.explicit, "explicit"), (.difference, "difference")] {
        let path = scratch.path("\(mark)-\(name)")
        try RecordWriter.write(
          events, header: head.header, scenario: head.scenario ?? [], to: path, encoding: encoding)
        paths.append(path)
      }
    }
    return paths
  }

  private static func judge(_ paths: [String], in scratch: Scratch) async throws
    -> EffleurageProgram.Run
  {
    var schemas = [Receivers.folder.appending(path: "inkml.xsd").path]
    if let named = ProcessInfo.processInfo.environment["INKML_SCHEMA"] { schemas.append(named) }
    let records: [[String: Any]] = try paths.map { path in
      [
        "path": path,
        "traces": try traces(of: path).map { $0.map { $0.map { $0 as Any? ?? NSNull() } } },
      ]
    }
    let manifest = try JSONSerialization.data(
      withJSONObject: ["schemas": schemas, "records": records])
    let file = try scratch.write("manifest.json", Array(manifest))
    let python = try #require(Receivers.environment)
    return try await EffleurageProgram.run(
      [Receivers.folder.appending(path: "ink.py").path, file.path], program: python)
  }

  @Test func recordsAreValidAndReadBackEqual() async throws {
    let scratch = try Scratch()
    let smallest = EffleurageProgram.root.appending(path: "Tests/Fixtures/smallest.inkml").path
    let paths = try InkToolTests.written(to: scratch) + [smallest]
    #expect(paths.count > 100)
    let run = try await InkToolTests.judge(paths, in: scratch)
    #expect(run.code == 0, "\(run.text)\(run.errors)")
    #expect(run.text.contains("\(paths.count) records, "))
  }

  /// The judge can say no: an element that is out of place, a point that is another.
  @Test func theJudgeCanSayNo() async throws {
    let scratch = try Scratch()
    let smallest = try String(
      contentsOf: EffleurageProgram.root.appending(path: "Tests/Fixtures/smallest.inkml"),
      encoding: .utf8)
    let misplaced = try scratch.write(
      "misplaced.inkml",
      smallest.replacing("<definitions>", with: "<definitions/><definitions>"))
    let run = try await InkToolTests.judge([misplaced.path], in: scratch)
    #expect(run.code == 1 && run.text.contains("misplaced.inkml"))
    // An annotation without text, which the reader does not survive, as earlier programs wrote it.
    let earlier = try scratch.write(
      "earlier.inkml", smallest.replacing(">contact 1</annotation>", with: "/>"))
    let silent = try await InkToolTests.judge([earlier.path], in: scratch)
    #expect(silent.code == 1 && silent.text.contains("earlier.inkml"))
  }
}
