import Geometry

/// A test of a person on a graphics tablet (`uci-pd-spirals`).
struct TabletTest: Sendable {
  enum Kind: Int, Sendable {
    /// A spiral traced over a template.
    case still
    /// The same, and the template comes and goes.
    case blinking
    /// The pen held over a point, on and off the tablet.
    case held
  }

  var kind: Kind
  var person: String
  var isPatient: Bool
  var trace: Trace

  /// Of the Wacom Cintiq 12WX.
  static let millimetresPerPixel = 0.204
  /// The tablet reports every 7 or 9 ms; a longer gap in microseconds is a pen that was away.
  static let penUp = 100_000

  static func all(in folder: DataFolder) throws(DataError) -> [TabletTest] {
    var tests: [TabletTest] = []
    for file in try folder.files(of: "uci-pd-spirals", ending: ".txt")
    where !file.name.hasSuffix("readme.txt") {
      tests += try read(file)
    }
    return tests
  }

  /// Lines `x;y;z;pressure;grip angle;ms;test`: the tests of one person, those without contact left
  /// out.
  static func read(_ file: DataFile) throws(DataError) -> [TabletTest] {
    let isPatient = file.name.contains("/parkinson/")
    let person = String(
      (file.name.split(separator: "/").last ?? "").split(separator: ".").first ?? "")
    var strokes: [Kind: PenStrokes] = [:]
    for (number, text) in file.lines {
      let fields = Fields(text, separator: ";", file: file.name, line: number)
      let test = try fields.number(6)
      guard let kind = Int(exactly: test).flatMap({ Kind(rawValue: $0) }) else {
        throw DataError(file.name, line: number, "a test \(fields.fields[6]) is not known")
      }
      strokes[kind, default: PenStrokes()].add(
        TracePoint(
          time: Int((try fields.number(5) * 1000).rounded()),
          try fields.number(0) * millimetresPerPixel, try fields.number(1) * millimetresPerPixel,
          pressure: try fields.number(3) / 1023))
    }
    return [Kind.still, .blinking, .held].compactMap { kind in
      guard let contacts = strokes[kind]?.contacts.filter({ $0.count > 1 }), !contacts.isEmpty
      else { return nil }
      return TabletTest(
        kind: kind, person: person, isPatient: isPatient,
        trace: Trace(
          name: "\(file.name) test \(kind.rawValue)", millimetresPerPixel: millimetresPerPixel,
          contacts: contacts))
    }
  }
}

/// Parts what a pen reported into contacts.
private struct PenStrokes {
  private(set) var contacts: [[TracePoint]] = []
  private var isDown = false
  private var lastTime: Int?
  /// Added to every time: a clock that was set back begins anew a second later.
  private var shift = 0

  mutating func add(_ point: TracePoint) {
    var point = point
    point.time += shift
    if let lastTime {
      if point.time < lastTime {
        shift += lastTime + 1_000_000 - point.time
        point.time = lastTime + 1_000_000
      }
      if point.time - lastTime > TabletTest.penUp { isDown = false }
    }
    lastTime = point.time
    guard let pressure = point.pressure, pressure > 0 else {
      isDown = false
      return
    }
    if !isDown { contacts.append([]) }
    isDown = true
    contacts[contacts.count - 1].append(point)
  }
}
