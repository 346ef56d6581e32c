import Attacks
import Foundation
import Testing

/// What a search began with, and what it once found, keeps its promises. A trap ends the tests.
@Suite struct ReplayTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static func kept(_ attack: Attack) throws -> [(name: String, bytes: [UInt8])] {
    let folder = "\(root)/Tests/Fixtures/crashes/\(attack.rawValue)"
    // Where nothing was ever found there is no folder.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.filter { !$0.hasPrefix(".") }.sorted()
      .map { ($0, Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))) }
  }

  private func strike(
    _ attack: Attack, _ inputs: [(name: String, bytes: [UInt8])]
  ) throws {
    let attacker = try Attacker(root: Self.root)
    for (name, bytes) in inputs {
      do { try attacker.strike(attack, bytes) } catch {
        Issue.record("\(attack.rawValue), \(name): \(error)")
      }
    }
  }

  @Test("Every input that once broke something", arguments: Attack.allCases)
  func crashes(attack: Attack) throws { try strike(attack, Self.kept(attack)) }

  @Test("Every seed", arguments: Attack.allCases)
  func seeds(attack: Attack) throws {
    let seeds = try Seeds(root: Self.root).of(attack)
    #expect(seeds.count > 20)
    try strike(attack, seeds)
  }
}
