public import Attempts
import Scenarios

/// What stands in a journal before its frames: whose attempt it is, and the case.
///
/// `EFFLOG2` and a line feed; the length of what follows in bytes and its CRC-32, eight hexadecimal
/// digits each with a space between, and a line feed; lines `KEY VALUE` of the attempt's header,
/// an empty line and the bytes of the case file.
public enum JournalOpening {
  package static let signature = Array("EFFLOG2\n".utf8)
  /// Bytes before the lines.
  package static let start = signature.count + 18
  /// Bytes of lines and case, at most: a case file has at most 1 MiB.
  static let longest = 1 << 20 + 1 << 16

  /// The opening of a journal.
  ///
  /// - Parameter scenario: the bytes of the case file.
  public static func bytes(header: Header, scenario: [UInt8]) -> [UInt8] {
    var lines = [
      ("mode", header.mode.rawValue), ("origin", header.origin.rawValue),
      ("device", header.device.kind.rawValue), ("pressure", header.device.pressure.rawValue),
      ("rules", String(header.ruleSet)), ("program", header.program), ("start", header.start),
      ("shown", header.shown.map(\.rawValue).joined(separator: " ")),
    ]
    if let trainee = header.trainee { lines.append(("trainee", trainee)) }
    if case .phase(let id, _) = header.scope { lines.append(("phase", id)) }
    let text = lines.map { $0.0 + " " + oneLine($0.1) + "\n" }.joined() + "\n"
    let body = Array(text.utf8) + scenario
    return signature
      + Array((digits(body.count) + " " + digits(Int(CheckSum.crc32(body))) + "\n").utf8) + body
  }

  /// A line's end within a value would end it.
  private static func oneLine(_ value: String) -> String {
    String(value.map { $0.isNewline ? " " : $0 })
  }

  private static func digits(_ value: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  /// Length and check sum of the lines and the case; nil when the bytes begin no journal.
  package static func measure(_ bytes: [UInt8]) -> (length: Int, sum: UInt32)? {
    guard bytes.count >= start, bytes.starts(with: signature),
      bytes[signature.count + 8] == UInt8(ascii: " "), bytes[start - 1] == UInt8(ascii: "\n"),
      let length = number(bytes[signature.count..<signature.count + 8]),
      let sum = number(bytes[signature.count + 9..<start - 1])
    else { return nil }
    return (Int(length), sum)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.allSatisfy(Array("0123456789abcdef".utf8).contains) else { return nil }
    return UInt32(String(decoding: bytes, as: UTF8.self), radix: 16)
  }

  /// Header and case of the lines and what follows them.
  static func read(_ body: [UInt8]) throws(Words) -> (header: Header, scenario: [UInt8]) {
    var values: [String: String] = [:]
    var rest = body[...]
    while true {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        throw Words("its lines do not end")
      }
      let line = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = parts.count == 2 ? String(parts[1]) : ""
    }
    guard rest.count <= 1 << 20 else { throw Words("a scenario of over 1 MiB") }
    return (try header(values), Array(rest))
  }

  private static func header(_ values: [String: String]) throws(Words) -> Header {
    if let (key, _) = values.first(where: { !RecordText.canHold($0.value) }) {
      throw Words("\(key.prefix(40)) is longer than a record's, or holds what none can")
    }
    let mode: Mode = try word("mode", of: values)
    let origin: Origin = try word("origin", of: values)
    guard origin != .foreign else { throw Words("origin foreign, which has no journal") }
    let device = Device(
      kind: try word("device", of: values), pressure: try word("pressure", of: values))
    let rules = try text("rules", of: values)
    guard let number = Int(rules), number > 0 else {
      throw Words("rules \(rules), which is no number of a rule set")
    }
    var shown: [Aid] = []
    for word in try text("shown", of: values).split(separator: " ") {
      guard let aid = Aid(rawValue: String(word)) else { throw Words("\"\(word)\" is no aid") }
      shown.append(aid)
    }
    if let trainee = values["trainee"], !OwnHeader.isTraineeID(trainee) {
      throw Words("trainee \(trainee), which is no id: t- and 8 of a-z and 2-9")
    }
    guard values["phase"] == nil || mode == .drill else {
      throw Words("a phase, which only a drill has")
    }
    return Header(
      mode: mode, origin: origin, device: device, ruleSet: number,
      program: try text("program", of: values), start: try text("start", of: values),
      trainee: values["trainee"], shown: shown,
      scope: values["phase"].map { .phase($0, timed: true) } ?? .whole)
  }

  private static func text(_ key: String, of values: [String: String]) throws(Words) -> String {
    guard let text = values[key] else { throw Words("no \(key)") }
    return text
  }

  private static func word<Value: RawRepresentable & CaseIterable>(
    _ key: String, of values: [String: String]
  ) throws(Words) -> Value where Value.RawValue == String {
    let text = try text(key, of: values)
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw Words("\(key) \(text); it is one of \(known)")
    }
    return value
  }
}
