import Foundation
import Testing

@testable import ClassReports

enum Programs {
  static func path(_ program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// The page in a real browser, which a script drives: `Tests/Browser/class.py`.
@Suite(
  .enabled(
    if: Programs.path("python3") != nil
      && ["chromium", "chromium-browser", "google-chrome"].contains { Programs.path($0) != nil },
    "needs Debian's chromium: Scripts/setup --tests"))
struct BrowserTests {
  @Test func aTeacherReadsSortsAndFollows() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "effleurage-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "class.html")
    try Data(
      ClassPage(SampleClass.records(showsFiles: true), showsFiles: true).html.utf8
    ).write(to: page)
    let words = folder.appending(path: "words")
    try Data().write(to: words)
    let process = Process()
    process.executableURL = URL(filePath: try #require(Programs.path("python3")))
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Browser/class.py").path,
      page.path, SampleClass.hostileTitle, SampleClass.rightToLeftTitle,
      "sub/<&\"'> \u{5D0}\u{738B} 1.inkml",
    ]
    process.standardOutput = try FileHandle(forWritingTo: words)
    process.standardError = process.standardOutput
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    let said = try String(contentsOf: words, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
