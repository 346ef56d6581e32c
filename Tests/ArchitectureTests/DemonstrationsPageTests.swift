import Foundation
import Testing

/// `docs/demonstrations.md` lists every fault of the sources, and none that is gone.
@Suite struct DemonstrationsPageTests {
  @Test func everyFaultIsListed() throws {
    let page = try String(
      contentsOf: SourceTree.root.appending(path: "docs/demonstrations.md"), encoding: .utf8)
    let source = try #require(
      SourceTree.files.first { $0.path.hasSuffix("/DemonstrationFault.swift") }?.text)
    let faults = try source.matches(of: Regex(#"\n  case (\w+)(?: = "([\w-]+)")?"#)).compactMap {
      ($0.output[2].substring ?? $0.output[1].substring).map(String.init)
    }
    let rows = page.split(separator: "\n").drop { !$0.hasPrefix("| fault ") }.dropFirst(2)
      .prefix { $0.hasPrefix("|") }
    let listed = try rows.flatMap { row in
      try row.split(separator: "|")[0].matches(of: Regex("`([\\w-]+)`")).compactMap {
        $0.output[1].substring.map(String.init)
      }
    }
    #expect(faults.count > 20)
    #expect(listed == faults)
  }
}
