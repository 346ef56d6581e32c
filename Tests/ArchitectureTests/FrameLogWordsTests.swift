import Foundation
import Testing

/// Whoever reads a frame log finds every screen that it can name.
@Suite struct FrameLogWordsTests {
  private static func text(_ path: String) throws -> String {
    try #require(SourceTree.files.first { $0.path.hasSuffix(path) }?.text)
  }

  @Test(arguments: ["/PracticeCommand.swift", "/FrameLog.swift"])
  func everyScreenIsNamed(path: String) throws {
    let session = try Self.text("/Sessions/Session.swift")
    let list = try #require(
      session.split(separator: "enum Screen: String").dropFirst().first?
        .split(separator: "\n  }").first)
    let screens = list.matches(of: /\n    case (\w+)/).map { String($0.1) }
    #expect(screens.count > 10)
    let words = try Self.text(path).split { !$0.isLetter }.map(String.init)
    let named = try #require(words.firstRange(of: ["library", "patient"]))
    let end = try #require(words[named.lowerBound...].firstIndex(of: "or"))
    #expect(Set(words[named.lowerBound..<end]) == Set(screens))
  }
}
