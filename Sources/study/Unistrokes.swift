import Foundation
import FoundationXML
import Geometry

/// One stroke of a gesture log (`dollar1-logs`).
struct Unistroke: Sendable {
  enum Shape: String, CaseIterable, Sendable { case circle, pigtail, v }
  enum Speed: String, CaseIterable, Sendable { case slow, medium, fast }

  var shape: Shape
  var speed: Speed
  var subject: String
  var trace: Trace

  /// Pixels of the Pocket PC the strokes were made on: 240 x 320 on a screen of 3.5 inches.
  static let millimetresPerPixel = 0.222

  static func all(in folder: DataFolder) throws(DataError) -> [Unistroke] {
    var strokes: [Unistroke] = []
    for file in try folder.files(of: "dollar1-logs", ending: ".xml") {
      strokes.append(try Unistroke(file))
    }
    return strokes
  }

  init(_ file: DataFile) throws(DataError) {
    let reader = GestureReader()
    // The mark that begins some files stands before the declaration, where text may not.
    let text = file.text.hasPrefix("\u{FEFF}") ? String(file.text.dropFirst()) : file.text
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    guard parser.parse() else {
      throw DataError(file.name, line: parser.lineNumber, "is no well-formed XML")
    }
    let title = (reader.gesture["Name"] ?? "").prefix { !$0.isNumber }
    guard let shape = Shape(rawValue: String(title)) else {
      throw DataError(file.name, "a gesture of the name \"\(title)\" is not known")
    }
    guard let speed = Speed(rawValue: reader.gesture["Speed"] ?? "") else {
      throw DataError(file.name, "the speed is none of slow, medium, fast")
    }
    if let bad = reader.badLine { throw DataError(file.name, line: bad, "a point lacks X, Y or T") }
    guard !reader.points.isEmpty else { throw DataError(file.name, "holds no point") }
    for (index, point) in reader.points.enumerated().dropFirst()
    where point.time < reader.points[index - 1].time {
      throw DataError(file.name, "the time goes back at point \(index + 1)")
    }
    self.shape = shape
    self.speed = speed
    subject = reader.gesture["Subject"] ?? ""
    trace = Trace(
      name: file.name, millimetresPerPixel: Self.millimetresPerPixel, contacts: [reader.points])
  }
}

/// Reads `<Gesture ...><Point X Y T/>...</Gesture>`.
private final class GestureReader: NSObject, XMLParserDelegate {
  var gesture: [String: String] = [:]
  var points: [TracePoint] = []
  var badLine: Int?

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "Gesture": gesture = attributes
    case "Point":
      guard let x = attributes["X"].flatMap(Double.init), x.isFinite,
        let y = attributes["Y"].flatMap(Double.init), y.isFinite,
        let milliseconds = attributes["T"].flatMap(Int.init),
        (0...1_000_000_000_000).contains(milliseconds)
      else {
        badLine = badLine ?? parser.lineNumber
        return
      }
      points.append(
        TracePoint(
          time: milliseconds * 1000, x * Unistroke.millimetresPerPixel,
          y * Unistroke.millimetresPerPixel))
    default: break
    }
  }
}
