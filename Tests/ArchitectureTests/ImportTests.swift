import Foundation
import Testing

/// Who may import whom. `docs/architecture.md` states the same table for people.
@Suite struct ImportTests {
  static let table: KeyValuePairs<String, [String]> = [
    "Geometry": [],
    "BackAtlas": ["Geometry"],
    "Scenarios": ["Geometry", "BackAtlas"],
    "Attempts": ["Geometry", "Scenarios"],
    "Scoring": ["Geometry", "BackAtlas", "Scenarios", "Attempts"],
    "Patients": ["Geometry", "BackAtlas", "Scenarios", "Attempts"],
    "Preferences": [],
    "Threads": ["Darwin", "Glibc"],
    "CNettle": [],
    "Digests": ["CNettle"],
    "Pages": ["Digests", "Foundation"],
    "Classes": ["Geometry", "Scenarios", "Attempts", "Scoring"],
    "Sounds": ["Geometry", "Scenarios", "Scoring"],
    "ScenarioFiles": ["Geometry", "BackAtlas", "Scenarios", "Yams", "Digests", "Foundation"],
    "Records": ["Geometry", "Scenarios", "Attempts", "Digests", "Foundation", "FoundationXML"],
    "Handover": [
      "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Records", "ScenarioFiles",
      "Digests", "Foundation", "Synchronization",
    ],
    "Authoring": [
      "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "ScenarioFiles", "Records",
      "Foundation",
    ],
    "Attacks": [
      "Geometry", "Scenarios", "Attempts", "Scoring", "ScenarioFiles", "Records", "Foundation",
    ],
    "ClassReports": ["Scenarios", "Attempts", "Scoring", "Classes", "Handover", "Pages"],
    "Catalogue": ["ScenarioFiles", "Yams", "Foundation", "Synchronization"],
    "History": [
      "Scenarios", "Attempts", "Scoring", "Patients", "ScenarioFiles", "Records", "Handover",
      "GRDB",
      "Digests", "Foundation", "Synchronization",
    ],
    "Sessions": [
      "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Patients", "ScenarioFiles",
      "Records", "Handover", "History", "Catalogue", "Preferences", "Threads", "Yams", "Foundation",
      "Synchronization",
    ],
    "CCairo": [],
    "CSDL2": [],
    "Drawing": ["Geometry", "CCairo", "Synchronization"],
    "Scenes": [
      "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Patients", "Drawing",
      "Catalogue", "Preferences",
    ],
    "Reports": [
      "Pages", "Drawing", "Scenes", "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring",
      "Patients", "Records", "ScenarioFiles", "Handover", "Catalogue", "Foundation",
    ],
    "TrainerWindow": [
      "CSDL2", "Drawing", "Scenes", "Sessions", "Geometry", "BackAtlas", "Scenarios", "Attempts",
      "Scoring", "Patients", "Sounds", "Catalogue", "Preferences", "Threads", "ScenarioFiles",
      "Handover",
      "Foundation", "Synchronization",
    ],
    "effleurage": [
      "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Patients", "ScenarioFiles",
      "Records",
      "Authoring", "Handover", "History", "Pages", "Classes", "ClassReports", "Preferences",
      "Threads",
      "Sessions", "ArgumentParser", "Foundation", "Synchronization",
    ],
    "effleurage-window": [
      "TrainerWindow", "Sessions", "Scenes", "Reports", "Drawing", "Scenarios", "Attempts",
      "Scoring", "Patients", "ScenarioFiles", "Records", "Handover", "Catalogue", "Preferences",
      "ArgumentParser", "Foundation",
    ],
    "effleurage-post": ["Handover", "Foundation", "FoundationNetworking", "Synchronization"],
    "study": [
      "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "ArgumentParser", "Dispatch",
      "Foundation", "FoundationXML", "Synchronization",
    ],
    "rehearsal": [
      "Sessions", "Geometry", "Scenarios", "Attempts", "Scoring", "ScenarioFiles", "Handover",
      "ArgumentParser", "Foundation",
    ],
  ]

  /// May be imported anywhere: the part of the standard library that holds no clock, no files and
  /// no chance.
  static let everywhere = ["Swift"]

  @Test func theTableNamesEveryRoom() {
    #expect(SourceTree.rooms == Self.table.map(\.key).sorted())
    #expect(SourceTree.files.count > 20, "the sources were not found at \(SourceTree.root.path)")
  }

  @Test(arguments: SourceTree.files)
  func aFileImportsOnlyWhatItsRoomMay(file: SourceTree.File) {
    let allowed = Self.table.first { $0.key == file.room }?.value ?? []
    for module in SwiftCode.imports(of: file.code) where !Self.everywhere.contains(module) {
      #expect(allowed.contains(module), "\(file.path): \(file.room) may not import \(module)")
    }
  }

  /// A room may import only rooms above it in the table, so there is no circle.
  @Test func importsPointOneWay() {
    var above: [String] = []
    for (room, modules) in Self.table {
      for module in modules where SourceTree.rooms.contains(module) {
        let later = Self.table.map(\.key).drop { $0 != room }.contains(module)
        #expect(!later || ["CSDL2", "CCairo"].contains(module), "\(room) imports \(module)")
      }
      above.append(room)
    }
  }

  @Test func theDocumentStatesTheSameTable() throws {
    let url = SourceTree.root.appending(path: "docs/architecture.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    for (room, modules) in Self.table where !room.hasPrefix("C") {
      let row = text.split(separator: "\n").first { $0.hasPrefix("| `\(room)` |") }
      let last = row?.split(separator: "|").last.map(String.init) ?? ""
      let stated = last.split(separator: "`").filter { $0.first?.isLetter == true }.map(String.init)
      #expect(stated == modules, "docs/architecture.md, row \(room)")
    }
  }
}
