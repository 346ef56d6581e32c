import Attempts
import Foundation
import FoundationXML
import Records
import Testing

/// What the InkML schema says of the elements that a record uses, written down a second time.
private final class Schema: NSObject, XMLParserDelegate {
  static let children: [String: [String]] = [
    "ink": [
      "definitions", "context", "trace", "traceGroup", "traceView", "annotation", "annotationXML",
    ],
    "definitions": [
      "brush", "canvas", "canvasTransform", "context", "inkSource", "mapping", "timestamp",
      "trace", "traceFormat", "traceGroup", "traceView",
    ],
    "context": ["canvas", "canvasTransform", "traceFormat", "inkSource", "brush", "timestamp"],
    "inkSource": [
      "traceFormat", "sampleRate", "latency", "activeArea", "sourceProperty", "channelProperties",
    ],
    "traceFormat": ["channel", "intermittentChannels"],
    "channel": ["mapping"],
    "traceGroup": ["trace", "traceGroup", "traceView", "annotation", "annotationXML"],
    "trace": [], "annotation": [],
  ]
  /// Nil: any.
  static let attributes: [String: [String]] = [
    "ink": ["documentID"], "definitions": [],
    "context": [
      "xml:id", "contextRef", "canvasRef", "canvasTransformRef", "traceFormatRef", "inkSourceRef",
      "brushRef", "timestampRef",
    ],
    "inkSource": [
      "xml:id", "manufacturer", "model", "serialNo", "specificationRef", "description",
    ],
    "traceFormat": ["xml:id"],
    "channel": [
      "xml:id", "name", "type", "default", "min", "max", "orientation", "respectTo", "units",
    ],
    "traceGroup": ["xml:id", "contextRef", "brushRef"],
    "trace": [
      "xml:id", "type", "continuation", "priorRef", "contextRef", "brushRef", "duration",
      "timeOffset",
    ],
    "annotationXML": ["type", "encoding", "href"],
  ]
  var path: [String] = []
  var faults: [String] = []
  var identifiers: [String] = []
  var references: [String] = []
  var seen: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    defer { path.append(name) }
    seen.append(name)
    // Below annotationXML anything may stand.
    if path.contains("annotationXML") { return }
    if namespaceURI != "http://www.w3.org/2003/InkML" { faults.append("namespace of \(name)") }
    if let parent = path.last {
      if Schema.children[parent]?.contains(name) != true { faults.append("\(name) in \(parent)") }
    } else if name != "ink" {
      faults.append("root \(name)")
    }
    for (key, value) in attributes {
      let key = key == "id" ? "xml:id" : key
      if let known = Schema.attributes[name], !known.contains(key) {
        faults.append("\(key) of \(name)")
      }
      if key == "xml:id" { identifiers.append(value) }
      if key == "contextRef" || name == "annotation" && key == "trace" { references.append(value) }
      if name == "channel", key == "type",
        !["integer", "decimal", "double", "boolean"].contains(value)
      {
        faults.append("type \(value)")
      }
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { path.removeLast() }
}

@Suite struct StructureTests {
  @Test("A record keeps the rules of the InkML schema", arguments: 1...20 as ClosedRange<UInt64>)
  func schema(seed: UInt64) throws {
    let attempt = RandomAttempt(seed: seed)
    let bytes = try RecordWriter.document(
      of: attempt.events, header: attempt.header, scenario: attempt.scenario)
    let schema = Schema()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.delegate = schema
    #expect(parser.parse())
    #expect(schema.faults == [], "seed \(seed)")
    #expect(Set(schema.identifiers).count == schema.identifiers.count, "ids are unique")
    for reference in schema.references {
      #expect(schema.identifiers.contains(String(reference.dropFirst())), "\(reference)")
    }
    let entries = attempt.events.count { if case .act(.phase, _) = $0 { true } else { false } }
    let landings = attempt.events.count { if case .land = $0 { true } else { false } }
    #expect(schema.seen.count { $0 == "traceGroup" } == entries, "seed \(seed)")
    #expect(schema.seen.count { $0 == "trace" } == landings, "seed \(seed)")
  }

  @Test("A device without pressure has no channel F, and no value of it")
  func noPressure() throws {
    var header = Smallest.header
    header.device.pressure = .none
    let events = Smallest.events.map { event in
      switch event {
      case .act: return event
      case .land(var landing):
        landing.sample.pressure = nil
        return .land(landing)
      case .move(let contact, var sample):
        sample.pressure = nil
        return .move(contact: contact, sample)
      case .lift(let contact, var sample):
        sample.pressure = nil
        return .lift(contact: contact, sample)
      }
    }
    let bytes = try RecordWriter.document(of: events, header: header, scenario: [])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("name=\"F\""))
    #expect(
      text.contains("\n-0.05 100.00 9000.000,\n0.12 100.50 9008.250,\n0.20 101.00 9016.500</"))
    #expect(try RecordReader().read(.bytes(bytes)).events == events)
  }

  @Test("A record with differences, as another version may write it, reads to the same events")
  func differences() throws {
    let text = String(decoding: try Smallest.bytes(), as: UTF8.self)
    let points =
      "-0.05 100.00 0.300 9000.000,\n0.12 100.50 0.300 9008.250,\n0.20 101.00 0.300 9016.500"
    #expect(text.contains(points))
    let changed = text.replacingOccurrences(
      of: points,
      with: "-0.05 100.00 0.300 9000.000,'0.17'0.50* '8.250,\"-0.09\"0 *\"0")
    #expect(try RecordReader().read(.bytes(Array(changed.utf8))).events == Smallest.events)
  }
}
