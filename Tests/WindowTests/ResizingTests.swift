import Attempts
import Foundation
import Geometry
import Preferences
import Records
import ScenarioFiles
import Scenarios
import Scenes
import Testing

/// The window at every size, on every screen.
extension WindowTests {
  private static let sizes = [
    (960, 600), (1600, 1000), (1920, 1080), (1280, 800),
  ]

  /// Gives the window every size; each time the whole of it is drawn.
  private func resizeThrough(_ program: TrainerProgram) async throws {
    for (width, height) in WindowTests.sizes {
      try await program.resize(width, height)
      let corner = try program.corner()
      // The bar of keys runs along the lower edge, in one colour from end to end.
      try await eventually("a whole picture of \(width) by \(height)") {
        let pixels = try program.desktop.pixels()
        let places = [3, width / 3, width - 4].map { corner.x + $0 }.filter { $0 < 1920 }
        let row = corner.y + height - 2
        guard row < 1200 else { return true }
        let colours = Set(places.map { pixels.colour(x: $0, y: row) })
        return colours.count == 1 && colours.first.map { $0.contains { $0 > 0 } } == true
          ? true : nil
      }
    }
  }

  @Test func everyScreenAtEverySize() async throws {
    let place = try Place()
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await program.screen("library")
    try place.desktop.tool(["windowmove", "--sync", program.window, "0", "0"])
    try await resizeThrough(program)
    try await program.keys("comma")
    try await program.screen("settings")
    try await resizeThrough(program)
    try await program.keys("Escape")
    try await program.screen("library")
    try await program.keys("n")
    try await program.screen("trainees")
    try await resizeThrough(program)
    try await program.keys("Escape")
    try await program.screen("library")
    try await program.keys("Return")
    try await program.screen("patient")
    try await resizeThrough(program)
    try await program.keys("p", "Return")
    try await program.screen("preparation")
    try await resizeThrough(program)
    try await program.keys("Return")
    try await program.screen("practice")
    try await resizeThrough(program)
    try await program.keys("F1")
    try await program.screen("question")
    try await resizeThrough(program)
    try await program.keys("Escape")
    try await program.screen("practice")
    let scenario = try Bench.library(home: place.home).entries.compactMap(\.scenario).first
      .orThrow("no case")
    try program.drag(over: Array(try Bench.guide(of: scenario).places.prefix(30)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    for _ in scenario.phases { try await program.keys("Return") }
    try await program.screen("question")
    try await program.keys("Return")
    try await program.screen("debrief")
    try await resizeThrough(program)
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }

  /// A new size under a hand lifts it: the millimetres of a pixel hold for a whole contact. And the
  /// next stroke lands where it is seen.
  @Test func aStrokeLandsWhereItIsSeenAtEverySize() async throws {
    let place = try Place()
    let program = try await practising(in: place)
    try place.desktop.tool(["windowmove", "--sync", program.window, "0", "0"])
    let scenario = try scenario(place)
    var wanted: [(place: Point, millimetresPerUnit: Double)] = []
    for (index, size) in WindowTests.sizes.enumerated() {
      if index == 0 { try await program.resize(size.0, size.1) }
      let (places, view) = try Bench.guide(
        of: scenario, width: Double(size.0), height: Double(size.1))
      try program.drag(over: Array(places.prefix(20)))
      try await program.hands(1)
      wanted.append((view.millimetres(places[0]), view.millimetresPerUnit))
      let next = WindowTests.sizes[(index + 1) % WindowTests.sizes.count]
      try await program.resize(next.0, next.1)
      try await program.hands(0)
      try program.release()
    }
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
    let (_, events) = try RecordReader().read(.file(program.attempt("inkml").path))
    let landings = events.compactMap { event -> Landing? in
      if case .land(let landing) = event { landing } else { nil }
    }
    try #require(landings.count == wanted.count)
    for (landing, wanted) in zip(landings, wanted) {
      let distance = landing.sample.position.point.distance(to: wanted.place)
      #expect(distance <= wanted.millimetresPerUnit)
      #expect(abs(landing.millimetresPerPixel - wanted.millimetresPerUnit) < 1e-5)
    }
  }

  /// The window was left on a larger display.
  @Test func aWindowLargerThanTheDisplayIsMadeToFit() async throws {
    let place = try Place()
    try FileManager.default.createDirectory(at: place.home, withIntermediateDirectories: true)
    let first = try await TrainerProgram(on: place.desktop, home: place.home)
    try await first.screen("library")
    try place.desktop.tool(["key", "ctrl+q"])
    try await first.expectEnd(0)
    let file = place.home.appendingPathComponent("settings.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("width: 1280"))
    try Data(
      text.replacing("width: 1280", with: "width: 3840")
        .replacing("height: 800", with: "height: 2160").utf8
    ).write(to: file)
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await eventually("a window of the display's size") {
      let words = try place.desktop.tool(["getwindowgeometry", "--shell", program.window])
      return words.contains("WIDTH=1920\n") && words.contains("HEIGHT=1200\n") ? true : nil
    }
    let corner = try program.corner()
    #expect(corner == (0, 0))
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }
}
