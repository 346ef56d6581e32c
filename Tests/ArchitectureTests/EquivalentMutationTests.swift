import Foundation
import Testing

/// The list of changes that alter no result names lines of the sources as they are: `Scripts/mutate`
/// ends at one that is gone, and is not run with every test.
@Suite struct EquivalentMutationTests {
  private static let entries: [String] =
    ((try? String(
      contentsOf: SourceTree.root.appending(path: "Scripts/mutate-equivalent.txt"), encoding: .utf8))
    ?? "").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }

  @Test(arguments: entries) func theLineIsThere(entry: String) throws {
    let parts = entry.components(separatedBy: " :: ")
    try #require(parts.count == 4, "FILE :: LINE :: CHANGE :: REASON")
    let file = try #require(
      SourceTree.files.first { $0.path == "Sources/Scoring/\(parts[0])" }, "no such file")
    let lines = file.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.contains(parts[1]))
    #expect(!parts[3].isEmpty)
  }

  @Test func thereAreSome() { #expect(Self.entries.count > 20) }
}
