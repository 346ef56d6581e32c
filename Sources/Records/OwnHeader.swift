import Attempts
import Digests
import Foundation
import Scenarios

/// The header of a record of this program's, element by element.
struct OwnHeader {
  /// A header that holds more acts is refused.
  static let acts = 1_000_000
  /// Bytes of the values of its acts, which wait in memory for the hands.
  static let words = 1 << 24
  /// Of a scenario, as of a case file.
  static let scenarioBytes = 1 << 20
  /// Of its base64 with all the white space in it.
  static let scenarioText = 2 << 20
  static let prefix = "effleurage:record:"

  private enum Part: Int, CaseIterable {
    case record, device, scenario, shown, event
  }

  private(set) var acts: [(act: Act, time: Int)] = []
  private let limit: Int
  private var words = 0
  private var next = 0
  private var mode = Mode.practice
  private var origin = Origin.live
  private var device = Device(kind: .mouse, pressure: .none)
  private var program = ""
  private var ruleSet = 1
  private var start = ""
  private var trainee: String?
  private var scope = Scope.whole
  private var shown: [Aid] = []
  private var sha256 = ""
  private var scenario: [UInt8] = []
  private var text: [UInt8] = []

  /// - Parameters:
  ///   - type: of the `annotationXML` that begins with ``prefix``.
  ///   - limit: acts, at most.
  init(type: String, limit: Int = OwnHeader.acts) throws(Words) {
    self.limit = limit
    guard let version = Int(type.dropFirst(OwnHeader.prefix.count)) else {
      throw Words("\"\(type)\" names no record version")
    }
    guard version == 1 else {
      throw Words("a record of version \(version), newer than this program knows (1)")
    }
  }

  /// An element of the header begins.
  mutating func begin(_ name: String, _ attributes: [String: String]) throws(Words) {
    guard let part = Part.allCases.first(where: { "\($0)" == name }) else {
      throw Words(
        "<\(name)> in a record's header, which holds record, device, scenario, shown, event")
    }
    guard part.rawValue == next || part == .event && next == Part.event.rawValue else {
      let due = Part(rawValue: next) ?? .event
      throw Words("<\(name)> in a record's header where <\(due)> was expected")
    }
    if part != .event { next = part.rawValue + 1 }
    switch part {
    case .record: try takeRecord(attributes)
    case .device:
      device = Device(
        kind: try word("kind", of: attributes, in: name),
        pressure: try word("pressure", of: attributes, in: name))
    case .scenario:
      sha256 = try text("sha256", of: attributes, in: name)
      text = []
    case .shown: shown = try aids(attributes["aids"] ?? "")
    case .event: try takeEvent(attributes)
    }
  }

  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>, in name: String) throws(Words) {
    if name == "scenario" {
      text.append(contentsOf: bytes)
      guard text.count <= OwnHeader.scenarioText else {
        throw Words("a scenario of over 1 MiB")
      }
    } else if bytes.contains(where: { $0 > 32 }) {
      throw Words("text in <\(name)>")
    }
  }

  mutating func end(_ name: String) throws(Words) {
    guard name == "scenario" else { return }
    guard let data = Data(base64Encoded: Data(text.filter { $0 > 32 })) else {
      throw Words("the scenario is not base64")
    }
    text = []
    scenario = Array(data)
    guard scenario.count <= OwnHeader.scenarioBytes else {
      throw Words("a scenario of over 1 MiB")
    }
    let digest = SHA256.text(of: scenario)
    guard digest == sha256 else {
      throw Words("the scenario's SHA-256 is \(digest), not \(sha256) as the record says")
    }
  }

  /// The whole header ended.
  func head() throws(Words) -> RecordHead {
    guard next == Part.event.rawValue else {
      throw Words("the record's header has no <\(Part(rawValue: next) ?? .event)>")
    }
    return RecordHead(
      header: Header(
        mode: mode, origin: origin, device: device, ruleSet: ruleSet, program: program,
        start: start, trainee: trainee, shown: shown, scope: scope),
      scenario: scenario, sha256: sha256, isForeign: false)
  }

  private mutating func takeRecord(_ attributes: [String: String]) throws(Words) {
    let name = "record"
    let format = try text("format", of: attributes, in: name)
    guard format == "1" else {
      throw Words("a record of format \(format), newer than this program knows (1)")
    }
    program = try text("program", of: attributes, in: name)
    let rules = try text("rules", of: attributes, in: name)
    guard let number = Int(rules), number > 0 else {
      throw Words("rules=\"\(rules)\" in <record> is no number of a rule set")
    }
    ruleSet = number
    mode = try word("mode", of: attributes, in: name)
    origin = try word("origin", of: attributes, in: name)
    start = try text("start", of: attributes, in: name)
    guard origin != .foreign else {
      throw Words("origin=\"foreign\" in <record>, which only other programs' records are")
    }
    trainee = attributes["trainee"]
    if let trainee, !OwnHeader.isTraineeID(trainee) {
      throw Words("trainee=\"\(trainee)\" in <record> is no id: t- and 8 of a-z and 2-9")
    }
    if let phase = attributes["phase"] {
      guard mode == .drill else {
        throw Words("phase=\"\(phase)\" in <record>, which only a drill has")
      }
      scope = .phase(phase, timed: attributes["timed"] != "false")
    }
  }

  /// `t-` and 8 of a-z2-9: names never stand in records.
  static func isTraineeID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 10 && text.hasPrefix("t-")
      && bytes.dropFirst(2).allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "2")...UInt8(ascii: "9")).contains($0)
      }
  }

  private mutating func takeEvent(_ attributes: [String: String]) throws(Words) {
    let text = try text("t", of: attributes, in: "event")
    guard let time = Int(text), (0...Bounds.time).contains(time) else {
      throw Words("t=\"\(text)\" in <event> is not a time in microseconds within 24 hours")
    }
    guard time >= acts.last?.time ?? 0 else {
      throw Words("an event at \(time) after one at \(acts.last?.time ?? 0): time goes back")
    }
    let kind = try self.text("kind", of: attributes, in: "event")
    let value = attributes["value"] ?? ""
    guard let act = Act(kind: kind, value: value) else {
      throw Words("an event \"\(kind)\" with the value \"\(value)\" is not known")
    }
    guard acts.count < limit else {
      throw Words("more than \(limit) events")
    }
    words += value.utf8.count
    guard words <= OwnHeader.words else { throw Words("events whose values have over 16 MiB") }
    acts.append((act, time))
  }

  private func aids(_ text: String) throws(Words) -> [Aid] {
    var aids: [Aid] = []
    for word in text.split(separator: " ") {
      guard let aid = Aid(rawValue: String(word)) else {
        throw Words("aids=\"\(text)\" in <shown>: \"\(word)\" is no aid")
      }
      aids.append(aid)
    }
    return aids
  }

  private func text(
    _ key: String, of attributes: [String: String], in name: String
  ) throws(Words) -> String {
    guard let text = attributes[key] else {
      throw Words("<\(name)> in the record's header has no \(key)")
    }
    return text
  }

  private func word<Value: RawRepresentable & CaseIterable>(
    _ key: String, of attributes: [String: String], in name: String
  ) throws(Words) -> Value where Value.RawValue == String {
    let text = try text(key, of: attributes, in: name)
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw Words("\(key)=\"\(text)\" in <\(name)>; it is one of \(known)")
    }
    return value
  }
}
