import Drawing
import Foundation
import Testing

/// The shipped fonts, found from this file's place in the package.
enum Shipped {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let fonts = package.appending(path: "Resources/fonts").path()

  /// Whether the shipped fonts were added to this process.
  static let areUsed: Bool = {
    do {
      try FontBook.use(folder: fonts)
      return true
    } catch {
      return false
    }
  }()
}

@Suite struct FontTests {
  @Test func shippedFontsAreFound() {
    #expect(Shipped.areUsed)
    #expect(FontBook.isAvailable)
  }

  @Test func aMissingFolderIsAnErrorThatNamesIt() {
    #expect(throws: DrawingError.noFonts(folder: "/no/such/fonts")) {
      try FontBook.use(folder: "/no/such/fonts")
    }
    #expect(DrawingError.noFonts(folder: "/no/such/fonts").description.contains("/no/such/fonts"))
  }

  @Test func aFolderWithoutFontsIsAnError() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("no font".utf8).write(to: folder.appending(path: "broken.otf"))
    #expect(throws: DrawingError.self) { try FontBook.use(folder: folder.path()) }
  }

  @Test func theLicenceLiesBesideTheFonts() throws {
    let text = try String(contentsOfFile: Shipped.fonts + "/OFL.txt", encoding: .utf8)
    #expect(text.contains("SIL OPEN FONT LICENSE"))
  }
}
