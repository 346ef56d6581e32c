import Attempts
import Digests
import Foundation
import Geometry
import Scenarios

/// The text of a record, piece by piece.
enum RecordText {
  static let traceEnd = Array("</trace>\n".utf8)
  static let groupEnd = Array("  </traceGroup>\n".utf8)
  static let end = Array("</ink>\n".utf8)

  /// Everything before the first group.
  static func head(
    _ header: Header, scenario: [UInt8], acts: [(act: Act, time: Int)]
  ) throws(RecordError) -> [UInt8] {
    var record = [
      ("format", "1"), ("program", header.program), ("rules", String(header.ruleSet)),
      ("mode", header.mode.rawValue), ("origin", header.origin.rawValue), ("start", header.start),
    ]
    if let trainee = header.trainee { record.append(("trainee", trainee)) }
    if case .phase(let id, let timed) = header.scope {
      record.append(("phase", id))
      if !timed { record.append(("timed", "false")) }
    }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <ink xmlns="\(InkDocument.namespace)">
        <annotationXML type="\(OwnHeader.prefix)1">

      """
    text += try element("record", record)
    text += try element(
      "device",
      [("kind", header.device.kind.rawValue), ("pressure", header.device.pressure.rawValue)])
    text += "    <scenario sha256=\"\(SHA256.text(of: scenario))\">\n"
    text += Data(scenario).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithLineFeed,
    ])
    text += "\n    </scenario>\n"
    text += try element(
      "shown", [("aids", header.shown.map(\.rawValue).joined(separator: " "))])
    for (act, time) in acts {
      let (kind, value) = act.words
      var attributes = [("t", String(time)), ("kind", kind)]
      if !value.isEmpty { attributes.append(("value", value)) }
      text += try element("event", attributes)
    }
    text += """
        </annotationXML>
        <definitions>
          <context xml:id="hand">
            <inkSource xml:id="input" description="\(header.device.kind.rawValue)">
              <traceFormat>
                <channel name="X" type="decimal" units="mm"/>
                <channel name="Y" type="decimal" units="mm"/>

      """
    if header.device.pressure != .none {
      text += """
                  <channel name="F" type="decimal" min="0" max="1" units="dev"/>

        """
    }
    text += """
                <channel name="T" type="decimal" units="ms"/>
              </traceFormat>
            </inkSource>
          </context>
        </definitions>

      """
    return Array(text.utf8)
  }

  /// One entry into a phase begins.
  static func group(_ phase: String) -> [UInt8] {
    Array(
      """
        <traceGroup>
          <annotation type="\(InkDocument.phaseType)">\(escaped(phase))</annotation>

      """.utf8)
  }

  /// A contact begins; its points follow.
  ///
  /// The annotation's text says nothing new: ink tools expect one to have some.
  static func contact(_ landing: Landing) -> [UInt8] {
    let id = "contact-\(landing.contact)"
    return Array(
      """
          <annotation type="\(InkDocument.contactType)" trace="#\(id)" \
      contact="\(landing.contact)" hand="\(landing.hand)" \
      mmPerPixel="\(millimetres(landing.nanometresPerPixel))">contact \(landing.contact)</annotation>
          <trace xml:id="\(id)" contextRef="#hand">

      """.utf8)
  }

  /// One point, as in `-52.00 100.25 0.300 1000.125`.
  static func append(
    _ sample: Sample, to text: inout [UInt8], isFirst: Bool, hasPressure: Bool
  ) {
    if !isFirst {
      text.append(UInt8(ascii: ","))
      text.append(UInt8(ascii: "\n"))
    }
    append(sample.position.x, places: 2, to: &text)
    text.append(UInt8(ascii: " "))
    append(sample.position.y, places: 2, to: &text)
    text.append(UInt8(ascii: " "))
    if hasPressure {
      if let pressure = sample.pressure {
        append(pressure, places: 3, to: &text)
      } else {
        text.append(UInt8(ascii: "?"))
      }
      text.append(UInt8(ascii: " "))
    }
    append(sample.time, places: 3, to: &text)
  }

  private static func append(_ units: Int, places: Int, to text: inout [UInt8]) {
    if units < 0 { text.append(UInt8(ascii: "-")) }
    var rest = units.magnitude
    var digits = 0
    let start = text.count
    repeat {
      if digits == places { text.append(UInt8(ascii: ".")) }
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      text.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
      digits += 1
    } while rest > 0 || digits <= places
    text[start...].reverse()
  }

  private static func millimetres(_ nanometres: Int) -> String {
    var fraction = String(nanometres % 1_000_000 + 1_000_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return "\(nanometres / 1_000_000)" + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  private static func element(
    _ name: String, _ attributes: [(name: String, value: String)]
  ) throws(RecordError) -> String {
    var text = "    <\(name)"
    for (key, value) in attributes {
      guard value.utf8.count <= InkDocument.attribute else {
        throw RecordError(
          .badData, "\(key) of a record has over \(InkDocument.attribute) bytes")
      }
      guard value.unicodeScalars.allSatisfy(isWritable) else {
        throw RecordError(.badData, "\(key) of a record holds a character that XML cannot hold")
      }
      text += " \(key)=\"\(escaped(value))\""
    }
    return text + "/>\n"
  }

  /// Whether a text can be the value of an attribute.
  static func canHold(_ value: String) -> Bool {
    value.utf8.count <= InkDocument.attribute && value.unicodeScalars.allSatisfy(isWritable)
  }

  private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
