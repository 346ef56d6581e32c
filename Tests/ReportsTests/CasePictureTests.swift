import BackAtlas
import Drawing
import Foundation
import Geometry
import Reports
import Scenarios
import Testing

@Suite struct CasePictureTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "effleurage-case-\(UUID().uuidString)")

  init() throws {
    try DrawingFonts.use()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func scenario(phases: Int) -> Scenario {
    let back = Back(sex: .female, stature: 1626)
    return Scenario(
      id: "plain", title: "A plain case",
      patient: Patient(age: 40, back: back, cause: .heavyLifting, period: .easing),
      decision: .proceed,
      phases: (0..<phases).map { index in
        Phase(
          id: "p\(index)", title: "Step",
          task: .stroking(
            StrokingTask(
              guides: [
                Guide(id: "left", path: [back.place(.t7, x: -52), back.place(.s2, x: -52)])
              ])))
      })
  }

  /// Three plates a row, one for a case without steps.
  @Test(arguments: [(0, 1, 1), (1, 1, 1), (2, 2, 1), (3, 3, 1), (4, 3, 2), (12, 3, 4)])
  func eachStepHasItsPlate(phases: Int, columns: Int, rows: Int) {
    let canvas = CasePicture(of: scenario(phases: phases)).draw()
    #expect(canvas.width == 2 * (48 + 416 * columns - 16))
    #expect(canvas.height == 2 * (76 + 576 * rows - 16 + 24))
  }

  /// The same task on either side of the spine: other pictures, and the same again.
  @Test func whatIsAskedIsDrawnWhereItIs() throws {
    func picture(_ x: Double) throws -> [UInt8] {
      var scenario = scenario(phases: 1)
      scenario.phases[0].task = .pointPress(
        PointPressTask(points: [PressPoint(id: "a", at: Position(millimetres: x, 400))]))
      return try CasePicture(of: scenario).draw().pngData()
    }
    #expect(try picture(-52) != picture(52))
    #expect(try picture(52) != picture(58))
    #expect(try picture(52) == picture(52))
  }

  @Test func aFileIsWholeOrNotThere() throws {
    let file = folder.appending(path: "a.png").path
    try CasePicture(of: scenario(phases: 1)).write(to: file)
    let bytes = try Data(contentsOf: URL(filePath: file))
    #expect(bytes.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
    #expect(throws: ReportError.self) {
      try CasePicture(of: scenario(phases: 1)).write(to: folder.path + "/none/a.png")
    }
  }
}

/// The fonts that ship.
enum DrawingFonts {
  static func use() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try FontBook.use(folder: root.appending(path: "Resources/fonts").path)
  }
}
