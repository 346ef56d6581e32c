import Foundation
import Geometry

/// Spirals traced over a template and drawn from memory (`graphomotor-spirals`).
struct SpiralDrawing: Sendable {
  enum Task: String, Sendable { case trace, recall, made }

  var task: Task
  var isDominantHand: Bool
  var trace: Trace

  /// The canvas is 100 units wide whatever the screen was. A unit is taken as 4 mm, so that the
  /// spiral is as wide as a back and its turns lie 27 mm apart, as far as guides on a back do.
  static let millimetresPerUnit = 4.0
  /// A unit on the sheet of 10 cm on which a hand-held screen shows the canvas.
  static let millimetresPerUnitAsDrawn = 1.0
  /// The places stand on a grid of 994 to the canvas.
  static let pixelsPerUnit = 9.94

  /// The template: an Archimedean spiral about the canvas' middle, r = 1.075 angle, four turns.
  static func template(steps: Int = 1000) -> [Point] {
    (0...steps).map { step in
      let angle = 8 * Double.pi * Double(step) / Double(steps)
      let radius = 1.075 * angle
      return Point(50 + radius * cos(angle), 50 + radius * sin(angle)) * millimetresPerUnit
    }
  }

  static func all(in folder: DataFolder) throws(DataError) -> [SpiralDrawing] {
    var drawings: [SpiralDrawing] = []
    for file in try folder.files(of: "graphomotor-spirals", ending: ".csv")
    where file.name.contains("spiral_") {
      drawings.append(try SpiralDrawing(file))
    }
    return drawings
  }

  /// Columns `line_number,x,y,UTC_Timestamp,seconds,...`; a new line number is a new contact.
  init(_ file: DataFile) throws(DataError) {
    let name = file.name
    task = name.contains("perfect") ? .made : name.contains("recall") ? .recall : .trace
    isDominantHand = !name.contains("NonDom")
    let lines = file.lines
    let header = lines.first?.text.split(separator: ",") ?? []
    func column(_ title: String) throws(DataError) -> Int {
      guard let index = header.firstIndex(of: Substring(title)) else {
        throw DataError(name, line: 1, "there is no column \(title)")
      }
      return index
    }
    let (line, x, y, seconds) = (
      try column("line_number"), try column("x"), try column("y"), try column("seconds")
    )
    var contacts: [[TracePoint]] = []
    var lastLine: Double?
    var lastTime = 0
    for (number, text) in lines.dropFirst() {
      let fields = Fields(text, separator: ",", file: name, line: number)
      let contact = try fields.number(line)
      let time = Int((try fields.number(seconds) * 1_000_000).rounded())
      guard time >= lastTime else { throw DataError(name, line: number, "the time goes back") }
      lastTime = time
      if contact != lastLine { contacts.append([]) }
      lastLine = contact
      contacts[contacts.count - 1].append(
        TracePoint(
          time: time, try fields.number(x) * SpiralDrawing.millimetresPerUnit,
          try fields.number(y) * SpiralDrawing.millimetresPerUnit))
    }
    trace = Trace(
      name: name, millimetresPerPixel: SpiralDrawing.millimetresPerUnit / Self.pixelsPerUnit,
      contacts: contacts)
  }
}
