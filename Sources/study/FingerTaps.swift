import Geometry

/// A test of finger tapping on a telephone (`pdkit-taps`).
struct TapTest: Sendable {
  var trace: Trace
  /// Width of the screen in pixels: the targets stand in its middle.
  var screenWidth: Double

  static func all(in folder: DataFolder) throws(DataError) -> [TapTest] {
    var tests: [TapTest] = []
    for file in try folder.files(of: "pdkit-taps", ending: ".csv") {
      tests.append(try TapTest(file))
    }
    return tests
  }

  /// The sources do not name the telephones. Those with so many pixels across were, when the taps
  /// were recorded, mostly of 4.0 inches (480 x 800), 5.0 (720 x 1280) and 5.0 (1080 x 1920).
  static func millimetresPerPixel(screenWidth: Double) -> Double {
    if screenWidth <= 480 { return 0.109 }
    return screenWidth <= 720 ? 0.0865 : 0.0577
  }

  /// Lines `ms, contact ms, 0 down or 1 up, x, y, pressure, size, target x, target y`; what the
  /// last line adds in words is no field.
  init(_ file: DataFile) throws(DataError) {
    var contacts: [[TracePoint]] = []
    var isDown = false
    var lastTime = 0
    var width = 0.0
    for (number, text) in file.lines where !text.hasPrefix("Total") {
      let fields = Fields(text, separator: ",", file: file.name, line: number)
      let time = Int((try fields.number(0) * 1000).rounded())
      guard time >= lastTime else { throw DataError(file.name, line: number, "the time goes back") }
      lastTime = time
      let isLanding = try fields.number(2) == 0
      guard isLanding != isDown else {
        throw DataError(file.name, line: number, "the finger is \(isDown ? "down" : "up") already")
      }
      isDown = isLanding
      width = try fields.number(7) * 2
      let point = TracePoint(
        time: time, try fields.number(3), try fields.number(4), pressure: try fields.number(5))
      if isLanding { contacts.append([point]) } else { contacts[contacts.count - 1].append(point) }
    }
    guard !contacts.isEmpty else { throw DataError(file.name, "holds no tap") }
    if isDown { contacts.removeLast() }
    screenWidth = width
    trace = Trace(name: file.name, millimetresPerPixel: 1, contacts: contacts)
      .scaled(by: Self.millimetresPerPixel(screenWidth: width))
  }
}
