import Drawing
import Foundation
import Geometry
import Testing

@Suite struct CanvasTests {
  private let white = Colour(0xFFFFFF)

  private func brightPixels(_ canvas: Canvas) -> Int {
    var count = 0
    for y in 0..<canvas.height {
      for x in 0..<canvas.width where (canvas.pixel(x: x, y: y) ?? 0) & 0xFF > 127 { count += 1 }
    }
    return count
  }

  @Test func fillsExactlyARectangle() {
    let canvas = Canvas.image(width: 20, height: 20)
    canvas.fill(.rectangle(Rectangle(x: 3, y: 4, width: 5, height: 6)), Colour(0x336699))
    #expect((canvas.pixel(x: 3, y: 4) ?? 0) & 0xFFFFFF == 0x336699)
    #expect((canvas.pixel(x: 7, y: 9) ?? 0) & 0xFFFFFF == 0x336699)
    #expect((canvas.pixel(x: 8, y: 9) ?? 1) & 0xFFFFFF == 0)
    #expect((canvas.pixel(x: 2, y: 4) ?? 1) & 0xFFFFFF == 0)
  }

  @Test func scaleMakesUnitsOfSeveralPixels() {
    let canvas = Canvas.image(width: 20, height: 20, scale: 2)
    canvas.fill(.rectangle(Rectangle(x: 1, y: 1, width: 2, height: 2)), white)
    #expect(brightPixels(canvas) == 16)
    #expect(canvas.pixelsPerUnit == 2)
  }

  @Test func discsHaveTheirArea() {
    let canvas = Canvas.image(width: 100, height: 100)
    canvas.fill(.circle(centre: Point(50, 50), radius: 40), white)
    #expect(abs(Double(brightPixels(canvas)) - .pi * 1600) < 30)
    let other = Canvas.image(width: 100, height: 100)
    var whole = Path.arc(centre: Point(50, 50), radius: 40, from: 1, to: 1 + 2 * .pi)
    whole.close()
    other.fill(whole, white)
    #expect(abs(brightPixels(other) - brightPixels(canvas)) < 20)
    let back = Path.arc(centre: Point(50, 50), radius: 40, from: 0, to: -.pi / 2)
    #expect(abs(back.bounds.y - 10) < 1e-9 && abs(back.bounds.maxX - 90) < 1e-9)
  }

  @Test func hatchingKeepsItsStepAndItsPath() {
    let canvas = Canvas.image(width: 100, height: 100)
    let area = Rectangle(x: 10, y: 10, width: 80, height: 80)
    canvas.hatch(.rectangle(area), angle: 45, spacing: 8, width: 2, white)
    // A quarter of the area is ink.
    #expect(abs(Double(brightPixels(canvas)) / 6400 - 0.25) < 0.03)
    for edge in 0..<100 {
      #expect((canvas.pixel(x: edge, y: 5) ?? 1) & 0xFF == 0)
      #expect((canvas.pixel(x: 95, y: edge) ?? 1) & 0xFF == 0)
    }
    // Along a row the lines come every 8 * sqrt(2) pixels.
    let row = (10..<90).map { (canvas.pixel(x: $0, y: 50) ?? 0) & 0xFF > 127 }
    let rises = zip(row, row.dropFirst()).filter { !$0 && $1 }.count
    #expect((6...8).contains(rises))
  }

  @Test func hatchingAnEmptyPathDrawsNothing() {
    let canvas = Canvas.image(width: 10, height: 10)
    canvas.hatch(Path(), angle: 45, spacing: 3, width: 1, white)
    #expect(brightPixels(canvas) == 0)
  }

  @Test func layersPaintWhatWasDrawnIntoThem() {
    let canvas = Canvas.image(width: 40, height: 40, scale: 2)
    let layer = canvas.layer(width: 10, height: 10) {
      $0.fill(.rectangle(Rectangle(x: 0, y: 0, width: 10, height: 5)), white)
    }
    #expect(layer.canvas.width == 20)
    canvas.paint(layer, at: Point(5, 5))
    #expect(brightPixels(canvas) == 20 * 10)
    layer.canvas.fill(.rectangle(Rectangle(x: 0, y: 5, width: 10, height: 5)), white)
    canvas.paint(layer, at: Point(5, 5))
    #expect(brightPixels(canvas) == 20 * 20)
  }

  @Test func layersFollowTheScaleTheyAreMadeAt() {
    let canvas = Canvas.image(width: 40, height: 40)
    canvas.scale(1.5, 1.5)
    let layer = canvas.layer(width: 10, height: 10) {
      $0.fill(.rectangle(Rectangle(x: 0, y: 0, width: 10, height: 10)), white)
    }
    #expect(layer.canvas.width == 15)
    canvas.paint(layer, at: Point(2, 2))
    #expect(brightPixels(canvas) == 225)
  }

  @Test func savedStateIsRestored() {
    let canvas = Canvas.image(width: 10, height: 10)
    canvas.saved {
      canvas.translate(5, 5)
      canvas.clip(.rectangle(Rectangle(x: 0, y: 0, width: 1, height: 1)))
    }
    canvas.fill(.rectangle(Rectangle(x: 0, y: 0, width: 10, height: 10)), white)
    #expect(brightPixels(canvas) == 100)
  }

  @Test func pngRoundTrip() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let canvas = Canvas.image(width: 30, height: 20)
    canvas.fill(.circle(centre: Point(15, 10), radius: 8), Colour(0xD55E00))
    let path = folder.appending(path: "picture.png").path()
    try canvas.writePNG(to: path)
    #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == canvas.pngData())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["picture.png"])
    let read = try #require(Canvas.readPNG(from: path))
    #expect(read.width == 30 && read.height == 20)
    for y in 0..<20 {
      for x in 0..<30 {
        #expect(
          (read.pixel(x: x, y: y) ?? 0) & 0xFFFFFF == (canvas.pixel(x: x, y: y) ?? 1) & 0xFFFFFF)
      }
    }
  }

  @Test func anUnwritablePlaceIsAnErrorThatNamesIt() {
    let canvas = Canvas.image(width: 4, height: 4)
    let path = "/no/such/folder/picture.png"
    do {
      try canvas.writePNG(to: path)
      Issue.record("writing into a missing folder succeeded")
    } catch {
      guard case .cannotWrite(path, let reason) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(!reason.isEmpty)
      #expect(error.description.contains(path))
    }
  }

  @Test func aFolderInThePlaceOfTheFileIsAnError() {
    let canvas = Canvas.image(width: 4, height: 4)
    let folder = FileManager.default.temporaryDirectory.path()
    #expect(throws: DrawingError.self) { try canvas.writePNG(to: folder) }
  }
}
