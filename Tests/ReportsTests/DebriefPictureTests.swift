import Attempts
import BackAtlas
import Drawing
import Foundation
import Geometry
import Patients
import Reports
import Scenarios
import Scoring
import Testing

@Suite struct DebriefPictureTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let fonts: Bool = {
    do { try FontBook.use(folder: root.appendingPathComponent("Resources/fonts").path) } catch {
      return false
    }
    return true
  }()

  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("effleurage-report-\(UUID().uuidString)")

  init() throws {
    _ = Self.fonts
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var scenario: Scenario {
    let back = Back(sex: .male, stature: 1780)
    return Scenario(
      id: "plain", title: "A plain case",
      patient: Scenarios.Patient(age: 40, back: back, cause: .heavyLifting, period: .easing),
      decision: .proceed,
      phases: [
        Phase(
          id: "warm-up", title: "Warm up",
          task: .stroking(
            StrokingTask(
              guides: [
                Guide(id: "left", path: [back.place(.t7, x: -52), back.place(.s2, x: -52)])
              ])))
      ])
  }

  /// One stroke down the left guide.
  private func events(_ scenario: Scenario, offset: Double = 0) -> [Event] {
    var intake = Intake()
    var events = [
      intake.act(.decision(.proceed), at: 1_000_000), intake.act(.phase("warm-up"), at: 2_000_000),
    ]
    for step in 0...400 {
      let place = Point(-52 + offset, 200 + Double(step) * 0.7)
      let time = 3_000_000 + step * 12_000
      let event =
        step == 0
        ? intake.land(hand: 0, at: time, place, pressure: 0.2, millimetresPerPixel: 0.7)
        : intake.move(hand: 0, at: time, place, pressure: 0.2)
      if let event { events.append(event) }
    }
    events += intake.liftAll(at: 8_000_000)
    events.append(intake.act(.end, at: 9_000_000))
    return events
  }

  private func picture(offset: Double = 0, hasPatient: Bool = false) -> DebriefPicture {
    let scenario = scenario
    let events = events(scenario, offset: offset)
    let header = Header(device: Device(kind: .mouse, pressure: .set), program: "test")
    var scorer = Scorer(scenario: scenario, header: header)
    var patient = Patients.Patient(scenario: scenario, header: header)
    for event in events {
      scorer.add(event)
      patient.add(event)
    }
    return DebriefPicture(
      of: scenario, result: scorer.result(), events: events,
      effect: hasPatient ? patient.effect : nil)
  }

  @Test func writesAWholePictureAndNothingBeside() throws {
    let file = folder.appendingPathComponent("debrief.png").path
    try picture().write(to: file)
    let read = try #require(Canvas.readPNG(from: file))
    #expect(read.width == 2560 && read.height == 1600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["debrief.png"])
    // The way of the hand is on it: a blue that stands nowhere else on the plate.
    var blue = 0
    for y in stride(from: 200, to: 1060, by: 2) {
      for x in stride(from: 1900, to: 2480, by: 2)
      where (read.pixel(x: x, y: y) ?? 0) & 0xFF_FFFF == 0x0072B2 { blue += 1 }
    }
    #expect(blue > 200)
  }

  /// Nothing scrolls on paper: what the work did makes the picture longer.
  @Test func thePatientIsOnItToo() throws {
    let canvas = picture(hasPatient: true).draw()
    #expect(canvas.width == 2560 && canvas.height == 1840)
    #expect(
      try picture(hasPatient: true).draw().pngData() == canvas.pngData())
    // The card is white down to its lower edge, and the page goes on below it.
    let surface = canvas.pixel(x: 60, y: 1720)
    #expect(surface == canvas.pixel(x: 60, y: 180))
    #expect(canvas.pixel(x: 60, y: 1744) != surface)
    if let folder = ProcessInfo.processInfo.environment["SNAPSHOT_GALLERY"] {
      try canvas.writePNG(to: "\(folder)/report.png")
    }
  }

  @Test func sameAttemptGivesSameBytes() throws {
    let first = try picture().draw().pngData()
    #expect(try picture().draw().pngData() == first)
    #expect(try picture(offset: 20).draw().pngData() != first)
  }

  @Test func replacesAnOlderPicture() throws {
    let file = folder.appendingPathComponent("debrief.png").path
    try Data("old".utf8).write(to: URL(fileURLWithPath: file))
    try picture().write(to: file)
    #expect(Canvas.readPNG(from: file) != nil)
  }

  @Test func saysWhyItCannotWrite() {
    let file = folder.appendingPathComponent("missing/debrief.png").path
    let error = #expect(throws: ReportError.self) { try picture().write(to: file) }
    guard case .cannotWrite(let path, let reason)? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(path == file)
    #expect(!reason.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("missing").path))
  }
}
